// web/state/own-history.ts: a series that somebody pastes, from a spreadsheet or a CSV file: a date and a
// value a line. It stays in the page.

import { dateCell, monthCell, numberCell } from '../../sim/calibration/cells.js';
import { dateOf, dayNumberOf, weekdayOf } from '../../sim/engine/time.js';
import { VALUES_LEAST } from '../../sim/outcomes/xmr.js';
import { counted, valueText } from '../../sim/scenario/problems.js';

export interface OwnHistory {
  /** ISO dates; of months their first day, of weeks their Monday. */
  dates: string[];
  values: number[];
  /** What was done to the values before they are shown, in sentences. */
  notes: string[];
}

const LINES_MAX = 5000;
const DAYS_A_WEEK = 7;
const DAYS_OF_WEEK_LEAST = 5; // reported, for the mean of a week
const ANY_NUMBER = { least: -1e12, most: 1e12, whole: false };

/** Reads the text; a sentence with the place, the value and what is allowed where it cannot be read. */
export function readHistory(text: string): OwnHistory | string {
  const lines = text.split(/\r?\n/);
  if (lines.length > LINES_MAX) {
    return `The text has ${lines.length} lines; allowed: at most ${LINES_MAX}.`;
  }
  const found = new Map<number, number>();
  let missing = 0;
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const cells = line
      .split(/[\t;]/.test(line) ? /[\t;]/ : ',')
      .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const where = `Line ${i + 1}`;
    if (cells.length !== 2) {
      return `${where} is ${valueText(line)}; allowed: a date and a value, in two columns.`;
    }
    const day = dayOf(cells[0]);
    if (typeof day === 'string') {
      if (found.size + missing === 0 && !/\d/.test(cells[0])) continue; // names of the columns
      return `${where}: the date ${day}`;
    }
    if (found.has(day)) return `${where}: ${cells[0]} stands there twice; allowed: once.`;
    const value = numberCell(cells[1].replace(/ ?%$/, ''), ANY_NUMBER, false);
    if ('refused' in value) return `${where}: the value ${value.refused}`;
    if (value.value === null) missing++;
    else found.set(day, value.value);
  }
  const days = [...found].sort(([a], [b]) => a - b);
  const history = averaged(days);
  if (missing > 0) history.notes.push(`Left out: ${counted(missing, 'date')} without a value.`);
  if (history.values.length < VALUES_LEAST) {
    return `The text has ${counted(history.values.length, 'value')}; allowed: at least ${VALUES_LEAST}.`;
  }
  return history;
}

/** The day number of a date, or of the first day of a month; else what is wrong with it. */
function dayOf(text: string): number | string {
  const month = monthCell(text, 'day-first');
  if (!('refused' in month) && month.value !== null) return dayNumberOf(`${month.value}-01`);
  const date = dateCell(text, 'day-first');
  if ('refused' in date) return date.refused;
  return dayNumberOf(String(date.value));
}

/** Values of days become means of weeks: days of the week differ, which would look like signals. */
function averaged(days: readonly (readonly [number, number])[]): OwnHistory {
  const gaps = days.slice(1).map(([day], i) => day - days[i][0]);
  const sorted = [...gaps].sort((a, b) => a - b);
  const isDaily = gaps.length > 0 && sorted[sorted.length >> 1] < DAYS_OF_WEEK_LEAST;
  if (!isDaily) {
    const notes: string[] = [];
    return {
      dates: days.map(([day]) => dateOf(day)),
      values: days.map(([, value]) => value),
      notes,
    };
  }
  const weeks = new Map<number, number[]>();
  for (const [day, value] of days) {
    const monday = day - weekdayOf(day);
    weeks.set(monday, [...(weeks.get(monday) ?? []), value]);
  }
  const whole = [...weeks].filter(([, values]) => values.length >= DAYS_OF_WEEK_LEAST);
  const left = weeks.size - whole.length;
  const notes = [
    `Days were averaged to ${counted(whole.length, 'week')} from Monday: days of the week differ, and would look like signals.`,
  ];
  if (left > 0) {
    notes.push(
      `Left out: ${counted(left, 'week')} with fewer than ${DAYS_OF_WEEK_LEAST} of ${DAYS_A_WEEK} days.`,
    );
  }
  const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  return {
    dates: whole.map(([monday]) => dateOf(monday)),
    values: whole.map(([, values]) => meanOf(values)),
    notes,
  };
}
