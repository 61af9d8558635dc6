// sim/hospital/delays.ts: delayed transfers by reason, pathway and who answers for them.
//
// The model has a patient wait for an assessment, a choice or a place; the reasons that England
// counted are a finer division of the same waits, drawn when a wait begins. They change nothing but
// the counts. Who has a place keeps the reason of the wait before until leaving the bed.

import { MINUTES_PER_DAY } from '../engine/time.js';
import {
  ATTRIBUTIONS,
  DTOC_REASONS,
  P1,
  PATHWAYS,
  REASON_ASSESSMENT,
  REASON_CHOICE,
} from './categories.js';
import { DELAYED, DELAYED_TRANSFER } from './patients.js';
import { DELAY_REASON } from './purposes.js';
import type { System } from './system.js';

/** Kinds of wait: assessment, choice, a P1, P2 or P3 place. */
export const WAIT_ASSESSMENT = 0;
export const WAIT_CHOICE = 1;
export const WAIT_PLACE = 2; // of P1; P2 and P3 follow
export const DELAY_WAITS = 5;

/** Code of a reason and attribution: reason x attributions + attribution. */
export const DELAY_CODES = DTOC_REASONS.length * ATTRIBUTIONS.length;
/** Cell of a code and pathway: code x pathways + pathway. */
export const DELAY_CELLS = DELAY_CODES * PATHWAYS.length;

const NOT_TOLD = 255; // the system does not tell reasons apart

/** A wait of a delayed transfer begins, or the wait before goes over into the next. */
export function delayBegins(system: System, p: number): void {
  const { patients, calendar } = system;
  const { delays } = system.siteOf(p).parameters.discharge;
  if (delays === null) {
    patients.delay[p] = NOT_TOLD;
    return;
  }
  const wait = waitOf(patients.reason[p], patients.pathway[p]);
  const { codes, cumulative } = delays[wait];
  const unit = system.unit(p, DELAY_REASON, wait);
  let i = 0;
  while (i < codes.length - 1 && unit >= cumulative[i]) i++;
  patients.delay[p] = codes.length > 0 ? codes[i] : NOT_TOLD;
  patients.delayedSince[p] = calendar.now;
}

function waitOf(reason: number, pathway: number): number {
  if (reason === REASON_ASSESSMENT) return WAIT_ASSESSMENT;
  return reason === REASON_CHOICE ? WAIT_CHOICE : WAIT_PLACE + pathway - P1;
}

/** Adds what has passed of a wait to the days on which it passed. */
export function delayEnds(system: System, p: number): void {
  const { patients, calendar } = system;
  const code = patients.delay[p];
  if (code === NOT_TOLD) return;
  const { observed } = system.siteOf(p);
  const reason = Math.floor(code / ATTRIBUTIONS.length);
  const attribution = code % ATTRIBUTIONS.length;
  const first = system.parameters.days.reportedFrom;
  for (let from = patients.delayedSince[p]; from < calendar.now; ) {
    const day = Math.floor(from / MINUTES_PER_DAY);
    const to = Math.min(calendar.now, (day + 1) * MINUTES_PER_DAY);
    const minutes = to - from;
    from = to;
    if (day < first) continue;
    const { delayMinutesByReason, delayMinutesByAttribution, delayMinutes } = observed;
    delayMinutesByReason[(day - first) * DTOC_REASONS.length + reason] += minutes;
    delayMinutesByAttribution[(day - first) * ATTRIBUTIONS.length + attribution] += minutes;
    delayMinutes[code * PATHWAYS.length + patients.pathway[p]] += minutes;
  }
}

/** The end of the run: delays that go on are counted until then. */
export function countOpenDelays(system: System): void {
  const { patients } = system;
  for (let p = 0; p < patients.used; p++) {
    if (patients.stage[p] === DELAYED && patients.has(p, DELAYED_TRANSFER)) delayEnds(system, p);
  }
}
