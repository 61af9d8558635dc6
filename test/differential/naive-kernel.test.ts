// test/differential/naive-kernel.test.ts: the fast kernel beside the simplest one, event by event,
// under the whole model. `npm run differential -- --scenarios 5000` does more of the same.

import { describe, expect, it } from 'vitest';
import { FAST_KERNEL, type Kernel } from '../../sim/hospital/kernel.js';
import { PLAIN_KERNELS } from './naive-kernel/kernels.js';
import { PlainCalendar } from './naive-kernel/plain-calendar.js';
import { SortedList } from './naive-kernel/sorted-list.js';
import { randomScenario, widerScenario } from './random-scenario.js';
import { DifferentEventError, expectSameEvents } from './same-events.js';

const SECONDS = 30;
const SCENARIOS_LEAST = 20; // however slow the machine
const FIRST = 100_001; // others than the script's

describe('the fast kernel', () => {
  it('fires the same events as a sorted list and a binary heap, on random hospitals', () => {
    const until = performance.now() + SECONDS * 1000;
    let scenarios = 0;
    let events = 0;
    while (scenarios < SCENARIOS_LEAST || performance.now() < until) {
      const made = scenarios % 2 === 0 ? widerScenario : randomScenario;
      events += expectSameEvents(made(FIRST + scenarios), PLAIN_KERNELS);
      scenarios++;
    }
    process.stdout.write(`${scenarios} random scenarios, ${events} events, 0 differences\n`);
    expect(events).toBeGreaterThan(SCENARIOS_LEAST * 1000);
  });
});

describe('a difference', () => {
  /** Ties in the wrong order: the later scheduled first. */
  class LastFirst extends PlainCalendar {
    constructor() {
      const list = new SortedList();
      super({
        get size() {
          return list.size;
        },
        add: (event) => list.add({ ...event, id: -event.id }),
        first: () => list.first(),
        removeFirst: () => list.removeFirst(),
        remove: (id) => list.remove(-id),
      });
    }
  }

  const wrong: Kernel = {
    ...FAST_KERNEL,
    calendar: () => new LastFirst() as unknown as ReturnType<Kernel['calendar']>,
  };

  it('is reported with the number that replays it and the first event that differs', () => {
    const run = () => expectSameEvents(randomScenario(1), { 'wrong calendar': wrong });
    expect(run).toThrow(DifferentEventError);
    expect(run).toThrow(/Scenario 1 differs on the wrong calendar at event \d+/);
    expect(run).toThrow(/fast +minute [\d.]+: [a-z ]+, subject \d+/);
    expect(run).toThrow(/npm run differential -- --from 1 --scenarios 1/);
  });
});

describe('random scenarios', () => {
  const scenarios = Array.from({ length: 60 }, (_, i) => randomScenario(i + 1));

  it('are the same for the same number', () => {
    expect(randomScenario(7).model).toEqual(scenarios[6].model);
    expect(randomScenario(8).model).not.toEqual(scenarios[6].model);
  });

  it('hold every kind of distribution, plan and edge', () => {
    const text = JSON.stringify(scenarios.map(({ model }) => model));
    const kinds = ['fixed', 'exponential', 'lognormal', 'gamma', 'weibull', 'uniform'];
    for (const kind of [...kinds, 'triangular', 'empirical', 'mixture']) {
      expect(text).toContain(`"distribution":"${kind}"`);
    }
    for (const plan of ['frailty-in-reach', 'sdec', 'discharge-to-assess', 'escalation-beds']) {
      expect(text).toContain(`"${plan}":{`);
    }
    for (const kind of ['escalation', 'closed', 'flex']) expect(text).toContain(`"kind":"${kind}"`);
    for (const beds of [0, 1]) expect(text).toContain(`"medical":{"core":${beds}}`);
    expect(text).toContain('"attendancesPerDay":0,');
    expect(scenarios.some(({ parameters }) => parameters.sites.length === 2)).toBe(true);
  });
});
