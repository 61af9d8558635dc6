// sim/scenario/check.ts: a value is held against the schema; every problem becomes one sentence.

import { z } from 'zod';
import { hintFor } from './hints.js';
import type { ParsedFile } from './parse.js';
import {
  counted,
  nearestName,
  type Place,
  type Problem,
  pathText,
  unique,
  valueText,
} from './problems.js';
import {
  branchOf,
  child,
  countWords,
  describeSchema,
  distributionKinds,
  list,
  schemaAt,
} from './schema-words.js';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Where the parts of a value were written. */
export interface Places {
  placeOf(path: Path): Place;
  placeOfKey(path: Path, key: string): Place;
  /** The path as it stands in the file. */
  pathOf(path: Path): Path;
}

/** All problems of a parsed file against a schema. */
export function checkFile(parsed: ParsedFile, schema: z.ZodType): Problem[] {
  return readValue(parsed.value, schema, parsed).problems ?? [];
}

/** All problems of a value against a schema; or the value as the schema reads it, where there is none. */
export function readValue<T>(
  value: unknown,
  schema: z.ZodType<T>,
  places: Places,
): { value: T; problems: null } | { value: null; problems: Problem[] } {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, problems: null };
  const issues = result.error.issues.flatMap((issue) => insideBranch(schema, value, issue));
  const problems = firstOfEach(issues).flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? unknownFields(value, places, schema, issue.path, issue.keys)
      : [wrongValue(value, places, schema, issue)],
  );
  return { value: null, problems: unique(problems) };
}

/** The issues of a union are those of the branch that its value names, if it names one. */
function insideBranch(schema: z.ZodType, whole: unknown, issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const value = valueAt(whole, issue.path);
  const union = schemaAt(schema, issue.path, whole);
  if (union === null || typeof value !== 'object' || value === null) return [issue];
  const branch = branchOf(union, value);
  if (branch === union) {
    const path = Array.isArray(value) ? issue.path : [...issue.path, 'distribution'];
    return [{ ...issue, path }];
  }
  const inner = branch.safeParse(value).error?.issues ?? [];
  return inner
    .flatMap((found) => insideBranch(branch, value, found))
    .map((found) => ({ ...found, path: [...issue.path, ...found.path] }));
}

/** One issue a value: the first; a rule about a whole is left out while a part of it is wrong. */
function firstOfEach(issues: readonly Issue[]): Issue[] {
  const key = (path: Path) => path.map((part) => `${JSON.stringify(part)}/`).join('');
  const wrong = new Set<string>();
  for (const { code, path } of issues) {
    const parents = path.length + (code === 'unrecognized_keys' ? 1 : 0);
    for (let n = 0; n < parents; n++) wrong.add(key(path.slice(0, n)));
  }
  const seen = new Set<string>();
  return issues.filter((issue) => {
    if (issue.code === 'unrecognized_keys') return true;
    const at = key(issue.path);
    if (seen.has(at) || (issue.code === 'custom' && wrong.has(at))) return false;
    seen.add(at);
    return true;
  });
}

function unknownFields(
  whole: unknown,
  places: Places,
  schema: z.ZodType,
  path: Path,
  keys: readonly string[],
): Problem[] {
  const at = schemaAt(schema, path, whole);
  const object = at === null ? null : branchOf(at, valueAt(whole, path));
  const known = object instanceof z.ZodObject ? Object.keys(object.shape) : [];
  return keys.map((key) => {
    const full = pathText(places.pathOf([...path, key]));
    const near = nearestName(key, known) ?? inChanges(schema, path, key);
    const problem = { ...places.placeOfKey(path, key), path: full };
    if (near !== null) {
      return {
        ...problem,
        message: `${full} is not a known field; did you mean ${near}?`,
        meant: pathText([...path, near]),
      };
    }
    const comma = /^\d+$/.test(key) && child(valueAt(whole, path), key) === null;
    const hint = comma ? ' (write numbers without commas)' : '';
    return {
      ...problem,
      message: `${full} is not a known field${hint}; allowed: ${list(known)}.`,
    };
  });
}

/** A part of the model written beside `changes` instead of under it. */
function inChanges(schema: z.ZodType, path: Path, key: string): string | null {
  const parts = path.length === 0 ? schemaAt(schema, ['changes'], {}) : null;
  if (!(parts instanceof z.ZodObject)) return null;
  const near = nearestName(key, Object.keys(parts.shape));
  return near === null ? null : `changes.${near}`;
}

function wrongValue(whole: unknown, places: Places, schema: z.ZodType, issue: Issue): Problem {
  const { path } = issue;
  const value = valueAt(whole, path);
  const at = schemaAt(schema, path, whole);
  const where = pathText(places.pathOf(path));
  const hint = issue.code === 'invalid_union' ? kindHint(schema, whole, path) : hintFor(at, value);
  const what = wordsOfValue(issue, value);
  const allowed =
    issue.code === 'invalid_union' && at === null
      ? list(distributionKinds(schemaAt(schema, path.slice(0, -1), whole) ?? schema))
      : allowedWords(issue, at, value);
  return {
    ...places.placeOf(path),
    path: where,
    message: `${where === '' ? 'The file' : where} ${what}; allowed: ${allowed}${hint}`,
  };
}

/** What a value is: missing, 560.5, or a list of so many. */
function wordsOfValue(issue: Issue, value: unknown): string {
  if (value === undefined) return 'is missing';
  const ofList = (issue.code === 'too_big' || issue.code === 'too_small') && Array.isArray(value);
  return ofList ? `has ${counted(value.length, 'value')}` : `is ${valueText(value)}`;
}

/** What is allowed at a place: its range, its choices or its form. */
function allowedWords(issue: Issue, at: z.ZodType | null, value: unknown): string {
  if (issue.code === 'custom' || saysItself(issue)) return issue.message;
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return `a text of at most ${issue.maximum} characters, not ${String(value).length}`;
  }
  if (issue.code === 'too_small' && issue.origin === 'string') {
    return issue.minimum === 1
      ? 'a text that is not empty'
      : `a text of at least ${issue.minimum} characters`;
  }
  if (at instanceof z.ZodArray && Array.isArray(value)) return countWords(at);
  if (at instanceof z.ZodLiteral && at.description) {
    return `${describeSchema(at)} (${at.description})`;
  }
  return describeSchema(at);
}

/** True for a message that the schema gives; those of zod begin with one of its own words. */
function saysItself({ message }: Issue): boolean {
  return !/^(Invalid|Too|Unrecognized)\b/.test(message);
}

/** The kind of distribution that a misspelt one was meant to be. */
function kindHint(schema: z.ZodType, whole: unknown, path: Path): string {
  const at = schemaAt(schema, path.slice(0, -1), whole);
  const kind = valueAt(whole, path);
  const near =
    at === null || typeof kind !== 'string' ? null : nearestName(kind, distributionKinds(at));
  return near === null ? '.' : `; did you mean ${valueText(near)}?`;
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce(child, value);
}
