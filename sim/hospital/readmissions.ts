// sim/hospital/readmissions.ts: who leaves alive may come back as an emergency, as the same person.
//
// Who comes back keeps stream and key, with how often in the two highest bits of the key: keys stay
// injective, and the same person comes back in every scenario. So that the mean demand stays, some
// of those drawn as new patients of A&E are left out: they are the ones who come back.

import { tagOf, toUnit } from '../engine/draws.js';
import { MINUTES_PER_DAY } from '../engine/time.js';
import { ACUITIES, AMBULANCE, WALK_IN } from './categories.js';
import { describeStay } from './demand.js';
import { ARRIVED } from './kinds.js';
import type { DailySeries } from './observed.js';
import type { ReadmissionParameters } from './parameters.js';
import { ELECTIVE, EXPECTED, NEEDS_ADMISSION, RETURNS_SHIFT } from './patients.js';
import * as purpose from './purposes.js';
import {
  pick,
  STREAM_ATTENDANCES,
  STREAM_GROWTH,
  STREAMS_PER_SITE,
  type System,
} from './system.js';

const RETURNS_MAX = 3; // what two bits can number
const DAYS = 30;
const FIRST_KEY = (1 << RETURNS_SHIFT) - 1;

/** Draws whether and when a patient who leaves alive comes back, and expects who does. */
export function mayComeBack(system: System, p: number): void {
  const { patients, draws, calendar, today, parameters } = system;
  const site = system.siteOf(p);
  const { readmission } = site.parameters;
  if (readmission === null) return;
  if (today >= 0) site.observed.daily.leftAlive[today]++;
  const before = patients.returns(p);
  if (before === RETURNS_MAX) return;
  const planned = patients.has(p, ELECTIVE) ? readmission.electiveFactor : 1;
  const chance = readmission.chance[patients.ageFrailty(p)] * planned;
  const tag = tagOf(patients.stream[p], purpose.COMES_BACK);
  if (toUnit(draws.block(patients.key[p], tag)) >= chance) return;
  const time = backAt(
    system,
    p,
    readmission,
    pick(readmission.dayShares, 0, DAYS, toUnit(draws.other)),
  );
  if (time >= parameters.days.count * MINUTES_PER_DAY) return;
  const key = (patients.key[p] & FIRST_KEY) | ((before + 1) << RETURNS_SHIFT);
  const back = patients.take(key, patients.stream[p], patients.site[p], EXPECTED);
  patients.age[back] = patients.age[p];
  patients.frailty[back] = patients.frailty[p];
  patients.arrivedAt[back] = time;
  calendar.schedule(time, ARRIVED, back);
}

/** So many days after leaving, and within a day from then on, at an hour at which patients come. */
function backAt(
  system: System,
  p: number,
  { minuteOfDay }: ReadmissionParameters,
  days: number,
): number {
  const { now } = system.calendar;
  const midnight = Math.floor(now / MINUTES_PER_DAY) * MINUTES_PER_DAY;
  const time = midnight + system.minutes(p, purpose.BACK_MINUTE, minuteOfDay);
  return time + (time < now ? days + 1 : days) * MINUTES_PER_DAY;
}

/** Who comes back: age and frailty are known; the rest as of others of A&E who need admission. */
export function describeReturn(system: System, p: number): void {
  const { patients } = system;
  const { readmission } = system.siteOf(p).parameters;
  if (readmission === null) throw new RangeError('A patient comes back where nobody does.');
  const width = 2 * ACUITIES.length;
  const row = patients.ageFrailty(p);
  const way = pick(readmission.ways, row, width, system.unit(p, purpose.MODE));
  patients.mode[p] = way < ACUITIES.length ? WALK_IN : AMBULANCE;
  patients.acuity[p] = way % ACUITIES.length;
  patients.set(p, NEEDS_ADMISSION);
  describeStay(system, p);
}

/** Whether a would-be new patient of A&E is left out, because others come back. */
export function isLeftOut(system: System, p: number): boolean {
  const { patients, day } = system;
  const { readmission } = system.siteOf(p).parameters;
  if (readmission === null || !patients.has(p, NEEDS_ADMISSION)) return false;
  const stream = patients.stream[p] % STREAMS_PER_SITE;
  if (stream !== STREAM_ATTENDANCES && stream !== STREAM_GROWTH) return false;
  const share = readmission.leftOutShare[patients.ageFrailty(p)] * readmission.backByDay[day];
  return system.unit(p, purpose.LEFT_OUT) < share;
}

/** Counts the admission of a patient who has come back. */
export function countReadmission(system: System, p: number, daily: DailySeries): void {
  if (system.today >= 0 && system.patients.returns(p) > 0) daily.readmissions[system.today]++;
}
