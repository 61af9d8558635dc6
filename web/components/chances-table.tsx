// web/components/chances-table.tsx: in how many winters of a hundred a limit is kept or passed.

import type { VNode } from 'preact';
import type { Summary } from '../../sim/outcomes/summary.js';

/** The chances of a batch: a row for each statement, a column for each scenario. */
export function ChancesTable({ summary }: { summary: Summary }): VNode | null {
  const [base] = summary.scenarios;
  if (base.chances.length === 0) return null;
  return (
    <section class="table-scroll" tabindex={0} aria-labelledby="chances-caption">
      <table class="data-table chances-table">
        <caption id="chances-caption">Share of the simulated winters with …</caption>
        <thead>
          <tr>
            <th scope="col">Winters with</th>
            {summary.scenarios.map(({ name }) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {base.chances.map(({ text }, i) => (
            <tr>
              <th scope="row">{text}</th>
              {summary.scenarios.map(({ chances }) => (
                <td>
                  {chances[i] === undefined ? '–' : `${Math.round(chances[i].share * 100)} %`}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
