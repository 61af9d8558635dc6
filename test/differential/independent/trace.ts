// test/differential/independent/trace.ts: one event as both hospitals tell it: when, what, whom,
// and the state of the whole just before.

import type { Counts } from './counts.js';

/** What either hospital says of an event. */
export interface TraceEvent {
  time: number;
  kind: string;
  /** `stream:key` of a patient, `site/pool` of a bed, a site, or nothing. */
  subject: string;
  /** Of a patient: stage, bed lain in, and who it is, once that is known. */
  words: string;
  /** Counts in the order of `stateNames`. */
  state: number[];
}

/** All of a replication: its events, and the daily series of each site. */
export interface Traced {
  trace: TraceEvent[];
  counts: Counts[];
}

const POOLS = ['assessment', 'medical', 'surgical', 'older', 'children'];
const CLASSES = ['medical', 'surgical', 'older', 'children'];
const SOURCES = ['step-down', 'front door', 'planned'];
const SERVERS = [
  'nurses',
  'resus',
  'majors',
  'minors',
  'majors clinicians',
  'minors clinicians',
  'GPs',
  'same-day spaces',
];

/** Names of the counts of a state, for messages. */
export function stateNames(sites: number): string[] {
  const names = ['P1', 'P2', 'P3'].flatMap((p) => [`${p} places`, `${p} taken`, `${p} queue`]);
  for (let site = 1; site <= sites; site++) {
    for (const servers of SERVERS) {
      for (const count of ['capacity', 'busy', 'waiting']) names.push(`${servers} ${count}`);
    }
    for (const count of ['open', 'occupied', 'reserved', 'cleaning', 'flexible']) {
      for (const pool of POOLS) names.push(`${pool} beds ${count}`);
    }
    for (const bedClass of CLASSES) {
      for (const source of SOURCES) names.push(`${bedClass} ${source} line`);
    }
  }
  return names;
}

/** A patient in words: stage, and what is known by then. */
export function patientInWords(
  stage: string,
  patient: { pool: number | null; bedClass: number; pathway: number; isDelayedTransfer: boolean },
  age: number,
  frailty: number,
): string {
  if (stage === 'expected') return stage;
  const { pool, bedClass, pathway, isDelayedTransfer } = patient;
  const words = [stage];
  if (pool !== null) words.push(`${pool}`);
  if (isDelayedTransfer) words.push('DTOC');
  if (stage !== 'in community') words.push(`age ${age} frailty ${frailty}`);
  if (stage.includes(' bed')) words.push(`class ${bedClass}`);
  if (stage.startsWith('delayed') || stage === 'in community') words.push(`P${pathway}`);
  return words.join(' ');
}

/** An event in a line, for messages. */
export function textOf({ time, kind, subject, words }: TraceEvent): string {
  return `minute ${time}: ${kind} ${subject} ${words}`.trimEnd();
}
