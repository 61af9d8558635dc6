// cli/terminal-table.ts: a batch as people read it on a terminal of any width.

import { WEEKDAYS } from '../sim/engine/time.js';
import type { Comparison } from '../sim/outcomes/beside-observed.js';
import { OUTCOMES, type OutcomeKey } from '../sim/outcomes/keys.js';
import type { DifferenceSummary, ScenarioSummary, Summary } from '../sim/outcomes/summary.js';
import { differenceText, estimateText, judgement, plainValue } from '../sim/outcomes/words.js';

const NARROW = 72;
const MARKS = { better: '+', worse: '−', neither: ' ' } as const;
const MAIN = OUTCOMES.filter(
  (outcome): outcome is (typeof OUTCOMES)[number] & { main: true } => 'main' in outcome,
);

/** The whole comparison: base, then one block for each plan. */
export function comparisonTable(summary: Summary, columns: number): string {
  const [base, ...others] = summary.scenarios;
  const blocks = [baseBlock(base, summary.replications, columns)];
  summary.differences.forEach((difference, i) => {
    blocks.push(planBlock(base, others[i], difference, columns));
  });
  const notes = [
    'Values are means over the winters; brackets hold the 95 % interval of the mean.',
    'Differences are paired: every scenario meets the same patients. + better, − worse.',
    ...validityNotes(summary),
  ];
  return `${blocks.join('\n\n')}\n\n${notes.join('\n')}\n`;
}

function baseBlock(base: ScenarioSummary, replications: number, columns: number): string {
  const title = `${base.name} (${replications} ${replications === 1 ? 'winter' : 'winters'} simulated)`;
  const rows = MAIN.map((outcome) => [
    `${outcome.label}${unitMark(outcome)}`,
    estimateText(base.outcomes[outcome.key], outcome.unit),
  ]);
  return [title, ...layout(rows, columns)].join('\n');
}

function planBlock(
  base: ScenarioSummary,
  plan: ScenarioSummary,
  difference: DifferenceSummary,
  columns: number,
): string {
  const rows = MAIN.map((outcome) => {
    const from = plainValue(base.outcomes[outcome.key].mean, outcome.unit);
    const to = plainValue(plan.outcomes[outcome.key].mean, outcome.unit);
    const change = difference.outcomes[outcome.key];
    return [
      `${MARKS[judgement(change, outcome.better)]} ${outcome.label}${unitMark(outcome)}`,
      `${from} → ${to}`,
      differenceText(change, outcome),
    ];
  });
  return [`${plan.name}, against ${base.name}`, ...layout(rows, columns)].join('\n');
}

function unitMark({ unit }: Pick<OutcomeKey, 'unit'>): string {
  return unit === 'share' ? ', %' : '';
}

/** Rows in columns where there is room, else each cell on a line of its own. */
function layout(rows: readonly string[][], columns: number): string[] {
  const widths = rows[0].map((_, c) => Math.max(...rows.map((row) => width(row[c]))));
  const total = widths.reduce((a, b) => a + b, 0) + 2 * widths.length;
  if (columns >= NARROW && total <= columns) {
    return rows.map((row) =>
      `  ${row.map((cell, c) => pad(cell, widths[c])).join('  ')}`.trimEnd(),
    );
  }
  const inner = Math.max(12, columns - 4);
  return rows.flatMap(([label, ...cells]) => [
    ...wrap(label, inner).map((line) => `  ${line}`),
    ...cells.flatMap((cell) => wrap(cell, inner - 2).map((line) => `    ${line}`)),
  ]);
}

function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && width(line) + 1 + width(word) > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function width(text: string): number {
  return [...text].length;
}

function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

function validityNotes(summary: Summary): string[] {
  return summary.scenarios.flatMap(({ name, outcomes }) => {
    const days = outcomes.daysOutsideValidityCount.mean ?? 0;
    if (days < 1) return [];
    return [
      `${name}: on ${plainValue(days, 'days')} days a winter more patients wait in A&E for a bed than ` +
        'the model can relieve; its waits are then outside the range in which it is valid.',
    ];
  });
}

/** Simulated beside observed, with what was promised and whether it was met. */
export function observedTable(lines: readonly Comparison[], columns: number): string {
  const rows = lines.map((line) => {
    const text = (value: number) =>
      line.unit === 'weekday' ? WEEKDAYS[value] : plainValue(value, line.unit);
    const unit = line.unit === 'share' ? ', %' : '';
    const spread = line.unit === 'weekday' ? '' : `${text(line.low)} to ${text(line.high)}`;
    return [
      `${line.label}${unit}`,
      text(line.observed),
      text(line.simulated),
      spread,
      verdict(line),
    ];
  });
  return layout([['', 'observed', 'simulated', '90 % of winters', ''], ...rows], columns).join(
    '\n',
  );
}

function verdict({ observed, simulated, tolerance, unit }: Comparison): string {
  if (tolerance === null) return '';
  if (unit === 'weekday') return observed === simulated ? 'as observed' : 'MISSED';
  const off = Math.abs(observed - simulated) * 100;
  const size = `${off.toFixed(1)} points off, allowed ${(tolerance * 100).toFixed(1)}`;
  return off <= tolerance * 100 ? size : `MISSED: ${size}`;
}
