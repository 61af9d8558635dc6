// sim/engine/time.ts: calendar facts by day, in local civil time, without any clock or time zone.
//
// Simulated time is minutes from 00:00 of day 0. Clock changes are left out: each day has 24 hours.

export const MINUTES_PER_HOUR = 60;
export const MINUTES_PER_DAY = 1440;
export const MINUTES_PER_WEEK = 10080;
export const HOURS_PER_WEEK = 168;

export const MONDAY = 0;
export const FRIDAY = 4;
export const SATURDAY = 5;
export const SUNDAY = 6;
export const WEEKDAYS = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

/** Day number of an ISO date (days from 1970-01-01), or NaN when there is no such date. */
export function dayNumberOf(date: string): number {
  const match = /(\d{4})-(\d{2})-(\d{2})/.exec(date);
  if (!match) return Number.NaN;
  const [year, month, day] = match.slice(1).map(Number);
  const number = dayNumber(year, month, day);
  return dateOf(number) === date ? number : Number.NaN; // neither 30 February nor more text
}

/** ISO date of a day number. */
export function dateOf(dayNumber: number): string {
  const { year, month, day } = civil(dayNumber);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Weekday of a day number: 0 is Monday. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}

/** Month of a day number: 1 is January. */
export function monthOf(dayNumber: number): number {
  return civil(dayNumber).month;
}

/** Facts of each day of a run, by day index from the start of its lead-in. */
export interface Days {
  count: number;
  /** Day index of the first reported day. */
  reportedFrom: number;
  /** Day number (from 1970-01-01) of day 0. */
  firstNumber: number;
  /** 0 is Monday. */
  weekday: Uint8Array;
  /** 1-12. */
  month: Uint8Array;
  /** 1 on a bank holiday. */
  bankHoliday: Uint8Array;
}

/**
 * Builds the table of days of a run.
 * @param firstDay ISO date of the first reported day
 * @param lastDay ISO date of the last reported day
 * @param bankHolidays ISO dates
 */
export function daysOf(
  firstDay: string,
  lastDay: string,
  leadInDays: number,
  bankHolidays: ReadonlySet<string>,
): Days {
  const firstNumber = dayNumberOf(firstDay) - leadInDays;
  const count = dayNumberOf(lastDay) - firstNumber + 1;
  if (!(count > leadInDays)) throw new RangeError(`No days from ${firstDay} to ${lastDay}.`);
  const numbers = Array.from({ length: count }, (_, day) => firstNumber + day);
  return {
    count,
    reportedFrom: leadInDays,
    firstNumber,
    weekday: Uint8Array.from(numbers, weekdayOf),
    month: Uint8Array.from(numbers, monthOf),
    bankHoliday: Uint8Array.from(numbers, (number) => Number(bankHolidays.has(dateOf(number)))),
  };
}

/** ISO date of a day index of a run. */
export function dateOfDay(days: Days, day: number): string {
  return dateOf(days.firstNumber + day);
}

/** Day index of an ISO date in a run; may lie outside it. */
export function dayOfDate(days: Days, date: string): number {
  return dayNumberOf(date) - days.firstNumber;
}

// Days from the civil date by counting in eras of 400 years from 1 March 0000 (Gregorian calendar).

function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function civil(number: number): { year: number; month: number; day: number } {
  const z = number + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
