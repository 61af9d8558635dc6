// sim/hospital/electives.ts: planned admissions: the morning's list, cancellations, beds in time.

import { tagOf, toUnit } from '../engine/draws.js';
import { quantileOf } from '../engine/quantile-table.js';
import { MINUTES_PER_DAY } from '../engine/time.js';
import { requestBed } from './beds.js';
import { AGES, FRAILTIES, GREEN, POOL_SURGICAL, SURGICAL, WALK_IN } from './categories.js';
import { streamOf } from './demand.js';
import { ELECTIVE_DUE } from './kinds.js';
import { AWAITING_ADMISSION, ELECTIVE, EXPECTED } from './patients.js';
import { countCancelled } from './policy.js';
import * as purpose from './purposes.js';
import type { System } from './system.js';
import {
  FRONT_DOOR,
  PLANNED,
  pick,
  type Site,
  SOURCES,
  STREAM_DAYS,
  STREAM_ELECTIVE,
} from './system.js';

const KEYS_PER_DAY = 1024;
const ADULT_MIX = 1; // row of referred patients

/** The morning's decision: planned patients beyond the beds expected free are cancelled. */
export function decideElectiveList(system: System, site: Site): void {
  const { day, today } = system;
  const { electives } = site.parameters;
  const tag = tagOf(streamOf(site, STREAM_DAYS), purpose.ELECTIVE_COUNT);
  const planned = Math.floor(electives.perDay[day] + system.draws.unit(day, tag));
  const waiting = site.lines[SURGICAL * SOURCES + FRONT_DOOR].size;
  const leaving = Math.floor(site.occupied[POOL_SURGICAL] * electives.expectedDischargeShare);
  const free = site.free(POOL_SURGICAL) - site.boarded[POOL_SURGICAL] + leaving;
  let beds = free - waiting - electives.emergencyReserveBeds;
  if (site.occupiedTotal >= electives.cancelFromOccupancyShare * site.openTotal()) beds = 0;
  if (electives.coldBedsShare > 0) beds = Math.max(beds, Math.min(free, site.coldFree()));
  const room = Math.min(planned, Math.max(0, beds));
  const kept = planned - Math.round(planned * site.cancelShare);
  const admitted = Math.min(room, kept);
  if (admitted < room) countCancelled(system, site, room - admitted);
  if (today >= 0) site.observed.daily.electivesCancelled[today] += planned - admitted;
  for (let i = 0; i < admitted; i++) expectElective(system, site, day * KEYS_PER_DAY + i);
}

function expectElective(system: System, site: Site, key: number): void {
  const { patients, draws, calendar, day } = system;
  const { mix, stays, electives } = site.parameters;
  const stream = streamOf(site, STREAM_ELECTIVE);
  const p = patients.take(key, stream, site.index, EXPECTED);
  patients.set(p, ELECTIVE);
  const unit = toUnit(draws.block(key, tagOf(stream, purpose.AGE)));
  patients.age[p] = Math.max(1, pick(mix.ageShares[ADULT_MIX], 0, AGES, unit));
  patients.frailty[p] = pick(mix.frailtyShares, patients.age[p], FRAILTIES, toUnit(draws.other));
  patients.mode[p] = WALK_IN;
  patients.acuity[p] = GREEN;
  patients.bedClass[p] = SURGICAL;
  const stay = quantileOf(stays.electiveUnit, draws.bits(key, tagOf(stream, purpose.STAY)));
  patients.stayMinutes[p] = stays.electiveMinutes * stay;
  const minute = system.minutes(p, purpose.ELECTIVE_TIME, electives.bedNeededMinute);
  const due = Math.max(day * MINUTES_PER_DAY + minute, calendar.now);
  patients.arrivedAt[p] = due;
  calendar.schedule(due, ELECTIVE_DUE, p);
}

/** The patient comes out of theatre and needs the bed. */
export function electiveDue(system: System, p: number): void {
  system.enter();
  system.patients.move(p, AWAITING_ADMISSION);
  requestBed(system, p, PLANNED);
}
