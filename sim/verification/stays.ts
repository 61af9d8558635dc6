// sim/verification/stays.ts: V11, V17 and V18: who is in bed when somebody looks.

import { type Distribution, quantileFunction } from '../engine/distributions.js';
import { Draws, tagOf, toUnit } from '../engine/draws.js';
import { quantileOf, tabulate } from '../engine/quantile-table.js';
import type { Case, Check, MeanSample, Setting } from './check.js';
import { BATCHES, bluntnessOf, runsOf, scaled, seedOfCase } from './station-case.js';
import { type StayTables, simulateUnlimited, stayTablesOf } from './unlimited-beds.js';
import {
  bedsElapsedAtLeast,
  lognormalOf,
  poissonAtMost,
  poissonQuantile,
  staysAtLeast,
} from './unlimited-formulas.js';

const DAY = 24;
const DURATION = 4; // purpose of a draw; its odd lane is the moment of arrival

function sample(
  figure: string,
  expected: number,
  tolerance: number,
  values: readonly number[],
  bluntness = 1,
): MeanSample {
  return { kind: 'mean', figure, expected, tolerance, bluntness, values };
}

const MEAN_CENSUS = 460;
const FULL = 500;

/** The census of unlimited beds is Poisson, whatever the shape of stays. */
function poissonCase(): Case {
  const title = '460 beds needed on average, stays lognormal';
  const lognormal: Distribution = { distribution: 'lognormal', mean: DAY, cv: 1 };
  return {
    title,
    run(setting) {
      const hours = 4_000;
      const stays = stayTablesOf(scaled(lognormal, setting.serviceFactor));
      const seed = seedOfCase(setting, title);
      const runs = Array.from({ length: runsOf(BATCHES, setting) }, (_, replication) =>
        simulateUnlimited({
          ratePerHour: () => MEAN_CENSUS / DAY,
          stays,
          hours,
          startCount: MEAN_CENSUS,
          seed,
          replication,
        }).subarray(hours / 10),
      );
      const shareWith = (holds: (count: number) => boolean) =>
        runs.map((census) => census.filter(holds).length / census.length);
      const deviations = runs.map((census) =>
        Math.sqrt(census.reduce((sum, n) => sum + (n - MEAN_CENSUS) ** 2, 0) / census.length),
      );
      const sd = Math.sqrt(MEAN_CENSUS);
      const bluntness = bluntnessOf(2.5, setting);
      const atMost = (p: number) => {
        const n = poissonQuantile(p, MEAN_CENSUS);
        return sample(
          `share of time at most ${n} in bed`,
          poissonAtMost(n, MEAN_CENSUS),
          0.003,
          shareWith((count) => count <= n),
          bluntness,
        );
      };
      const full = 1 - poissonAtMost(FULL - 1, MEAN_CENSUS);
      return [
        sample('sd of the census', sd, 0.02 * sd, deviations, bluntness),
        atMost(0.95),
        atMost(0.99),
        sample(
          'share of time 500 or more',
          full,
          0.003,
          shareWith((count) => count >= FULL),
          bluntness,
        ),
      ];
    },
  };
}

/** Midnights crossed by stays that begin at any moment of the day. */
function midnightCase(): Case {
  const title = 'stays of 5 days on average, begun at any hour';
  return {
    title,
    run(setting) {
      const stay: Distribution = { distribution: 'exponential', mean: 5 };
      const table = tabulate(quantileFunction(scaled(stay, setting.serviceFactor)));
      const draws = new Draws(seedOfCase(setting, title), 0);
      const tag = tagOf(0, DURATION);
      const perBatch = Math.ceil(8_000 * setting.length);
      const midnights: number[] = [];
      const wholeDays: number[] = [];
      for (let batch = 0; batch < BATCHES; batch++) {
        let crossed = 0;
        let whole = 0;
        for (let i = 0; i < perBatch; i++) {
          const days = quantileOf(table, draws.block(batch * perBatch + i, tag));
          crossed += Math.floor(toUnit(draws.other) + days);
          whole += Math.floor(days);
        }
        midnights.push(crossed / perBatch);
        wholeDays.push(whole / perBatch);
      }
      const floor = 1 / Math.expm1(1 / 5);
      return [
        sample('midnights crossed (bed days)', 5, 0.005 * 5, midnights),
        sample('whole days of stay (the trap)', floor, 0.005 * floor, wholeDays),
      ];
    },
  };
}

