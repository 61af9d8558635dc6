// sim/scenario/check.ts: a value is held against the schema; every problem becomes one sentence.

import { z } from 'zod';
import type { ParsedFile } from './parse.js';
import { nearestName, type Place, type Problem, pathText, valueText } from './problems.js';
import { child, describeSchema, list, schemaAt } from './schema-words.js';

type Issue = z.core.$ZodIssue;

/** Where the parts of a value were written. */
export interface Places {
  placeOf(path: readonly PropertyKey[]): Place;
  placeOfKey(path: readonly PropertyKey[], key: string): Place;
}

/** All problems of a parsed file against a schema. */
export function checkFile(parsed: ParsedFile, schema: z.ZodType): Problem[] {
  return checkValue(parsed.value, schema, parsed);
}

/** All problems of a value against a schema. */
export function checkValue(value: unknown, schema: z.ZodType, places: Places): Problem[] {
  const result = schema.safeParse(value);
  if (result.success) return [];
  const problems = new Map<string, Problem>();
  for (const issue of flatten(result.error.issues)) {
    for (const problem of problemsOf(value, places, schema, issue)) {
      problems.set(`${problem.file}:${problem.line}:${problem.column}:${problem.message}`, problem);
    }
  }
  return [...problems.values()];
}

/** Issues of a union are those of the branch that came closest. */
function flatten(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const branches = issue.errors.map((branch) =>
      flatten(branch).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue),
    );
    const depth = (branch: Issue[]) => Math.max(...branch.map((inner) => inner.path.length));
    const wrongKind = (branch: Issue[]) =>
      branch.some((inner) => inner.code === 'invalid_value' || inner.code === 'invalid_union');
    const fitting = branches.filter((branch) => !wrongKind(branch));
    const candidates = fitting.length > 0 ? fitting : branches;
    return candidates.reduce((a, b) => (depth(b) > depth(a) ? b : a));
  });
}

function problemsOf(whole: unknown, places: Places, schema: z.ZodType, issue: Issue): Problem[] {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const at = schemaAt(schema, path, whole);
    const known = at instanceof z.ZodObject ? Object.keys(at.shape) : [];
    return issue.keys.map((key) => {
      const full = pathText([...path, key]);
      const near = nearestName(key, known);
      const hint = near === null ? `; allowed: ${list(known)}` : `; did you mean "${near}"?`;
      const stop = near === null ? '.' : '';
      return {
        ...places.placeOfKey(path, key),
        path: full,
        message: `${full} is not a known field${hint}${stop}`,
      };
    });
  }
  const value = valueAt(whole, path);
  const where = pathText(path);
  const allowed = allowedText(issue, schemaAt(schema, path, whole), value);
  const hint = hintFor(issue, value, where);
  const what = value === undefined ? 'is missing' : `is ${valueText(value)}`;
  const message = `${where === '' ? 'The file' : where} ${what}; allowed: ${allowed}${hint}.`;
  return [{ ...places.placeOf(path), path: where, message }];
}

/** What is allowed at a place: its range, its choices or its form. */
function allowedText(issue: Issue, at: z.ZodType | null, value: unknown): string {
  if (issue.code === 'custom') return issue.message;
  if (issue.code === 'invalid_format' && issue.message !== 'Invalid string: must match pattern') {
    return issue.message;
  }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return `text of at most ${issue.maximum} characters, here ${String(value).length}`;
  }
  if (issue.code === 'too_small' && issue.origin === 'string') return 'a text that is not empty';
  if ((issue.code === 'too_big' || issue.code === 'too_small') && issue.origin === 'array') {
    return `${describeSchema(at)}, here ${Array.isArray(value) ? value.length : 'none'}`;
  }
  if (issue.code === 'invalid_union' || at === null) return describeSchema(at);
  return describeSchema(at);
}

function hintFor(issue: Issue, value: unknown, where: string): string {
  if (
    typeof value === 'string' &&
    /Share|Chance|Factor|Index|Days|Minutes|core|beds|places/.test(where)
  ) {
    const percent = /^\s*([\d.]+)\s*%\s*$/.exec(value);
    if (percent) return `; write ${Number(percent[1]) / 100}`;
    if (value.trim() !== '' && Number.isFinite(Number(value)))
      return `; write ${value.trim()} without quotes`;
  }
  const share = issue.code === 'too_big' && issue.maximum === 1 && typeof value === 'number';
  if (share && value > 1 && value <= 100)
    return `; a share, not a percentage: ${Number((value / 100).toPrecision(6))}?`;
  return '';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce(child, value);
}
