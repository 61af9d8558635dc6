// test/differential/same-events.ts: the same replication on two kernels, event by event.

import { seedOf } from '../../sim/engine/seed.js';
import { FAST_KERNEL, type Kernel } from '../../sim/hospital/kernel.js';
import { KIND_NAMES } from '../../sim/hospital/kinds.js';
import { type Observer, type Replication, simulate } from '../../sim/hospital/simulate.js';
import { digestOf } from './digest.js';
import type { RandomScenario } from './random-scenario.js';

/** All events of a replication: when, what, whom, and the state just before. */
interface Events {
  times: number[];
  kinds: number[];
  subjects: number[];
  digests: number[];
  result: Replication;
}

/** Raised at the first event that differs; says which scenario replays it. */
export class DifferentEventError extends Error {
  constructor(scenario: RandomScenario, kernel: string, index: number, lines: readonly string[]) {
    super(
      `Scenario ${scenario.number} differs on the ${kernel} at event ${index + 1}:\n` +
        `${lines.join('\n')}\n` +
        `Replay it by: npm run differential -- --from ${scenario.number} --scenarios 1`,
    );
    this.name = 'DifferentEventError';
  }
}

function run(scenario: RandomScenario, observer: Observer, kernel: Kernel): Replication {
  const { parameters, seed, replication } = scenario;
  return simulate(parameters, seedOf(seed), replication, observer, kernel);
}

function record(scenario: RandomScenario): Events {
  const times: number[] = [];
  const kinds: number[] = [];
  const subjects: number[] = [];
  const digests: number[] = [];
  const observer: Observer = (system, kind, subject) => {
    times.push(system.calendar.now);
    kinds.push(kind);
    subjects.push(subject);
    digests.push(digestOf(system));
  };
  return { times, kinds, subjects, digests, result: run(scenario, observer, FAST_KERNEL) };
}

/**
 * Runs a scenario on the fast kernel and on others.
 * @returns number of events
 * @throws DifferentEventError at the first difference in an event, the state or the counts
 */
export function expectSameEvents(
  scenario: RandomScenario,
  kernels: Readonly<Record<string, Kernel>>,
): number {
  const events = record(scenario);
  for (const [name, kernel] of Object.entries(kernels)) compareOn(scenario, events, name, kernel);
  return events.times.length;
}

function compareOn(scenario: RandomScenario, events: Events, name: string, kernel: Kernel): void {
  const { times, kinds, subjects, digests } = events;
  let i = 0;
  const differ = (found: string, expected: string) => {
    const lines = [`  before  ${textOf(events, i - 1)}`, `  fast    ${expected}`];
    throw new DifferentEventError(scenario, name, i, [...lines, `  ${name}  ${found}`]);
  };
  const observer: Observer = (system, kind, subject) => {
    const { now } = system.calendar;
    if (now !== times[i] || kind !== kinds[i] || subject !== subjects[i]) {
      differ(words(now, kind, subject), textOf(events, i));
    }
    const digest = digestOf(system);
    if (digest !== digests[i]) {
      differ(`state ${digest}`, `state ${digests[i]} before ${textOf(events, i)}`);
    }
    i++;
  };
  const result = run(scenario, observer, kernel);
  if (i !== times.length) differ('no further event', textOf(events, i));
  if (JSON.stringify(plain(result)) !== JSON.stringify(plain(events.result))) {
    differ('other counts at the end', 'counts at the end');
  }
}

function textOf({ times, kinds, subjects }: Events, i: number): string {
  return i >= 0 && i < times.length ? words(times[i], kinds[i], subjects[i]) : 'nothing';
}

function words(time: number, kind: number, subject: number): string {
  return `minute ${time}: ${KIND_NAMES[kind]}, subject ${subject}`;
}

/** Counts as plain lists. */
function plain({ sites, units, eventsCount }: Replication) {
  const lists = sites.map(({ daily, assessmentWaits, departmentMinutes, offers, actions }) => [
    Object.entries(daily).map(([name, values]) => [name, Array.from(values as Float64Array)]),
    Array.from(assessmentWaits),
    Array.from(departmentMinutes),
    offers,
    actions,
  ]);
  const ofUnits = units.map((unit) => Object.values(unit).map((of) => Array.from(of as number[])));
  return { lists, ofUnits, eventsCount };
}
