// sim/scenario/compile-readmission.ts: who comes back, when, and how many fewer come as new patients.

import type { Days } from '../engine/time.js';
import { AGE_BANDS, AGES, CLASSES, FRAILTIES } from '../hospital/categories.js';
import type { ReadmissionParameters } from '../hospital/parameters.js';
import { hourTable } from './compile-care.js';
import { admissionMix } from './mix.js';
import type { Model } from './schema.js';
import { cumulative, cumulativeRows, meanOfValues } from './tables.js';

const CELLS = AGES * FRAILTIES;

/**
 * Tables of a model's readmissions; null where they are not described. The model is that before any
 * plan, so that a plan changes who comes back and not who is left out.
 */
export function compileReadmission(model: Model, days: Days): ReadmissionParameters | null {
  const { readmission } = model.discharge;
  if (readmission === undefined) return null;
  const back = cumulative(readmission.dayShare);
  return {
    chance: returnChances(model),
    electiveFactor: readmission.electiveFactor,
    dayShares: back,
    minuteOfDay: hourTable(model.demand.hourShare.weekday),
    ways: waysOf(model),
    leftOutShare: leftOutShares(model).map((share) => Math.min(1, share)),
    backByDay: Float64Array.from({ length: days.count }, (_, day) => shareBack(back, day + 0.5)),
  };
}

/**
 * Expected readmissions as a share of A&E's admissions, by age and frailty, over the year and without
 * waves; above 1 it cannot be met by leaving out new patients.
 */
export function leftOutShares(model: Model): Float64Array {
  const mix = admissionMix(model);
  const { demand, patients, electives, stays, discharge } = model;
  const chances = returnChances(model);
  const planned = meanOfValues(electives.perDay) * (discharge.readmission?.electiveFactor ?? 0);
  const plannedAge = patients.referredAgeShare.map((share, age) =>
    age === 0 ? 0 : age === 1 ? share + patients.referredAgeShare[0] : share,
  );
  return Float64Array.from({ length: CELLS }, (_, cell) => {
    const age = Math.floor(cell / FRAILTIES);
    const frailty = cell % FRAILTIES;
    const band = AGE_BANDS[age];
    let admitted = 0;
    for (let bedClass = 0; bedClass < CLASSES; bedClass++) {
      admitted += mix.admissions[bedClass * CELLS + cell] * demand.attendancesPerDay;
    }
    if (admitted === 0) return 0;
    const ofFrailty = patients.frailtyShare[band][frailty];
    const referred = demand.referredPerDay * patients.referredAgeShare[age] * ofFrailty;
    const dies = Math.min(1, stays.deathShare[band] * stays.deathFrailtyFactor[frailty]);
    const alive = 1 - (1 - stays.shortShare[band]) * dies;
    const leave = (admitted + referred) * alive + planned * plannedAge[age] * ofFrailty;
    return (leave * chances[cell]) / admitted;
  });
}

/** Chance of coming back by age and frailty: frailty multiplies the odds of who is not frail. */
function returnChances({ discharge }: Model): Float64Array {
  const { readmission } = discharge;
  return Float64Array.from({ length: CELLS }, (_, cell) => {
    if (readmission === undefined) return 0;
    const share = readmission.share[AGE_BANDS[Math.floor(cell / FRAILTIES)]];
    const odds = readmission.frailtyOdds[cell % FRAILTIES] * share;
    return share === 1 ? 1 : odds / (1 - share + odds);
  });
}

/** Mode x acuity of who needs admission, by age and frailty. */
function waysOf(model: Model): Float64Array {
  const { ambulanceShare, chance } = admissionMix(model);
  const { acuityShare } = model.patients;
  const rows = Array.from({ length: CELLS }, (_, cell) =>
    (['walkIn', 'ambulance'] as const).flatMap((name, mode) => {
      const inMode = mode === 1 ? ambulanceShare[cell] : 1 - ambulanceShare[cell];
      return acuityShare[name].map(
        (share, a) => share * inMode * chance[(cell * 2 + mode) * acuityShare[name].length + a],
      );
    }),
  );
  return cumulativeRows(rows);
}

/** Share of those who come back who do so within so many days of leaving. */
function shareBack(back: Float64Array, days: number): number {
  const day = Math.floor(days);
  if (day >= back.length) return 1;
  const before = day === 0 ? 0 : back[day - 1];
  return before + (back[day] - before) * (days - day);
}
