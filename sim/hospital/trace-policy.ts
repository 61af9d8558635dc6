// sim/hospital/trace-policy.ts: the pressure policy in words: what was reached, and what follows.

import { MINUTES_PER_DAY, MINUTES_PER_HOUR } from '../engine/time.js';
import { POOL_WORDS } from './categories.js';
import { MEASURES, type Measure } from './measures.js';
import type { ActionParameters } from './parameters.js';
import { CALLED, IN_FORCE, type Site } from './system.js';

const MEASURE_WORDS: Record<Measure, (value: number) => string> = {
  occupancyShare: (value) => `occupancy ${percent(value)}`,
  waitingForBed: (value) => `${value} waiting for a bed in A&E`,
  longestWaitHours: (value) => `longest wait for a bed ${value.toFixed(1)} hours`,
  crewsWaiting: (value) => `${value} crews waiting to hand over`,
  delayedShare: (value) => `${percent(value)} of patients no longer meet the criteria to reside`,
  extraBedsShare: (value) => `${percent(value)} of open beds beyond the core`,
  majorsShare: (value) => `majors and resus ${percent(value)} full`,
  opelLevel: (value) => `OPEL level ${value}`,
};

/** A state of an action that is told when it changes, and its words. */
export interface ActionWords {
  values: readonly number[];
  words: () => string;
}

/** What is told of each action of a site. */
export function actionCounts(site: Site, prefix: string, now: number): ActionWords[] {
  const actions = site.parameters.policy?.actions ?? [];
  return actions.map((action, i) => {
    const { stage, since, value, beds } = site.actions[i];
    const opened = beds.reduce((sum, count) => sum + count, 0);
    const state: State = { stage, since, value, opened, tookEffect: site.actions[i].tookEffect };
    return {
      values: [stage, since],
      words: () => `${prefix}policy: ${wordsOf(action, state, now)}`,
    };
  });
}

interface State {
  stage: number;
  since: number;
  value: number;
  /** Beds open. */
  opened: number;
  /** Was in force, not only called, before it ended. */
  tookEffect: boolean;
}

function wordsOf(action: ActionParameters, state: State, now: number): string {
  const { name } = action;
  const measured = MEASURE_WORDS[MEASURES[action.measure]](state.value);
  const reached = `${measured} reached the trigger of ${name}`;
  if (state.stage === CALLED) {
    return `${reached}; ${reliefWords(action)} from ${momentOf(state.since, now)}`;
  }
  if (state.stage === IN_FORCE) {
    const wanted = action.beds.reduce((sum, beds) => sum + beds, 0);
    const short = state.opened < wanted ? ` (beds open: ${state.opened})` : '';
    if (action.leadMinutes === 0) return `${reached}; ${reliefWords(action)} now${short}`;
    return `${name} in force: ${reliefWords(action)}${short}`;
  }
  if (Number.isNaN(state.value)) return `${name} not to be used today`;
  if (!state.tookEffect) return `${name} called off at ${measured}`;
  return `${name} ended at ${measured}`;
}

function reliefWords(action: ActionParameters): string {
  const words: string[] = [];
  action.beds.forEach((beds, pool) => {
    if (beds > 0) words.push(`${beds} ${POOL_WORDS[pool]} ${beds === 1 ? 'bed' : 'beds'}`);
  });
  const boarding = sum(action.boardMost) + sum(action.pushEach);
  if (boarding > 0) words.push('boarding');
  if (action.dischargeFactor > 1) words.push('discharges pushed');
  if (action.cancelShare > 0) words.push(`${percent(action.cancelShare)} of electives cancelled`);
  if (action.divert !== null) words.push(`${percent(action.divert.share)} of ambulances diverted`);
  if (action.transfer !== null) words.push('patients moved to another site');
  return words.join(', ');
}

function sum(counts: Int32Array): number {
  return counts.reduce((a, b) => a + b, 0);
}

function percent(value: number): string {
  return `${(100 * value).toFixed(0)} %`;
}

/** 12:00, or with the days until then. */
function momentOf(time: number, now: number): string {
  const days = Math.floor(time / MINUTES_PER_DAY) - Math.floor(now / MINUTES_PER_DAY);
  const later = days === 0 ? '' : `${days} ${days === 1 ? 'day' : 'days'} later, `;
  return later + clockOf(time);
}

function clockOf(time: number): string {
  const minute = Math.floor(time % MINUTES_PER_DAY);
  const parts = [Math.floor(minute / MINUTES_PER_HOUR), minute % MINUTES_PER_HOUR];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}
