// sim/hospital/policy.ts: the pressure policy: actions that triggers call, that take effect after a
// lead time, stay in force for a least time, and end with hysteresis. Every relief is counted.
//
// All of it happens when an hour begins. Actions are looked at in their order; each sees what those
// before it have done. Nobody is ever evicted: what an action opened closes as patients leave.

import { offerBeds, setOpen } from './beds.js';
import { POOLS } from './categories.js';
import { measureOf, opelLevel } from './measures.js';
import type { ActionParameters } from './parameters.js';
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
    if (system.today < 0) return;
    if (called === NOT_CALLED && state.stage !== NOT_CALLED) site.observed.actions[i].calls++;
    if (state.stage === IN_FORCE) countDay(system, site, i);
  });
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
  daily.surgeOpen0800[system.today] = site.surgeOpenTotal();
  daily.opelLevel[system.today] = opelLevel(system, site);
  site.actions.forEach(({ beds }, i) => {
    for (let pool = 0; pool < POOLS.length; pool++) actions[i].bedDays += beds[pool];
  });
}
