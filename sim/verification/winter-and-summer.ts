// sim/verification/winter-and-summer.ts: V22: four hours in January and in June.
//
// England's type 1 performance falls by 8.9 points from June to January although 4 % fewer people
// come, because 8 % more of them are admitted. The fitted Lister opens flexible beds under pressure,
// which hides most of that; with its beds fixed the fall must appear in its national size.

import type { Parameters } from '../hospital/parameters.js';
import { simulate } from '../hospital/simulate.js';
import type { Model } from '../scenario/schema.js';
import type { Case, Check, Expected, MeanSample, Setting } from './check.js';
import { listerWith } from './lister.js';
import { bluntnessOf, runsOf, seedOfCase } from './station-case.js';

/**
 * Emergency admissions ÷ attendances by month, relative to their mean: NHS England monthly A&E,
 * type 1, 2016-19. The flu wave is part of it, so none is added.
 */
const CONVERSION = [
  1.048, 1.03, 1.015, 0.986, 0.963, 0.968, 0.954, 1.001, 0.988, 0.993, 1.015, 1.044,
];
const JANUARY = { firstDay: '2018-01-01', lastDay: '2018-01-31', leadInDays: 56 };
const JUNE = { firstDay: '2018-06-01', lastDay: '2018-06-30', leadInDays: 56 };
const REPLICATIONS = 12;
const FALL = -0.089;
const TOLERANCE = 0.04;

/** January and June of one replication. */
interface Months {
  within4hShare: [january: number, june: number];
  attendancesPerDay: [january: number, june: number];
}

function monthsIn(pair: readonly Parameters[], seed: readonly [number, number], k: number): Months {
  const [january, june] = pair.map((parameters) => {
    const { daily } = simulate(parameters, seed, k).sites[0];
    return {
      within4h: sum(daily.within4h) / sum(daily.clocked),
      perDay: sum(daily.attendances) / daily.attendances.length,
    };
  });
  return {
    within4hShare: [january.within4h, june.within4h],
    attendancesPerDay: [january.perDay, june.perDay],
  };
}

function sum(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}

function monthsCase(title: string, change: (model: Model) => void, expected: Expected): Case {
  return {
    title,
    run(setting) {
      const months = run(title, change, setting);
      const sample = (
        figure: string,
        range: Expected,
        tolerance: number,
        of: (each: Months) => number,
      ): MeanSample => {
        const bluntness = bluntnessOf(1.5, setting);
        return {
          kind: 'mean',
          figure,
          expected: range,
          tolerance,
          bluntness,
          values: months.map(of),
        };
      };
      return [
        sample('within 4 hours, January less June', expected, TOLERANCE, ({ within4hShare }) => {
          return within4hShare[0] - within4hShare[1];
        }),
        sample(
          'attendances, January less June',
          [-0.06, -0.02],
          0.02,
          ({ attendancesPerDay: [january, june] }) => january / june - 1,
        ),
      ];
    },
  };
}

function run(title: string, change: (model: Model) => void, setting: Setting): Months[] {
  const pair = [JANUARY, JUNE].map((period) =>
    listerWith(setting.library, (model) => {
      model.period = period;
      model.patients.admission.monthIndex = CONVERSION;
      model.season.flu.scale = 0;
      change(model);
    }),
  );
  const seed = seedOfCase(setting, title);
  const runs = runsOf(REPLICATIONS, setting);
  return Array.from({ length: runs }, (_, k) => monthsIn(pair, seed, k));
}

const WORSE: Expected = [Number.NEGATIVE_INFINITY, 0];

export const SEASONAL_CHECKS: readonly Check[] = [
  {
    id: 'V22',
    title: 'January is worse than June, with fewer attendances',
    source: 'NHS England monthly A&E, type 1, 2016-19',
    cases: [
      monthsCase('Lister, flexible beds as fitted', () => undefined, WORSE),
      monthsCase(
        'Lister, beds fixed',
        (model) => {
          model.beds.flex.most = 0;
        },
        [FALL - TOLERANCE, FALL + TOLERANCE],
      ),
    ],
  },
];
