// sim/scenario/mix.ts: what the mix of patients implies: chances of admission, weights in beds.

import { distributionFunction } from '../engine/distributions.js';
import {
  ACUITIES,
  AGE_75_84,
  AGE_BANDS,
  AGES,
  CLASSES,
  FRAIL,
  FRAILTIES,
  MEDICAL,
  OLDER_PEOPLE,
} from '../hospital/categories.js';

import { eligibleCell } from '../hospital/offers.js';
import type { Model } from './schema.js';

const MODES = 2; // walk-in, ambulance

/** Chances and weights by age and frailty that follow from a model's patients. */
export interface AdmissionMix {
  /** Share of attendances, by age and frailty. */
  attendanceShare: Float64Array;
  /** Share that comes by ambulance, by age and frailty. */
  ambulanceShare: Float64Array;
  /** Need for admission by age and frailty x mode x acuity. */
  chance: Float64Array;
  /** Shares of classes of bed, by age and frailty. */
  classShare: Float64Array;
  /** Emergency admissions through A&E by class x age x frailty, as shares of attendances. */
  admissions: Float64Array;
  /** P(needs admission and stays at most so long | eligible attendance). */
  shareAvoidable(eligible: Uint8Array, stayMinutesMax: number): number;
  /** P(acuity and stay allow it | eligible patient who needs admission). */
  shareOfTake(eligible: Uint8Array, acuityFrom: number, stayMinutesMax: number): number;
}

/** Works out the mix of a complete model. */
export function admissionMix(model: Model): AdmissionMix {
  const { patients } = model;
  const cells = AGES * FRAILTIES;
  const attendanceShare = new Float64Array(cells);
  const ambulanceShare = new Float64Array(cells);
  const chance = new Float64Array(cells * MODES * ACUITIES.length);
  const targets = admissionByAge(model);
  AGE_BANDS.forEach((band, age) => {
    const frailty = patients.frailtyShare[band];
    const ambulance = chancesOf(
      patients.ambulanceShare[band],
      frailty,
      patients.ambulanceFrailtyOdds,
    );
    const weights: number[] = [];
    const odds: number[] = [];
    for (let f = 0; f < FRAILTIES; f++) {
      const cell = age * FRAILTIES + f;
      attendanceShare[cell] = patients.ageShare[age] * frailty[f];
      ambulanceShare[cell] = ambulance[f];
      for (let mode = 0; mode < MODES; mode++) {
        const inMode = mode === 1 ? ambulance[f] : 1 - ambulance[f];
        const acuity = patients.acuityShare[mode === 1 ? 'ambulance' : 'walkIn'];
        acuity.forEach((inAcuity, a) => {
          weights.push(frailty[f] * inMode * inAcuity);
          const byMode = mode === 1 ? patients.admission.ambulanceOdds : 1;
          odds.push(patients.admission.frailtyOdds[f] * byMode * patients.admission.acuityOdds[a]);
        });
      }
    }
    chance.set(chancesOf(targets[age], weights, odds), age * weights.length);
  });
  const classShare = classShares(model);
  const admissions = admissionsOf(model, attendanceShare, ambulanceShare, chance, classShare);
  const shortStay = shortStayShares(model, admissions);
  return {
    attendanceShare,
    ambulanceShare,
    chance,
    classShare,
    admissions,
    shareAvoidable: (eligible, most) => shortStay.avoidable(eligible, attendanceShare, most),
    shareOfTake: (eligible, acuityFrom, most) =>
      shortStay.ofTake(eligible, most) *
      milderShare(model, eligible, acuityFrom, ambulanceShare, chance),
  };
}

/** Need for admission by age, scaled on the odds so that the overall share is as stated. */
function admissionByAge(model: Model): number[] {
  const { admission, ageShare } = model.patients;
  const odds = AGE_BANDS.map((band) => oddsOf(admission.chance[band]));
  return chancesOf(admission.overallShare, ageShare, odds);
}

/** Chances with the given odds ratios whose weighted mean is `mean`. */
export function chancesOf(
  mean: number,
  weights: readonly number[],
  oddsRatios: readonly number[],
): number[] {
  const total = weights.reduce((a, b) => a + b, 0);
  const chances = (scale: number) =>
    oddsRatios.map((ratio) => (ratio * scale) / (1 + ratio * scale));
  const meanAt = (scale: number) =>
    chances(scale).reduce((sum, chance, i) => sum + chance * weights[i], 0) / total;
  const most = meanAt(1e12);
  if (mean <= 0 || total === 0) return oddsRatios.map(() => 0);
  if (mean >= most) return chances(1e12);
  let low = 1e-12;
  let high = 1e12;
  while (high / low > 1 + 1e-12) {
    const middle = Math.sqrt(low * high);
    if (meanAt(middle) < mean) low = middle;
    else high = middle;
  }
  return chances(high);
}

function oddsOf(chance: number): number {
  return chance / Math.max(1 - chance, 1e-9);
}

