// web/charts/data-table.tsx: the numbers behind a chart, as a table that scrolls in its own frame.

import type { VNode } from 'preact';

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
        <tbody>
          {rows.map(({ header, cells }) => (
            <tr>
              <th scope="row">{header}</th>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
