// sim/verification/seasons.ts: V12-V14: how the census follows demand that rises and falls.

import type { Distribution } from '../engine/distributions.js';
import type { Case, Check, MeanSample, Setting } from './check.js';
import { bluntnessOf, runsOf, scaled, seedOfCase } from './station-case.js';
import { type StayTables, simulateUnlimited, stayTablesOf } from './unlimited-beds.js';
import { afterStep, exponentialWave, fixedWave, type Wave } from './unlimited-formulas.js';

const DAY = 24;
const REPLICATIONS = 40;
const LEAD_IN_STAYS = 12; // e^-12 of the start is left

interface Cycle {
  title: string;
  /** Arrivals a day on average, and by what share of it they rise and fall. */
  perDay: number;
  beta: number;
  periodHours: number;
  stayHours: number;
  shape: 'exponential' | 'fixed';
  /** Cycles of the quick form in each replication. */
  cycles: number;
  /** Where 2 % of the lag is beyond any simulation: 2 % of the amplitude, as time. */
  lagToleranceHours?: number;
  quickBluntness?: number;
}

const YEAR = 365.25 * DAY;
const WEEK = 7 * DAY;

const CYCLES: readonly Cycle[] = [
  {
    title: 'a year: 100 a day ± 10 %, stays of 5 days',
    ...{ perDay: 100, beta: 0.1, periodHours: YEAR, stayHours: 5 * DAY, shape: 'exponential' },
    cycles: 2,
    quickBluntness: 2,
    lagToleranceHours: (0.02 / (2 * Math.PI)) * YEAR,
  },
  {
    title: 'a week: 100 a day ± 25 %, stays of 5 days',
    ...{ perDay: 100, beta: 0.25, periodHours: WEEK, stayHours: 5 * DAY, shape: 'exponential' },
    cycles: 30,
  },
  {
    title: 'a day: 96 a day ± 60 %, stays of 4 hours',
    ...{ perDay: 96, beta: 0.6, periodHours: DAY, stayHours: 4, shape: 'exponential' },
    cycles: 60,
  },
];

const FIXED_WEEK: Cycle = {
  title: 'a week, every stay exactly 5 days',
  ...{ perDay: 100, beta: 0.25, periodHours: WEEK, stayHours: 5 * DAY, shape: 'fixed' },
  cycles: 30,
};

/** What a replication shows: amplitude and lag of its first harmonic, and the two extremes. */
interface Seen {
  amplitudeShare: number;
  lagHours: number;
  highest: number;
  lowest: number;
}

function cycleCase(cycle: Cycle): Case {
  const { title, perDay, beta, periodHours, stayHours, quickBluntness = 1.5 } = cycle;
  const waveOf = cycle.shape === 'fixed' ? fixedWave : exponentialWave;
  const wave = waveOf(beta, periodHours, stayHours);
  const mean = (perDay / DAY) * stayHours;
  return {
    title,
    run(setting) {
      const runs = runsOf(REPLICATIONS, setting);
      const stays = stayTablesOf(scaled(stayOf(cycle), setting.serviceFactor));
      const seen = Array.from({ length: runs }, (_, k) => seenIn(cycle, wave, stays, setting, k));
      const bluntness = bluntnessOf(quickBluntness, setting);
      const sample = (
        figure: string,
        expected: number,
        of: (each: Seen) => number,
        tolerance = 0.02 * expected,
      ): MeanSample => {
        return { kind: 'mean', figure, expected, tolerance, bluntness, values: seen.map(of) };
      };
      return [
        sample('amplitude, share of mean', wave.amplitudeShare, (each) => each.amplitudeShare),
        sample(
          'lag, days',
          wave.lag / DAY,
          (each) => each.lagHours / DAY,
          lagTolerance(cycle, wave),
        ),
        sample('highest census', mean * (1 + wave.amplitudeShare), (each) => each.highest),
        sample('lowest census', mean * (1 - wave.amplitudeShare), (each) => each.lowest),
      ];
    },
  };
}

function lagTolerance({ lagToleranceHours }: Cycle, wave: Wave): number {
  return (lagToleranceHours ?? 0.02 * wave.lag) / DAY;
}

function seenIn(
  cycle: Cycle,
  wave: Wave,
  stays: StayTables,
  setting: Setting,
  replication: number,
): Seen {
  const { perDay, beta, periodHours, stayHours, cycles } = cycle;
  const omega = (2 * Math.PI) / periodHours;
  // Rates are constant within an hour, which flattens the wave: steeper hours make up for it.
  const steeper = beta / (Math.sin(omega / 2) / (omega / 2));
  const leadIn = Math.ceil(LEAD_IN_STAYS * stayHours);
  const hours = leadIn + Math.round(cycles * periodHours);
  const census = simulateUnlimited({
    ratePerHour: (hour) => (perDay / DAY) * (1 + steeper * Math.cos(omega * (hour + 0.5 - leadIn))),
    stays,
    hours,
    startCount: 0,
    seed: seedOfCase(setting, cycle.title),
    replication,
  });
  return harmonicOf(census.subarray(leadIn), periodHours, wave.lag);
}

