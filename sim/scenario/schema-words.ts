// sim/scenario/schema-words.ts: a schema said in words, for messages and documentation.

import { z } from 'zod';
import { valueText } from './problems.js';

const FIELDS_SHOWN = 6;

/** A schema in words. */
export function describeSchema(at: z.ZodType | null): string {
  if (at === null) return 'another value';
  const schema = unwrap(at);
  if (schema instanceof z.ZodNumber) return numberWords(schema);
  if (schema instanceof z.ZodLiteral) return list([...schema.values].map((v) => valueText(v)));
  if (schema instanceof z.ZodEnum) return list(schema.options.map(String));
  if (schema instanceof z.ZodBoolean) return 'true or false';
  if (schema instanceof z.ZodString) return 'a text';
  if (schema instanceof z.ZodArray) return `a list of ${countWords(schema)}`;
  const kinds = distributionKinds(schema);
  if (kinds.length > 0) return `a distribution: ${list(kinds)}`;
  if (schema instanceof z.ZodObject) return fieldsWords(schema);
  if (schema instanceof z.ZodRecord) return 'fields';
  return schema.description ?? 'another value';
}

function numberWords(schema: z.ZodNumber): string {
  const whole = schema.isInt ? 'a whole number' : 'a number';
  const low = finite(schema.minValue);
  const high = finite(schema.maxValue);
  const above = schema.def.checks?.some((check) => {
    const def = check._zod.def as unknown as { check: string; inclusive?: boolean };
    return def.check === 'greater_than' && def.inclusive === false;
  });
  const from = above ? 'above' : 'from';
  if (low !== null && high !== null) {
    return `${whole} ${from} ${low} ${above ? 'and at most' : 'to'} ${high}`;
  }
  if (low !== null) return `${whole} ${from} ${low}${above ? '' : ' up'}`;
  return high === null ? whole : `${whole} up to ${high}`;
}

function finite(value: number | null): number | null {
  const big = Number.MAX_SAFE_INTEGER;
  return value === null || !Number.isFinite(value) || Math.abs(value) >= big ? null : value;
}

/** How many values a list may have, and what each is: "24 values, each a number from 0 to 1". */
export function countWords(schema: z.ZodArray): string {
  let [least, most] = [0, Number.POSITIVE_INFINITY];
  for (const check of schema.def.checks ?? []) {
    const def = check._zod.def as unknown as Record<string, number | string>;
    if (def.check === 'length_equals') least = most = Number(def.length);
    if (def.check === 'min_length') least = Number(def.minimum);
    if (def.check === 'max_length') most = Number(def.maximum);
  }
  let count = `${least} to ${most}`;
  if (least === most) count = `${least}`;
  else if (most === Number.POSITIVE_INFINITY)
    count = least > 0 ? `at least ${least}` : 'any number of';
  else if (least === 0) count = `at most ${most}`;
  return `${count} values, each ${describeSchema(schema.element as z.ZodType)}`;
}

function fieldsWords(schema: z.ZodObject): string {
  const names = Object.keys(schema.shape);
  if (names.length > FIELDS_SHOWN) {
    return `fields such as ${list(names.slice(0, FIELDS_SHOWN))}`;
  }
  return `${names.length === 1 ? 'the field' : 'the fields'} ${list(names, 'and')}`;
}

/** The kinds of a distribution that a schema allows; none when it is no distribution. */
export function distributionKinds(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => distributionKinds(unwrap(option as z.ZodType)));
  }
  if (!(schema instanceof z.ZodObject)) return [];
  const kind = schema.shape.distribution;
  return kind instanceof z.ZodLiteral ? [...kind.values].map(String) : [];
}

/** The branch of a schema that a value means: of distributions, the one it names. */
export function branchOf(schema: z.ZodType, value: unknown): z.ZodType {
  if (!(schema instanceof z.ZodUnion)) return schema;
  const kind = child(value, 'distribution');
  for (const option of schema.options) {
    const branch = unwrap(option as z.ZodType);
    if (typeof kind === 'string' && distributionKinds(branch).includes(kind)) {
      return branchOf(branch, value);
    }
  }
  return schema;
}

/** The schema that governs a path; null where there is none. */
export function schemaAt(
  schema: z.ZodType,
  path: readonly PropertyKey[],
  value: unknown,
): z.ZodType | null {
  let at: z.ZodType | null = unwrap(schema);
  let here: unknown = value;
  for (const part of path) {
    at = at === null ? null : step(branchOf(unwrap(at), here), part);
    here = child(here, part);
  }
  return at === null ? null : unwrap(at);
}

function step(schema: z.ZodType, part: PropertyKey): z.ZodType | null {
  if (schema instanceof z.ZodObject) {
    return Object.hasOwn(schema.shape, part) ? (schema.shape[String(part)] as z.ZodType) : null;
  }
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  return null;
}

function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap() as z.ZodType) : schema;
}

/** The part of a value at one step of a path. */
export function child(value: unknown, part: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
  return (value as Record<PropertyKey, unknown>)[part];
}

/** Names joined by commas and a last word. */
export function list(names: readonly string[], last = 'or'): string {
  return names.length === 1
    ? names[0]
    : `${names.slice(0, -1).join(', ')} ${last} ${names[names.length - 1]}`;
}
