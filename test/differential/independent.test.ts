// test/differential/independent.test.ts: the model beside a hospital written from docs/model.md by
// itself, event by event. `npm run differential:independent` does more of the same.

import { describe, expect, it } from 'vitest';
import { KIND_NAMES } from '../../sim/hospital/kinds.js';
import type { BedParameters, Parameters } from '../../sim/hospital/parameters.js';
import { ORDER } from './independent/agenda.js';
import { DifferentStoryError, expectSameStory } from './independent/compare.js';
import { traceIndependent } from './independent/trace-independent.js';
import { randomScenario } from './random-scenario.js';

const SECONDS = 25;
const SCENARIOS_LEAST = 12; // however slow the machine
const FIRST = 200_001; // others than the script's
/** Kinds of event that the made-up hospitals here do not have. */
const NOT_HERE: readonly string[] = ['unit care ends', 'liaison ends'];

describe('the model', () => {
  it('tells the same story as a hospital written from its description, on random scenarios', () => {
    const until = performance.now() + SECONDS * 1000;
    let scenarios = 0;
    let events = 0;
    while (scenarios < SCENARIOS_LEAST || performance.now() < until) {
      events += expectSameStory(randomScenario(FIRST + scenarios));
      scenarios++;
    }
    process.stdout.write(`${scenarios} random scenarios, ${events} events, 0 differences\n`);
    expect(events).toBeGreaterThan(SCENARIOS_LEAST * 1000);
  });

  it('orders the kinds of event as its description does', () => {
    const known = KIND_NAMES.filter((name) => (ORDER as readonly string[]).includes(name));
    expect(known).toEqual(ORDER); // kinds of later parts of the model stand between them
  });
});

describe('the independent hospital', () => {
  it('lives through every kind of event within a few scenarios', () => {
    const kinds = new Set<string>();
    for (let number = 1; number <= 12; number++) {
      for (const { kind } of traceIndependent(randomScenario(number)).trace) kinds.add(kind);
    }
    expect(ORDER.filter((kind) => !kinds.has(kind))).toEqual(NOT_HERE);
  });
});

describe('a difference of rules', () => {
  const scenario = randomScenario(3);

  /** The same hospital but for its beds. */
  function withBeds(change: (beds: BedParameters) => Partial<BedParameters>): Parameters {
    const { parameters } = scenario;
    const sites = parameters.sites.map((site) => {
      return { ...site, beds: { ...site.beds, ...change(site.beds) } };
    });
    return { ...parameters, sites };
  }

  it('is reported with the number and the seed that replay it, and what came before', () => {
    const noCleaning = withBeds(({ turnaroundMinutes }) => {
      return { turnaroundMinutes: turnaroundMinutes.map(() => 0) };
    });
    const run = () => expectSameStory(scenario, noCleaning);
    expect(run).toThrow(DifferentStoryError);
    expect(run).toThrow(/Scenario 3 \(seed "scenario \d+", replication \d+\) differs at event \d+/);
    expect(run).toThrow(/model:\n( +minute [\d.]+: .+\n){2,5} +independent:\n( +minute .+\n){2,5}/);
    expect(run).toThrow(/differential:independent -- --from 3 --scenarios 1/);
  });

  it('is found in the order in which a pool serves its lines', () => {
    const reversed = withBeds(({ tier }) => ({ tier: tier.map((row) => row.map((t) => -t)) }));
    expect(() => expectSameStory(scenario, reversed)).toThrow(DifferentStoryError);
  });
});
