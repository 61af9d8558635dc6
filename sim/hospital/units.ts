// sim/hospital/units.ts: urgent care units and teams that visit: the way there, the care, the way on.
//
// Demand is latent: a unit's patients set out whether it is open or not, so closing it re-routes
// the same people. Who is inside at closing time is seen by the staff of the last open hour.

import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../engine/time.js';
import { ACUITIES, AGES, BLUE, FRAILTIES, GREEN, NO_AREA, WALK_IN } from './categories.js';
import { describeStay, needsAdmission } from './demand.js';
import { ARRIVED, UNIT_END } from './kinds.js';
import {
  AT_DEPARTMENT,
  AWAY,
  FOR_UNIT,
  FOUND_CLOSED,
  IN_UNIT,
  NEEDS_ADMISSION,
  NEEDS_DEPARTMENT,
  NOTHING,
  ON_THE_WAY,
} from './patients.js';
import * as purpose from './purposes.js';
import { pick, type System, type Unit, unitOfStream } from './system.js';
import { ELSEWHERE, WAY_BACK } from './unit-parameters.js';

const TARGET_MINUTES = 240; // the 4-hour standard
const RESPONSE_MINUTES = 120; // the 2-hour crisis response
const RETURN_DAYS_MAX = 7; // who would wait longer for the doors to open is looked after elsewhere
const TO_CLOSED = 0; // tries of the draw of a way: after a closed door, and after the unit
const SENT_ON = 1;

/** A patient sets out for a unit and arrives at its door. */
export function setOut(system: System, p: number): void {
  const { patients } = system;
  const unit = unitOfStream(system, patients.stream[p]);
  if (unit === null) return;
  describeUnitPatient(system, p, unit);
  system.enter();
  patients.unit[p] = unit.index;
  comeToUnit(system, p, unit);
}

/** Age, frailty, and for who needs A&E acuity and need for admission, as of a walk-in there. */
function describeUnitPatient(system: System, p: number, { parameters }: Unit): void {
  const { patients } = system;
  const siteDraw = system.unit(p, purpose.UNIT_SITE);
  const site = pick(parameters.sentOnTo, 0, parameters.sentOnTo.length, siteDraw);
  const { mix } = system.sites[site].parameters;
  const age = pick(parameters.ageShares, 0, AGES, system.unit(p, purpose.AGE));
  patients.site[p] = site;
  patients.age[p] = age;
  patients.frailty[p] = pick(mix.frailtyShares, age, FRAILTIES, system.unit(p, purpose.FRAILTY));
  patients.mode[p] = WALK_IN;
  patients.area[p] = NO_AREA;
  const acuity = pick(mix.acuityShares, 0, ACUITIES.length, system.unit(p, purpose.ACUITY));
  if (system.unit(p, purpose.UNIT_NEED) >= parameters.needsDepartmentShare) {
    patients.acuity[p] = acuity === BLUE ? BLUE : GREEN;
    return;
  }
  patients.acuity[p] = acuity;
  patients.set(p, NEEDS_DEPARTMENT);
  if (!needsAdmission(system, p, false)) return;
  patients.set(p, NEEDS_ADMISSION);
  describeStay(system, p);
}

/**
 * Who was on the way arrives there: at a unit, or in somebody else's care.
 * @returns true when it is A&E that the patient comes to
 */
export function arriveAgain(system: System, p: number): boolean {
  const { patients, calendar } = system;
  const to = patients.unit[p];
  if (to === AT_DEPARTMENT) {
    patients.arrivedAt[p] = calendar.now;
    return true;
  }
  if (to === AWAY) system.leave(p);
  else comeToUnit(system, p, system.units[to]);
  return false;
}

/** At the door of a unit: open or shut. */
export function comeToUnit(system: System, p: number, unit: Unit): void {
  if (isOpen(unit, system.calendar.now)) enterUnit(system, p, unit);
  else findClosed(system, p, unit);
}

/** Whether a unit takes who arrives now. */
export function isOpen({ parameters }: Unit, now: number): boolean {
  const day = Math.floor(now / MINUTES_PER_DAY);
  const minute = now - day * MINUTES_PER_DAY;
  return minute >= parameters.openFrom[day] && minute < parameters.openTo[day];
}

function enterUnit(system: System, p: number, unit: Unit): void {
  const { patients, calendar } = system;
  patients.unit[p] = unit.index;
  patients.arrivedAt[p] = calendar.now;
  patients.move(p, IN_UNIT);
  const day = system.reportedDay(calendar.now);
  if (day >= 0) unit.observed.attendances[day]++;
  if (unit.clinicians.seize(p) < 0) startUnitCare(system, p, unit);
  else patients.waitsFor[p] = FOR_UNIT;
}

function startUnitCare(system: System, p: number, unit: Unit): void {
  const { patients, calendar } = system;
  patients.waitsFor[p] = NOTHING;
  const day = system.reportedDay(patients.arrivedAt[p]);
  if (day >= 0) {
    unit.observed.begun[day]++;
    if (calendar.now - patients.arrivedAt[p] <= RESPONSE_MINUTES) unit.observed.within2h[day]++;
  }
  system.begin(UNIT_END, p, purpose.UNIT_TIME, unit.parameters.consultMinutes, 1, 0);
}

