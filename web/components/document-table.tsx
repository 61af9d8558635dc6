// web/components/document-table.tsx: a table of a document of the project, as it stands there.

import type { VNode } from 'preact';

export interface DocumentTableProps {
  id: string;
  caption: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The table; a header without words gets none. */
export function DocumentTable({ id, caption, header, rows }: DocumentTableProps): VNode {
  return (
    <section class="table-scroll" tabindex={0} aria-labelledby={`${id}-caption`}>
      <table class="data-table" id={id}>
        <caption id={`${id}-caption`}>{caption}</caption>
        <thead>
          <tr>
            {header.map((name) =>
              name === '' ? (
                <td>
                  <span class="nhsuk-u-visually-hidden">no name</span>
                </td>
              ) : (
                <th scope="col">{name}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, ...cells]) => (
            <tr>
              <th scope="row">{first}</th>
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
