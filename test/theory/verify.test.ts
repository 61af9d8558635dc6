// test/theory/verify.test.ts: `winterflow verify` as people run it: all checks hold, and it says so.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyTable } from '../../cli/verify-table.js';
import type { Finding } from '../../sim/verification/check.js';
import { checksOf, type Report } from '../../sim/verification/verify.js';

const COMMAND = fileURLToPath(new URL('../../bin/winterflow.mjs', import.meta.url));
const LONGEST_MILLISECONDS = 600_000; // on a machine that does much else

/** Runs the built command, which is faster than the same sources through the test runner. */
function verify(...options: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, 'verify', ...options], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: { ...process.env, COLUMNS: undefined },
  });
  return { status, stdout, stderr };
}

/** JSON has no infinity: a range without an end says null there. */
function withEnds(key: string, value: unknown): unknown {
  if (key !== 'expected' || !Array.isArray(value)) return value;
  return [value[0] ?? Number.NEGATIVE_INFINITY, value[1] ?? Number.POSITIVE_INFINITY];
}

function told({ check, title, figure, expected, simulated, pHolm }: Finding): string {
  return `${check} ${title}: ${figure}: ${simulated}, expected ${expected}, p ${pHolm}`;
}

describe('the whole', () => {
  let status: number | null;
  let report: Report;

  beforeAll(() => {
    const run = verify('--json', '--quiet');
    status = run.status;
    report = JSON.parse(run.stdout, withEnds);
  }, LONGEST_MILLISECONDS);

  it('ends with 0, because every check holds', () => {
    const failing = report.checks.flatMap(({ findings }) =>
      findings.filter(({ verdict }) => verdict !== 'holds'),
    );
    expect(failing.map(told)).toEqual([]);
    expect(report.checks.every(({ holds }) => holds)).toBe(true);
    expect(status).toBe(0);
  });

  it('has findings of V1 to V25', () => {
    expect(report.checks.map(({ id }) => id)).toEqual(checksOf().map(({ id }) => id));
    expect(report.checks.filter(({ findings }) => findings.length === 0)).toEqual([]);
  });

  it('is printed with a line for each finding, and the count of checks that hold', () => {
    for (const columns of [72, 100]) {
      const lines = verifyTable(report, columns).split('\n');
      const verdicts = lines.filter((line) => /(^| {2}|: )holds$/.test(line));
      expect(verdicts).toHaveLength(report.checks.flatMap(({ findings }) => findings).length);
      const count = report.checks.length;
      expect(lines.filter((line) => line !== '').at(-1)).toBe(`${count} of ${count} checks hold.`);
    }
  });

  it('holds the checks of the hospital, V20 to V22, as docs/validation.md shows them', () => {
    const hospital = report.checks.filter(({ id }) => ['V20', 'V21', 'V22'].includes(id));
    expect(hospital.map(({ id, holds }) => [id, holds])).toEqual([
      ['V20', true],
      ['V21', true],
      ['V22', true],
    ]);
  });

  it('keeps the tolerance rule of the evidence too: the tolerance, or 3 standard errors', () => {
    const beyond = report.checks.flatMap(({ findings }) =>
      findings.filter(({ withinTolerance }) => !withinTolerance),
    );
    expect(beyond.map(told)).toEqual([]);
  });

  it('has means on both sides of what is expected: nothing leans', () => {
    const sides = report.checks.flatMap(({ findings }) =>
      findings
        .filter(({ exact, expected }) => !exact && typeof expected === 'number')
        .map(({ simulated, expected }) => (simulated > Number(expected) ? 1 : 0)),
    );
    const above = sides.reduce<number>((a, b) => a + b, 0) / sides.length;
    // Figures of one run go together, so this is wider than for as many coins.
    expect(above).toBeGreaterThan(0.3);
    expect(above).toBeLessThan(0.7);
  });
});

describe('a part', () => {
  it('prints a table with expected, simulated, interval and verdict, and what it counts', () => {
    const { status, stdout, stderr } = verify('--only', 'v17,V23', '--seed', 'table');
    expect(status).toBe(0);
    expect(stdout).toMatch(/expected +simulated +95 % interval/);
    expect(stdout).toMatch(
      /midnights crossed \(bed days\) +5\.000 +[45]\.\d{3} +\S+ to \S+ +holds/,
    );
    expect(stdout).toMatch(/820 admitted after 6-8 hours +10\.00 +10\.00 +exact +holds/);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('2 of 2 checks hold.');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(stderr).toBe(
      'simulating V17: Midnight census\nsimulating V23: Harm of long stays in A&E\n',
    );
  });

  it('is the same again with the same seed', () => {
    const options = ['--only', 'V17', '--json', '--quiet', '--seed'];
    const { stdout } = verify(...options, 'a');
    expect(verify(...options, 'a').stdout).toBe(stdout);
    expect(verify(...options, 'b').stdout).not.toBe(stdout);
  });

  it('that does not exist is refused in one sentence', () => {
    const { status, stdout, stderr } = verify('--only', 'V99');
    expect(status).toBe(64);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^There is no check "V99"; known: V1, .*, V25\.\n$/);
  });
});
