// web/components/sites-table.tsx: the outcomes of each site of a system, and what plans change there.

import type { VNode } from 'preact';
import { OUTCOMES, type OutcomeKey } from '../../sim/outcomes/keys.js';
import type { Summary } from '../../sim/outcomes/summary.js';
import { differenceText, estimateText } from '../../sim/outcomes/words.js';

/** Whether there are several sites to show. */
export function hasSites({ scenarios }: Summary): boolean {
  return scenarios.some(({ sites = [] }) => sites.length > 0);
}

/** A table for each scenario: outcomes down, sites across. */
export function SitesTables({ summary }: { summary: Summary }): VNode | null {
  if (!hasSites(summary)) return null;
  return (
    <>
      {summary.scenarios.map((_, position) => (
        <SitesTable summary={summary} position={position} />
      ))}
    </>
  );
}

function SitesTable({ summary, position }: { summary: Summary; position: number }): VNode | null {
  const { name: scenario, sites = [] } = summary.scenarios[position];
  const changes = summary.differences[position - 1]?.sites ?? [];
  if (sites.length === 0) return null;
  const id = `sites-caption-${position}`;
  const shown = OUTCOMES.filter(({ key }) => sites.some(({ outcomes: o }) => o[key].mean !== null));
  return (
    <section class="table-scroll" tabindex={0} aria-labelledby={id}>
      <table class="data-table chances-table">
        <caption id={id}>
          {scenario}: each site{changes.length > 0 ? ', and the difference to the base' : ''}
        </caption>
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            {sites.map(({ name }) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((outcome: OutcomeKey & { key: (typeof OUTCOMES)[number]['key'] }) => (
            <tr>
              <th scope="row">
                {outcome.label}
                {outcome.unit === 'share' ? ', %' : ''}
              </th>
              {sites.map(({ name, outcomes }) => {
                const change = changes.find((site) => site.name === name)?.outcomes[outcome.key];
                return (
                  <td>
                    {estimateText(outcomes[outcome.key], outcome.unit)}
                    {change !== undefined && `; ${differenceText(change, outcome)}`}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
