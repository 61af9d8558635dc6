// sim/verification/station-case.ts: a station, how long it runs, and what theory says of it.

import type { Distribution } from '../engine/distributions.js';
import { meanOf } from '../engine/distributions.js';
import { type Seed, seedOf } from '../engine/seed.js';
import { type Case, type MeanSample, type Setting, THOROUGH } from './check.js';
import { type Station, simulateStation } from './station.js';
import type { Figures } from './station-figures.js';

/** Batches, or replications, of each case. */
export const BATCHES = 40;

/** A figure of a station beside theory. */
export interface Target {
  figure: string;
  expected: number;
  /** Allowed difference as a share of the expected figure ... */
  toleranceShare?: number;
  /** ... or in its own units. */
  tolerance?: number;
  /** Which figure of a run it is. */
  of: (figures: Figures) => number[];
}

export interface StationCase {
  title: string;
  station: Station;
  /** Arrivals of the quick form, warm-up not counted. */
  arrivals: number;
  limits?: readonly number[];
  targets: readonly Target[];
  /** Widest half-width of the quick form, in tolerances; 1 in the thorough form. */
  quickBluntness?: number;
  /** Independent replications in place of batches of one run. */
  replications?: boolean;
}

/** Seed of a case: other cases have other draws. */
export function seedOfCase({ seed }: Setting, title: string): Seed {
  return seedOf(`verify: ${seed}: ${title}`);
}

/** Replications of a run whose quick form has so many; at least two, or nothing has an interval. */
export function runsOf(quick: number, { length }: Setting): number {
  return Math.max(2, Math.ceil(quick * length));
}

/** Widest half-width, in tolerances: wider is allowed only below the thorough length. */
export function bluntnessOf(quick: number, { length }: Setting): number {
  return length >= THOROUGH ? 1 : quick;
}

/** A distribution of the same shape whose mean is `factor` times as large. */
export function scaled(of: Distribution, factor: number): Distribution {
  switch (of.distribution) {
    case 'fixed':
      return { ...of, value: of.value * factor };
    case 'exponential':
    case 'gamma':
    case 'weibull':
      return { ...of, mean: of.mean * factor };
    case 'lognormal':
      return { ...of, mean: of.mean * factor, median: of.median && of.median * factor };
    default:
      throw new RangeError(
        `A ${of.distribution} distribution of mean ${meanOf(of)} is not scaled.`,
      );
  }
}

/** Makes a case of a station. */
export function stationCase(of: StationCase): Case {
  const { title, targets, quickBluntness = 1 } = of;
  return {
    title,
    run(setting) {
      const figures = of.replications ? replicated(of, setting) : batched(of, setting);
      const bluntness = bluntnessOf(quickBluntness, setting);
      return targets.map((target) => sampleOf(target, figures, bluntness));
    },
  };
}

function batched(of: StationCase, setting: Setting): Figures[] {
  const batchTime = arrivalsOf(of, setting) / rateOf(of.station) / BATCHES;
  const plan = { batches: BATCHES, batchTime, warmUpTime: warmUpOf(of.station, batchTime) };
  const seed = seedOfCase(setting, of.title);
  return [simulateStation(stationOf(of, setting), { ...plan, limits: of.limits, seed })];
}

function replicated(of: StationCase, setting: Setting): Figures[] {
  const seed = seedOfCase(setting, of.title);
  // The hours of one run are limited, so longer means more runs.
  const runs = runsOf(BATCHES, setting);
  const batchTime = of.arrivals / rateOf(of.station) / BATCHES;
  const warmUpTime = warmUpOf(of.station, batchTime);
  return Array.from({ length: runs }, (_, replication) =>
    simulateStation(stationOf(of, setting), {
      batches: 1,
      batchTime,
      warmUpTime,
      limits: of.limits,
      seed,
      replication,
    }),
  );
}

function arrivalsOf({ arrivals }: StationCase, { length }: Setting): number {
  return arrivals * length;
}

function rateOf({ streams }: Station): number {
  return streams.reduce((sum, { rate }) => sum + rate, 0);
}

/** A quarter of a batch, but never more than many mean stays: the start is near its long run. */
function warmUpOf({ streams }: Station, batchTime: number): number {
  const longest = Math.max(...streams.map(({ service }) => meanOf(service)));
  return Math.min(batchTime / 4, WARM_UP_STAYS * longest);
}

const WARM_UP_STAYS = 400;

function stationOf({ station }: StationCase, { serviceFactor }: Setting): Station {
  if (serviceFactor === 1) return station;
  const streams = station.streams.map((stream) => ({
    ...stream,
    service: scaled(stream.service, serviceFactor),
  }));
  return { ...station, streams };
}

function sampleOf(target: Target, figures: readonly Figures[], bluntness: number): MeanSample {
  const { figure, expected, toleranceShare = 0 } = target;
  const tolerance = target.tolerance ?? toleranceShare * expected;
  const values = figures.flatMap((each) => target.of(each));
  return { kind: 'mean', figure, expected, tolerance, bluntness, values };
}
