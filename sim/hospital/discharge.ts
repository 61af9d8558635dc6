// sim/hospital/discharge.ts: from the end of the clinical stay to leaving the bed.

import { MINUTES_PER_DAY } from '../engine/time.js';
import { vacateBed, withdrawRequest } from './beds.js';
import {
  P0,
  P1,
  P2,
  P3,
  PATHWAYS,
  REASON_ASSESSMENT,
  REASON_CHOICE,
  REASON_PLACE,
  REASON_PROCESS,
} from './categories.js';
import { delayBegins, delayEnds } from './delays.js';
import { hourOfWeekOf } from './demand.js';
import {
  CHOICE_MADE,
  CLINICAL_END,
  DISCHARGE_ASSESSED,
  DISCHARGE_TRY,
  DTOC_BEGINS,
  PLACE_FREE,
} from './kinds.js';
import type { DailySeries } from './observed.js';
import { assessmentLeft, countOffer, TO_VIRTUAL_WARD } from './offers.js';
import type { ChcParameters } from './parameters.js';
import {
  CHC,
  CHC_IN_BED,
  COVID,
  DELAYED,
  DELAYED_TRANSFER,
  DIES,
  ELECTIVE,
  EXPEDITED,
  FOR_VIRTUAL_WARD,
  FUNDED,
  HAS_PLACE,
  IN_COMMUNITY,
  IN_TRANSFER,
  LEAVES_TODAY,
  LOUNGE_TRY,
  SHORT_STAY,
  VIRTUAL,
} from './patients.js';
import { takePlace } from './places-by-time.js';
import { countPushed } from './policy.js';
import * as purpose from './purposes.js';
import { mayComeBack } from './readmissions.js';
import { pick, type System } from './system.js';

const TRY_AGAIN_MINUTES = 30; // while being moved between beds
const MORNING = 480; // minutes after midnight: nobody is made to leave before it
const TEN = 600; // minutes after midnight
const NOON = 720;
const PREPARATION_MINUTES = 60; // least time from the decision to leaving the ward

