// sim/hospital/offers.ts: services that may change a patient's way at a decision point.
//
// An intervention that acts on single patients is compiled into an offer: who is eligible, when
// the service works, how many it can take, and what it does. What it reaches is counted.

import { tagOf } from '../engine/draws.js';
import type { QuantileTable } from '../engine/quantile-table.js';
import type { ArrivalRules } from './arrival.js';
import { AGES, CLASSES, FRAILTIES } from './categories.js';
import { CHC_IN_BED, DELAY_SAVED, FUNDED, OFFERED, STAY_SAVED } from './patients.js';
import { takePlace } from './places-by-time.js';
import { FIRST_OFFER, LOCALITY, OFFER_PURPOSES } from './purposes.js';
import type { Site, System } from './system.js';

export const AT_STREAMING = 0;
export const AT_DECISION = 1;
export const AT_DISCHARGE = 2;
export const AT_WARD = 4;
export const AT_ARRIVAL = 3; // before the door of A&E (arrival.ts)

export const TO_HOME = 1;
export const TO_SDEC = 2;
export const TO_ASSESS_LATER = 3; // assessed after discharge
export const TO_VIRTUAL_WARD = 21; // looked after at home by the hospital
export const BY_REVIEW = 22; // reviewed in the bed (reviews.ts)
export const TO_SHORTER_STAY = 20; // stays in the bed, for less long

/** Name of the service that books times in A&E for patients whom 111 refers. */
export const BOOKED_SLOTS = 'nhs-111 booked slots';

export interface Offer {
  /** Number of the intervention in the registry: keys its draws. */
  id: number;
  name: string;
  point: number;
  route: number;
  /** 1 where eligible, by class x age x frailty. */
  eligible: Uint8Array;
  /** Bit p is set when pathway p is eligible (at discharge only). */
  pathways: number;
  /** Spaces of the service when it works, if it has its own (same-day emergency care). */
  spaces: number;
  /** Lowest acuity number taken (2: yellow and milder). */
  acuityFrom: number;
  /** Only stays up to this long. */
  stayMinutesMax: number;
  /** 1 in hours of the week when the service works. */
  hours: Uint8Array;
  /** Share of eligible patients reached, each day: 0 before the start, rising over the ramp. */
  reachedShare: Float64Array;
  /** Of those reached, the share whose way changes. */
  changedChance: number;
  /** Factor on the clinical stay of those reached but still admitted. */
  stayFactor: number;
  /** Patients the service can see on a day. */
  perDayMax: number;
  /** Time that the service takes, if it has spaces of its own. */
  minutes: QuantileTable | null;
  /** Factor on the assessment before discharge of those reached. */
  assessmentFactor: number;
  /** Working minutes that the assessment is shorter by, beside the factor. */
  assessmentMinutesSaved?: number;
  /** Share of patients who live where the service works (at discharge only). */
  coverageShare?: number;
  /** 1 for each locality in which it works (at discharge only). */
  localities?: Uint8Array;
  /** Only full assessments for continuing healthcare in the bed (at discharge only). */
  chcOnly?: boolean;
  /** Minutes for which care after discharge is funded (at discharge only). */
  fundedMinutes?: number;
  /** Of offers at arrival. */
  arrival?: ArrivalRules;
  /** The service assesses those whom it does not meet at once in its next hours, on the ward. */
  assessesLater?: boolean;
}

/** What an offer did in the reported period. */
export interface OfferCount {
  name: string;
  eligible: number;
  reached: number;
  changed: number;
  /** Assessed within 24 hours of arrival, at once or later, where a service does that. */
  within24h?: number;
}

export function eligibleCell(bedClass: number, age: number, frailty: number): number {
  return (bedClass * AGES + age) * FRAILTIES + frailty;
}

export const ELIGIBLE_CELLS = CLASSES * AGES * FRAILTIES;

/**
 * Makes the offers of a decision point to a patient who needs admission.
 * @returns the route of the first that changes the patient's way, or 0
 */
export function makeOffers(system: System, p: number, point: number): number {
  const site = system.sites[system.patients.site[p]];
  const { offers } = site.parameters;
  for (let i = 0; i < offers.length; i++) {
    if (offers[i].point !== point) continue;
    const route = makeOffer(system, p, offers[i], i);
    if (route !== 0) return route;
  }
  return 0;
}

/**
 * Working minutes of the assessment still done in the bed: fewer when a service takes it over. The
 * first that does is the only one: a delay is not shortened twice.
 */
export function assessmentLeft(system: System, p: number, minutes: number): number {
  const { offers } = system.siteOf(p).parameters;
  for (let i = 0; i < offers.length; i++) {
    const offer = offers[i];
    if (offer.point !== AT_DISCHARGE || !concerns(system, p, offer)) continue;
    if (makeOffer(system, p, offer, i) === 0) continue;
    const { patients } = system;
    patients.set(p, DELAY_SAVED);
    if (offer.fundedMinutes !== undefined) patients.set(p, FUNDED);
    if (offer.chcOnly) patients.clear(p, CHC_IN_BED);
    const left = minutes * offer.assessmentFactor;
    return offer.assessmentMinutesSaved === undefined
      ? left
      : Math.max(0, left - offer.assessmentMinutesSaved);
  }
  return minutes;
}