const STAY = lognormalOf(7.9, 12.749);
const WATCHED_DAYS = [7, 14, 21];
const SHARE_TOLERANCE = 0.006;

interface Elapsed {
  /** Shares of beds whose patient has been there so long: at the start, and later. */
  atStart: number[];
  later: number[];
}

/** Beds filled as a run of the hospital is, then left to the arrivals. */
function elapsedCase(): Case {
  const title = 'stays of 7.9 days, sd 12.7: beds at the start and later';
  const lognormal: Distribution = { distribution: 'lognormal', mean: 7.9 * DAY, cv: 12.749 / 7.9 };
  return {
    title,
    run(setting) {
      const stays = stayTablesOf(scaled(lognormal, setting.serviceFactor));
      const runs = Array.from({ length: runsOf(BATCHES, setting) }, (_, replication) =>
        elapsedIn(stays, setting, title, replication),
      );
      return WATCHED_DAYS.flatMap((days, i) => {
        const expected = bedsElapsedAtLeast(STAY, days);
        const of = (values: readonly number[], when: string) =>
          sample(`beds of ${days} days or more, ${when}`, expected, SHARE_TOLERANCE, values);
        return [
          of(
            runs.map(({ atStart }) => atStart[i]),
            'at first',
          ),
          of(
            runs.map(({ later }) => later[i]),
            'later',
          ),
        ];
      });
    },
  };
}

function elapsedIn(
  stays: StayTables,
  setting: Setting,
  title: string,
  replication: number,
): Elapsed {
  const atStart = WATCHED_DAYS.map(() => 0);
  const later = WATCHED_DAYS.map(() => 0);
  const startCount = 2_400;
  const days = 60;
  const everyDays = 10;
  let beds = 0;
  simulateUnlimited({
    ratePerHour: () => startCount / (7.9 * DAY),
    stays,
    hours: days * DAY + 1,
    startCount,
    seed: seedOfCase(setting, title),
    replication,
    onCensus(hour, cameAt, used) {
      if (hour % (everyDays * DAY) !== 0) return;
      const counts = hour === 0 ? atStart : later;
      for (let place = 0; place < used; place++) {
        const elapsed = hour - cameAt[place];
        if (elapsed < 0) continue; // an empty place
        if (hour > 0) beds++;
        WATCHED_DAYS.forEach((limit, i) => {
          if (elapsed >= limit * DAY) counts[i]++;
        });
      }
    },
  });
  return { atStart: atStart.map((n) => n / startCount), later: later.map((n) => n / beds) };
}

/** The same stays counted by patient: most are short. */
function stayCase(): Case {
  const title = 'the same stays, by patient';
  return {
    title,
    run(setting) {
      const lognormal: Distribution = { distribution: 'lognormal', mean: 7.9, cv: 12.749 / 7.9 };
      const table = tabulate(quantileFunction(scaled(lognormal, setting.serviceFactor)));
      const draws = new Draws(seedOfCase(setting, title), 0);
      const perBatch = Math.ceil(4_000 * setting.length);
      const shares = WATCHED_DAYS.map(() => new Array<number>(BATCHES).fill(0));
      for (let i = 0; i < BATCHES * perBatch; i++) {
        const days = quantileOf(table, draws.bits(i, tagOf(0, DURATION)));
        WATCHED_DAYS.forEach((limit, j) => {
          if (days >= limit) shares[j][Math.floor(i / perBatch)] += 1 / perBatch;
        });
      }
      return WATCHED_DAYS.map((days, j) =>
        sample(
          `stays of ${days} days or more`,
          staysAtLeast(STAY, days),
          SHARE_TOLERANCE,
          shares[j],
        ),
      );
    },
  };
}

export const STAY_CHECKS: readonly Check[] = [
  {
    id: 'V11',
    title: 'M/G/∞: beds needed are Poisson',
    source: 'Mirasol 1963; Poisson distribution',
    cases: [poissonCase()],
  },
  {
    id: 'V17',
    title: 'Midnight census',
    source: 'Renewal theory: a stay crosses as many midnights as its days',
    cases: [midnightCase()],
  },
  {
    id: 'V18',
    title: 'Inspection paradox: long stays fill beds',
    source: 'Renewal theory; stays fitted to England 2019',
    cases: [elapsedCase(), stayCase()],
  },
];
