// sim/hospital/simulate.ts: one replication from the initial census to the last reported midnight.

import type { Resource } from '../engine/resource.js';
import type { Seed } from '../engine/seed.js';
import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../engine/time.js';
import { meetBeforeDoor } from './arrival.js';
import { bedReady, openBeds, searchBed } from './beds.js';
import { REFERRED } from './categories.js';
import { countAtEight, countAtMidnight, fillAtStart } from './census.js';
import { clinicians, loseBeds } from './closures.js';
import { communityRound, openPlaces, placeFreed } from './community.js';
import { checkConservation } from './conservation.js';
import { countOpenDelays } from './delays.js';
import { describe, drawDayEffects, drawHour, drawWinterEffects, hourOfWeekOf } from './demand.js';
import {
  admitToAssessment,
  admitToClinicians,
  admitToCohort,
  admitToLiaison,
  admitToPrimaryCare,
  admitToSpaces,
  countStillInDepartment,
  patienceEnded,
} from './department.js';
import {
  clinicalEnded,
  dischargeAssessed,
  dischargeTried,
  dtocBegins,
  queueForPlace,
} from './discharge.js';
import { decideElectiveList, electiveDue } from './electives.js';
import { consulted, decided, departed, investigated, liaisonEnded, reviewed } from './emergency.js';
import { assessed, attend, handedOver, primaryCareEnded, sdecEnded } from './front-door.js';
import { FAST_KERNEL, type Kernel } from './kernel.js';
import * as kind from './kinds.js';
import type { Observed } from './observed.js';
import type { Parameters, StaffChange } from './parameters.js';
import { ON_THE_WAY } from './patients.js';
import { divertAway, reviewPolicy } from './policy.js';
import { holdBedMeeting } from './pressure.js';
import { describeReturn, isLeftOut } from './readmissions.js';
import { reviewLongStays } from './reviews.js';
import { type Site, STREAM_UNIT, STREAMS_PER_SITE, System } from './system.js';
import type { ObservedUnit } from './unit-parameters.js';
import { arriveAgain, countStillInUnits, setOut, setUnitRota, unitEnded } from './units.js';
import { referred, stepDownDue, transferred } from './ward.js';

const ELECTIVE_LIST_MINUTE = 7 * MINUTES_PER_HOUR;
const CENSUS_MINUTE = 8 * MINUTES_PER_HOUR;

/** What one replication gives. */
export interface Replication {
  sites: Observed[];
  units: ObservedUnit[];
  eventsCount: number;
}

/** Sees each event just before it changes anything; must not change the system. */
export type Observer = (system: System, eventKind: number, subject: number) => void;

/**
 * Simulates one replication.
 * @param observer sees every event; null for none
 * @param kernel parts of the engine, to put others in their place
 * @throws ConservationError, EventCapError: defects, never consequences of checked parameters
 */
export function simulate(
  parameters: Parameters,
  seed: Seed,
  replication: number,
  observer: Observer | null = null,
  kernel: Kernel = FAST_KERNEL,
): Replication {
  const system = new System(parameters, kernel.draws(seed, replication), kernel);
  drawWinterEffects(system);
  fillAtStart(system);
  beginDay(system, 0);
  beginHour(system, 0);
  for (let day = 0; day < parameters.days.count; day++) {
    runDay(system, (day + 1) * MINUTES_PER_DAY, observer);
    endDay(system);
    if (day + 1 < parameters.days.count) beginDay(system, day + 1);
  }
  for (const site of system.sites) countStillInDepartment(system, site);
  countStillInUnits(system);
  countOpenDelays(system);
  return {
    sites: system.sites.map((site) => site.observed),
    units: system.units.map((unit) => unit.observed),
    eventsCount: system.calendar.firedCount,
  };
}

/** Fires events up to the midnight that ends the day; the last of them is that midnight. */
function runDay(system: System, midnight: number, observer: Observer | null): void {
  const { calendar } = system;
  for (;;) {
    const event = calendar.next(midnight);
    if (observer !== null) observer(system, event, calendar.subject);
    if (event === kind.DAY) return;
    fire(system, event, calendar.subject);
  }
}

/** What each kind of event does. */
function fire(system: System, event: number, subject: number): void {
  switch (event) {
    case kind.HOUR:
      return beginHour(system, subject);
    case kind.ARRIVED:
      return arrive(system, subject);
    case kind.ASSESSED:
      return assessed(system, subject);
    case kind.HANDED_OVER:
      return handedOver(system, subject);
    case kind.CONSULTED:
      return consulted(system, subject);
    case kind.INVESTIGATED:
      return investigated(system, subject);
    case kind.REVIEWED:
      return reviewed(system, subject);
    case kind.DEPARTED:
      return departed(system, subject);
    case kind.DECIDED:
      return decided(system, subject);
    case kind.PRIMARY_CARE_END:
      return primaryCareEnded(system, subject);
    case kind.SDEC_END:
      return sdecEnded(system, subject);
    case kind.UNIT_END:
      return unitEnded(system, subject);
    case kind.LIAISON_END:
      return liaisonEnded(system, subject);
    case kind.PATIENCE_ENDS:
      return patienceEnded(system, subject);
    case kind.TRANSFERRED:
      return transferred(system, subject);
    case kind.STEP_DOWN_DUE:
      return stepDownDue(system, subject);
    case kind.CLINICAL_END:
      return clinicalEnded(system, subject);
    case kind.DISCHARGE_TRY:
      return dischargeTried(system, subject);
    case kind.BED_READY:
      return bedReady(system, subject);
    case kind.BED_SEARCH:
      return searchBed(system, subject);
    case kind.DTOC_BEGINS:
      return dtocBegins(system, subject);
    case kind.DISCHARGE_ASSESSED:
      return dischargeAssessed(system, subject);
    case kind.CHOICE_MADE:
      return queueForPlace(system, subject);
    case kind.COMMUNITY_ROUND:
      reviewLongStays(system);
      return communityRound(system);
    case kind.PLACE_FREE:
      return placeFreed(system, subject);
    case kind.ELECTIVE_LIST:
      return decideElectiveList(system, system.sites[subject]);
    case kind.ELECTIVE_DUE:
      return electiveDue(system, subject);
    case kind.CENSUS:
      return countAtEight(system);
    default:
      throw new RangeError(`No such kind of event: ${event}.`);
  }
}

