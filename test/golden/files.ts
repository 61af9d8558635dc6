// test/golden/files.ts: golden files on disk, what moved between two sets of them, and the mark by
// which the list of changes names a set.

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reference } from '../../sim/verification/self-check.js';
import type { Golden } from './scenarios.js';

const MARK_DIGITS = 12;

/** Reads the golden files of a folder, by name. */
export function readGolden(folder: string): Record<string, Golden> {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return Object.fromEntries(
    files
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => [file.slice(0, -'.json'.length), JSON.parse(textOf(folder, file))]),
  );
}

/** Writes golden files into a folder. */
export function writeGolden(folder: string, golden: Readonly<Record<string, Golden>>): void {
  for (const [name, file] of Object.entries(golden)) {
    writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(file, null, 2)}\n`);
  }
}

function textOf(folder: string, file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

/** A short hash of a whole set and of the reference run; a changed set has another mark. */
export function markOf(golden: Readonly<Record<string, Golden>>, reference: Reference): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(golden).sort()) hash.update(`${name} ${golden[name].sha256}\n`);
  hash.update(`${reference.model} ${reference.results}\n`);
  return hash.digest('hex').slice(0, MARK_DIGITS);
}

/** The line of CHANGELOG.md that says why a set is what it is, without its reason. */
export function changelogStart(mark: string): string {
  return `- Golden results ${mark}: `;
}

/** What moved, a line each: scenario, outcome, old, new, change in %. */
export function movesBetween(
  before: Readonly<Record<string, Golden>>,
  after: Readonly<Record<string, Golden>>,
): string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.flatMap((name) => {
    const [old, now] = [before[name], after[name]];
    if (old === undefined) return [`${name}: new`];
    if (now === undefined) return [`${name}: gone`];
    const moved = outcomeMoves(name, old, now);
    if (moved.length > 0 || old.sha256 === now.sha256) return moved;
    return [`${name}: only digits beyond the sixth, or daily series`];
  });
}

function outcomeMoves(name: string, old: Golden, now: Golden): string[] {
  const values = (golden: Golden) => golden.outcomes as Record<string, number | null | undefined>;
  const keys = [...new Set([...Object.keys(old.outcomes), ...Object.keys(now.outcomes)])];
  return keys.flatMap((key) => {
    const [a, b] = [values(old)[key], values(now)[key]];
    if (a === b) return [];
    const change = typeof a === 'number' && typeof b === 'number' ? changeText(a, b) : '';
    return [`${name}: ${key} ${valueText(a)} -> ${valueText(b)}${change}`];
  });
}

function changeText(a: number, b: number): string {
  if (a === 0) return '';
  const percent = (100 * (b - a)) / Math.abs(a);
  return ` (${percent > 0 ? '+' : ''}${percent.toPrecision(3)} %)`;
}

function valueText(value: number | null | undefined): string {
  if (value === undefined) return 'absent';
  return value === null ? 'undefined' : String(value);
}
