// cli/comparison-table.ts: what the plans of a batch buy, as people read it on a terminal.

import { OUTCOMES, type Outcome, type OutcomeKey, outcomeOf } from '../sim/outcomes/keys.js';
import type { DifferenceSummary, ScenarioSummary, Summary } from '../sim/outcomes/summary.js';
import { differenceText, judgement, plainValue } from '../sim/outcomes/words.js';
import { cell, estimatesBlock, servicesBlock, siteBlocks, unitsBlock } from './service-table.js';
import { targetBlock } from './target-table.js';
import { type Alignment, tableWidth, textTable, wrap } from './text-table.js';

const NUMBERS: readonly Alignment[] = ['left', 'right', 'right', 'right', 'right', 'right'];

/** Columns of the overview, most important first; what does not fit is left out. */
const OVERVIEW: readonly { key: Outcome; title: string }[] = [
  { key: 'daysOver92Count', title: 'days over 92 %' },
  { key: 'within4hType1Share', title: '4-hour, points' },
  { key: 'bedsOccupiedMean', title: 'beds occupied' },
  { key: 'electivesCancelledCount', title: 'electives cancelled' },
];
const OVERVIEW_LEAST = 2;

const MAIN: readonly OutcomeKey[] = OUTCOMES.filter((outcome) => 'main' in outcome);

/**
 * The whole comparison: the base, all plans on one view, each plan in full, sites, what services
 * did, targets.
 */
export function comparisonTable(summary: Summary, columns: number): string {
  const [base, ...plans] = summary.scenarios;
  const blocks = [baseBlock(base, summary.replications, columns)];
  if (plans.length > 1) blocks.push(overview(summary, columns));
  summary.differences.forEach((difference, i) => {
    blocks.push(planBlock(base, plans[i], difference, columns));
  });
  blocks.push(...siteBlocks(summary, columns), unitsBlock(summary, columns));
  blocks.push(servicesBlock(summary, columns));
  blocks.push(estimatesBlock(summary, columns), targetBlock(summary, columns));
  blocks.push(notes(summary, columns));
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** The base, and one line for each plan. */
export function shortComparison(summary: Summary, columns: number): string {
  const blocks = [baseBlock(summary.scenarios[0], summary.replications, columns)];
  if (summary.differences.length > 0) blocks.push(overview(summary, columns));
  return `${[...blocks, notes(summary, columns)].join('\n\n')}\n`;
}

function baseBlock(base: ScenarioSummary, replications: number, columns: number): string {
  const winters = `${replications} ${replications === 1 ? 'winter' : 'winters'} simulated`;
  const rows = MAIN.map((outcome) => {
    const { mean, low95, high95, p5, p95 } = base.outcomes[outcome.key as Outcome];
    const { unit } = outcome;
    return [
      `${outcome.label}${unitMark(outcome)}`,
      plainValue(mean, unit),
      low95 === null ? '' : `${plainValue(low95, unit)} to ${plainValue(high95, unit)}`,
      `${plainValue(p5, unit)} to ${plainValue(p95, unit)}`,
    ];
  });
  const header = ['', 'mean', '95 % interval', '90 % of winters'];
  return [
    ...wrap(`${base.name}: ${winters}`, columns),
    ...textTable([header, ...rows], columns, { align: NUMBERS }),
  ].join('\n');
}

function overview({ scenarios: [base], differences }: Summary, columns: number): string {
  const rowsOf = (count: number) => {
    const shown = OVERVIEW.slice(0, count);
    return [
      ['', ...shown.map(({ title }) => title)],
      ...differences.map(({ scenario, outcomes }) => [
        scenario,
        ...shown.map(({ key }) => cell(outcomes[key], outcomeOf(key))),
      ]),
    ];
  };
  let count = OVERVIEW.length;
  while (count > OVERVIEW_LEAST && tableWidth(rowsOf(count)) > columns) count--;
  return [
    ...wrap(`Each plan against ${base.name}`, columns),
    ...textTable(rowsOf(count), columns, { align: NUMBERS }),
  ].join('\n');
}

function planBlock(
  base: ScenarioSummary,
  plan: ScenarioSummary,
  difference: DifferenceSummary,
  columns: number,
): string {
  const rows = MAIN.map((outcome) => {
    const key = outcome.key as Outcome;
    const change = difference.outcomes[key];
    const verdict = judgement(change, outcome.better);
    return [
      `${outcome.label}${unitMark(outcome)}`,
      plainValue(base.outcomes[key].mean, outcome.unit),
      plainValue(plan.outcomes[key].mean, outcome.unit),
      differenceText(change, outcome),
      verdict === 'neither' ? '' : verdict,
    ];
  });
  const header = ['', 'base', 'plan', 'difference', ''];
  const align: Alignment[] = ['left', 'right', 'right', 'left', 'left'];
  return [
    ...wrap(`${plan.name}, against ${base.name}`, columns),
    ...textTable([header, ...rows], columns, { align }),
  ].join('\n');
}

function unitMark({ unit }: Pick<OutcomeKey, 'unit'>): string {
  return unit === 'share' ? ', %' : '';
}

function notes(summary: Summary, columns: number): string {
  const texts = ['Brackets hold the 95 % interval of a mean over the winters.'];
  if (summary.differences.length > 0) {
    texts.push(
      'Differences are paired: every scenario meets the same patients. ~ no clear difference.',
    );
  }
  const invalid = summary.scenarios.flatMap(({ name, outcomes }) => {
    const days = outcomes.daysOutsideValidityCount.mean ?? 0;
    return days >= 1 ? [`${name} ${plainValue(days, 'days')}`] : [];
  });
  if (invalid.length > 0) {
    texts.push(
      'On some days more patients wait in A&E for a bed than the model can relieve; waits on those ' +
        `days are outside the range in which it is valid. Days a winter: ${invalid.join('; ')}.`,
    );
  }
  return texts.flatMap((text) => wrap(text, columns)).join('\n');
}
