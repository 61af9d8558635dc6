// test/differential/independent/compare.ts: two traces of one scenario, and the first difference.

import type { Parameters } from '../../../sim/hospital/parameters.js';
import type { RandomScenario } from '../random-scenario.js';
import { stateNames, type Traced, type TraceEvent, textOf } from './trace.js';
import { traceIndependent } from './trace-independent.js';
import { traceModel } from './trace-model.js';

const SHOWN_BEFORE = 4;
const SUM_TOLERANCE = 1e-9;

/** Raised at the first difference; says which scenario replays it. */
export class DifferentStoryError extends Error {
  constructor(scenario: RandomScenario, index: number, lines: readonly string[]) {
    super(
      `Scenario ${scenario.number} (seed "${scenario.seed}", replication ` +
        `${scenario.replication}) differs at event ${index + 1}:\n${lines.join('\n')}\n` +
        `Replay it by: npm run differential:independent -- --from ${scenario.number} --scenarios 1`,
    );
    this.name = 'DifferentStoryError';
  }
}

/**
 * Runs a scenario on the model and on the independent hospital.
 * @param independentRules other parameters for the independent hospital, to see it differ
 * @returns number of events
 * @throws DifferentStoryError at the first event that differs in time, kind, patient or state
 */
export function expectSameStory(
  scenario: RandomScenario,
  independentRules: Parameters = scenario.parameters,
): number {
  const modelTraced = traceModel(scenario);
  const independentTraced = traceIndependent({ ...scenario, parameters: independentRules });
  const model = modelTraced.trace;
  const independent = independentTraced.trace;
  const count = Math.max(model.length, independent.length);
  for (let i = 0; i < count; i++) {
    const differences = differencesOf(model[i], independent[i], scenario.parameters.sites.length);
    if (differences.length > 0) {
      const lines = [...told('model', model, i), ...told('independent', independent, i)];
      throw new DifferentStoryError(scenario, i, [...lines, ...differences]);
    }
  }
  const differences = countDifferences(modelTraced, independentTraced);
  if (differences.length > 0) throw new DifferentStoryError(scenario, count, differences);
  return count;
}

/** Counts that differ, each with its first number (of days, of minutes) that does. */
function countDifferences(model: Traced, independent: Traced): string[] {
  const differences: string[] = [];
  model.counts.forEach((counts, site) => {
    for (const [series, expected] of Object.entries(counts)) {
      const here = independent.counts[site]?.[series] ?? [];
      const day = expected.findIndex((count, i) => !isNear(count, here[i] ?? 0));
      if (day < 0) continue;
      differences.push(
        `  ${series} of site ${site + 1}, number ${day + 1}: ${expected[day]} in the ` +
          `model, ${here[day] ?? 0} here`,
      );
    }
  });
  return differences;
}

/** Equal but for the order of a sum. */
function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= SUM_TOLERANCE * Math.max(1, Math.abs(a));
}

function differencesOf(a: TraceEvent | undefined, b: TraceEvent | undefined, sites: number) {
  if (a === undefined || b === undefined) return ['  one of them has ended'];
  const differences: string[] = [];
  if (textOf(a) !== textOf(b)) differences.push('  another event');
  a.state.forEach((count, i) => {
    if (count === b.state[i]) return;
    differences.push(`  ${stateNames(sites)[i]}: ${count} in the model, ${b.state[i]} here`);
  });
  return differences;
}

function told(name: string, trace: readonly TraceEvent[], at: number): string[] {
  const events = trace.slice(Math.max(0, at - SHOWN_BEFORE), at + 1);
  return [`  ${name}:`, ...events.map((event) => `    ${textOf(event)}`)];
}
