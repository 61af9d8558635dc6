// cli/precision.ts: `run --precision`: winters are added until outcomes are known as well as asked.

import { OUTCOME_KEYS, OUTCOMES } from '../sim/outcomes/keys.js';
import {
  type Need,
  needOf,
  type Reached,
  reached,
  type Wanted,
} from '../sim/questions/precision.js';
import type { Library } from '../sim/scenario/library.js';
import type { Pool } from '../workers/pool.js';
import type { Stop } from './interrupt.js';
import { type Finished, type RunOptions, runScenarios } from './run-scenarios.js';
import type { Session } from './session.js';

const ROUNDS_MAX = 12;

/** How one outcome of one scenario stands. */
export interface Precise extends Need, Reached {
  scenario: string;
  outcome: string;
  wanted: number;
  relative: boolean;
  /** Winters that there are. */
  replicationsDone: number;
  isReached: boolean;
}

/** What there is when the command ends. */
export interface ToPrecision {
  finished: Finished;
  precise: Precise[];
}

/**
 * Runs a pilot, then as many winters as the rule asks for, at most `most`. A relative precision looks
 * again once the mean is better known. The pool is closed at the end.
 */
export async function runToPrecision(
  library: Library,
  session: Session,
  wanted: readonly Wanted[],
  options: RunOptions & { most: number },
  { stop, pool }: { stop: Stop; pool: Pool },
): Promise<ToPrecision> {
  const pilot = options.replications;
  const kept: Pool = { ...pool, close: async () => undefined };
  const run = (replications: number) =>
    runScenarios(
      library,
      session.header.scenarios,
      { ...options, replications },
      { session, stop: { ...stop, off: () => undefined }, pool: kept },
    );
  try {
    let replications = pilot;
    let finished = await run(replications);
    for (let round = 0; round < ROUNDS_MAX && finished.batch.complete; round++) {
      const needs = preciseOf(finished, wanted, pilot).map((of) => of.replications);
      const more = Math.min(options.most, Math.max(replications, ...needs));
      if (more === replications) break;
      replications = more;
      session.extend(replications);
      finished = await run(replications);
    }
    return { finished, precise: preciseOf(finished, wanted, pilot) };
  } finally {
    await pool.close();
  }
}

function preciseOf({ batch }: Finished, wanted: readonly Wanted[], pilot: number): Precise[] {
  return batch.scenarios.flatMap(({ name, replications }) =>
    wanted.flatMap((want) => {
      const at = OUTCOME_KEYS.indexOf(want.key);
      const values = replications.map(({ outcomes }) => outcomes[at]);
      const so = reached(values, pilot);
      const need = needOf(values.slice(0, pilot), want, so.mean);
      if (need === null) return [];
      return {
        scenario: name,
        outcome: want.key,
        wanted: want.halfWidth,
        relative: want.relative,
        ...need,
        ...so,
        replicationsDone: values.length,
        isReached: values.length >= need.replications,
      };
    }),
  );
}

/** One line for each: the interval, the winters that it needed, and why. */
export function precisionText(precise: readonly Precise[], most: number): string {
  if (precise.length === 0) {
    return 'The precision cannot be told: the outcome is undefined, or 0, in the pilot.\n';
  }
  return precise.map((of) => `${lineOf(of, most)}\n`).join('');
}

function lineOf(of: Precise, most: number): string {
  const outcome = OUTCOMES.find(({ key }) => key === of.outcome);
  const factor = outcome?.unit === 'share' ? 100 : 1;
  const text = (value: number) => String(Number((value * factor).toPrecision(4)));
  const asked = `± ${text(of.relative ? of.wanted * Math.abs(of.mean) : of.wanted)}`;
  const why =
    of.replications === of.pilot
      ? `the pilot of ${of.pilot} was enough (sd ${text(of.pilotSd)})`
      : `sd ${text(of.pilotSd)} in a pilot of ${of.pilot}, so (${of.t.toFixed(3)} × ` +
        `${text(of.pilotSd)} ÷ ${text(of.halfWidth)})² = ${of.replications}`;
  const verdict = of.isReached
    ? `${of.replications} winters needed: ${why}`
    : `NOT reached with ${of.replicationsDone} winters (at most ${most}): ${why}`;
  return (
    `${of.scenario}: ${outcome?.label ?? of.outcome} ${text(of.mean)} (${text(of.low95)} to ` +
    `${text(of.high95)}), asked ${asked}; ${verdict}.`
  );
}
