// sim/hospital/policy.ts: the pressure policy: actions that triggers call, that take effect after a
// lead time, stay in force for a least time, and end with hysteresis. Every relief is counted.
//
// All of it happens when an hour begins. Actions are looked at in their order; each sees what those
// before it have done. Nobody is ever evicted: what an action opened closes as patients leave.

import { tagOf } from '../engine/draws.js';
import { board, offerBeds, setOpen, transferWaiting } from './beds.js';
import { AMBULANCE, POOL_MEDICAL, POOLS } from './categories.js';
import { ARRIVED } from './kinds.js';
import { measureOf, opelLevel } from './measures.js';
import type { ActionParameters } from './parameters.js';
import { AT_DEPARTMENT, DIVERTED, ON_THE_WAY } from './patients.js';
import { DIVERT } from './purposes.js';
import {
  type ActionState,
  CALLED,
  IN_FORCE,
  NOT_CALLED,
  type Site,
  type System,
} from './system.js';

/** The hour's look at every action of a site. */
export function reviewPolicy(system: System, site: Site, hourOfDay: number): void {
  const { policy } = site.parameters;
  if (policy === null) return;
  policy.actions.forEach((action, i) => {
    const state = site.actions[i];
    const called = state.stage;
    review(system, site, action, state, hourOfDay);
    if (state.stage === IN_FORCE) relieve(system, site, action, i, hourOfDay);
    if (system.today < 0) return;
    if (called === NOT_CALLED && state.stage !== NOT_CALLED) site.observed.actions[i].calls++;
    if (state.stage === IN_FORCE) countDay(system, site, i);
  });
  setFactors(system, site);
}

/** What an action in force does each hour for patients who wait. */
function relieve(
  system: System,
  site: Site,
  action: ActionParameters,
  index: number,
  hourOfDay: number,
): void {
  const { strength } = site.actions[index];
  let boarded = 0;
  for (let pool = POOL_MEDICAL; pool < POOLS.length; pool++) {
    const most = Math.round(action.boardMost[pool] * strength);
    if (most > 0) boarded += board(system, site, pool, most, most, action.boardAfterMinutes);
    if (action.pushEach[pool] === 0 || action.lookHours[hourOfDay] === 0) continue;
    boarded += board(system, site, pool, action.pushMost[pool], action.pushEach[pool], 0);
  }
  if (boarded > 0) countRelief(system, site, index, 'boardedPatients', boarded);
  const { transfer } = action;
  if (transfer === null) return;
  const { afterMinutes, keepFree, minutes } = transfer;
  const to = system.sites[transfer.site];
  const moved = transferWaiting(system, site, to, afterMinutes, keepFree, minutes);
  if (moved > 0) countRelief(system, site, index, 'transferredOut', moved);
}

/** Factors of all actions in force: discharges, elective lists, ambulances. */
function setFactors(system: System, site: Site): void {
  const { now } = system.calendar;
  let factor = 1;
  let kept = 1;
  site.diverts = false;
  site.parameters.policy?.actions.forEach((action, i) => {
    const { stage, since, strength, pushedUntil } = site.actions[i];
    const pushes = stage === IN_FORCE && now - since < action.dischargeMinutes;
    if (pushes) {
      factor *= 1 + (action.dischargeFactor - 1) * strength;
      site.actions[i].pushedUntil = now;
    } else if (now - pushedUntil <= action.reboundMinutes) factor *= action.reboundFactor;
    if (stage !== IN_FORCE) return;
    kept *= 1 - action.cancelShare * strength;
    if (action.divert !== null) site.diverts = true;
  });
  site.dischargeFactor = factor;
  site.cancelShare = 1 - kept;
}

/**
 * Sends an ambulance to another site, if an action in force does.
 * @returns true when the patient goes there, and arrives after the way
 */
export function divertAway(system: System, p: number): boolean {
  const { patients, draws, calendar } = system;
  const site = system.siteOf(p);
  if (patients.mode[p] !== AMBULANCE) return false;
  let unit = draws.unit(patients.key[p], tagOf(patients.stream[p], DIVERT));
  const actions = site.parameters.policy?.actions ?? [];
  for (let i = 0; i < actions.length; i++) {
    const { divert } = actions[i];
    if (divert === null || site.actions[i].stage !== IN_FORCE) continue;
    unit -= divert.share * site.actions[i].strength;
    if (unit >= 0) continue;
    countRelief(system, site, i, 'diverted', 1);
    system.enter();
    patients.set(p, DIVERTED);
    patients.site[p] = divert.site;
    patients.unit[p] = AT_DEPARTMENT;
    patients.move(p, ON_THE_WAY);
    calendar.schedule(calendar.now + divert.travelMinutes, ARRIVED, p);
    return true;
  }
  return false;
}

