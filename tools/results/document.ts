// tools/results/document.ts: docs/results.md from the outcomes of every plan on every system.

import { type DifferenceEstimate, difference, interval } from '../../sim/outcomes/intervals.js';
import { type Outcome, outcomeOf } from '../../sim/outcomes/keys.js';
import { estimateText, judgement, plainValue, signedRange } from '../../sim/outcomes/words.js';

/** Values by winter of each outcome; null where it is undefined. */
export type Columns = Record<string, (number | null)[]>;

/** One system: its base, its plans, and the plans that do not fit it. */
export interface SystemResults {
  system: string;
  name: string;
  base: Columns;
  plans: { plan: string; name: string; columns: Columns }[];
  unfit: { plan: string; why: string }[];
}

export interface ResultsProvenance {
  replications: number;
  seed: string;
  version: string;
}

/** Columns of the tables. */
const SHOWN: readonly { key: Outcome; title: string }[] = [
  { key: 'occupancy0800ShareMean', title: 'occupancy 08:00, points' },
  { key: 'daysOver92Count', title: 'days over 92 %' },
  { key: 'within4hType1Share', title: '4-hour type 1, points' },
  { key: 'bedsOccupiedMean', title: 'beds occupied' },
  { key: 'stays21Beds', title: 'beds over 21 days' },
  { key: 'dtocShareMean', title: 'DTOC, points' },
  { key: 'electivesCancelledCount', title: 'electives cancelled' },
  { key: 'admissionsEmergencyCount', title: 'emergency admissions' },
  { key: 'excessDeathsMean', title: 'deaths associated with waits' },
];
const NAMED = 3; // plans named in a sentence

/** The document as Markdown. */
export function resultsDocument(
  results: readonly SystemResults[],
  { replications, seed, version }: ResultsProvenance,
): string {
  return `# Results: every plan on every system

Written by \`npm run results\`: Winterflow ${version}, ${replications} winters of each scenario, seed \`${seed}\`, the base
winter of each system, effects at their likely values. Differences are paired: plan less base, the same
patients in both, with 95 % intervals; ~ marks one that is not clear (its interval holds zero). More winters
(\`--replications\`) narrow the intervals; what is finished is kept if the run is stopped.

## What it says

${results.map(sentencesOf).join('\n\n')}

## What it does not say

- Not what will happen: it shows how the model responds. Fit and misses of each system are in its file and in
  [validation.md](validation.md).
- The intervals hold the noise between winters, not what is unknown about the effect of a plan. A plan of
  evidence grade C or D ([interventions.md](interventions.md)) may do far more or far less in another place.
- Not which plan is best: plans differ in size and cost. The cost a bed day is known for few of them.
- With ${results.reduce((n, { plans }) => n + plans.length, 0) * SHOWN.length} differences at 95 %, about one in twenty that is truly nothing looks clear.
- Deaths associated with waits are an estimate from an association at the level of England.

${results.map(sectionOf).join('\n\n')}
`;
}

function sectionOf({ system, name, base, plans, unfit }: SystemResults): string {
  const rows = plans.map(({ plan, columns }) => [
    `\`${plan}\``,
    ...SHOWN.map(({ key }) => cellOf(compared(columns, base, key), key)),
  ]);
  const lines = [
    ['', ...SHOWN.map(({ title }) => title)],
    ['---', ...SHOWN.map(() => '---')],
    ['**base**', ...SHOWN.map(({ key }) => baseCell(base, key))],
    ...rows,
  ].map((cells) => `| ${cells.join(' | ')} |`);
  const others = unfit.map(({ plan, why }) => `- \`${plan}\` does not fit this system: ${why}`);
  return [`## ${name}: \`${system}\``, '', ...lines, ...(others.length > 0 ? ['', ...others] : [])]
    .join('\n')
    .trimEnd();
}

/** What the table of a system says, in a paragraph that follows from its numbers alone. */
function sentencesOf({ name, base, plans }: SystemResults): string {
  const days = plainValue(meanOf(base, 'daysOver92Count'), 'days');
  const fourHour = plainValue(meanOf(base, 'within4hType1Share'), 'share');
  const start = `**${name}.** The base has ${days} days over 92 % and ${fourHour} % within 4 hours (type 1).`;
  return [
    start,
    clearly(plans, base, 'daysOver92Count', 'the days over 92 %'),
    clearly(plans, base, 'within4hType1Share', '4-hour performance'),
  ].join(' ');
}

/** How many plans clearly improve an outcome, the largest, and which make it worse. */
function clearly(
  plans: SystemResults['plans'],
  base: Columns,
  key: Outcome,
  what: string,
): string {
  const outcome = outcomeOf(key);
  const changes = plans.map(({ plan, columns }) => ({
    plan,
    change: compared(columns, base, key),
  }));
  const judged = (word: 'better' | 'worse') =>
    changes
      .filter(({ change }) => judgement(change, outcome.better) === word)
      .sort((a, b) => Math.abs(b.change.mean ?? 0) - Math.abs(a.change.mean ?? 0));
  const better = judged('better');
  const worse = judged('worse');
  const named = (list: typeof changes) =>
    list
      .slice(0, NAMED)
      .map(({ plan, change }) => `\`${plan}\` ${signedRange(change, outcome.unit)}`)
      .join(', ');
  const most = better.length > 0 ? `, most of all ${named(better)}` : '';
  const against = worse.length > 0 ? `; ${worse.length} clearly worsen it: ${named(worse)}` : '';
  const count = better.length === 0 ? 'none' : String(better.length);
  return `Of ${plans.length} plans ${count} clearly improve ${what}${most}${against}.`;
}

function compared(plan: Columns, base: Columns, key: Outcome): DifferenceEstimate {
  return difference(column(plan, key), column(base, key), outcomeOf(key).better);
}

function cellOf(change: DifferenceEstimate, key: Outcome): string {
  const { mean, low95, high95 } = change;
  if (mean === null || low95 === null || high95 === null) return '–';
  if (low95 === 0 && high95 === 0) return '0';
  const mark = low95 <= 0 && high95 >= 0 ? '~ ' : '';
  return `${mark}${signedRange(change, outcomeOf(key).unit)}`;
}

function baseCell(base: Columns, key: Outcome): string {
  return estimateText(interval(column(base, key)), outcomeOf(key).unit);
}

function meanOf(columns: Columns, key: Outcome): number | null {
  return interval(column(columns, key)).mean;
}

function column(columns: Columns, key: Outcome): Float64Array {
  return Float64Array.from(columns[key] ?? [], (value) => value ?? Number.NaN);
}
