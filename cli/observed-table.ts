// cli/observed-table.ts: simulated beside observed on a terminal, with what was promised and met.

import { WEEKDAYS } from '../sim/engine/time.js';
import type { Comparison } from '../sim/outcomes/beside-observed.js';
import { plainValue } from '../sim/outcomes/words.js';
import { type Alignment, textTable, wrap } from './text-table.js';

const ALIGN: readonly Alignment[] = ['left', 'right', 'right', 'right', 'left'];
const HEADER = ['observed', 'simulated', '90 % of winters', 'points off'];

/** Three tables: the winter, its weekdays, its months; then what was missed. */
export function observedTable(lines: readonly Comparison[], columns: number): string {
  const whole = lines.filter(({ weekday, month }) => weekday === undefined && month === undefined);
  const days = lines.filter(({ weekday }) => weekday !== undefined);
  const months = lines.filter(({ month }) => month !== undefined);
  const blocks = [
    textTable([['The reported days', ...HEADER], ...whole.map(rowOf)], columns, { align: ALIGN }),
  ];
  if (days.length > 0) blocks.push(weekdayTable(days, columns));
  if (months.length > 0) {
    const title = ['Type 1 A&E by month', ...HEADER];
    blocks.push(textTable([title, ...months.map(rowOf)], columns, { align: ALIGN }));
  }
  blocks.push(missedLines(lines, columns));
  return blocks.map((block) => block.join('\n')).join('\n\n');
}

function weekdayTable(lines: readonly Comparison[], columns: number): string[] {
  const names = lines.map(({ weekday = 0 }) => WEEKDAYS[weekday].slice(0, 3));
  const values = (of: (line: Comparison) => number) =>
    lines.map((line) => plainValue(of(line), line.unit as 'share'));
  const rows = [
    ['Occupancy by weekday, %', ...names],
    ['observed', ...values(({ observed }) => observed)],
    ['simulated', ...values(({ simulated }) => simulated)],
  ];
  return textTable(rows, columns, { align: ['left', ...names.map((): Alignment => 'right')] });
}

function rowOf(line: Comparison): string[] {
  const text = (value: number) =>
    line.unit === 'weekday' ? WEEKDAYS[value] : plainValue(value, line.unit);
  return [
    `${line.label}${line.unit === 'share' ? ', %' : ''}`,
    text(line.observed),
    text(line.simulated),
    line.unit === 'weekday' ? '' : `${text(line.low)} to ${text(line.high)}`,
    verdict(line),
  ];
}

function verdict(line: Comparison): string {
  if (line.tolerance === null) return '';
  if (line.unit === 'weekday') return missed(line) ? 'MISSED' : 'as observed';
  const allowed = (line.tolerance * 100).toFixed(1);
  return missed(line) ? `${points(line)} > ${allowed} MISSED` : `${points(line)} ≤ ${allowed}`;
}

function missedLines(lines: readonly Comparison[], columns: number): string[] {
  const promised = lines.filter(({ tolerance }) => tolerance !== null);
  const misses = promised.filter(missed);
  const met = `${promised.length - misses.length} of ${promised.length} promises about these figures are met`;
  const text =
    misses.length === 0
      ? `${met}.`
      : `${met}; missed: ${misses.map((line) => `${line.label} (${missText(line)})`).join('; ')}.`;
  return wrap(text, columns);
}

function missText(line: Comparison): string {
  return line.unit === 'weekday' ? 'another day' : `by ${points(line)} points`;
}

function missed({ observed, simulated, tolerance, unit }: Comparison): boolean {
  if (tolerance === null) return false;
  return unit === 'weekday' ? observed !== simulated : Math.abs(observed - simulated) > tolerance;
}

function points({ observed, simulated }: Comparison): string {
  return (Math.abs(observed - simulated) * 100).toFixed(1);
}
