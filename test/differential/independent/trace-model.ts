// test/differential/independent/trace-model.ts: the trace of the hospital of sim/hospital, in the
// same form.

import { seedOf } from '../../../sim/engine/seed.js';
import { NO_POOL } from '../../../sim/hospital/categories.js';
import * as kind from '../../../sim/hospital/kinds.js';
import { type Observed, SERIES } from '../../../sim/hospital/observed.js';
import { DELAYED, DELAYED_TRANSFER, IN_BED, STAGE_NAMES } from '../../../sim/hospital/patients.js';
import { simulate } from '../../../sim/hospital/simulate.js';
import type { Site, System } from '../../../sim/hospital/system.js';
import type { RandomScenario } from '../random-scenario.js';
import type { Counts } from './counts.js';
import { patientInWords, type Traced, type TraceEvent } from './trace.js';

const OF_NOBODY = new Set([kind.DAY, kind.HOUR, kind.COMMUNITY_ROUND, kind.CENSUS]);
const POOLS_PER_SITE = 16; // step of the subjects of beds that are ready

/** Every event of a scenario, and the counts of each site. */
export function traceModel({ parameters, seed, replication }: RandomScenario): Traced {
  const trace: TraceEvent[] = [];
  const { sites } = simulate(
    parameters,
    seedOf(seed),
    replication,
    (system, eventKind, subject) => {
      trace.push({
        time: system.calendar.now,
        kind: kind.KIND_NAMES[eventKind],
        subject: subjectOf(system, eventKind, subject),
        words: isPatient(eventKind) ? wordsOf(system, subject) : '',
        state: stateOf(system),
      });
    },
  );
  const counts = sites.map((observed) => countsOf(observed));
  return { trace, counts };
}

function countsOf({ daily, assessmentWaits, departmentMinutes, offers }: Observed): Counts {
  const counts: Counts = {
    assessmentWaits: Array.from(assessmentWaits),
    departmentMinutes: Array.from(departmentMinutes),
  };
  for (const series of SERIES) counts[series] = Array.from(daily[series]);
  offers.forEach((offer, service) => {
    for (const what of ['eligible', 'reached', 'changed'] as const) {
      counts[`${what} for ${service}`] = [offer[what]];
    }
  });
  return counts;
}

function isPatient(eventKind: number): boolean {
  const isSites = eventKind === kind.BED_READY || eventKind === kind.ELECTIVE_LIST;
  return !isSites && !OF_NOBODY.has(eventKind);
}

function subjectOf({ patients }: System, eventKind: number, subject: number): string {
  if (OF_NOBODY.has(eventKind)) return '';
  if (eventKind === kind.ELECTIVE_LIST) return `${subject}`;
  if (eventKind === kind.BED_READY) {
    return `${Math.floor(subject / POOLS_PER_SITE)}/${subject % POOLS_PER_SITE}`;
  }
  return `${patients.stream[subject]}:${patients.key[subject]}`;
}

function wordsOf({ patients }: System, p: number): string {
  const stage = patients.stage[p];
  const inBed = (stage === IN_BED || stage === DELAYED) && patients.pool[p] !== NO_POOL;
  const known = {
    pool: inBed ? patients.pool[p] : null,
    bedClass: patients.bedClass[p],
    pathway: patients.pathway[p],
    isDelayedTransfer: patients.has(p, DELAYED_TRANSFER),
  };
  return patientInWords(STAGE_NAMES[stage], known, patients.age[p], patients.frailty[p]);
}

function stateOf({ community, sites }: System): number[] {
  const state: number[] = [];
  for (let pathway = 1; pathway < community.places.length; pathway++) {
    state.push(community.places[pathway], community.taken[pathway]);
    state.push(community.queues[pathway].size);
  }
  for (const site of sites) addSite(state, site);
  return state;
}

function addSite(state: number[], site: Site): void {
  const { assessmentNurses, spaces, clinicians, primaryCare, sdec } = site;
  for (const resource of [assessmentNurses, ...spaces, ...clinicians, primaryCare, sdec]) {
    state.push(resource.capacity, resource.busy, resource.waiting);
  }
  state.push(...site.open, ...site.occupied, ...site.reserved, ...site.cleaning);
  state.push(...site.flexOpen, ...site.lines.map((line) => line.size));
}
