// web/charts/data-table.tsx: the numbers behind a chart, as a table that scrolls in its own frame.

import type { VNode } from 'preact';
import { escaped } from './text.js';

/** A table whose columns may stand in groups; the first cell of a row is its header. */
export interface TableData {
  caption: string;
  /** Header of the first column. */
  rowHeader: string;
  groups: readonly { name: string; columns: readonly string[] }[];
  rows: readonly { header: string; cells: readonly string[] }[];
}

/** Draws a table in a region that the keyboard can reach and scroll. */
export function DataTable({ id, table }: { id: string; table: TableData }): VNode {
  const { caption, rowHeader, groups, rows } = table;
  return (
    <section class="table-scroll" tabindex={0} aria-labelledby={`${id}-caption`}>
      <table class="data-table" id={id}>
        <caption id={`${id}-caption`}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>
              {rowHeader}
            </th>
            {groups.map(({ name, columns }) => (
              <th scope="colgroup" colSpan={columns.length} class="group">
                {name}
              </th>
            ))}
          </tr>
          <tr>
            {groups.flatMap(({ name, columns }) =>
              columns.map((column) => (
                <th scope="col" key={`${name} ${column}`}>
                  {column}
                </th>
              )),
            )}
          </tr>
        </thead>
        {/* Thousands of cells: as one text, escaped below, they take a fraction of the time. */}
        <tbody dangerouslySetInnerHTML={{ __html: rowsHtml(rows) }} />
      </table>
    </section>
  );
}

function rowsHtml(rows: TableData['rows']): string {
  return rows
    .map(({ header, cells }) => {
      const row = cells.map((cell) => `<td>${escaped(cell)}</td>`).join('');
      return `<tr><th scope="row">${escaped(header)}</th>${row}</tr>`;
    })
    .join('');
}
