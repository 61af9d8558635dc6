// sim/hospital/arrival.ts: services before the door: who is kept away, visited, booked or redirected.
//
// An offer at arrival meets a would-be attendance of A&E whose whole way is already drawn, so what
// a service changes is the way of one known patient and nothing else.

import { type Draws, tagOf } from '../engine/draws.js';
import { MINUTES_PER_HOUR } from '../engine/time.js';
import { ARRIVED } from './kinds.js';
import { AT_ARRIVAL, eligibleCell, type Offer } from './offers.js';
import {
  AT_DEPARTMENT,
  AWAY,
  BOOKED,
  NEEDS_ADMISSION,
  NEEDS_DEPARTMENT,
  ON_THE_WAY,
} from './patients.js';
import { BOOKED_MINUTE, FIRST_OFFER, OFFER_PURPOSES } from './purposes.js';
import type { Site, System } from './system.js';
import { comeToUnit, isOpen } from './units.js';

// What becomes of a patient whom an offer at arrival reaches.
export const TO_ELSEWHERE = 10; // looked after without coming
export const TO_UNIT = 11; // to a unit, or visited at home
export const TO_SLOT = 12; // comes at a booked time
export const TO_SITE = 13; // taken to another hospital

/** What an offer at arrival has beside what every offer has. */
export interface ArrivalRules {
  /** Bits of the modes and of the acuities that are eligible. */
  modes: number;
  acuities: number;
  /** Of those reached, the share changed: by mode (walk-in, ambulance) x need for admission. */
  chance: Float64Array;
  /** Short names of a unit and a site, and their numbers, which compiling fills in; -1 is none. */
  unitId: string;
  unit: number;
  siteId: string;
  site: number;
  /** Hour of the week: how many more patients could well come in it; for booked slots. */
  slots: Float64Array;
  /** Slots are at most so many hours ahead. */
  hoursAhead: number;
  /** First of the draws of the intervention that it uses: 0, or 2 for a second offer. */
  lane: number;
}

/**
 * Makes the offers of a site to who is about to arrive at A&E.
 * @returns true when the patient does not come through the door now
 */
export function meetBeforeDoor(system: System, p: number): boolean {
  const site = system.siteOf(p);
  const { offers } = site.parameters;
  for (let i = 0; i < offers.length; i++) {
    if (offers[i].point !== AT_ARRIVAL) continue;
    const rules = offers[i].arrival;
    if (rules === undefined || !isEligible(system, p, offers[i], rules)) continue;
    if (meet(system, p, site, offers[i], rules, i)) return rules.site < 0;
  }
  return false;
}

function isEligible({ patients }: System, p: number, offer: Offer, rules: ArrivalRules): boolean {
  if ((rules.modes & (1 << patients.mode[p])) === 0) return false;
  if ((rules.acuities & (1 << patients.acuity[p])) === 0) return false;
  return offer.eligible[eligibleCell(0, patients.age[p], patients.frailty[p])] === 1;
}

/** @returns true when the offer has taken the patient */
function meet(
  system: System,
  p: number,
  site: Site,
  offer: Offer,
  rules: ArrivalRules,
  index: number,
): boolean {
  const { patients, draws } = system;
  const count = system.recording ? site.observed.offers[index] : null;
  if (count) count.eligible++;
  if (offer.hours[system.hourOfWeek] === 0) return false;
  const tag = tagOf(patients.stream[p], FIRST_OFFER + OFFER_PURPOSES * offer.id + rules.lane);
  if (draws.unit(patients.key[p], tag) >= offer.reachedShare[system.day]) return false;
  if (site.offerUsed[index] >= offer.perDayMax) return false;
  if (rules.unit >= 0 && !isOpen(system.units[rules.unit], system.calendar.now)) return false;
  site.offerUsed[index]++;
  if (count) count.reached++;
  const changes =
    changesWay(system, p, offer, rules, draws, tag) &&
    (offer.route !== TO_SLOT || slotsAhead(system, rules) > 0);
  if (count && changes) count.changed++;
  if (offer.route === TO_UNIT) {
    visit(system, p, rules.unit, changes);
    return true;
  }
  if (!changes) return false;
  if (offer.route === TO_ELSEWHERE) stayAway(system, p);
  else if (offer.route === TO_SLOT) bookSlot(system, p, rules);
  else patients.site[p] = rules.site;
  return true;
}

function changesWay(
  { patients }: System,
  p: number,
  offer: Offer,
  rules: ArrivalRules,
  draws: Draws,
  tag: number,
): boolean {
  const needs = patients.has(p, NEEDS_ADMISSION) ? 1 : 0;
  if (needs === 1 && patients.stayMinutes[p] > offer.stayMinutesMax) return false;
  return draws.unit(patients.key[p], tag + 1) < rules.chance[patients.mode[p] * 2 + needs];
}

/** Is looked after elsewhere. */
function stayAway(system: System, p: number): void {
  const { patients, calendar } = system;
  system.enter();
  patients.unit[p] = AWAY;
  patients.move(p, ON_THE_WAY);
  calendar.schedule(calendar.now, ARRIVED, p);
}

/** Goes to a unit, or is visited; who is not helped there comes to A&E afterwards. */
function visit(system: System, p: number, unit: number, isHelped: boolean): void {
  system.enter();
  if (!isHelped) system.patients.set(p, NEEDS_DEPARTMENT);
  comeToUnit(system, p, system.units[unit]);
}

/** Comes in one of the quieter hours ahead, the more likely the quieter it is. */
function bookSlot(system: System, p: number, rules: ArrivalRules): void {
  const { patients, calendar } = system;
  const { slots, hoursAhead } = rules;
  const first = Math.floor(calendar.now / MINUTES_PER_HOUR) + 1;
  let rest = system.unit(p, BOOKED_MINUTE) * slotsAhead(system, rules);
  let ahead = 0;
  while (ahead < hoursAhead - 1 && rest >= slots[hourOfWeekAfter(system, ahead + 1)]) {
    rest -= slots[hourOfWeekAfter(system, ahead + 1)];
    ahead++;
  }
  const width = slots[hourOfWeekAfter(system, ahead + 1)];
  const minute = width > 0 ? (rest / width) * MINUTES_PER_HOUR : 0;
  system.enter();
  patients.setAtDoor(p, BOOKED);
  patients.unit[p] = AT_DEPARTMENT;
  patients.move(p, ON_THE_WAY);
  calendar.schedule((first + ahead) * MINUTES_PER_HOUR + minute, ARRIVED, p);
}

function slotsAhead(system: System, { slots, hoursAhead }: ArrivalRules): number {
  let total = 0;
  for (let i = 0; i < hoursAhead; i++) total += slots[hourOfWeekAfter(system, i + 1)];
  return total;
}

function hourOfWeekAfter({ hourOfWeek }: System, hours: number): number {
  return (hourOfWeek + hours) % 168;
}
