// sim/outcomes/breach.ts: one simulated winter, day by day, and why beds were over 92 % full on a day:
// each figure of that day beside what is usual in the same winter.

import { dayNumberOf, WEEKDAYS, weekdayOf } from '../engine/time.js';
import { percentiles } from './intervals.js';
import { DAILY, type DailySeriesKey } from './keys.js';
import type { Measured } from './measures.js';
import { LIMIT } from './single-winters.js';
import { withCommas } from './words.js';

/** What a figure of a day is to its beds: it fills them, it follows from them, or it is them. */
type Role = 'fills' | 'follows' | 'is';

/** Figures of a day that explain it, in the order in which they are told. */
export const DAY_FIGURES = [
  { key: 'attendances', label: 'Attendances', more: true, role: 'fills' },
  { key: 'conveyances', label: 'Ambulance conveyances', more: true, role: 'fills' },
  { key: 'admissionsEmergency', label: 'Emergency admissions', more: true, role: 'fills' },
  { key: 'discharges', label: 'Discharges alive from a bed', more: false, role: 'fills' },
  { key: 'delayed0800', label: 'Fit to leave but in a bed at 08:00', more: true, role: 'fills' },
  { key: 'bedsOccupied0800', label: 'Beds occupied at 08:00', more: true, role: 'is' },
  { key: 'bedsOpen0800', label: 'Beds open at 08:00', more: false, role: 'fills' },
  {
    key: 'bedsLost0800',
    label: 'Beds closed for infection or want of staff',
    more: true,
    role: 'fills',
  },
  {
    key: 'awaitingBed0800',
    label: 'Waiting in A&E for a bed at 08:00',
    more: true,
    role: 'follows',
  },
  { key: 'handoverOver60', label: 'Handovers over 60 minutes', more: true, role: 'follows' },
  { key: 'electivesCancelled', label: 'Electives cancelled', more: true, role: 'follows' },
] as const satisfies readonly {
  key: DailySeriesKey;
  label: string;
  more: boolean;
  role: Role;
}[];

type Figure = (typeof DAY_FIGURES)[number];

/** A figure of one day beside its usual range: half of the winter's days lie within it. */
export interface DayFigure {
  key: DailySeriesKey;
  label: string;
  value: number;
  low: number;
  usual: number;
  high: number;
  role: Role;
  /** Whether it lies outside that range, on the side that fills beds or follows from full ones. */
  unusual: boolean;
}

export interface DayStory {
  date: string;
  /** Occupied share of open beds at 08:00; NaN where it is not known. */
  share: number;
  figures: DayFigure[];
  /** What happened and why, in sentences. */
  sentences: string[];
}

/** Days before a day whose admissions and discharges made its beds: those of the week. */
const WEEK = 7;

/** The daily series of one winter. */
export function seriesOf({ daily }: Pick<Measured, 'daily'>, key: DailySeriesKey): Float64Array {
  return daily[DAILY.findIndex((series) => series.key === key)];
}

/**
 * A day of a winter beside that winter's usual.
 * @param dates ISO dates of the reported days
 */
export function dayStory(winter: Measured, dates: readonly string[], day: number): DayStory {
  const share = seriesOf(winter, 'occupancy0800Share')[day];
  const figures = DAY_FIGURES.map((figure) => figureOf(winter, figure, day));
  return { date: dates[day], share, figures, sentences: sentencesOf(winter, dates, day, figures) };
}

function figureOf(winter: Measured, { key, label, more, role }: Figure, day: number): DayFigure {
  const series = seriesOf(winter, key);
  const [low, usual, high] = percentiles(series, [0.25, 0.5, 0.75]).map((p) => p ?? Number.NaN);
  const value = series[day];
  const unusual = more ? value > high : value < low;
  return { key, label, value, low, usual, high, role, unusual };
}

