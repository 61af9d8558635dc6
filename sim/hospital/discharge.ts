// sim/hospital/discharge.ts: from the end of the clinical stay to leaving the bed.

import { MINUTES_PER_DAY } from '../engine/time.js';
import { vacateBed, withdrawRequest } from './beds.js';
import {
  P0,
  PATHWAYS,
  REASON_ASSESSMENT,
  REASON_CHOICE,
  REASON_PLACE,
  REASON_PROCESS,
} from './categories.js';
import { delayBegins, delayEnds } from './delays.js';
import {
  CHOICE_MADE,
  DISCHARGE_ASSESSED,
  DISCHARGE_TRY,
  DTOC_BEGINS,
  PLACE_FREE,
} from './kinds.js';
import type { DailySeries } from './observed.js';
import { assessmentFactor } from './offers.js';
import {
  COVID,
  DELAYED,
  DELAYED_TRANSFER,
  DIES,
  ELECTIVE,
  HAS_PLACE,
  IN_COMMUNITY,
  IN_TRANSFER,
  SHORT_STAY,
} from './patients.js';
import { countPushed } from './policy.js';
import * as purpose from './purposes.js';
import { pick, type System } from './system.js';

const TRY_AGAIN_MINUTES = 30; // while being moved between beds
const TEN = 600; // minutes after midnight
const NOON = 720;
const PREPARATION_MINUTES = 60; // least time from the decision to leaving the ward

/** The patient no longer meets the criteria to reside. */
export function clinicalEnded(system: System, p: number): void {
  const { patients, calendar } = system;
  const site = system.siteOf(p);
  system.countBeds(site);
  site.delayedTotal++;
  patients.move(p, DELAYED);
  patients.clinicalEndAt[p] = calendar.now;
  patients.reason[p] = REASON_PROCESS;
  patients.pathway[p] = P0;
  if (patients.has(p, DIES)) {
    calendar.schedule(calendar.now, DISCHARGE_TRY, p);
    return;
  }
  const { discharge } = site.parameters;
  if (patients.has(p, SHORT_STAY)) {
    const preparation = discharge.shortStayPreparationMinutes;
    system.begin(DISCHARGE_TRY, p, purpose.DISCHARGE_HOUR, preparation, 1, 0);
    return;
  }
  const pathway = patients.has(p, ELECTIVE) ? P0 : pathwayOf(system, p);
  patients.pathway[p] = pathway;
  if (pathway === P0) {
    withdrawRequest(system, p); // a ward bed is not worth a move now
    scheduleTry(system, p, Math.floor(calendar.now / MINUTES_PER_DAY));
  } else {
    patients.locality[p] = localityOf(system, p);
    beginAssessment(system, p);
  }
}

function localityOf(system: System, p: number): number {
  const { localityShares } = system.siteOf(p).parameters;
  const { length } = localityShares;
  return length < 2 ? 0 : pick(localityShares, 0, length, system.unit(p, purpose.LOCALITY));
}

function pathwayOf(system: System, p: number): number {
  const { pathwayShares } = system.siteOf(p).parameters.discharge;
  const row = system.patients.ageFrailty(p);
  return pick(pathwayShares, row, PATHWAYS.length, system.unit(p, purpose.PATHWAY));
}

/** Assesses the needs after discharge: by whom and where the patient will be looked after. */
export function beginAssessment(system: System, p: number): void {
  const { patients, calendar } = system;
  const { discharge } = system.siteOf(p).parameters;
  const table = discharge.assessmentMinutes[patients.pathway[p]];
  patients.reason[p] = REASON_ASSESSMENT;
  const full = table === null ? 0 : system.minutes(p, purpose.DISCHARGE_ASSESSMENT, table);
  const minutes = full * assessmentFactor(system, p);
  const done = workingTime(discharge.workingDay, calendar.now, minutes);
  const notice = calendar.now + discharge.noticeMinutes;
  if (notice < done) calendar.schedule(notice, DTOC_BEGINS, p);
  calendar.schedule(done, DISCHARGE_ASSESSED, p);
}

/** The moment reached after some minutes of which only those of working days count. */
export function workingTime(workingDay: Uint8Array, from: number, minutes: number): number {
  let time = from;
  let left = minutes;
  for (;;) {
    const day = Math.floor(time / MINUTES_PER_DAY);
    const midnight = (day + 1) * MINUTES_PER_DAY;
    const works = day >= workingDay.length || workingDay[day] === 1;
    if (works && time + left <= midnight) return time + left;
    if (works) left -= midnight - time;
    time = midnight;
  }
}

/** From now on the patient counts as a delayed transfer of care. */
export function dtocBegins(system: System, p: number): void {
  const { patients } = system;
  if (patients.has(p, DELAYED_TRANSFER)) return;
  const site = system.siteOf(p);
  system.countBeds(site);
  site.dtocTotal++;
  patients.set(p, DELAYED_TRANSFER);
  delayBegins(system, p);
}

/** What a delayed transfer waits for changes: the wait before is counted. */
function waitFor(system: System, p: number, reason: number): void {
  const { patients } = system;
  const delayed = patients.has(p, DELAYED_TRANSFER);
  if (delayed) delayEnds(system, p);
  patients.reason[p] = reason;
  if (delayed) delayBegins(system, p);
}

