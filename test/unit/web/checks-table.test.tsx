// test/unit/web/checks-table.test.tsx: findings and the self-check as the page "Verification" shows
// them, also when something is wrong.

import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../sim/verification/check.js';
import { ChecksTable } from '../../../web/controls/checks-table.js';
import { SelfCheckCard } from '../../../web/controls/self-check-card.js';

const FINDING: Finding = {
  check: 'V1',
  title: 'one server',
  figure: 'mean wait',
  expected: 4,
  simulated: 4.61234,
  low95: 4.5,
  high95: 4.7,
  tolerance: 0.12,
  pValue: 0.001,
  pHolm: 0.002,
  exact: false,
  withinTolerance: false,
  verdict: 'off',
};

function tableOf(changes: Partial<Finding>, provisional = false): string {
  const findings = [{ ...FINDING, ...changes }];
  const check = { id: 'V1', title: 'M/M/1', source: 'Erlang', holds: false, findings };
  const report = { holds: false, checks: [check] };
  return renderToString(<ChecksTable report={report} provisional={provisional} />);
}

describe('a finding', () => {
  it('shows expected, simulated in full for machines, its interval and its verdict', () => {
    const html = tableOf({});
    expect(html).toContain('<td>4.000</td><td><data value="4.61234">4.612</data></td>');
    expect(html).toContain('<td>4.500 to 4.700</td>');
    expect(html).toContain('>off<');
  });

  it('that is off is so only so far, until all checks have been judged together', () => {
    expect(tableOf({}, true)).toContain('>off so far<');
    expect(tableOf({ verdict: 'blunt' }, true)).toContain('>too blunt<');
    expect(tableOf({ verdict: 'holds' }, true)).toContain('>holds<');
  });

  it('without chance is called exact', () => {
    expect(tableOf({ exact: true })).toContain('<td>exact</td>');
  });
});

describe('the self-check', () => {
  const expected = { model: 'model-a', results: 'results-a' };

  it('that fails says so and shows both hashes', () => {
    const found = { model: 'model-a', results: 'results-b' };
    const html = renderToString(
      <SelfCheckCard state={{ found: { verdict: 'differs', expected, found } }} />,
    );
    expect(html).toContain('This browser does not reproduce the reference run');
    expect(html).toContain('results-a');
    expect(html).toContain('results-b');
  });

  it('of other scenario files shows the hashes of these', () => {
    const found = { model: 'model-b', results: 'results-b' };
    const html = renderToString(
      <SelfCheckCard state={{ found: { verdict: 'other scenario', expected, found } }} />,
    );
    expect(html).toContain('model-b');
    expect(html).not.toContain('results-b');
  });

  it('that could not run says why', () => {
    const html = renderToString(<SelfCheckCard state={{ problem: 'no web workers.' }} />);
    expect(html).toContain('could not be simulated: no web workers.');
  });
});
