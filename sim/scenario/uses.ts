// sim/scenario/uses.ts: what the files of a library say of themselves, for lists and documents.

import { z } from 'zod';
import type { Library } from './library.js';
import { parseFile } from './parse.js';
import type { FileKind } from './schema.js';
import { seasonSchema } from './schema-season.js';

/** A file: how it is called, and what it says that it is. */
export interface Described {
  /** Name in the library. */
  id: string;
  name: string;
  description: string;
}

/** A plan that sets an intervention. */
export interface Use {
  plan: string;
  evidence: string;
  source: string;
  settings: Readonly<Record<string, unknown>>;
}

/** A process of the season that can be switched on, sized and dated. */
export interface Shock {
  id: string;
  text: string;
}

/** The fields of a file; empty when it cannot be read. */
export function fieldsOf(library: Library, kind: FileKind, id: string): Record<string, unknown> {
  const source = library.read(kind, id);
  return source === null ? {} : (parseFile(source.file, source.text).value ?? {});
}

/** All files of a kind. */
export function described(library: Library, kind: FileKind): Described[] {
  return library.names(kind).map((id) => {
    const { name, description } = fieldsOf(library, kind, id);
    return { id, name: oneLine(name), description: oneLine(description) };
  });
}

/** Plans by the interventions that they set themselves. */
export function usesOf(library: Library): Map<string, Use[]> {
  const uses = new Map<string, Use[]>();
  for (const plan of library.names('plan')) {
    const { interventions = {} } = fieldsOf(library, 'plan', plan);
    for (const [id, given] of Object.entries(interventions as object)) {
      const settings = given as Record<string, unknown>;
      const { evidence, source } = settings;
      const use = { plan, evidence: oneLine(evidence), source: oneLine(source), settings };
      uses.set(id, [...(uses.get(id) ?? []), use]);
    }
  }
  return uses;
}

/** The shocks that a winter can have: the parts of the season that are more than a number. */
export function shocks(): Shock[] {
  const parts = seasonSchema.shape as Readonly<Record<string, z.ZodType>>;
  return Object.entries(parts).flatMap(([id, part]) => {
    const schema = part instanceof z.ZodOptional ? (part.unwrap() as z.ZodType) : part;
    if (schema instanceof z.ZodNumber) return [];
    const several = schema instanceof z.ZodObject ? partsOf(schema) : [];
    if (several.length > 0) return several.map((of) => ({ ...of, id: `${id}.${of.id}` }));
    return [{ id, text: part.description ?? schema.description ?? id }];
  });
}

/** The parts of an object that is nothing but parts, such as waves of several illnesses. */
function partsOf(schema: z.ZodObject): Shock[] {
  const parts = Object.entries(schema.shape as Readonly<Record<string, z.ZodType>>);
  const inner = parts.map(([id, part]) => ({
    id,
    schema: part instanceof z.ZodOptional ? (part.unwrap() as z.ZodType) : part,
    text: part.description ?? id,
  }));
  if (!inner.every((part) => part.schema instanceof z.ZodObject)) return [];
  return inner.map(({ id, text }) => ({ id, text }));
}

function oneLine(value: unknown): string {
  return typeof value === 'string' ? value.trim().replace(/\s+/g, ' ') : '';
}