/** Needs are assessed: patient and family choose, or the patient queues for a place. */
export function dischargeAssessed(system: System, p: number): void {
  const { discharge } = system.siteOf(p).parameters;
  dtocBegins(system, p);
  if (system.unit(p, purpose.CHOICE) < discharge.choiceShare) {
    waitFor(system, p, REASON_CHOICE);
    system.begin(CHOICE_MADE, p, purpose.CHOICE_TIME, discharge.choiceMinutes, 1, 0);
  } else queueForPlace(system, p);
}

/** Joins the queue for a community place of the pathway. */
export function queueForPlace(system: System, p: number): void {
  waitFor(system, p, REASON_PLACE);
  system.community.queues[system.slotOf(p)].push(p);
}

/** A place is found: what is left is transport and medicines. */
export function placeFound(system: System, p: number): void {
  const { patients, calendar } = system;
  patients.set(p, HAS_PLACE);
  patients.reason[p] = REASON_PROCESS;
  scheduleTry(system, p, Math.floor(calendar.now / MINUTES_PER_DAY));
}

/** The next moment at which the patient might leave, from this day on. */
function scheduleTry(system: System, p: number, from: number): void {
  const { minuteOfDay } = system.siteOf(p).parameters.discharge;
  for (let day = from; ; day++) {
    const minute = system.minutes(p, purpose.DISCHARGE_HOUR, minuteOfDay, day);
    const time = day * MINUTES_PER_DAY + minute;
    if (time < system.calendar.now + PREPARATION_MINUTES) continue;
    system.calendar.schedule(time, DISCHARGE_TRY, p);
    return;
  }
}

/** The patient leaves, or tries again tomorrow. */
export function dischargeTried(system: System, p: number): void {
  const { patients } = system;
  if (patients.has(p, IN_TRANSFER)) {
    system.after(TRY_AGAIN_MINUTES, DISCHARGE_TRY, p);
    return;
  }
  const goes = patients.has(p, DIES) || patients.has(p, SHORT_STAY) || leavesToday(system, p);
  if (goes) leaveBed(system, p);
  else scheduleTry(system, p, system.day + 1);
}

function leavesToday(system: System, p: number): boolean {
  const site = system.siteOf(p);
  const { discharge } = site.parameters;
  const chances = system.patients.has(p, HAS_PLACE) ? discharge.placedChance : discharge.homeChance;
  const occupancy = site.occupiedTotal / site.openTotal();
  const pressure = 1 + discharge.occupancyElasticity * (occupancy - discharge.occupancyReference);
  const chance = chances[system.day] * pressure;
  const unit = system.unit(p, purpose.DISCHARGE_CHANCE, system.day);
  if (site.dischargeFactor === 1) return unit < chance;
  const pushed = unit < chance * site.dischargeFactor;
  if (pushed && unit >= chance) countPushed(system, site);
  return pushed;
}

/** Leaves the bed: home, into a community place, or by death. */
function leaveBed(system: System, p: number): void {
  const { patients } = system;
  const site = system.siteOf(p);
  withdrawRequest(system, p);
  system.countBeds(site);
  site.occupiedTotal--;
  site.delayedTotal--;
  if (patients.has(p, DELAYED_TRANSFER)) {
    delayEnds(system, p);
    site.dtocTotal--;
  }
  vacateBed(system, site, p, patients.pool[p]);
  if (system.today >= 0) countSpell(system, p);
  if (!patients.has(p, HAS_PLACE)) {
    system.leave(p);
    return;
  }
  patients.move(p, IN_COMMUNITY);
  const table = system.parameters.community.stayMinutes[system.slotOf(p)];
  if (table !== null) system.begin(PLACE_FREE, p, purpose.COMMUNITY_STAY, table, 1, 0);
}

function countDischarge(system: System, p: number, daily: DailySeries): void {
  const { today } = system;
  const minute = system.calendar.now % MINUTES_PER_DAY;
  daily.discharges[today]++;
  if (!system.patients.has(p, ELECTIVE)) daily.dischargesEmergency[today]++;
  if (system.patients.has(p, SHORT_STAY)) return;
  daily.dischargesLonger[today]++;
  if (minute < TEN) daily.dischargesBefore10[today]++;
  if (minute < NOON) daily.dischargesBeforeNoon[today]++;
}

function countSpell(system: System, p: number): void {
  const { patients, calendar, today } = system;
  const { daily } = system.siteOf(p).observed;
  if (patients.has(p, DIES)) daily.deaths[today]++;
  else countDischarge(system, p, daily);
  if (patients.has(p, ELECTIVE)) return;
  const covid = patients.has(p, COVID);
  const nights = system.day - Math.floor(patients.admittedAt[p] / MINUTES_PER_DAY);
  if (nights === 0) {
    daily.spellsZeroDay[today]++;
    if (covid) daily.spellsZeroDayCovid[today]++;
  } else {
    daily.spellsOneDayPlus[today]++;
    if (covid) daily.spellsOneDayPlusCovid[today]++;
    daily.spellDays[today] += (calendar.now - patients.admittedAt[p]) / MINUTES_PER_DAY;
  }
}
