// sim/calibration/cells.ts: what one cell of a data file says: a number, a date, a month, an hour.
//
// Nothing is guessed: a cell that can be read in two ways is refused, with how to write it.

import { dateOf, dayNumberOf } from '../engine/time.js';
import { valueText } from '../scenario/problems.js';

/** A value, nothing, or why there is none. */
export type Cell<T> = { value: T | null } | { refused: string };

/** The order of day and month in dates such as 01/02/2026; null: such dates are refused. */
export type DateOrder = 'day-first' | 'month-first' | null;

export const DATE_ORDERS = ['day-first', 'month-first'] as const;

const EXCEL_DAY_ZERO = dayNumberOf('1899-12-30');
const [SERIAL_LEAST, SERIAL_MOST] = [20_000, 80_000];

export interface NumberRange {
  least: number;
  most: number;
  whole: boolean;
}

/** A number; an empty cell is missing. */
export function numberCell(text: string, range: NumberRange, decimalComma: boolean): Cell<number> {
  const said = text.trim();
  if (said === '' || said === '-' || /^(n\/?a|null)$/i.test(said)) return { value: null };
  const refused = (hint: string): Cell<number> => ({ refused: `is ${valueText(said)}; ${hint}` });
  const plain = decimalComma ? said.replace(',', '.') : said;
  if (/^[+-]?\d+(\.\d+)?e[+-]?\d+$/i.test(plain)) {
    return refused('Excel has rounded it: show the column as a number and save again.');
  }
  if (/^£/.test(said)) return refused('write the number without £.');
  if (/%$/.test(said)) return refused('write a share from 0 to 1 in place of a percentage.');
  if (/^\d{1,3}([ ,.]\d{3})+$/.test(said) && !/^[+-]?\d+(\.\d+)?$/.test(plain)) {
    return refused(`write ${said.replace(/[ ,.]/g, '')}, without marks between thousands.`);
  }
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(plain)) return refused('allowed: a number.');
  const value = Number(plain);
  const { least, most, whole } = range;
  if (value < least || value > most || (whole && !Number.isInteger(value))) {
    return refused(`allowed: a ${whole ? 'whole ' : ''}number from ${least} to ${most}.`);
  }
  return { value };
}

/** A day as YYYY-MM-DD. */
export function dateCell(text: string, order: DateOrder): Cell<string> {
  const said = text.trim();
  if (said === '') return { refused: 'is empty; allowed: a date as YYYY-MM-DD.' };
  const [date, time = ''] = said.split(/[T ]/);
  if (/^24:00/.test(time)) {
    return { refused: `is ${valueText(said)}; midnight is 00:00 of the next day.` };
  }
  if (time !== '' && !/^00:00(:00(\.0+)?)?Z?$/.test(time)) {
    return { refused: `is ${valueText(said)}; allowed: a date without a time of day.` };
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return existing(date, said);
  const parts = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(date);
  if (parts !== null) return inOrder(parts.slice(1), order, said);
  const serial = Number(said);
  if (/^\d{5}$/.test(said) && serial >= SERIAL_LEAST && serial <= SERIAL_MOST) {
    const meant = dateOf(EXCEL_DAY_ZERO + serial);
    return {
      refused: `is ${said}, as Excel counts days (${meant}); show the column as YYYY-MM-DD and save again.`,
    };
  }
  return { refused: `is ${valueText(said)}; allowed: a date as YYYY-MM-DD.` };
}

function existing(date: string, said: string): Cell<string> {
  if (Number.isNaN(dayNumberOf(date))) {
    return { refused: `is ${valueText(said)}; allowed: a date that exists, as YYYY-MM-DD.` };
  }
  return { value: date };
}

function inOrder(parts: readonly string[], order: DateOrder, said: string): Cell<string> {
  if (order === null) {
    return {
      refused:
        `is ${valueText(said)}, in which day and month cannot be told apart for sure; write ` +
        'YYYY-MM-DD, or say --dates day-first or --dates month-first.',
    };
  }
  const [first, second, year] = parts;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  if (Number(month) > 12) {
    return { refused: `is ${valueText(said)}, which has month ${month} when read ${order}.` };
  }
  return existing(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, said);
}

/** A month as YYYY-MM, also written as its first day. */
export function monthCell(text: string, order: DateOrder): Cell<string> {
  const said = text.trim();
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(said)) return { value: said };
  const date = dateCell(said, order);
  if ('refused' in date || date.value === null) return date;
  if (!date.value.endsWith('-01')) {
    return { refused: `is ${valueText(said)}; allowed: a month as YYYY-MM, or its first day.` };
  }
  return { value: date.value.slice(0, 'YYYY-MM'.length) };
}

/** An hour of the day, 0 to 23. */
export function hourCell(text: string): Cell<number> {
  const said = text.trim();
  const hour = /^(\d{1,2})(:00)?$/.exec(said)?.[1];
  if (hour === undefined) {
    return { refused: `is ${valueText(said)}; allowed: an hour from 0 to 23.` };
  }
  if (Number(hour) === 24) return { refused: `is ${said}; midnight is hour 0 of the next day.` };
  if (Number(hour) > 23) return { refused: `is ${said}; allowed: an hour from 0 to 23.` };
  return { value: Number(hour) };
}
