// sim/hospital/ward.ts: in a bed: admission, the assessment unit, step-down to a ward.

import { tagOf, toUnit } from '../engine/draws.js';
import { quantileOf } from '../engine/quantile-table.js';
import { MINUTES_PER_DAY } from '../engine/time.js';
import { requestBed, vacateBed } from './beds.js';
import { P0, POOL_ASSESSMENT, REFERRED } from './categories.js';
import { CRITICAL_POOL, enterCriticalCare, leaveCriticalCare } from './critical-care.js';
import { countAdmitted, leaveDepartment, leaveForBed } from './department.js';
import { pathwayOf } from './discharge.js';
import { CLINICAL_END, STEP_DOWN_DUE } from './kinds.js';
import { offeredVirtualWard, stayFactorOnWard } from './offers.js';
import {
  AWAITING_ADMISSION,
  AWAITING_BED,
  DIES,
  ELECTIVE,
  FOR_VIRTUAL_WARD,
  IN_BED,
  IN_CRITICAL_CARE,
  IN_TRANSFER,
  SHORT_STAY,
  STAY_SAVED,
  TO_OTHER_SITE,
} from './patients.js';
import * as purpose from './purposes.js';
import { countReadmission } from './readmissions.js';
import { FRONT_DOOR, type Site, STEP_DOWN, type System } from './system.js';

const TWELVE_HOURS = 720;
const THREE_DAYS = 3 * MINUTES_PER_DAY;

/** A patient referred by a GP arrives and waits for a bed outside A&E. */
export function referred(system: System, p: number): void {
  system.enter();
  system.patients.move(p, AWAITING_ADMISSION);
  requestBed(system, p, FRONT_DOOR);
}

/** The patient arrives in a bed, from A&E, from home or from another bed. */
export function transferred(system: System, p: number): void {
  const { patients } = system;
  if (patients.has(p, TO_OTHER_SITE)) changeSite(system, p);
  const site = system.siteOf(p);
  const pool = patients.nextPool[p];
  if (pool === CRITICAL_POOL) {
    enterCriticalCare(system, p);
    return;
  }
  const stage = patients.stage[p];
  const first =
    stage === AWAITING_BED || stage === AWAITING_ADMISSION || stage === IN_CRITICAL_CARE;
  system.countBeds(site);
  site.reserved[pool]--;
  site.occupied[pool]++;
  patients.clear(p, IN_TRANSFER);
  if (first) admit(system, p, site);
  else vacateBed(system, site, p, patients.pool[p]);
  patients.pool[p] = pool;
  patients.moves[p]++;
  if (first) planStay(system, p, pool);
}

/** Arrives at another site: leaves the space in A&E of the first, whose clocks stop. */
function changeSite(system: System, p: number): void {
  const { patients, calendar } = system;
  if (patients.stage[p] === AWAITING_BED) {
    const day = system.reportedDay(patients.arrivedAt[p]);
    const waited = calendar.now - patients.requestedAt[p];
    const { daily } = system.siteOf(p).observed;
    if (day >= 0 && waited > TWELVE_HOURS) daily.over12hFromDecision[day]++;
    if (day >= 0) countAdmitted(daily, day, calendar.now - patients.arrivedAt[p]);
    leaveDepartment(system, p);
    patients.move(p, AWAITING_ADMISSION);
  }
  patients.site[p] = patients.bedSite[p];
  patients.clear(p, TO_OTHER_SITE);
}

function admit(system: System, p: number, site: Site): void {
  const { patients, calendar } = system;
  site.occupiedTotal++;
  const { daily } = site.observed;
  if (patients.stage[p] === IN_CRITICAL_CARE) {
    leaveCriticalCare(system, site, p);
    patients.move(p, IN_BED);
    return;
  }
  patients.admittedAt[p] = calendar.now;
  if (patients.stage[p] === AWAITING_BED) {
    leaveForBed(system, p);
  } else if (system.today >= 0) {
    countReadmission(system, p, daily);
    if (patients.has(p, ELECTIVE)) daily.electivesAdmitted[system.today]++;
    else if (patients.mode[p] !== REFERRED) daily.admissionsFromDepartment[system.today]++;
    else daily.admissionsReferred[system.today]++;
  }
  patients.move(p, IN_BED);
}