function sentencesOf(
  winter: Measured,
  dates: readonly string[],
  day: number,
  figures: readonly DayFigure[],
): string[] {
  const share = seriesOf(winter, 'occupancy0800Share');
  const occupied = seriesOf(winter, 'bedsOccupied0800')[day];
  const open = seriesOf(winter, 'bedsOpen0800')[day];
  if (Number.isNaN(share[day])) return ['Occupancy of this day is not known.'];
  const over = occupied - LIMIT * open;
  const weekday = WEEKDAYS[weekdayOf(dayNumberOf(dates[day]))];
  const start =
    `${weekday}: at 08:00 ${count(occupied)} of ${count(open)} open beds were occupied ` +
    `(${(share[day] * 100).toFixed(1)} %)`;
  if (share[day] <= LIMIT) {
    const room = Math.floor(-over + 1e-9);
    return [`${start}, not over 92 %: ${bedsText(room)} more could be filled before it was.`];
  }
  return [
    `${start}: ${bedsText(Math.ceil(over - 1e-9))} more than 92 % allows.`,
    runSentence(share, day),
    ...weekSentence(winter, day),
    ...causeSentences(figures),
  ];
}

/** For how long it had been so. */
function runSentence(share: Float64Array, day: number): string {
  let first = day;
  while (first > 0 && share[first - 1] > LIMIT) first--;
  const days = day - first + 1;
  if (days === 1) return 'The day before it was not over 92 %.';
  return first === 0
    ? `It has been over 92 % since the winter began, ${days} days ago.`
    : `It is day ${days} in a row over 92 %.`;
}

/** What the week before put into beds and took out of them, beside the winter's usual week. */
function weekSentence(winter: Measured, day: number): string[] {
  if (day < WEEK) return [];
  const admitted = sum(seriesOf(winter, 'admissionsEmergency'), day - WEEK, day);
  const left = sum(seriesOf(winter, 'discharges'), day - WEEK, day);
  const occupied = seriesOf(winter, 'bedsOccupied0800');
  const change = occupied[day] - occupied[day - WEEK];
  const usualIn = usualWeek(seriesOf(winter, 'admissionsEmergency'));
  const usualOut = usualWeek(seriesOf(winter, 'discharges'));
  const moved =
    change === 0
      ? 'as many beds were occupied as a week before'
      : `${count(Math.abs(change))} ${change > 0 ? 'more' : 'fewer'} beds were occupied than a week before`;
  return [
    `In the seven days before, ${count(admitted)} emergency patients were admitted (usual: ` +
      `${count(usualIn)}) and ${count(left)} left a bed alive (usual: ${count(usualOut)}); ${moved}.`,
  ];
}

/** What of the day itself is beyond its usual range, most unusual first; then what followed from it. */
function causeSentences(figures: readonly DayFigure[]): string[] {
  const causes = causesOf(figures);
  const effects = figures.filter(({ role, unusual }) => role === 'follows' && unusual);
  return [
    causes.length === 0
      ? 'Nothing that fills beds was beyond the usual of this winter: the hospital is this full on an ordinary day.'
      : `What filled beds beyond the usual of this winter: ${listed(causes)}.`,
    ...(effects.length === 0 ? [] : [`What followed beyond the usual: ${listed(effects)}.`]),
  ];
}

/** What filled beds beyond the usual of a winter, most unusual first. */
export function causesOf(figures: readonly DayFigure[]): DayFigure[] {
  return byDistance(figures.filter(({ role, unusual }) => role === 'fills' && unusual));
}

function byDistance(figures: readonly DayFigure[]): DayFigure[] {
  return [...figures].sort((a, b) => distance(b) - distance(a));
}

function listed(figures: readonly DayFigure[]): string {
  return byDistance(figures)
    .map(
      ({ label, value, usual }) => `${lowerFirst(label)} ${count(value)} (usual: ${count(usual)})`,
    )
    .join('; ');
}

/** How far beyond the range, in widths of the range. */
function distance({ value, low, usual, high }: DayFigure): number {
  return Math.abs(value - usual) / Math.max(1, high - low);
}

function usualWeek(series: Float64Array): number {
  const weeks: number[] = [];
  for (let day = WEEK; day <= series.length; day++) weeks.push(sum(series, day - WEEK, day));
  return percentiles(Float64Array.from(weeks), [0.5])[0] ?? Number.NaN;
}

function sum(series: Float64Array, from: number, to: number): number {
  return series.subarray(from, to).reduce((total, value) => total + value, 0);
}

function count(value: number): string {
  return Number.isNaN(value) ? '–' : withCommas(value, 0);
}

function bedsText(beds: number): string {
  return `${count(beds)} ${beds === 1 ? 'bed' : 'beds'}`;
}

function lowerFirst(label: string): string {
  return label.startsWith('A&E') ? label : label[0].toLowerCase() + label.slice(1);
}