/** Counts a patient whose way a service on the ward changes later than it was offered. */
export function countOffer(system: System, site: Site, route: number): void {
  if (!system.recording) return;
  const { offers } = site.parameters;
  const index = offers.findIndex((offer) => offer.point === AT_WARD && offer.route === route);
  if (index >= 0) site.observed.offers[index].changed++;
}

/** Whether a patient who begins a stay could spend the end of it in the virtual ward. */
export function offeredVirtualWard(system: System, p: number): boolean {
  const { offers } = system.siteOf(p).parameters;
  for (let i = 0; i < offers.length; i++) {
    const offer = offers[i];
    if (offer.point !== AT_WARD || offer.route !== TO_VIRTUAL_WARD) continue;
    return makeOffer(system, p, offer, i) !== 0;
  }
  return false;
}

/** Whether a service at discharge is for a patient of this pathway, locality and need. */
function concerns(system: System, p: number, offer: Offer): boolean {
  const { patients } = system;
  if ((offer.pathways & (1 << patients.pathway[p])) === 0) return false;
  if (offer.chcOnly && !patients.has(p, CHC_IN_BED)) return false;
  if (offer.localities !== undefined) return offer.localities[patients.locality[p]] === 1;
  return offer.coverageShare === undefined || system.unit(p, LOCALITY) < offer.coverageShare;
}

/** Factor on the clinical stay that begins: 1 unless a service on the ward shortens it. */
export function stayFactorOnWard(system: System, p: number): number {
  const { offers } = system.siteOf(p).parameters;
  for (let i = 0; i < offers.length; i++) {
    const offer = offers[i];
    if (offer.point !== AT_WARD || offer.route !== TO_SHORTER_STAY) continue;
    if (system.patients.has(p, STAY_SAVED)) return 1;
    if (makeOffer(system, p, offer, i) === 0) continue;
    system.patients.set(p, STAY_SAVED);
    return offer.stayFactor;
  }
  return 1;
}

function makeOffer(system: System, p: number, offer: Offer, index: number): number {
  const { patients, draws } = system;
  const site = system.sites[patients.site[p]];
  const cell = eligibleCell(patients.bedClass[p], patients.age[p], patients.frailty[p]);
  if (offer.eligible[cell] === 0 || patients.acuity[p] < offer.acuityFrom) return 0;
  const count = system.recording ? site.observed.offers[index] : null;
  if (count) count.eligible++;
  if (count && offer.assessesLater) countAssessed(system, p, offer, count);
  if (offer.hours[system.hourOfWeek] === 0) return 0;
  const tag = tagOf(patients.stream[p], FIRST_OFFER + OFFER_PURPOSES * offer.id);
  if (draws.unit(patients.key[p], tag) >= offer.reachedShare[system.day]) return 0;
  if (site.offerUsed[index] >= offer.perDayMax) return 0;
  if (offer.route === TO_SDEC && site.sdec.busy >= site.sdec.capacity) return 0;
  site.offerUsed[index]++;
  if (count) count.reached++;
  const changes =
    patients.stayMinutes[p] <= offer.stayMinutesMax &&
    draws.unit(patients.key[p], tag + 1) < offer.changedChance;
  if (!changes) {
    patients.stayMinutes[p] *= offer.stayFactor;
    if (offer.stayFactor < 1) patients.set(p, STAY_SAVED);
    return 0;
  }
  if (offer.route === TO_VIRTUAL_WARD && offer.point !== AT_WARD) {
    const until = system.calendar.now + patients.stayMinutes[p];
    if (!takePlace(site.virtualUntil, system.calendar.now, until)) return 0;
  }
  if (offer.point !== AT_DISCHARGE && offer.point !== AT_WARD) patients.set(p, OFFERED);
  if (count && (offer.point !== AT_WARD || offer.route === TO_SHORTER_STAY)) count.changed++;
  return offer.route;
}

const DAY_HOURS = 24;

/** Counts who is assessed within 24 hours of arrival: now, or when the service next works. */
function countAssessed(system: System, p: number, offer: Offer, count: OfferCount): void {
  const { patients, draws } = system;
  const tag = tagOf(patients.stream[p], FIRST_OFFER + OFFER_PURPOSES * offer.id);
  count.within24h ??= 0;
  if (draws.unit(patients.key[p], tag) >= offer.reachedShare[system.day]) return;
  const since = Math.ceil((system.calendar.now - patients.arrivedAt[p]) / 60);
  for (let hour = 0; hour <= DAY_HOURS - since; hour++) {
    if (offer.hours[(system.hourOfWeek + hour) % offer.hours.length] === 0) continue;
    count.within24h++;
    return;
  }
}
