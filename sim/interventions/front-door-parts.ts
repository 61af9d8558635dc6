// sim/interventions/front-door-parts.ts: what interventions before and at the door are made of.

import type { z } from 'zod';
import { HOURS_PER_WEEK } from '../engine/time.js';
import {
  ACUITIES,
  AGES,
  AMBULANCE,
  FRAILTIES,
  GREEN,
  WALK_IN,
  YELLOW,
} from '../hospital/categories.js';
import { AT_ARRIVAL, ELIGIBLE_CELLS, eligibleCell, type Offer } from '../hospital/offers.js';
import { type Pace, STAFF, type StaffName } from '../hospital/parameters.js';
import { admissionMix } from '../scenario/mix.js';
import type { Model } from '../scenario/schema.js';
import { type Context, hoursOfWeek, type serviceHours } from './definition.js';

export const ALL_HOURS = new Uint8Array(HOURS_PER_WEEK).fill(1);

export const WALK_INS = 1 << WALK_IN;
export const AMBULANCES = 1 << AMBULANCE;
/** Bits of acuities: yellow and milder; green and blue. */
export const YELLOW_OR_MILDER = milderThan(YELLOW);
export const GREEN_OR_BLUE = milderThan(GREEN);

function milderThan(first: number): number {
  return ACUITIES.reduce((bits, _, acuity) => (acuity >= first ? bits | (1 << acuity) : bits), 0);
}

/** What an offer at arrival says; the rest is left as it does nothing. */
export interface ArrivalOffer {
  number: number;
  name: string;
  route: number;
  modes: number;
  acuities: number;
  /** By mode (walk-in, ambulance) x need for admission. */
  chance: readonly number[];
  reachedShare: Float64Array;
  hours?: Uint8Array;
  ageFrom?: number;
  frailtyFrom?: number;
  perDayMax?: number;
  stayDaysMax?: number;
  unitId?: string;
  siteId?: string;
  slots?: Float64Array;
  hoursAhead?: number;
  lane?: number;
}

/** An offer to who is about to arrive at A&E. */
export function offerAtArrival(given: ArrivalOffer): Offer {
  const eligible = new Uint8Array(ELIGIBLE_CELLS);
  for (let age = given.ageFrom ?? 0; age < AGES; age++) {
    for (let frailty = given.frailtyFrom ?? 0; frailty < FRAILTIES; frailty++) {
      eligible[eligibleCell(0, age, frailty)] = 1;
    }
  }
  return {
    id: given.number,
    name: given.name,
    point: AT_ARRIVAL,
    route: given.route,
    eligible,
    pathways: 0,
    spaces: 0,
    acuityFrom: 0,
    stayMinutesMax: (given.stayDaysMax ?? Number.POSITIVE_INFINITY) * 1440,
    hours: given.hours ?? ALL_HOURS,
    reachedShare: given.reachedShare,
    changedChance: 1,
    stayFactor: 1,
    perDayMax: given.perDayMax ?? Number.POSITIVE_INFINITY,
    minutes: null,
    assessmentFactor: 1,
    arrival: {
      modes: given.modes,
      acuities: given.acuities,
      chance: Float64Array.from(given.chance, (chance) => Math.min(1, Math.max(0, chance))),
      unitId: given.unitId ?? '',
      unit: -1,
      siteId: given.siteId ?? '',
      site: -1,
      slots: given.slots ?? new Float64Array(0),
      hoursAhead: given.hoursAhead ?? 0,
      lane: given.lane ?? 0,
    },
  };
}

/** Shares of all attendances, by mode (walk-in, ambulance) x need for admission. */
export function arrivalShares(
  model: Model,
  acuities: number,
  ageFrom = 0,
  frailtyFrom = 0,
): number[] {
  const mix = admissionMix(model);
  const { acuityShare } = model.patients;
  const shares = [0, 0, 0, 0];
  for (let cell = ageFrom * FRAILTIES; cell < AGES * FRAILTIES; cell++) {
    if (cell % FRAILTIES < frailtyFrom) continue;
    for (const mode of [WALK_IN, AMBULANCE]) {
      const ambulance = mix.ambulanceShare[cell];
      const inMode = mix.attendanceShare[cell] * (mode === AMBULANCE ? ambulance : 1 - ambulance);
      acuityShare[mode === AMBULANCE ? 'ambulance' : 'walkIn'].forEach((share, acuity) => {
        if ((acuities & (1 << acuity)) === 0) return;
        const needs = mix.chance[(cell * 2 + mode) * ACUITIES.length + acuity];
        shares[mode * 2] += inMode * share * (1 - needs);
        shares[mode * 2 + 1] += inMode * share * needs;
      });
    }
  }
  return shares;
}

/** Share of patients of these ages and frailties who need admission whose stay is so short. */
export function briefShare(model: Model, days: number, ageFrom = 0, frailtyFrom = 0): number {
  const eligible = new Uint8Array(ELIGIBLE_CELLS).map((_, i) => {
    const cell = i % (AGES * FRAILTIES);
    return Number(cell >= ageFrom * FRAILTIES && cell % FRAILTIES >= frailtyFrom);
  });
  return admissionMix(model).shareOfTake(eligible, 0, days * 1440);
}

/** Staff in the hours of a service, by hour of the week. */
export function staffIn(hours: z.infer<typeof serviceHours>, staff: number): Float64Array {
  return Float64Array.from(hoursOfWeek(hours), (works) => works * staff);
}

/** Adds staff or spaces to A&E, by hour of the week and strength of the day. */
export function addStaff(
  { department }: Context,
  name: StaffName,
  byHour: Float64Array,
  strength: Float64Array,
): void {
  if (byHour.every((staff) => staff === 0)) return;
  department.staff.push({ resource: STAFF.indexOf(name), byHour, strength });
}

/** Makes an activity of A&E faster or slower: `factor` at full strength. */
export function changePace(
  { department }: Context,
  activity: keyof Pace,
  factor: number,
  strength: Float64Array,
): void {
  const pace = department.pace[activity];
  for (let day = 0; day < pace.length; day++) pace[day] *= 1 + (factor - 1) * strength[day];
}
