// test/unit/verification/verify-table.test.ts: findings as a terminal shows them.

import { describe, expect, it } from 'vitest';
import { lastLine, verifyTable } from '../../../cli/verify-table.js';
import type { Finding } from '../../../sim/verification/check.js';
import type { Report } from '../../../sim/verification/verify.js';

const FINDING: Finding = {
  check: 'V9',
  title: '200 beds, load 170',
  figure: 'share lost',
  expected: 0.00233178,
  simulated: 0.00241,
  low95: 0.00229,
  high95: 0.00253,
  tolerance: 0.0001,
  pValue: 0.2,
  pHolm: 1,
  exact: false,
  withinTolerance: true,
  verdict: 'holds',
};

function reportOf(...findings: Finding[]): Report {
  const holds = findings.every(({ verdict }) => verdict === 'holds');
  const check = { id: 'V9', title: 'Loss', source: 'Erlang 1917', holds, findings };
  return { holds, checks: [check] };
}

describe('a finding', () => {
  it('is one line on a wide terminal', () => {
    expect(verifyTable(reportOf(FINDING), 100)).toContain(
      '    share lost  0.002332  0.002410   0.002290 to 0.002530  holds\n',
    );
  });

  it('is two lines on a narrow one', () => {
    expect(verifyTable(reportOf(FINDING), 60)).toContain(
      '    share lost\n      expected 0.002332, simulated 0.002410 (0.002290 to 0.002530): holds\n',
    );
  });

  it('that does not hold is told loudly', () => {
    const text = (verdict: Finding['verdict']) =>
      verifyTable(reportOf({ ...FINDING, verdict }), 100);
    expect(text('off')).toMatch(/ OFF\n/);
    expect(text('blunt')).toMatch(/ TOO BLUNT\n/);
    expect(text('off').trimEnd().endsWith('0 of 1 check holds.')).toBe(true);
  });

  it('shows ranges, open ones too, and proper minus signs', () => {
    const text = (expected: Finding['expected']) =>
      verifyTable(reportOf({ ...FINDING, expected, simulated: -0.01 }), 100);
    expect(text([0.075, 0.111])).toContain('0.075 to 0.111');
    expect(text([0, Number.POSITIVE_INFINITY])).toContain('above 0 ');
    expect(text([Number.NEGATIVE_INFINITY, 0])).toContain('below 0 ');
    expect(text(0)).toContain('−0.01000');
  });
});

it('counts what holds', () => {
  expect(lastLine(reportOf(FINDING))).toBe('1 of 1 check holds.');
  const { checks } = reportOf(FINDING);
  expect(lastLine({ holds: true, checks: [...checks, ...checks] })).toBe('2 of 2 checks hold.');
});
