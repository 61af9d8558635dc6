// web/export/winter-source.ts: single winters of a batch, wherever they are held, and the one that is
// looked at.

import { seriesOf } from '../../sim/outcomes/breach.js';
import type { Measured } from '../../sim/outcomes/measures.js';
import type { WinterShown } from '../charts/winter-card.js';

/** Winters of each scenario of a batch, by the place of the scenario and their own. */
export interface WinterSource {
  names: readonly string[];
  dates(scenario: number): readonly string[];
  /** Days over 92 % of each winter. */
  days(scenario: number): readonly number[];
  /** Number of the replication of a winter. */
  number(scenario: number, place: number): number;
  at(scenario: number, place: number): Measured;
}

/** Winters to choose: by how bad they are among those simulated. */
export const WINTER_KINDS = [
  { value: 'typical', label: 'the middle one', at: 0.5 },
  { value: 'mild', label: 'the mildest', at: 0 },
  { value: 'severe', label: 'the worst', at: 1 },
] as const;

/** Which winter of which scenario, and which day of it. */
export interface WinterChoice {
  scenario: number;
  /** One of WINTER_KINDS, or the place of a winter. */
  which: string;
  /** ISO date; null for the fullest day. */
  day: string | null;
}

/** The winter that a choice means; what it has no place for is the last, or the fullest day. */
export function winterShown(
  source: WinterSource,
  { scenario, which, day }: WinterChoice,
): WinterShown {
  const of = Math.min(scenario, source.names.length - 1);
  const days = source.days(of);
  const kind = WINTER_KINDS.find(({ value }) => value === which);
  const place =
    kind === undefined ? Math.min(Number(which), days.length - 1) : winterAt(days, kind.at);
  const winter = source.at(of, place);
  const dates = source.dates(of);
  const found = day === null ? -1 : dates.indexOf(day);
  return {
    scenario: source.names[of],
    number: source.number(of, place),
    winter,
    dates,
    day: found >= 0 ? found : fullestDay(seriesOf(winter, 'occupancy0800Share')),
  };
}

/** The place of a winter among those of a scenario, by days over 92 %. */
export function winterAt(days: readonly number[], at: number): number {
  const order = days.map((_, k) => k).sort((a, b) => days[a] - days[b] || a - b);
  return order[Math.round(at * (order.length - 1))];
}

/** The day that is looked at first: the one with the most beds beyond 92 %. */
function fullestDay(shares: Float64Array): number {
  let fullest = 0;
  shares.forEach((share, day) => {
    if (share > shares[fullest] || Number.isNaN(shares[fullest])) fullest = day;
  });
  return fullest;
}