/** The patient no longer meets the criteria to reside. */
export function clinicalEnded(system: System, p: number): void {
  const { patients, calendar } = system;
  if (patients.has(p, FOR_VIRTUAL_WARD) && staysInBed(system, p)) return;
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
  const pathway = patients.has(p, ELECTIVE | VIRTUAL) ? P0 : pathwayOf(system, p);
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

/** The pathway that a patient's draw gives. */
export function pathwayOf(system: System, p: number): number {
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
  if (discharge.chc !== null) needsChc(system, p, discharge.chc);
  const minutes = assessmentLeft(system, p, full);
  if (patients.has(p, CHC)) countChc(system, p);
  const done = workingTime(discharge.workingDay, calendar.now, minutes);
  const notice = calendar.now + discharge.noticeMinutes;
  if (notice < done) calendar.schedule(notice, DTOC_BEGINS, p);
  patients.assessedAt[p] = done;
  patients.assessedEvent[p] = calendar.schedule(done, DISCHARGE_ASSESSED, p);
}

/** Some patients are assessed in full for continuing healthcare, some of them in this bed. */
function needsChc(system: System, p: number, { share, inBedShare }: ChcParameters): void {
  const { patients } = system;
  if (system.unit(p, purpose.CHC) >= share[patients.pathway[p]]) return;
  patients.set(p, CHC);
  if (system.unit(p, purpose.CHC_PLACE) < inBedShare) patients.set(p, CHC_IN_BED);
}

function countChc(system: System, p: number): void {
  const { today, patients } = system;
  if (today < 0) return;
  const { daily } = system.siteOf(p).observed;
  daily.chcAssessments[today]++;
  if (patients.has(p, CHC_IN_BED)) daily.chcInHospital[today]++;
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
  system.patients.clear(p, LOUNGE_TRY);
  for (let day = from; ; day++) {
    const minute = system.minutes(p, purpose.DISCHARGE_HOUR, minuteOfDay, day);
    const time = day * MINUTES_PER_DAY + minute;
    if (time < system.calendar.now + PREPARATION_MINUTES) continue;
    system.calendar.schedule(tryAt(system, p, day, time), DISCHARGE_TRY, p);
    return;
  }
}

/** When a patient who would leave at a moment of a day tries to: earlier, or by way of the lounge. */
function tryAt(system: System, p: number, day: number, planned: number): number {
  const { earlierMinutes, lounge } = system.siteOf(p).parameters.discharge;
  if (earlierMinutes === null && lounge === null) return planned;
  const soonest = system.calendar.now + PREPARATION_MINUTES;
  const morning = day * MINUTES_PER_DAY + MORNING;
  let time = planned;
  if (earlierMinutes !== null && day < earlierMinutes.length && planned > morning) {
    const sooner = Math.max(morning, planned - earlierMinutes[day]);
    if (sooner >= soonest) time = sooner;
  }
  if (lounge === null || day >= lounge.share.length) return time;
  if (system.unit(p, purpose.LOUNGE) >= lounge.share[day]) return time;
  const there = Math.max(soonest, time - lounge.minutesBefore);
  const open = (at: number) => lounge.hours[hourOfWeekOf(system, Math.floor(at / 60))] === 1;
  if (there >= time || !open(there) || !open(time)) return time;
  system.patients.set(p, LOUNGE_TRY);
  system.patients.leavesAt[p] = time;
  return there;
}

/** True when the bed is kept until later today: the lounge has no place. */
function waitsInBed(system: System, p: number): boolean {
  const { patients, calendar } = system;
  if (!patients.has(p, LOUNGE_TRY)) return false;
  patients.clear(p, LOUNGE_TRY);
  const until = patients.leavesAt[p];
  if (until <= calendar.now) return false; // was being moved at the time: leaves without the lounge
  if (takePlace(system.siteOf(p).loungeUntil, calendar.now, until)) return false;
  patients.set(p, LEAVES_TODAY);
  calendar.schedule(until, DISCHARGE_TRY, p);
  return true;
}

/** Who could go on in the virtual ward stays in the bed until it has a place, or the stay is over. */
function staysInBed(system: System, p: number): boolean {
  const { patients, calendar } = system;
  const site = system.siteOf(p);
  const end = patients.stayEndsAt[p];
  patients.clear(p, FOR_VIRTUAL_WARD);
  if (end <= calendar.now) return false;
  if (takePlace(site.virtualUntil, calendar.now, end)) {
    patients.set(p, VIRTUAL);
    countOffer(system, site, TO_VIRTUAL_WARD);
    return false;
  }
  if (end - calendar.now > MINUTES_PER_DAY) patients.set(p, FOR_VIRTUAL_WARD);
  calendar.schedule(Math.min(end, calendar.now + MINUTES_PER_DAY), CLINICAL_END, p);
  return true;
}

/** The patient leaves, or tries again tomorrow. */
export function dischargeTried(system: System, p: number): void {
  const { patients } = system;
  if (patients.has(p, IN_TRANSFER)) {
    system.after(TRY_AGAIN_MINUTES, DISCHARGE_TRY, p);
    return;
  }
  const sure = DIES | SHORT_STAY | LEAVES_TODAY;
  const goes = patients.has(p, sure) || leavesToday(system, p);
  if (goes) {
    if (!waitsInBed(system, p)) leaveBed(system, p);
  } else scheduleTry(system, p, system.day + 1);
}

function leavesToday(system: System, p: number): boolean {
  const site = system.siteOf(p);
  const { discharge } = site.parameters;
  const chances = system.patients.has(p, HAS_PLACE) ? discharge.placedChance : discharge.homeChance;
  const occupancy = site.occupiedTotal / site.openTotal();
  const pressure = 1 + discharge.occupancyElasticity * (occupancy - discharge.occupancyReference);
  const sooner = system.patients.has(p, EXPEDITED) ? (discharge.reviews?.remainingFactor ?? 1) : 1;
  const chance = (chances[system.day] * pressure) / sooner;
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
  if (site.parameters.readmission !== null && !patients.has(p, DIES)) mayComeBack(system, p);
  if (!patients.has(p, HAS_PLACE)) {
    system.leave(p);
    return;
  }
  patients.move(p, IN_COMMUNITY);
  stayInCommunity(system, p);
}

/** In the place for a stay; where care is funded for some weeks, others take over after them. */
function stayInCommunity(system: System, p: number): void {
  const table = system.parameters.community.stayMinutes[system.slotOf(p)];
  if (table === null) return;
  if (!system.patients.has(p, FUNDED)) {
    system.begin(PLACE_FREE, p, purpose.COMMUNITY_STAY, table, 1, 0);
    return;
  }
  const { fundedMinutes } = system.siteOf(p).parameters;
  const minutes = Math.min(system.minutes(p, purpose.COMMUNITY_STAY, table), fundedMinutes);
  system.after(minutes, PLACE_FREE, p);
}

function countDischarge(system: System, p: number, daily: DailySeries): void {
  const { today } = system;
  const minute = system.calendar.now % MINUTES_PER_DAY;
  daily.discharges[today]++;
  const pathway = system.patients.pathway[p];
  if (pathway === P1) daily.dischargesSupport[today]++;
  else if (pathway === P2) daily.dischargesCommunityBed[today]++;
  else if (pathway === P3) daily.dischargesCareHome[today]++;
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