/** Gives free clinicians of a unit to who waits. */
function admitToUnit(system: System, unit: Unit): void {
  const { clinicians } = unit;
  for (let p = clinicians.admit(); p >= 0; p = clinicians.admit()) startUnitCare(system, p, unit);
}

/** Seen at the unit: home, or on to A&E. */
export function unitEnded(system: System, p: number): void {
  const { patients } = system;
  const unit = system.units[patients.unit[p]];
  unit.clinicians.release();
  admitToUnit(system, unit);
  countClock(system, p, unit);
  if (!patients.has(p, NEEDS_DEPARTMENT)) {
    system.leave(p);
    return;
  }
  const day = system.reportedDay(patients.arrivedAt[p]);
  if (day >= 0) unit.observed.sentOn[day]++;
  go(system, p, unit, AT_DEPARTMENT, SENT_ON);
}

function countClock(system: System, p: number, { observed }: Unit): void {
  const { arrivedAt } = system.patients;
  const day = system.reportedDay(arrivedAt[p]);
  if (day < 0) return;
  observed.clocked[day]++;
  if (system.calendar.now - arrivedAt[p] <= TARGET_MINUTES) observed.within4h[day]++;
}

/** The doors are shut: to A&E, to another unit, home until it opens, or to somebody else. */
function findClosed(system: System, p: number, unit: Unit): void {
  const { patients, calendar } = system;
  const day = system.reportedDay(calendar.now);
  if (day >= 0) unit.observed.foundClosed[day]++;
  if (patients.has(p, FOUND_CLOSED)) {
    go(system, p, unit, AT_DEPARTMENT, SENT_ON); // shut doors twice are enough
    return;
  }
  patients.set(p, FOUND_CLOSED);
  const { closedWays, closedShares } = unit.parameters;
  const draw = system.unit(p, purpose.UNIT_CLOSED);
  const way = closedWays[pick(closedShares, 0, closedWays.length, draw)];
  if (way === WAY_BACK) {
    comeBack(system, p, unit);
  } else if (way === ELSEWHERE) {
    go(system, p, unit, AWAY, TO_CLOSED);
  } else if (way < system.sites.length) {
    patients.site[p] = way;
    go(system, p, unit, AT_DEPARTMENT, TO_CLOSED);
  } else {
    go(system, p, unit, way - system.sites.length, TO_CLOSED);
  }
}

/** Sets out again when the doors open, if they do within a week. */
function comeBack(system: System, p: number, unit: Unit): void {
  const { patients, calendar } = system;
  const { openFrom, openTo, travelMinutes } = unit.parameters;
  const today = Math.floor(calendar.now / MINUTES_PER_DAY);
  const last = Math.min(openFrom.length - 1, today + RETURN_DAYS_MAX);
  for (let day = today; day <= last; day++) {
    const opensAt = day * MINUTES_PER_DAY + openFrom[day];
    if (openTo[day] <= openFrom[day] || opensAt < calendar.now) continue;
    const travel = system.minutes(p, purpose.TRAVEL, travelMinutes, TO_CLOSED);
    patients.move(p, ON_THE_WAY);
    calendar.schedule(opensAt + travel, ARRIVED, p);
    return;
  }
  go(system, p, unit, AWAY, TO_CLOSED);
}

/** Sends a patient from the door of a unit, or from its care, to a unit, A&E or away. */
function go(system: System, p: number, unit: Unit, to: number, attempt: number): void {
  const { patients } = system;
  patients.unit[p] = to;
  patients.move(p, ON_THE_WAY);
  system.begin(ARRIVED, p, purpose.TRAVEL, unit.parameters.travelMinutes, 1, attempt);
}

/** Staff of the hour, where a unit is open in it; who stays after closing is not sent home. */
export function setUnitRota(system: System, hour: number): void {
  const minute = (hour % 24) * MINUTES_PER_HOUR;
  for (const unit of system.units) {
    const { openFrom, openTo, clinicians } = unit.parameters;
    if (openTo[system.day] <= minute || openFrom[system.day] >= minute + MINUTES_PER_HOUR) continue;
    unit.clinicians.setCapacity(clinicians[system.hourOfWeek]);
    admitToUnit(system, unit);
  }
}

/** At the end of a run: who is still in a unit counts for a limit already passed. */
export function countStillInUnits(system: System): void {
  const { patients, calendar } = system;
  if (system.units.length === 0) return;
  for (let p = 0; p < patients.used; p++) {
    if (patients.stage[p] !== IN_UNIT) continue;
    const { observed } = system.units[patients.unit[p]];
    const day = system.reportedDay(patients.arrivedAt[p]);
    if (day >= 0 && calendar.now - patients.arrivedAt[p] > TARGET_MINUTES) observed.clocked[day]++;
  }
}
