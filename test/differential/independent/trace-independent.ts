// test/differential/independent/trace-independent.ts: the trace of the independent hospital.

import { seedOf } from '../../../sim/engine/seed.js';
import type { RandomScenario } from '../random-scenario.js';
import type { Event } from './agenda.js';
import { Counter } from './counts.js';
import type { Site, World } from './hospital.js';
import { replay } from './replay.js';
import { patientInWords, type Traced, type TraceEvent } from './trace.js';

/** Every event of a scenario, and the counts of each site. */
export function traceIndependent({ parameters, seed, replication }: RandomScenario): Traced {
  const trace: TraceEvent[] = [];
  const counter = new Counter();
  const world = replay(parameters, seedOf(seed), replication, (world, event) => {
    counter.watch(world, event);
    trace.push({
      time: event.time,
      kind: event.kind,
      subject: subjectOf(event),
      words: wordsOf(event),
      state: stateOf(world),
    });
  });
  return { trace, counts: counter.finish(world) };
}

function subjectOf({ patient, site, pool }: Event): string {
  if (patient !== null) return `${patient.stream}:${patient.key}`;
  if (site === null) return '';
  return pool >= 0 ? `${site.number}/${pool}` : `${site.number}`;
}

function wordsOf({ patient }: Event): string {
  if (patient === null) return '';
  return patientInWords(patient.stage, patient, patient.age, patient.frailty);
}

function stateOf({ community, sites }: World): number[] {
  const state: number[] = [];
  for (let pathway = 1; pathway < community.places.length; pathway++) {
    state.push(community.places[pathway], community.taken[pathway]);
    state.push(community.queues[pathway].length);
  }
  for (const site of sites) addSite(state, site);
  return state;
}

function addSite(state: number[], site: Site): void {
  const { nurses, spaces, teams, gps, sameDaySpaces } = site;
  for (const servers of [nurses, ...spaces, ...teams, gps, sameDaySpaces]) {
    state.push(servers.capacity, servers.busy, servers.line.length);
  }
  state.push(...site.open, ...site.occupied, ...site.reserved, ...site.cleaning);
  state.push(...site.flexible, ...site.lines.map((line) => line.length));
}
