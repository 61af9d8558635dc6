// sim/calibration/levers.ts: what simulation moves to meet a target, each on a logarithmic scale.

import type { Distribution } from '../engine/distributions.js';
import { power } from '../engine/special.js';
import { SATURDAY } from '../engine/time.js';
import { POOLS } from '../hospital/categories.js';
import type { Model } from '../scenario/schema.js';
import type { Bounds } from './broyden.js';

export interface Lever {
  id: 'stay' | 'tail' | 'longer' | 'beds' | 'department' | 'waits' | 'weekend';
  /** Path of the numbers that it multiplies. */
  path: string;
  words: string;
  bounds: Bounds;
  /** Multiplies its numbers in place by e to the power of `by`. */
  move(model: Model, by: number): void;
}

const SHORT_MOST = 0.97;
const CHANCE_MOST = 0.98;
const WIDE: Bounds = { least: -1, most: 1 };

export const LEVERS: readonly Lever[] = [
  {
    id: 'stay',
    path: 'stays.meanDays',
    words: 'mean clinical stay',
    bounds: WIDE,
    move: (model, by) => {
      const { meanDays } = model.stays;
      for (const band of Object.keys(meanDays) as (keyof typeof meanDays)[]) {
        meanDays[band] = digits(meanDays[band] * power(Math.E, by));
      }
    },
  },
  {
    id: 'tail',
    path: 'stays.cv',
    words: 'variation of clinical stays',
    bounds: { least: -0.7, most: 0.6 },
    move: (model, by) => {
      model.stays.cv = digits(model.stays.cv * power(Math.E, by));
    },
  },
  {
    id: 'longer',
    path: 'stays.shortShare',
    words: 'share of stays that are not short',
    bounds: { least: -0.7, most: 0.7 },
    move: (model, by) => {
      const { shortShare } = model.stays;
      for (const band of Object.keys(shortShare) as (keyof typeof shortShare)[]) {
        const longer = (1 - shortShare[band]) * power(Math.E, by);
        shortShare[band] = digits(Math.max(0, Math.min(SHORT_MOST, 1 - longer)));
      }
    },
  },
  {
    id: 'beds',
    path: 'beds',
    words: 'core beds',
    bounds: { least: -0.25, most: 0.25 },
    move: (model, by) => {
      for (const pool of POOLS) {
        const { core } = model.beds[pool] ?? { core: 0 };
        if (core > 0) model.beds[pool].core = Math.max(1, Math.round(core * power(Math.E, by)));
      }
    },
  },
  {
    id: 'department',
    path: 'department.consultMinutes',
    words: 'time of a first look in A&E',
    bounds: { least: -0.8, most: 0.8 },
    move: (model, by) => {
      const { consultMinutes } = model.department;
      for (const area of ['resus', 'majors', 'minors'] as const) {
        consultMinutes[area] = scaled(consultMinutes[area], power(Math.E, by));
      }
    },
  },
  {
    id: 'waits',
    path: 'discharge.assessmentDays',
    words: 'time to assess and arrange care after hospital',
    bounds: { least: -1.5, most: 2 },
    move: (model, by) => {
      const { assessmentDays } = model.discharge;
      for (const pathway of ['p1', 'p2', 'p3'] as const) {
        assessmentDays[pathway] = scaled(assessmentDays[pathway], power(Math.E, by));
      }
    },
  },
  {
    id: 'weekend',
    path: 'discharge.homeChance',
    words: 'chance to leave, or to be found ready, on a day of the weekend',
    bounds: { least: -1.5, most: 0.5 },
    move: (model, by) => {
      const { homeChance, placedChance, wardRoundChance } = model.discharge;
      for (const chances of [homeChance, placedChance, wardRoundChance]) {
        for (const day of [SATURDAY, SATURDAY + 1]) {
          chances[day] = digits(Math.min(CHANCE_MOST, chances[day] * power(Math.E, by)));
        }
      }
    },
  },
];

/** A copy of a model with levers moved. */
export function movedModel(model: Model, levers: readonly Lever[], by: readonly number[]): Model {
  const moved = structuredClone(model);
  levers.forEach((lever, i) => {
    if (by[i] !== 0) lever.move(moved, by[i]);
  });
  return moved;
}

/** A distribution with all its times multiplied. */
function scaled<T>(of: T, factor: number): T {
  const times = ['mean', 'median', 'value', 'low', 'likely', 'high'];
  const entries = Object.entries(of as Distribution).map(([key, value]) => [
    key,
    times.includes(key) && typeof value === 'number' ? digits(value * factor) : value,
  ]);
  return Object.fromEntries(entries) as T;
}

function digits(value: number): number {
  return Number(value.toPrecision(5));
}