function stayOf({ shape, stayHours }: Cycle): Distribution {
  return shape === 'fixed'
    ? { distribution: 'fixed', value: stayHours }
    : { distribution: 'exponential', mean: stayHours };
}

/** First harmonic of an hourly census, and its means at the hours of the expected extremes. */
function harmonicOf(census: Int32Array, periodHours: number, lagHours: number): Seen {
  const omega = (2 * Math.PI) / periodHours;
  let mean = 0;
  let cosine = 0;
  let sine = 0;
  census.forEach((count, hour) => {
    mean += count / census.length;
    cosine += (2 / census.length) * count * Math.cos(omega * hour);
    sine += (2 / census.length) * count * Math.sin(omega * hour);
  });
  return {
    amplitudeShare: Math.hypot(cosine, sine) / mean,
    lagHours: Math.atan2(sine, cosine) / omega,
    highest: meanAt(census, periodHours, lagHours),
    lowest: meanAt(census, periodHours, lagHours + periodHours / 2),
  };
}

/** Mean census at one moment of each cycle. */
function meanAt(census: Int32Array, periodHours: number, moment: number): number {
  let sum = 0;
  let count = 0;
  for (let time = moment; Math.round(time) < census.length; time += periodHours) {
    sum += census[Math.round(time)];
    count++;
  }
  return sum / count;
}

/** Arrivals a day that change once, or rise for a time: the census on some days after. */
interface Step {
  title: string;
  /** Arrivals a day from each day on. */
  rates: readonly (readonly [fromDay: number, perDay: number])[];
  days: readonly number[];
}

const STAY_DAYS = 5;

const STEPS: readonly Step[] = [
  {
    title: '100 a day become 110',
    rates: [[0, 110]],
    days: [1, 2, 5, 10, 20],
  },
  {
    title: '110 a day for 14 days, then 100 again',
    rates: [
      [0, 110],
      [14, 100],
    ],
    days: [14, 21],
  },
];

function stepCase({ title, rates, days }: Step): Case {
  const last = days[days.length - 1];
  const rateOn = (day: number) => rates.findLast(([from]) => from <= day)?.[1] ?? 0;
  return {
    title,
    run(setting) {
      const seed = seedOfCase(setting, title);
      const runs = runsOf(5 * REPLICATIONS, setting);
      const stay: Distribution = { distribution: 'exponential', mean: STAY_DAYS * DAY };
      const stays = stayTablesOf(scaled(stay, setting.serviceFactor));
      const census = Array.from({ length: runs }, (_, replication) =>
        simulateUnlimited({
          ratePerHour: (hour) => rateOn(Math.floor(hour / DAY)) / DAY,
          stays,
          hours: last * DAY + 1,
          startCount: 100 * STAY_DAYS,
          seed,
          replication,
        }),
      );
      return days.map((day): MeanSample => {
        const expected = censusAfter(rates, day);
        const values = census.map((hourly) => hourly[day * DAY]);
        const figure = `census after ${day} ${day === 1 ? 'day' : 'days'}`;
        return { kind: 'mean', figure, expected, tolerance: 0.01 * expected, bluntness: 1, values };
      });
    },
  };
}

/** Mean census on a day: each rate pulls it from where the one before left it. */
function censusAfter(rates: Step['rates'], day: number): number {
  let mean = 100 * STAY_DAYS;
  rates.forEach(([from, perDay], i) => {
    const until = Math.min(day, rates[i + 1]?.[0] ?? day);
    if (until > from) mean = afterStep(mean / STAY_DAYS, perDay, STAY_DAYS, until - from);
  });
  return mean;
}

export const SEASON_CHECKS: readonly Check[] = [
  {
    id: 'V12',
    title: 'M(t)/G/∞: census behind a year, a week and a day',
    source: 'Eick, Massey and Whitt 1993',
    cases: CYCLES.map(cycleCase),
  },
  {
    id: 'V13',
    title: 'M(t)/D/∞: the shape of stays matters when demand moves',
    source: 'Eick, Massey and Whitt 1993',
    cases: [cycleCase(FIXED_WEEK)],
  },
  {
    id: 'V14',
    title: 'M(t)/M/∞: a step and a surge',
    source: 'Eick, Massey and Whitt 1993',
    cases: STEPS.map(stepCase),
  },
];
