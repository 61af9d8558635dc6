// sim/questions/vary.ts: values of a model moved by a factor of an experiment: set, scaled or added to.

import type { z } from 'zod';
import { checkConsistency } from '../scenario/consistency.js';
import { hashOf } from '../scenario/hash.js';
import type { Resolved } from '../scenario/resolve.js';
import { type Model, modelSchema } from '../scenario/schema.js';

/** How a factor's value acts on the numbers at its paths. */
export const WAYS = ['set', 'scale', 'add'] as const;
export type Way = (typeof WAYS)[number];

/** Something to vary. */
export interface Factor {
  /** As shown in tables. */
  name: string;
  way: Way;
  /** Dotted paths of the model; all numbers below a path that is no number move together. */
  paths: readonly string[];
}

/**
 * A scenario with factors at values.
 * @throws RangeError naming the path and the value when a path holds no number, or the model is no more
 *   a possible one
 */
export function varied(
  base: Resolved,
  factors: readonly Factor[],
  values: readonly number[],
  bankHolidays: readonly string[],
): Resolved {
  const model = structuredClone(base.model);
  const reckoned = new Set<string>();
  factors.forEach((factor, i) => {
    for (const path of factor.paths) move(model, path, factor.way, values[i], reckoned);
  });
  const text = factors.map(({ name }, i) => `${name} = ${values[i]}`).join(', ');
  return {
    ...base,
    name: `${base.name}, ${text}`,
    ...checked(model, text, bankHolidays, reckoned),
  };
}

/**
 * True when the model asks for a whole number at a path; false where it holds no single number.
 * The schema is asked with a number that is not whole.
 */
export function isWholeAt(model: Model, path: string): boolean {
  const tried = structuredClone(model);
  try {
    move(tried, path, 'set', 0.5, new Set());
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
  const issues = modelSchema.safeParse(tried).error?.issues ?? [];
  return issues.some((issue) => asksForWhole(issue) && issue.path.join('.') === path);
}

/** @param reckoned paths of numbers that were scaled or added to, not set; brought up to date */
function move(model: Model, path: string, way: Way, value: number, reckoned: Set<string>): void {
  const keys = path.split('.');
  const last = keys.pop() as string;
  let parent: unknown = model;
  for (const key of keys) parent = field(parent, key, path);
  const before = field(parent, last, path);
  const parentFields = parent as Record<string, unknown>;
  if (way === 'set' && typeof before !== 'number') {
    throw new RangeError(`${path} is no single number of this model; only a number can be set.`);
  }
  const next = (number: number, at: string) => {
    if (way === 'set') {
      reckoned.delete(at);
      return value;
    }
    reckoned.add(at);
    return digits(way === 'scale' ? number * value : number + value);
  };
  const moved = mapNumbers(before, path, next);
  if (moved.count === 0) throw new RangeError(`${path} holds no number of this model.`);
  parentFields[last] = moved.value;
}

function field(value: unknown, key: string, path: string): unknown {
  if (typeof value === 'object' && value !== null && Object.hasOwn(value, key)) {
    return (value as Record<string, unknown>)[key];
  }
  const known = typeof value === 'object' && value !== null ? Object.keys(value).slice(0, 12) : [];
  throw new RangeError(`${path}: this model has no "${key}" there; it has: ${known.join(', ')}.`);
}

function mapNumbers(
  value: unknown,
  path: string,
  next: (number: number, path: string) => number,
): { value: unknown; count: number } {
  if (typeof value === 'number') return { value: next(value, path), count: 1 };
  if (typeof value !== 'object' || value === null) return { value, count: 0 };
  let count = 0;
  const entries = Object.entries(value).map(([key, item]) => {
    const mapped = mapNumbers(item, `${path}.${key}`, next);
    count += mapped.count;
    return [key, mapped.value] as const;
  });
  const whole = Object.fromEntries(entries);
  return { value: Array.isArray(value) ? entries.map(([, item]) => item) : whole, count };
}

function checked(
  model: Model,
  text: string,
  bankHolidays: readonly string[],
  reckoned: ReadonlySet<string>,
): { model: Model; hash: string } {
  let parsed = modelSchema.safeParse(model);
  if (!parsed.success && reckoned.size > 0) {
    // Beds, places and people are whole: what was reckoned is rounded where the schema asks for it.
    for (const issue of parsed.error.issues) {
      if (asksForWhole(issue) && reckoned.has(issue.path.join('.'))) roundAt(model, issue.path);
    }
    parsed = modelSchema.safeParse(model);
  }
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new RangeError(
      `With ${text}, ${issue.path.join('.')} is not possible: ${issue.message}.`,
    );
  }
  const nowhere = { file: text, line: 1, column: 1 };
  const places = {
    placeOf: () => nowhere,
    pathOf: (path: readonly PropertyKey[]) => path,
    later: (one: readonly PropertyKey[]) => one,
  };
  const [problem] = checkConsistency(parsed.data, places, bankHolidays);
  if (problem !== undefined) throw new RangeError(`With ${text}: ${problem.message}`);
  return { model: parsed.data, hash: hashOf(parsed.data) };
}

/** True when a number is refused because it is not whole, and for no other reason. */
function asksForWhole(issue: z.core.$ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.expected === 'int';
}

function roundAt(model: Model, path: readonly PropertyKey[]): void {
  const last = path[path.length - 1];
  let parent: unknown = model;
  for (const key of path.slice(0, -1)) parent = (parent as Record<PropertyKey, unknown>)?.[key];
  const fields = parent as Record<PropertyKey, unknown>;
  const value = fields?.[last];
  if (typeof value === 'number') fields[last] = Math.round(value) + 0; // never -0
}

function digits(value: number): number {
  return Number(value.toPrecision(12));
}
