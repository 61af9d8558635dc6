// web/state/setting-values.ts: what is typed into a form, pasted into it or shown in it, as values of a
// scenario file.

import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { describeSchema } from '../../sim/scenario/schema-words.js';

/** Whether a list always has so many values: one for each hour, day, month or age. */
export function isSeries(schema: z.ZodType): boolean {
  return /^a list of \d+ values/.test(describeSchema(schema));
}

/** The numbers of a list; none where it holds anything else. */
export function numbersIn(value: unknown): number[] {
  if (!Array.isArray(value)) return [];
  const numbers = value.filter((item): item is number => typeof item === 'number');
  return numbers.length === value.length ? numbers : [];
}

/** Cells copied from a spreadsheet, a row or a column of them; null where it is one cell or words. */
export function pastedCells(data: DataTransfer | null): unknown[] | null {
  const text = data?.getData('text/plain') ?? '';
  const cells = text.trim().split(/[\t\r\n]+/);
  if (cells.length < 2) return null;
  return cells.map((cell) => (/^-?[\d.]+$/.test(cell.trim()) ? Number(cell) : cell.trim()));
}

/** A schema without what makes it optional. */
export function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional ? bare(schema.unwrap() as z.ZodType) : schema;
}

/** A number where one is typed; else the text, for the check to say what is wrong with it. */
export function simpleValue(schema: z.ZodType, typed: string): unknown {
  const isNumber = schema instanceof z.ZodNumber && /^\s*-?(\d+\.?\d*|\.\d+)\s*$/.test(typed);
  return isNumber ? Number(typed) : typed;
}

/** Lists and other values as they stand on one line of a scenario file. */
export function flowText(value: unknown): string {
  return typeof value === 'string'
    ? value
    : stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}

export function flowValue(typed: string): unknown {
  try {
    return parse(typed, { schema: 'core', resolveKnownTags: false, logLevel: 'error' });
  } catch {
    return typed;
  }
}

export function plainText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? flowText(value) : String(value);
}

export function sentence(text: string): string {
  const first = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.?!:]$/.test(first) ? first : `${first}.`;
}
