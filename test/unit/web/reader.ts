// test/unit/web/reader.ts: what reads scenarios, to be bundled with the whole of its libraries and with
// the parts that the page has.

import { z } from 'zod';
import { parseFile } from '../../../sim/scenario/parse.js';
import { SCHEMAS } from '../../../sim/scenario/schema.js';
import { describeSchema } from '../../../sim/scenario/schema-words.js';

/** What stands in place of values, in turn. */
const WRONG = [undefined, null, 'x', -1, 1e9, [], {}];

/** Words of all fields, with the description of each. */
export function wordsOfFields(): string[] {
  const words: string[] = [];
  const seen = new Set<unknown>();
  const visit = (schema: unknown): void => {
    if (!(schema instanceof z.ZodType) || seen.has(schema)) return;
    seen.add(schema);
    words.push(`${describeSchema(schema)}: ${schema.description ?? ''}`);
    for (const value of Object.values(schema.def)) visitAll(value);
  };
  const visitAll = (value: unknown): void => {
    if (value instanceof z.ZodType) visit(value);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(visitAll);
  };
  Object.values(SCHEMAS).forEach(visit);
  return words;
}

/** What is wrong with a file, and with it after each of its values in turn is replaced by a wrong one. */
export function problemsOf(kind: keyof typeof SCHEMAS, text: string): string[] {
  const value = structuredClone(parseFile('x.yaml', text).value); // the file itself cannot be changed
  const found = [issuesOf(kind, value)];
  const visit = (holder: Record<string, unknown>): void => {
    for (const [key, before] of Object.entries(holder)) {
      holder[key] = WRONG[found.length % WRONG.length];
      found.push(issuesOf(kind, value));
      holder[key] = before;
      if (before !== null && typeof before === 'object' && !Array.isArray(before)) {
        visit(before as Record<string, unknown>);
      }
    }
  };
  visit(value ?? {});
  return found;
}

function issuesOf(kind: keyof typeof SCHEMAS, value: unknown): string {
  return JSON.stringify(SCHEMAS[kind].safeParse(value).error?.issues ?? null);
}

/** What a text holds, and what is wrong with it. */
export function readText(text: string): { value: unknown; problems: string[] } {
  const { value, problems } = parseFile('x.yaml', text);
  return { value, problems: problems.map(({ message }) => message) };
}

export function jsonSchema(): string {
  return JSON.stringify(z.toJSONSchema(SCHEMAS.plan, { unrepresentable: 'any' }));
}