function arrive(system: System, p: number): void {
  const { stage, stream } = system.patients;
  const kindOfStream = stream[p] % STREAMS_PER_SITE;
  if (stage[p] === ON_THE_WAY) {
    if (arriveAgain(system, p)) attend(system, p);
    return;
  }
  if (system.patients.returns(p) > 0) describeReturn(system, p);
  else if (kindOfStream === STREAM_UNIT) {
    setOut(system, p);
    return;
  } else {
    describe(system, p);
    if (system.siteOf(p).parameters.readmission !== null && isLeftOut(system, p)) {
      system.patients.free(p);
      return;
    }
  }
  if (system.patients.mode[p] === REFERRED) referred(system, p);
  else if (!system.siteOf(p).hasArrivalOffers || !meetBeforeDoor(system, p)) come(system, p);
}

/** Through the door of A&E, unless ambulances are diverted. */
function come(system: System, p: number): void {
  if (!system.siteOf(p).diverts || !divertAway(system, p)) attend(system, p);
}

/** Midnight: the books of the day that ends. */
function endDay(system: System): void {
  countAtMidnight(system);
  for (const site of system.sites) system.countBeds(site);
  checkConservation(system);
}

function beginDay(system: System, day: number): void {
  const { calendar, parameters } = system;
  const midnight = day * MINUTES_PER_DAY;
  system.day = day;
  system.today = system.reportedDay(midnight);
  drawDayEffects(system, day);
  openPlaces(system, day);
  for (const site of system.sites) {
    site.offerUsed.fill(0);
    loseBeds(system, site, day);
    openBeds(system, site, day);
    calendar.schedule(midnight + ELECTIVE_LIST_MINUTE, kind.ELECTIVE_LIST, site.index);
  }
  calendar.schedule(midnight + parameters.community.roundMinute, kind.COMMUNITY_ROUND, 0);
  calendar.schedule(midnight + CENSUS_MINUTE, kind.CENSUS, 0);
  calendar.schedule(midnight + MINUTES_PER_DAY, kind.DAY, day + 1);
}

function beginHour(system: System, hour: number): void {
  system.hourOfWeek = hourOfWeekOf(system, hour);
  for (const site of system.sites) {
    setRota(system, site);
    if (site.actions.length > 0) reviewPolicy(system, site, hour % 24);
    holdBedMeeting(system, site, hour % 24);
  }
  setUnitRota(system, hour);
  drawHour(system, hour);
  const next = hour + 1;
  if (next < system.parameters.days.count * 24) {
    system.calendar.schedule(next * MINUTES_PER_HOUR, kind.HOUR, next);
  }
}

/** Staff of the hour. Who is with a patient finishes; free ones take who waits. */
function setRota(system: System, site: Site): void {
  const { department } = site.parameters;
  const hour = system.hourOfWeek;
  const { mentalHealth, staffChanges } = department;
  site.assessmentNurses.setCapacity(department.assessmentNurses[hour]);
  site.primaryCare.setCapacity(department.primaryCareClinicians[hour]);
  site.sdec.setCapacity(department.sdecSpaces[hour]);
  site.clinicians.forEach((team: Resource, index) => {
    const planned = department.clinicians[index][hour];
    const present = clinicians(site, planned);
    if (system.today >= 0)
      site.observed.daily.clinicianHoursLost[system.today] += planned - present;
    team.setCapacity(present);
  });
  if (mentalHealth !== null) site.liaison.setCapacity(mentalHealth.staff[hour]);
  if (staffChanges.length > 0) addStaff(site, staffChanges, hour, system.day);
  for (const team of site.clinicians) admitToClinicians(system, team);
  admitToAssessment(system, site);
  admitToPrimaryCare(system, site);
  if (mentalHealth !== null) admitToLiaison(system, site);
  if (staffChanges.length === 0) return;
  for (let area = 0; area < site.spaces.length; area++) admitToSpaces(system, site, area);
  admitToCohort(system, site);
}

/** Adds the staff and spaces of some days to those of the week. */
function addStaff(site: Site, changes: readonly StaffChange[], hour: number, day: number): void {
  const { spaces } = site.parameters.department;
  site.cohort.setCapacity(0);
  site.spaces.forEach((space, area) => {
    space.setCapacity(spaces[area]);
  });
  if (site.parameters.department.mentalHealth === null) site.liaison.setCapacity(0);
  for (const { resource, byHour, strength } of changes) {
    const staffed = site.staffed[resource];
    staffed.setCapacity(Math.max(0, staffed.capacity + byHour[hour] * strength[day]));
  }
}
