// cli/service-table.ts: what services did, and what each site saw, on a terminal.

import { COST_NOTE, costSentences, harmSentence } from '../sim/outcomes/cost-words.js';
import type { DifferenceEstimate } from '../sim/outcomes/intervals.js';
import { type Outcome, type OutcomeKey, outcomeOf } from '../sim/outcomes/keys.js';
import type { Summary } from '../sim/outcomes/summary.js';
import { estimateText, plainValue, signedRange, withCommas } from '../sim/outcomes/words.js';
import { type Alignment, textTable, wrap } from './text-table.js';

const COUNTS: readonly Alignment[] = ['left', 'right', 'right', 'right'];
const SITE_COLUMNS: readonly { key: Outcome; title: string }[] = [
  { key: 'occupancy0800ShareMean', title: 'occupancy, %' },
  { key: 'daysOver92Count', title: 'days over 92 %' },
  { key: 'within4hType1Share', title: '4-hour, %' },
  { key: 'stays21Beds', title: 'beds > 21 days' },
];

/** A table of services: patients eligible, reached and changed in a winter; empty without any. */
export function servicesBlock({ scenarios }: Summary, columns: number): string {
  const rows = scenarios.flatMap(({ name, services }) =>
    services.map((service) => [
      scenarios.length > 1 ? `${name}: ${service.name}` : service.name,
      ...[service.eligibleMean, service.reachedMean, service.changedMean].map((count) =>
        withCommas(count, 0),
      ),
    ]),
  );
  if (rows.length === 0) return '';
  const header = ['', 'eligible', 'reached', 'changed'];
  return [
    ...wrap('What services did: patients in a winter', columns),
    ...textTable([header, ...rows], columns, { align: COUNTS }),
  ].join('\n');
}

/** What units beside A&E saw; empty where there are none. */
export function unitsBlock({ scenarios }: Summary, columns: number): string {
  const rows = scenarios.flatMap(({ name: scenario, units = [] }) =>
    units.map(({ name, attendancesMean, within4hShare, sentOnMean, foundClosedMean }) => [
      scenarios.length > 1 ? `${scenario}: ${name}` : name,
      withCommas(attendancesMean, 0),
      plainValue(within4hShare, 'share'),
      withCommas(sentOnMean, 0),
      withCommas(foundClosedMean, 0),
    ]),
  );
  if (rows.length === 0) return '';
  const header = ['', 'seen', 'within 4 h, %', 'sent on', 'found it closed'];
  return [
    ...wrap('Units beside A&E: patients in a winter', columns),
    ...textTable([header, ...rows], columns, { align: [...COUNTS, 'right'] }),
  ].join('\n');
}

/** Estimates: deaths associated with waits, and what plans cost where it is known. */
export function estimatesBlock(summary: Summary, columns: number): string {
  const costs = costSentences(summary);
  const sentences = [harmSentence(summary), ...costs, ...(costs.length > 0 ? [COST_NOTE] : [])];
  return sentences
    .filter((text) => text !== '')
    .flatMap((text) => wrap(text, columns))
    .join('\n');
}

/** A block for each site: the base, and the difference that each plan makes there. */
export function siteBlocks({ scenarios, differences }: Summary, columns: number): string[] {
  const [base] = scenarios;
  return (base?.sites ?? []).map(({ name, outcomes }) => {
    const rows = [
      ['', ...SITE_COLUMNS.map(({ title }) => title)],
      [
        base.name,
        ...SITE_COLUMNS.map(({ key }) => estimateText(outcomes[key], outcomeOf(key).unit)),
      ],
      ...differences.flatMap(({ scenario, sites = [] }) => {
        const same = sites.find((site) => site.name === name);
        if (same === undefined) return [];
        return [
          [scenario, ...SITE_COLUMNS.map(({ key }) => cell(same.outcomes[key], outcomeOf(key)))],
        ];
      }),
    ];
    const align: Alignment[] = ['left', ...SITE_COLUMNS.map((): Alignment => 'right')];
    return [...wrap(`Site: ${name}`, columns), ...textTable(rows, columns, { align })].join('\n');
  });
}

/** A difference in little room; with ~ in front when it is not clear. */
export function cell(estimate: DifferenceEstimate, { unit }: OutcomeKey): string {
  const { mean, low95, high95 } = estimate;
  if (mean === null || low95 === null || high95 === null) return '–';
  const unclear = low95 <= 0 && high95 >= 0;
  return `${unclear ? '~ ' : ''}${signedRange(estimate, unit)}`;
}