/** Classes of bed by age and frailty: frail medical patients of 75 and over go to older people. */
function classShares(model: Model): Float64Array {
  const { classShare, frailOlderPeopleShare } = model.patients;
  const shares = new Float64Array(AGES * FRAILTIES * CLASSES);
  AGE_BANDS.forEach((band, age) => {
    for (let frailty = 0; frailty < FRAILTIES; frailty++) {
      const row = [...classShare[band]];
      if (frailty >= FRAIL && age >= AGE_75_84) {
        const both = row[MEDICAL] + row[OLDER_PEOPLE];
        row[OLDER_PEOPLE] = Math.max(row[OLDER_PEOPLE], both * frailOlderPeopleShare);
        row[MEDICAL] = both - row[OLDER_PEOPLE];
      }
      shares.set(row, (age * FRAILTIES + frailty) * CLASSES);
    }
  });
  return shares;
}

function admissionsOf(
  model: Model,
  attendanceShare: Float64Array,
  ambulanceShare: Float64Array,
  chance: Float64Array,
  classShare: Float64Array,
): Float64Array {
  const { acuityShare } = model.patients;
  const admissions = new Float64Array(CLASSES * AGES * FRAILTIES);
  for (let cell = 0; cell < AGES * FRAILTIES; cell++) {
    let needs = 0;
    for (let mode = 0; mode < MODES; mode++) {
      const inMode = mode === 1 ? ambulanceShare[cell] : 1 - ambulanceShare[cell];
      const acuity = acuityShare[mode === 1 ? 'ambulance' : 'walkIn'];
      acuity.forEach((inAcuity, a) => {
        needs += inMode * inAcuity * chance[(cell * MODES + mode) * ACUITIES.length + a];
      });
    }
    for (let bedClass = 0; bedClass < CLASSES; bedClass++) {
      admissions[bedClass * AGES * FRAILTIES + cell] =
        attendanceShare[cell] * needs * classShare[cell * CLASSES + bedClass];
    }
  }
  return admissions;
}

/** Mean clinical stay in days of a class, age and frailty, of those with longer stays. */
export function meanStayDays(model: Model, bedClass: number, age: number, frailty: number): number {
  const { meanDays, classFactor, frailtyFactor } = model.stays;
  return meanDays[AGE_BANDS[age]] * classFactor[bedClass] * frailtyFactor[frailty];
}

function shortStayShares(model: Model, admissions: Float64Array) {
  const short = distributionFunction(model.stays.shortMinutes);
  const longer = distributionFunction({ distribution: 'lognormal', mean: 1, cv: model.stays.cv });
  const upTo = (bedClass: number, age: number, frailty: number, minutes: number) => {
    const share = model.stays.shortShare[AGE_BANDS[age]];
    const mean = meanStayDays(model, bedClass, age, frailty) * 1440;
    return share * short(minutes) + (1 - share) * longer(minutes / mean);
  };
  const overEligible = (eligible: Uint8Array, visit: (cell: number, admitted: number) => void) => {
    for (let cell = 0; cell < eligible.length; cell++) {
      if (eligible[cell]) visit(cell, admissions[cell]);
    }
  };
  const stayShare = (cell: number, minutes: number) => {
    const frailty = cell % FRAILTIES;
    const age = Math.floor(cell / FRAILTIES) % AGES;
    return upTo(Math.floor(cell / (FRAILTIES * AGES)), age, frailty, minutes);
  };
  return {
    avoidable(eligible: Uint8Array, attendanceShare: Float64Array, minutes: number): number {
      let admitted = 0;
      const seen = new Set<number>();
      overEligible(eligible, (cell, share) => {
        admitted += share * stayShare(cell, minutes);
        seen.add(cell % (AGES * FRAILTIES));
      });
      let attending = 0;
      for (const cell of seen) attending += attendanceShare[cell];
      return attending > 0 ? admitted / attending : 0;
    },
    ofTake(eligible: Uint8Array, minutes: number): number {
      let all = 0;
      let brief = 0;
      overEligible(eligible, (cell, share) => {
        all += share;
        brief += share * stayShare(cell, minutes);
      });
      return all > 0 ? brief / all : 0;
    },
  };
}

/** Among eligible patients who need admission: those of the given acuity or milder. */
function milderShare(
  model: Model,
  eligible: Uint8Array,
  acuityFrom: number,
  ambulanceShare: Float64Array,
  chance: Float64Array,
): number {
  const { acuityShare } = model.patients;
  const mix = model.patients;
  let all = 0;
  let milder = 0;
  for (let age = 0; age < AGES; age++) {
    for (let frailty = 0; frailty < FRAILTIES; frailty++) {
      if (!eligible[eligibleCell(MEDICAL, age, frailty)]) continue;
      const cell = age * FRAILTIES + frailty;
      const share = mix.ageShare[age] * mix.frailtyShare[AGE_BANDS[age]][frailty];
      for (let mode = 0; mode < MODES; mode++) {
        const inMode = mode === 1 ? ambulanceShare[cell] : 1 - ambulanceShare[cell];
        acuityShare[mode === 1 ? 'ambulance' : 'walkIn'].forEach((inAcuity, a) => {
          const needs =
            share * inMode * inAcuity * chance[(cell * MODES + mode) * ACUITIES.length + a];
          all += needs;
          if (a >= acuityFrom) milder += needs;
        });
      }
    }
  }
  return all > 0 ? milder / all : 0;
}