/** Electives who would have had a bed and were cancelled: of the first action that cancels. */
export function countCancelled(system: System, site: Site, count: number): void {
  const { actions = [] } = site.parameters.policy ?? {};
  const first = actions.findIndex(
    ({ cancelShare }, i) => cancelShare > 0 && site.actions[i].stage === IN_FORCE,
  );
  countRelief(system, site, first, 'policyCancelled', count);
}

/** A discharge that would not have been today: of the first action that pushes discharges. */
export function countPushed(system: System, site: Site): void {
  const { actions = [] } = site.parameters.policy ?? {};
  const first = actions.findIndex(
    ({ dischargeFactor }, i) => dischargeFactor > 1 && site.actions[i].stage === IN_FORCE,
  );
  countRelief(system, site, first, 'dischargesPushed', 1);
}

type Relief =
  | 'boardedPatients'
  | 'diverted'
  | 'transferredOut'
  | 'policyCancelled'
  | 'dischargesPushed';

function countRelief(
  system: System,
  { observed }: Site,
  index: number,
  what: Relief,
  count: number,
): void {
  if (system.today < 0) return;
  observed.daily[what][system.today] += count;
  if (index >= 0) observed.actions[index].patients += count;
}

function review(
  system: System,
  site: Site,
  action: ActionParameters,
  state: ActionState,
  hourOfDay: number,
): void {
  const { now } = system.calendar;
  const available = action.strength[system.day] > 0;
  if (!available && state.stage !== NOT_CALLED) {
    state.value = Number.NaN;
    end(system, site, state);
  }
  if (state.stage === CALLED && now >= state.since) {
    takeEffect(system, site, action, state);
    return;
  }
  if (!available || action.lookHours[hourOfDay] === 0) return;
  const value = measureOf(system, site, action.measure);
  if (state.stage === NOT_CALLED) {
    if (value < action.on) return;
    state.stage = CALLED;
    state.value = value;
    state.tookEffect = false;
    state.since = now + action.leadMinutes;
    if (action.leadMinutes === 0) takeEffect(system, site, action, state);
  } else if (value < action.off && (state.stage === CALLED || lasted(state, action, now))) {
    state.value = value;
    end(system, site, state);
  }
}

function lasted({ since }: ActionState, { leastMinutes }: ActionParameters, now: number): boolean {
  return now - since >= leastMinutes;
}

/** The lead time is over. */
function takeEffect(
  system: System,
  site: Site,
  action: ActionParameters,
  state: ActionState,
): void {
  state.stage = IN_FORCE;
  state.tookEffect = true;
  state.since = system.calendar.now;
  state.strength = action.strength[system.day];
  openSurgeBeds(system, site, action, state);
}

/** Opens as many escalation beds as staff can be found for. */
function openSurgeBeds(
  system: System,
  site: Site,
  action: ActionParameters,
  state: ActionState,
): void {
  const most = site.parameters.policy?.staffedBedsMost ?? 0;
  for (let pool = 0; pool < POOLS.length; pool++) {
    const wanted = Math.round(action.beds[pool] * state.strength);
    const beds = Math.min(wanted, Math.max(0, most - site.surgeOpenTotal()));
    if (beds === 0) continue;
    state.beds[pool] = beds;
    changeSurge(system, site, pool, beds);
    offerBeds(system, site, pool);
  }
}

/** Ends an action, or calls it off before it has taken effect. */
function end(system: System, site: Site, state: ActionState): void {
  state.stage = NOT_CALLED;
  for (let pool = 0; pool < POOLS.length; pool++) {
    if (state.beds[pool] === 0) continue;
    changeSurge(system, site, pool, -state.beds[pool]);
    state.beds[pool] = 0;
  }
}

function changeSurge(system: System, site: Site, pool: number, beds: number): void {
  site.surgeOpen[pool] += beds;
  setOpen(system, site, pool, site.open[pool] + beds);
}

function countDay(system: System, site: Site, index: number): void {
  const state = site.actions[index];
  const { today } = system;
  if (state.countedDay === today) return;
  state.countedDay = today;
  site.observed.actions[index].days++;
  site.observed.daily.policyInForce[today] = 1;
}

/** The 08:00 count of what the policy has open, and of the OPEL level. */
export function countPolicy(system: System, site: Site): void {
  const { daily, actions } = site.observed;
  daily.boarded0800[system.today] = site.boardedTotal;
  daily.surgeOpen0800[system.today] = site.surgeOpenTotal();
  daily.opelLevel[system.today] = opelLevel(system, site);
  site.actions.forEach(({ beds }, i) => {
    for (let pool = 0; pool < POOLS.length; pool++) actions[i].bedDays += beds[pool];
  });
}
