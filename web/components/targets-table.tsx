// web/components/targets-table.tsx: targets of the planning documents: met or not, and how often.

import type { VNode } from 'preact';
import type { Summary } from '../../sim/outcomes/summary.js';
import { targetTable } from '../../sim/outcomes/target-words.js';

/** A row for each target, a column for each scenario; then what cannot be held against them. */
export function TargetsTable({ summary }: { summary: Summary }): VNode | null {
  const { rows, absent } = targetTable(summary);
  if (rows.length === 0) return null;
  return (
    <>
      <section class="table-scroll" tabindex={0} aria-labelledby="targets-caption">
        <table class="data-table chances-table" id="targets-table">
          <caption id="targets-caption">
            Targets of the planning documents: whether the mean meets them, and in what share of the
            winters
          </caption>
          <thead>
            <tr>
              <th scope="col">Target</th>
              {summary.scenarios.map(({ name }) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, text, cells }) => (
              <tr>
                <th scope="row">
                  {id} {text}
                </th>
                {cells.map((cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {absent.length > 0 && (
        <p class="absent-targets">Targets that cannot be held here: {absent.join(' ')}</p>
      )}
    </>
  );
}
