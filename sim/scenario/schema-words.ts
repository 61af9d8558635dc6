// sim/scenario/schema-words.ts: a schema said in words, for messages and documentation.

import { z } from 'zod';
import { valueText } from './problems.js';

/** A schema in words. */
export function describeSchema(at: z.ZodType | null): string {
  if (at === null) return 'another value';
  const schema = unwrap(at);
  if (schema instanceof z.ZodNumber) return numberText(schema);
  if (schema instanceof z.ZodLiteral)
    return [...schema.values].map((v) => valueText(v)).join(' or ');
  if (schema instanceof z.ZodEnum) return list(schema.options.map(String));
  if (schema instanceof z.ZodBoolean) return 'true or false';
  if (schema instanceof z.ZodArray) return arrayText(schema);
  if (schema instanceof z.ZodDiscriminatedUnion || schema instanceof z.ZodUnion) {
    const kinds = distributionKinds(schema);
    if (kinds.length > 0) return `a distribution: ${list(kinds)}`;
    return schema.options.map((option) => describeSchema(option as z.ZodType)).join(', or ');
  }
  if (schema instanceof z.ZodObject)
    return `fields such as ${list(Object.keys(schema.shape).slice(0, 6))}`;
  if (schema instanceof z.ZodString) return schema.description ?? 'a text';
  return schema.description ?? 'another value';
}

function numberText(schema: z.ZodNumber): string {
  const whole = schema.isInt ? 'a whole number' : 'a number';
  const low = finite(schema.minValue);
  const high = finite(schema.maxValue);
  const above = schema.def.checks?.some((check) => {
    const def = check._zod.def as unknown as { check: string; inclusive?: boolean };
    return def.check === 'greater_than' && def.inclusive === false;
  });
  const from = above ? 'above' : 'from';
  if (low !== null && high !== null)
    return `${whole} ${from} ${low} ${above ? 'up ' : ''}to ${high}`;
  if (low !== null) return `${whole} ${from} ${low}${above ? '' : ' up'}`;
  return high === null ? whole : `${whole} up to ${high}`;
}

function finite(value: number | null): number | null {
  const big = Number.MAX_SAFE_INTEGER;
  return value === null || !Number.isFinite(value) || Math.abs(value) >= big ? null : value;
}

function arrayText(schema: z.ZodArray): string {
  const limits: Record<string, number> = {};
  for (const check of schema.def.checks ?? []) {
    const def = check._zod.def as unknown as Record<string, number | string>;
    if (def.check === 'length_equals') limits.exactly = def.length as number;
    if (def.check === 'min_length') limits['at least'] = def.minimum as number;
    if (def.check === 'max_length') limits['at most'] = def.maximum as number;
  }
  const counts = Object.entries(limits).map(([word, n]) =>
    word === 'exactly' ? `${n}` : `${word} ${n}`,
  );
  const of = describeSchema(schema.element as z.ZodType).replace(/^(a|an) /, '');
  return `a list of ${counts.length > 0 ? `${counts.join(' and ')} values: ` : ''}${of}`;
}

function distributionKinds(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodUnion) {
    return schema.options.flatMap((option) => distributionKinds(unwrap(option as z.ZodType)));
  }
  if (!(schema instanceof z.ZodObject)) return [];
  const kind = schema.shape.distribution;
  return kind instanceof z.ZodLiteral ? [...kind.values].map(String) : [];
}

/** The schema that governs a path. */
export function schemaAt(
  schema: z.ZodType,
  path: readonly PropertyKey[],
  value: unknown,
): z.ZodType | null {
  let at: z.ZodType | null = unwrap(schema);
  let here: unknown = value;
  for (const part of path) {
    at = at === null ? null : step(unwrap(at), part, here);
    here = child(here, part);
  }
  return at === null ? null : unwrap(at);
}

function step(schema: z.ZodType, part: PropertyKey, value: unknown): z.ZodType | null {
  if (schema instanceof z.ZodObject) return (schema.shape[String(part)] as z.ZodType) ?? null;
  if (schema instanceof z.ZodArray) return schema.element as z.ZodType;
  if (schema instanceof z.ZodRecord) return schema.valueType as z.ZodType;
  if (schema instanceof z.ZodUnion) {
    const options = schema.options.map((option) => unwrap(option as z.ZodType));
    const kind = child(value, 'distribution');
    const fitting = options.filter((option) => distributionKinds(option).includes(String(kind)));
    for (const option of [...fitting, ...options]) {
      const found = step(option, part, value);
      if (found) return found;
    }
  }
  return null;
}

function unwrap(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? unwrap(schema.unwrap() as z.ZodType) : schema;
}

/** The part of a value at one step of a path. */
export function child(value: unknown, part: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<PropertyKey, unknown>)[part];
}

/** Names joined by commas and "or". */
export function list(names: readonly string[]): string {
  return names.length === 1 ? names[0] : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
