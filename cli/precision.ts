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
import type { PrecisionAsked } from './batch-header.js';
import type { Stop } from './interrupt.js';
import { type Finished, type RunOptions, runScenarios } from './run-scenarios.js';
import type { Session } from './session.js';

const ROUNDS_MAX = 12;

/** What is asked of one outcome of one scenario, and whether it is reached. */
interface Standing {
  scenario: string;
  outcome: string;
  /** As it was given: in units of the outcome, or as a share of its mean. */
  wanted: number;
  relative: boolean;
  /** Winters that there are. */
  replicationsDone: number;
  isReached: boolean;
}

/** A precision that can be told. */
type Told = Standing & Need & Reached;

/** One that cannot, and why. */
type Untold = Standing & { cannot: string };

type Precise = Told | Untold;

/**
 * Runs a pilot, then as many winters as the rule asks for, at most `most`. A relative precision looks
 * again once the mean is better known. The pool is closed at the end.
 */
export async function runToPrecision(
  library: Library,
  session: Session,
  asked: PrecisionAsked,
  options: RunOptions,
  { stop, pool }: { stop: Stop; pool: Pool },
): Promise<Finished> {
  const kept: Pool = { ...pool, close: async () => undefined };
  const run = (replications: number) =>
    runScenarios(
      library,
      session.header.scenarios,
      { ...options, replications },
      { session, stop: { ...stop, off: () => undefined }, pool: kept },
    );
  try {
    let replications = asked.pilot;
    let finished = await run(replications);
    for (let round = 0; round < ROUNDS_MAX && finished.batch.complete; round++) {
      if (stop.signal.aborted) break; // time is up: a part of the pilot decides nothing
      const needs = preciseOf(finished, asked).map((of) => ('cannot' in of ? 0 : of.replications));
      const more = Math.min(asked.most, Math.max(replications, ...needs));
      if (more === replications) break;
      replications = more;
      session.extend(replications);
      finished = await run(replications);
    }
    return finished;
  } finally {
    await pool.close();
  }
}

function preciseOf({ batch }: Finished, { wanted, pilot }: PrecisionAsked): Precise[] {
  return batch.scenarios.flatMap(({ name, replications }) =>
    wanted.map((want): Precise => {
      const at = OUTCOME_KEYS.indexOf(want.key);
      const values = replications.map(({ outcomes }) => outcomes[at]);
      const standing = {
        scenario: name,
        outcome: want.key,
        wanted: want.halfWidth,
        relative: want.relative,
      };
      const done = { replicationsDone: values.length };
      const so = reached(values, pilot);
      const need = needOf(values.slice(0, pilot), want, so.mean);
      if (need === null || values.length < pilot) {
        return { ...standing, cannot: whyNot(values, want, pilot), ...done, isReached: false };
      }
      return {
        ...standing,
        ...need,
        ...so,
        ...done,
        isReached: values.length >= need.replications,
      };
    }),
  );
}

function whyNot(values: readonly number[], { relative }: Wanted, pilot: number): string {
  if (values.length < pilot) {
    return `${values.length} of the ${pilot} winters of the pilot are there`;
  }
  const first = values.slice(0, pilot);
  const defined = first.filter((value) => !Number.isNaN(value)).length;
  return defined >= 2 && relative
    ? 'the mean is 0, and has no share'
    : `it has a value in ${defined} of the ${pilot} winters of the pilot, and needs 2`;
}

/** precision.json as text. */
export function precisionJson(finished: Finished, asked: PrecisionAsked): string {
  const { most } = asked;
  return `${JSON.stringify({ most, precise: preciseOf(finished, asked) }, null, 2)}\n`;
}

/** One line for each: the interval, the winters that it needed, and why. */
export function precisionText(finished: Finished, asked: PrecisionAsked): string {
  return preciseOf(finished, asked)
    .map((of) => `${'cannot' in of ? untoldLine(of) : lineOf(of, asked.most)}\n`)
    .join('');
}

function untoldLine({ scenario, outcome, cannot }: Untold): string {
  return `${scenario}: ${labelOf(outcome)}: the precision cannot be told: ${cannot}.`;
}

function lineOf(of: Told, most: number): string {
  const unit = OUTCOMES.find(({ key }) => key === of.outcome)?.unit;
  const factor = unit === 'share' ? 100 : 1;
  const text = (value: number) => String(Number((value * factor).toPrecision(4)));
  const { pilot, pilotDefined } = of;
  const undefinedOnes = pilotDefined === pilot ? '' : ` × ${pilot} ÷ ${pilotDefined}`;
  const why =
    of.replications === pilot
      ? `the pilot of ${pilot} was enough (sd ${text(of.pilotSd)})`
      : `sd ${text(of.pilotSd)} in a pilot of ${pilot}, so (${of.t.toFixed(3)} × ` +
        `${text(of.pilotSd)} ÷ ${text(of.halfWidthAsked)})²${undefinedOnes} = ${of.replications}`;
  const verdict = of.isReached
    ? `${of.replications} winters needed: ${why}`
    : `NOT reached with ${of.replicationsDone} winters (at most ${most}): ${why}`;
  return (
    `${of.scenario}: ${labelOf(of.outcome)} ${text(of.mean)} (${text(of.low95)} to ` +
    `${text(of.high95)}), asked ± ${text(of.halfWidthAsked)}; ${verdict}.`
  );
}

function labelOf(outcome: string): string {
  return OUTCOMES.find(({ key }) => key === outcome)?.label ?? outcome;
}
