// test/differential/independent/replay.ts: one replication of the independent hospital, event by
// event, from the initial census to the last midnight.

import type { Seed } from '../../../sim/engine/seed.js';
import type { Parameters } from '../../../sim/hospital/parameters.js';
import type { Event } from './agenda.js';
import { bedMeeting, bedReady, looksAgain, openBeds } from './bed-lines.js';
import * as frontDoor from './front-door.js';
import { emptyWorld, type Patient, type World } from './hospital.js';
import * as leaving from './leaving.js';
import * as looks from './looks.js';
import { drawDay, drawWinter, expectArrivals } from './people.js';
import { decideElectives, electiveDue } from './planned.js';
import { hourOfWeek } from './services.js';
import { fillAtStart } from './start.js';
import { arrivedInBed, stepDownDue } from './wards.js';

const MINUTES_PER_DAY = 1440;
const ELECTIVE_LIST_MINUTE = 7 * 60;
const CENSUS_MINUTE = 8 * 60;

/** Shows each event just before anything changes. */
export type Watcher = (world: World, event: Event) => void;

/** Runs the days of the parameters; gives what there is at the end. */
export function replay(
  parameters: Parameters,
  seed: Seed,
  replication: number,
  watch: Watcher,
): World {
  const world = emptyWorld(parameters, seed, replication);
  const { agenda } = world;
  drawWinter(world);
  fillAtStart(world);
  beginDay(world);
  beginHour(world, 0);
  for (;;) {
    const event = agenda.next();
    watch(world, event);
    if (event.kind === 'day begins') {
      world.day++;
      if (world.day === parameters.days.count) return world;
      beginDay(world);
    } else {
      happen(world, event);
    }
  }
}

function beginDay(world: World): void {
  const { agenda, day } = world;
  const midnight = day * MINUTES_PER_DAY;
  drawDay(world);
  leaving.openPlaces(world);
  for (const site of world.sites) {
    site.reachedToday.fill(0);
    openBeds(world, site);
    agenda.add(midnight + ELECTIVE_LIST_MINUTE, 'elective list', null, site);
  }
  agenda.add(midnight + world.parameters.community.roundMinute, 'community round');
  agenda.add(midnight + CENSUS_MINUTE, 'census');
  agenda.add(midnight + MINUTES_PER_DAY, 'day begins');
}

function beginHour(world: World, hour: number): void {
  const { parameters, agenda } = world;
  const ofWeek = hourOfWeek(world);
  for (const site of world.sites) {
    const { department, beds } = site.parameters;
    site.nurses.capacity = department.assessmentNurses[ofWeek];
    site.gps.capacity = department.primaryCareClinicians[ofWeek];
    site.sameDaySpaces.capacity = department.sdecSpaces[ofWeek];
    site.teams.forEach((team, i) => {
      team.capacity = department.clinicians[i][ofWeek];
      looks.giveClinicians(world, team);
    });
    frontDoor.giveNurses(world, site);
    frontDoor.givePrimaryCare(world, site);
    if (beds.flex.meetingHours[hour % 24]) bedMeeting(world, site);
  }
  for (const site of world.sites) expectArrivals(world, site, hour);
  const next = hour + 1;
  if (next < parameters.days.count * 24) agenda.add(next * 60, 'hour begins');
}

function happen(world: World, event: Event): void {
  const { kind, patient, site, pool } = event;
  if (patient !== null) {
    happenTo(world, kind, patient);
  } else if (kind === 'hour begins') {
    beginHour(world, event.time / 60);
  } else if (kind === 'community round') {
    leaving.communityRound(world);
  } else if (kind === 'bed ready' && site !== null) {
    bedReady(world, site, pool);
  } else if (kind === 'elective list' && site !== null) {
    decideElectives(world, site);
  }
}

/** What each kind of event does to a patient. */
const TO_PATIENT: Partial<Record<Event['kind'], (world: World, patient: Patient) => void>> = {
  'community place free': leaving.placeFree,
  'discharge tried': leaving.dischargeTried,
  'clinical stay ends': leaving.clinicalStayEnded,
  'step-down due': stepDownDue,
  'delayed transfer begins': (_, patient) => leaving.delayedTransferBegins(patient),
  'assessed for discharge': leaving.assessedForDischarge,
  'choice made': leaving.choiceMade,
  'arrived in bed': arrivedInBed,
  'departed for home': looks.leaveDepartment,
  'same-day care ends': frontDoor.sameDayCareEnded,
  'primary care ends': frontDoor.primaryCareEnded,
  'decision to admit': looks.decided,
  reviewed: looks.reviewed,
  investigated: looks.investigated,
  consulted: looks.consulted,
  'initially assessed': frontDoor.assessed,
  'handed over': frontDoor.handedOver,
  'bed search widened': looksAgain,
  'patience ends': frontDoor.patienceEnded,
  'elective due': electiveDue,
  arrived: frontDoor.arrived,
};

function happenTo(world: World, kind: Event['kind'], patient: Patient): void {
  const change = TO_PATIENT[kind];
  if (change === undefined) throw new RangeError(`${kind} does not happen to a patient.`);
  change(world, patient);
}
