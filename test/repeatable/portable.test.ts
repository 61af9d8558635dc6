// test/repeatable/portable.test.ts: the simulation uses only functions on which engines agree.

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { power } from '../../sim/engine/special.js';

const ROOT = resolve(import.meta.dirname, '../..');
const RUNS = ['sim/engine', 'sim/hospital', 'sim/interventions', 'sim/scenario', 'sim/outcomes'];
const sources = RUNS.flatMap((folder) =>
  readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
);

/** Code of a file without its comments. */
function codeOf(path: string): string {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}

/** Lines of code that match, with their file. */
function linesWith(pattern: RegExp): string[] {
  return sources.flatMap((path) =>
    codeOf(path)
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${path}: ${line.trim()}`),
  );
}

describe('the simulation', () => {
  it('raises to powers by exp and log, but for squares and powers of two', () => {
    // V8 of Node 20 and of Node 26 differ in the last bit of Math.pow(3.7, 3).
    expect(linesWith(/Math\.pow|\*\*(?! 2\b)(?<!\b2 \*\*)/)).toEqual([]);
  });

  it('uses no trigonometry and no hyperbolic function: browsers may take the system’s', () => {
    expect(linesWith(/Math\.(a?sinh?|a?cosh?|a?tanh?|atan2|cbrt|hypot)\b/)).toEqual([]);
  });

  it('asks jStat for nothing that raises to a power inside', () => {
    const calls = linesWith(/jStat\./).flatMap((line) => line.match(/jStat\.[\w.]+/g) ?? []);
    expect([...new Set(calls)].sort()).toEqual([
      'jStat.beta.cdf',
      'jStat.gamma.cdf',
      'jStat.gammaln',
      'jStat.normal.cdf',
      'jStat.normal.inv',
      'jStat.studentt.cdf',
    ]);
  });
});

describe('a power', () => {
  it.each([
    [2, 10, 1024],
    [9, 0.5, 3],
    [0.3, 1 / 0.6, 0.13444214239671],
    [7, 1, 7],
    [0, 0.4, 0],
  ])('%d to the %d is %d', (base, exponent, value) => {
    expect(power(base, exponent)).toBeCloseTo(value, 12);
  });
});
