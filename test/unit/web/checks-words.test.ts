// test/unit/web/checks-words.test.ts: addresses of the pages, and what "Verification" says of a run.

import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../sim/verification/check.js';
import { PAGES, pageNamed } from '../../../web/pages/registry.js';
import { addressOf, checksAsked, fragmentOf } from '../../../web/state/address.js';
import {
  browserText,
  checksAnnouncement,
  checksProgressText,
  lastLineOf,
  verifyCommand,
} from '../../../web/state/checks-words.js';
import type { ChecksRun } from '../../../web/state/use-checks.js';

const HASHES = { model: 'a', results: 'b' };
const FINDING = { verdict: 'holds' } as Finding;
const REPORT = {
  holds: true,
  checks: [{ id: 'V1', title: 'M/M/1', source: '', holds: true, findings: [FINDING, FINDING] }],
};
const RUN: ChecksRun = {
  state: 'running',
  done: 3,
  total: 10,
  checksCount: 4,
  next: 'V2 M/M/3',
  report: REPORT,
};

describe('an address', () => {
  it.each([
    ['#/', { page: '', only: [] }],
    ['#/verification', { page: 'verification', only: [] }],
    ['#/verification?only=v1,%20V23,', { page: 'verification', only: ['V1', 'V23'] }],
    ['#/compare', { page: 'compare', only: [] }],
    ['#main', null],
    ['', null],
  ])('%s leads to its page', (fragment, address) => {
    const found = addressOf(fragment);
    expect(found && { page: found.page, only: checksAsked(found.query) }).toEqual(address);
  });

  it('of each page leads back to it', () => {
    for (const { name } of PAGES) expect(addressOf(fragmentOf(name))?.page).toBe(name);
  });

  it('of no page leads to the first', () => {
    expect(pageNamed(addressOf('#/nowhere')?.page ?? '')).toBe(PAGES[0]);
  });
});

describe('a run of checks', () => {
  it('says how far it is and what it simulates now', () => {
    expect(checksProgressText(RUN)).toBe('3 of 10 cases simulated. Now: V2 M/M/3');
    expect(checksProgressText({ ...RUN, next: null })).toBe('Starting.');
  });

  it('is read out at each further fifth only, then its last line', () => {
    expect(checksAnnouncement(null)).toBe('');
    expect(checksAnnouncement({ ...RUN, done: 1 })).toBe('The checks are running.');
    expect(checksAnnouncement(RUN)).toBe('20 % of the cases simulated.');
    const ended = { ...RUN, state: 'ended' } as const;
    expect(checksAnnouncement(ended)).toBe(lastLineOf(ended));
  });

  it('ends with the count of findings and checks that hold', () => {
    expect(lastLineOf(RUN)).toBe('');
    expect(lastLineOf({ ...RUN, state: 'ended' })).toBe(
      '2 of 2 findings hold. 1 of 1 check holds.',
    );
  });

  it('that was stopped says after how many checks', () => {
    const stopped = { ...RUN, state: 'stopped' } as const;
    expect(lastLineOf(stopped)).toContain('Stopped after 1 of 4 checks. 2 of 2 findings hold.');
    expect(lastLineOf({ ...stopped, report: null })).toContain('before the first check');
  });

  it('can be repeated on the command line', () => {
    expect(verifyCommand([])).toBe('npx winterflow verify');
    expect(verifyCommand(['V1', 'V23'])).toBe('npx winterflow verify --only V1,V23');
  });
});

it.each([
  ['reproduces', 'This browser reproduces'],
  ['differs', 'This browser does not reproduce'],
  ['other scenario', 'cannot be compared'],
] as const)('a self-check that %s says so', (verdict, words) => {
  expect(browserText({ verdict, expected: HASHES, found: HASHES })).toContain(words);
});
