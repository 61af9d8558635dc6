// web/components/units-table.tsx: what urgent care units and teams saw in a winter.

import type { VNode } from 'preact';
import type { Summary } from '../../sim/outcomes/summary.js';
import { plainValue, withCommas } from '../../sim/outcomes/words.js';

/** Whether any scenario has units to show. */
export function hasUnits({ scenarios }: Summary): boolean {
  return scenarios.some(({ units = [] }) => units.length > 0);
}

/** A row for each unit of each scenario. */
export function UnitsTable({ summary }: { summary: Summary }): VNode | null {
  if (!hasUnits(summary)) return null;
  return (
    <section class="table-scroll" tabindex={0} aria-labelledby="units-caption">
      <table class="data-table units-table">
        <caption id="units-caption">
          Units beside A&amp;E: patients in a winter, on average. Sent on: to A&amp;E; found it
          closed: came while it was shut.
        </caption>
        <thead>
          <tr>
            {['Scenario', 'Unit', 'Seen', 'Within 4 hours, %', 'Sent on', 'Found it closed'].map(
              (name) => (
                <th scope="col">{name}</th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {summary.scenarios.flatMap(({ name: scenario, units = [] }) =>
            units.map(({ name, attendancesMean, within4hShare, sentOnMean, foundClosedMean }) => (
              <tr>
                <th scope="row">{scenario}</th>
                <td>{name}</td>
                <td>{withCommas(attendancesMean, 0)}</td>
                <td>{plainValue(within4hShare, 'share')}</td>
                <td>{withCommas(sentOnMean, 0)}</td>
                <td>{withCommas(foundClosedMean, 0)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
