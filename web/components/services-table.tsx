// web/components/services-table.tsx: what services did: patients eligible, reached and changed.

import type { VNode } from 'preact';
import type { Summary } from '../../sim/outcomes/summary.js';
import { withCommas } from '../../sim/outcomes/words.js';

/** Whether any scenario has a service to show. */
export function hasServices({ scenarios }: Summary): boolean {
  return scenarios.some(({ services }) => services.length > 0);
}

/** A row for each service of each scenario. */
export function ServicesTable({ summary }: { summary: Summary }): VNode | null {
  if (!hasServices(summary)) return null;
  return (
    <section class="table-scroll" tabindex={0} aria-labelledby="services-caption">
      <table class="data-table services-table">
        <caption id="services-caption">
          What services did: patients in a winter, on average. Eligible: could be helped; reached:
          seen by the service; changed: went another way because of it.
        </caption>
        <thead>
          <tr>
            {['Scenario', 'Service', 'Eligible', 'Reached', 'Changed'].map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {summary.scenarios.flatMap(({ name: scenario, services }) =>
            services.map(({ name, eligibleMean, reachedMean, changedMean }) => (
              <tr>
                <th scope="row">{scenario}</th>
                <td>{name}</td>
                {[eligibleMean, reachedMean, changedMean].map((count) => (
                  <td>{withCommas(count, 0)}</td>
                ))}
              </tr>
            )),
          )}
        </tbody>
      </table>
    </section>
  );
}
