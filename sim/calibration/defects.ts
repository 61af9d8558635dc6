// sim/calibration/defects.ts: oddities of returns, handled by rule and said, never fitted silently.

import { dayNumberOf } from '../engine/time.js';
import type { OrganisationSeries, Point } from './series.js';

/** Beds of one day as far as they can be used; NaN where a number is missing. */
export interface BedDay {
  date: string;
  open: number;
  occupied: number;
  over7: number;
  over21: number;
  /** Patients who no longer meet the criteria to reside; left out where no file has them. */
  nctr?: number;
  /** Patients discharged that day; left out where no file has them. */
  discharges?: number;
}

/** Series of one organisation that a fit can rely on. */
export interface Usable {
  org: string;
  days: BedDay[];
  /** What was left out, in words. */
  notes: string[];
  /** Occupancy that hardly varies near 100 %: the return is not a count of patients. */
  isPinned: boolean;
}

const OCCUPANCY_LEAST = 0.3;
const OCCUPANCY_MOST = 1.05;
const SPIKE_SHARE = 0.25; // of the median of the winter
const PINNED_LEVEL = 0.975;
const PINNED_SD = 0.008;
const SHORT_DAYS = 30;

/**
 * Daily beds of an organisation between two dates (both included), without what cannot be true:
 * a day without a report (zeros are missing, series.ts), occupancy below 30 % or above 105 % of
 * open beds, and open beds more than a quarter away from their median.
 */
export function usableBeds(
  { org, series }: OrganisationSeries,
  firstDay: string,
  lastDay: string,
): Usable {
  const within = (name: string) =>
    new Map(
      (series.get(name) ?? [])
        .filter(({ when }) => when >= firstDay && when <= lastDay)
        .map(({ when, value }: Point) => [when, value]),
    );
  const [open, occupied] = [within('ga_beds_open'), within('ga_beds_occupied')];
  const [over7, over21] = [within('beds_stay_over_7d'), within('beds_stay_over_21d')];
  const [ready, gone] = [within('nctr_patients'), within('discharges')];
  const typical = median([...open.values()]);
  const days: BedDay[] = [];
  const left = { impossible: 0, spike: 0, unreported: 0 };
  for (const [date, beds] of open) {
    const taken = occupied.get(date);
    if (taken === undefined) left.unreported++;
    else if (taken < OCCUPANCY_LEAST * beds || taken > OCCUPANCY_MOST * beds) left.impossible++;
    else if (Math.abs(beds - typical) > SPIKE_SHARE * typical) left.spike++;
    else {
      const long = (of: ReadonlyMap<string, number>) => {
        const value = of.get(date) ?? Number.NaN;
        return value <= taken ? value : Number.NaN;
      };
      days.push({
        date,
        open: beds,
        occupied: taken,
        over7: long(over7),
        over21: long(over21),
        ...(ready.size > 0 ? { nctr: long(ready) } : {}),
        ...(gone.size > 0 ? { discharges: gone.get(date) ?? Number.NaN } : {}),
      });
    }
  }
  const isPinned = pinned(days);
  return { org, days, notes: notesOf(org, days, left, isPinned), isPinned };
}

function pinned(days: readonly BedDay[]): boolean {
  const shares = days.map(({ open, occupied }) => occupied / open);
  return days.length >= SHORT_DAYS && mean(shares) >= PINNED_LEVEL && sd(shares) <= PINNED_SD;
}

function notesOf(
  org: string,
  days: readonly BedDay[],
  left: { impossible: number; spike: number; unreported: number },
  isPinned: boolean,
): string[] {
  const notes: string[] = [];
  const say = (count: number, words: string) => {
    if (count > 0) notes.push(`${org}: ${count} ${count === 1 ? 'day' : 'days'} ${words}.`);
  };
  say(left.unreported, 'without occupied beds were left out');
  say(left.impossible, 'with occupancy below 30 % or above 105 % were left out');
  say(left.spike, 'with open beds more than a quarter away from the median were left out');
  if (days.length === 0) notes.push(`${org}: no day has beds open and occupied.`);
  else if (days.length < SHORT_DAYS) notes.push(`${org}: only ${days.length} days can be used.`);
  if (isPinned) {
    notes.push(`${org}: occupancy hardly varies near 100 %; the level is a limit, not a count.`);
  }
  return notes;
}

export function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** Standard deviation between days; NaN for fewer than two. */
export function sd(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return values.length < 2 ? Number.NaN : Math.sqrt(squares / (values.length - 1));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Days of a month given as YYYY-MM. */
export function daysInMonth(month: string): number {
  const [year, number] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return dayNumberOf(`${next}-01`) - dayNumberOf(`${month}-01`);
}