/** When the clinical stay will end, and when a ward bed is needed. */
function planStay(system: System, p: number, pool: number): void {
  const { patients, calendar } = system;
  const site = system.siteOf(p);
  const services = site.parameters.hasWardServices && !patients.has(p, SHORT_STAY | ELECTIVE);
  if (services) patients.stayMinutes[p] *= stayFactorOnWard(system, p);
  const over = Math.max(calendar.now, patients.admittedAt[p] + patients.stayMinutes[p]);
  const end = clinicalEnd(system, p, over);
  const found = services ? virtualWardDue(system, site, p, end) : end;
  calendar.schedule(found, CLINICAL_END, p);
  if (site.parameters.discharge.expectedDateShare !== null) countExpectedDate(system, site, p);
  if (pool !== POOL_ASSESSMENT || patients.has(p, SHORT_STAY)) return;
  const { assessmentStayMinutes } = system.siteOf(p).parameters.beds;
  const due = calendar.now + system.minutes(p, purpose.ASSESSMENT_STAY, assessmentStayMinutes);
  if (due < found) calendar.schedule(due, STEP_DOWN_DUE, p);
}

/** When a patient is looked at for the virtual ward; the end of the stay for everybody else. */
function virtualWardDue(system: System, site: Site, p: number, end: number): number {
  const { virtualWard } = site.parameters;
  const { patients, calendar } = system;
  if (virtualWard === null || patients.has(p, DIES | STAY_SAVED)) return end;
  const least = patients.admittedAt[p] + virtualWard.bedMinutesMin;
  const from = clinicalEnd(system, p, Math.max(calendar.now, least));
  if (end - from < virtualWard.leftMinutesMin || pathwayOf(system, p) !== P0) return end;
  if (!offeredVirtualWard(system, p)) return end;
  patients.set(p, FOR_VIRTUAL_WARD);
  patients.stayEndsAt[p] = end;
  return from;
}

/** A process by its stated share: it is counted and changes nothing. */
function countExpectedDate(system: System, site: Site, p: number): void {
  const { patients, today, day } = system;
  const { expectedDateShare } = site.parameters.discharge;
  if (today < 0 || expectedDateShare === null || patients.has(p, SHORT_STAY | ELECTIVE)) return;
  if (patients.stayMinutes[p] <= THREE_DAYS) return;
  const { daily } = site.observed;
  daily.expectedDateDue[today]++;
  if (system.unit(p, purpose.EXPECTED_DATE) < expectedDateShare[day])
    daily.expectedDateSet[today]++;
}

/**
 * The moment at which a clinical stay is found to be over: at a ward round from then on, which on
 * some days of the week happens less often. A death or a short stay does not wait for it.
 */
export function clinicalEnd(system: System, p: number, end: number): number {
  const { patients, draws } = system;
  if (patients.has(p, SHORT_STAY) || patients.has(p, DIES)) return end;
  const { wardRoundMinute, wardRoundChance } = system.siteOf(p).parameters.discharge;
  for (let day = Math.floor(end / MINUTES_PER_DAY); ; day++) {
    const tag = tagOf(patients.stream[p], purpose.WARD_ROUND, day);
    const found = toUnit(draws.block(patients.key[p], tag)) < (wardRoundChance[day] ?? 1);
    const round = day * MINUTES_PER_DAY + quantileOf(wardRoundMinute, draws.other);
    if (found && round >= end) return round;
  }
}

/** Assessment, or critical care, is over: a bed on the ward is asked for; the patient keeps this one meanwhile. */
export function stepDownDue(system: System, p: number): void {
  requestBed(system, p, STEP_DOWN);
}
