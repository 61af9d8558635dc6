// sim/outcomes/targets.ts: the targets of the planning documents, each held against an outcome.
//
// A target is said to be met when the mean over the winters meets its level; its chance is the
// share of winters that do. One whose outcome nothing computes is listed as absent, never as zero.

import { DELIVERY_LINES } from './target-lines-delivery.js';
import { FRONT_LINES } from './target-lines-front.js';

/** Ids as in the planning documents' list. */
export type TargetId = `T${number}`;

/** One level of one outcome that a target asks for. */
export interface TargetLine {
  id: TargetId;
  /** What is asked for, in words, with its level and date. */
  text: string;
  /** Key of an outcome, or of a fact of the scenario (facts.ts). */
  key: string;
  /** Document and line. */
  source: string;
  atLeast?: number;
  atMost?: number;
  below?: number;
  /** Asked to fall: held against the base, winter by winter. */
  lessThanBase?: true;
}

/** A line held against the winters of a scenario. */
export interface TargetResult {
  id: TargetId;
  text: string;
  key: string;
  /** Mean over winters of the outcome. */
  mean: number;
  /** Whether the mean meets the level; null where the documents set none. */
  met: boolean | null;
  /** Share of winters that meet it; null where there is no level. */
  chance: number | null;
}

/** A line that cannot be held against this scenario, and why. */
export interface TargetAbsent {
  id: TargetId;
  text: string;
  why: string;
}

/** Every line, in the order of the ids. */
export const TARGET_LINES: readonly TargetLine[] = [...FRONT_LINES, ...DELIVERY_LINES].sort(
  (a, b) => numberOf(a) - numberOf(b),
);

/** Values of an outcome over winters; undefined when nothing of that name is computed. */
export type Values = (key: string) => Float64Array | undefined;

/**
 * Holds the targets against a scenario.
 * @param base the values of the base; null when the scenario is the base itself
 */
export function holdTargets(
  values: Values,
  base: Values | null,
): { targets: TargetResult[]; targetsAbsent: TargetAbsent[] } {
  const targets: TargetResult[] = [];
  const targetsAbsent: TargetAbsent[] = [];
  for (const line of TARGET_LINES) {
    const found = hold(line, values, base);
    if ('why' in found) targetsAbsent.push(found);
    else targets.push(found);
  }
  return { targets, targetsAbsent };
}

function hold(line: TargetLine, values: Values, base: Values | null): TargetResult | TargetAbsent {
  const { id, text, key } = line;
  const own = values(key);
  if (own === undefined) return { id, text, why: 'nothing in this scenario gives it' };
  if (line.lessThanBase && base === null) {
    return { id, text, why: 'held against the base, and this is the base' };
  }
  const others = line.lessThanBase ? base?.(key) : undefined;
  const winters = [...own].flatMap((value, i) => {
    const compared = value - (others?.[i] ?? 0);
    return Number.isNaN(compared) ? [] : [{ value, compared }];
  });
  if (winters.length === 0) return { id, text, why: 'undefined in every winter' };
  const meanOf = (of: (winter: { value: number; compared: number }) => number) =>
    winters.reduce((sum, winter) => sum + of(winter), 0) / winters.length;
  const mean = meanOf(({ value }) => value);
  if (!hasLevel(line)) return { id, text, key, mean, met: null, chance: null };
  return {
    id,
    text,
    key,
    mean,
    met: meets(
      line,
      meanOf(({ compared }) => compared),
    ),
    chance: meanOf(({ compared }) => (meets(line, compared) ? 1 : 0)),
  };
}

function hasLevel({ atLeast, atMost, below, lessThanBase }: TargetLine): boolean {
  return [atLeast, atMost, below, lessThanBase].some((level) => level !== undefined);
}

function meets({ atLeast, atMost, below, lessThanBase }: TargetLine, value: number): boolean {
  if (lessThanBase) return value < 0;
  if (below !== undefined) return value < below;
  return value >= (atLeast ?? Number.NEGATIVE_INFINITY) && value <= (atMost ?? Infinity);
}

function numberOf({ id }: TargetLine): number {
  return Number(id.slice(1));
}
