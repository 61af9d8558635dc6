// sim/calibration/moments.ts: a cell that holds a date with a time of day becomes minutes.

import { dayNumberOf, MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../engine/time.js';
import { valueText } from '../scenario/problems.js';
import { type Cell, type DateOrder, dateCell } from './cells.js';

/**
 * A moment in minutes since 00:00 of 1 January 1970, local time as written (clock changes are not
 * corrected: they move two nights a year by an hour). An empty cell is missing.
 */
export function momentCell(text: string, order: DateOrder): Cell<number> {
  const said = text.trim();
  if (said === '') return { value: null };
  const [date, time = '', ...rest] = said.split(/[T ]+/);
  const day = dateCell(date, order);
  if ('refused' in day) return { refused: day.refused.replace(valueText(date), valueText(said)) };
  if (day.value === null) return { value: null };
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?Z?$/.exec(time);
  const midnight = dayNumberOf(day.value) * MINUTES_PER_DAY;
  if (time === '' && rest.length === 0) {
    return { refused: `is ${valueText(said)}; allowed: a date with a time, as YYYY-MM-DD HH:MM.` };
  }
  if (clock === null || rest.length > 0) {
    return { refused: `is ${valueText(said)}; allowed: a time as HH:MM after the date.` };
  }
  const [hours, minutes] = [Number(clock[1]), Number(clock[2])];
  if (hours === 24) {
    return { refused: `is ${valueText(said)}; midnight is 00:00 of the next day.` };
  }
  if (hours > 23 || minutes > 59) {
    return { refused: `is ${valueText(said)}; allowed: a time from 00:00 to 23:59.` };
  }
  return { value: midnight + hours * MINUTES_PER_HOUR + minutes };
}
