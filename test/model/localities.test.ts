// test/model/localities.test.ts: parts of a community, waits in community beds, reasons of delay.

import { expect, it } from 'vitest';
import { seedOf } from '../../sim/engine/seed.js';
import { ATTRIBUTIONS, DTOC_REASONS, PATHWAYS } from '../../sim/hospital/categories.js';
import { simulate } from '../../sim/hospital/simulate.js';
import { OUTCOME_KEYS, type Outcome } from '../../sim/outcomes/keys.js';
import { type Measured, measure } from '../../sim/outcomes/measures.js';
import { compile } from '../../sim/scenario/compile.js';
import { splitWhole } from '../../sim/scenario/localities.js';
import type { Model } from '../../sim/scenario/schema.js';
import { fingerprint } from '../../sim/verification/fingerprint.js';
import { changed, LISTER, shorten } from './batches.js';

function run(change: (model: Model) => void, lastDay = '2017-11-30'): Measured {
  const { model } = changed({ system: LISTER }, 'community', (of) => {
    shorten(of, lastDay);
    change(of);
  });
  const options = { name: 'Lister', effects: 'likely', bankHolidays: new Set<string>() } as const;
  const parameters = compile(model, options);
  return measure(simulate(parameters, seedOf('community'), 0), parameters.days);
}

const value = ({ outcomes }: Measured, key: Outcome) => outcomes[OUTCOME_KEYS.indexOf(key)];
const base = run(() => undefined);

it('one locality is the whole community, to the last bit', () => {
  const one = run(({ community }) => {
    community.localities = { only: { share: 1 } };
  });
  expect(fingerprint([one])).toBe(fingerprint([base]));
});

it('divided capacity serves worse than shared: a free place may be in the wrong locality', () => {
  const six = run(({ community }) => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    community.localities = Object.fromEntries(names.map((name) => [name, { share: 1 / 6 }]));
  });
  expect(value(six, 'dtocBedDays')).toBeGreaterThan(value(base, 'dtocBedDays'));
  expect(value(six, 'attendancesCount')).toBe(value(base, 'attendancesCount'));
});

it('places closed in one locality keep its patients waiting, not those of the others', () => {
  const closed = run(({ community }) => {
    community.localities = { north: { share: 0.5 }, south: { share: 0.5 } };
    const dates = { from: '2017-10-01', to: '2017-11-30' };
    community.changes.push({ pathway: 'p2', locality: 'north', ...dates, places: -36 });
  });
  const place = cellSum(closed, (_, pathway) => pathway === 'p2');
  expect(place).toBeGreaterThan(2 * cellSum(base, (_, pathway) => pathway === 'p2'));
});

it('a change that names no locality is split by places, and no place is lost', () => {
  expect(splitWhole(7, [1, 1, 2])).toEqual([2, 2, 3]);
  expect(splitWhole(-5, [2, 1, 0])).toEqual([-3, -2, 0]);
  expect(splitWhole(4, [0, 0])).toEqual([2, 2]);
});

/** Delayed bed days of the cells of some reasons and pathways. */
function cellSum(of: Measured, wanted: (reason: string, pathway: string) => boolean): number {
  let sum = 0;
  of.delays.forEach((days, cell) => {
    const code = Math.floor(cell / PATHWAYS.length);
    const reason = DTOC_REASONS[Math.floor(code / ATTRIBUTIONS.length)];
    if (wanted(reason, PATHWAYS[cell % PATHWAYS.length])) sum += days;
  });
  return sum;
}

it('every delayed bed day has one reason, pathway and attribution', () => {
  const all = cellSum(base, () => true);
  expect(all / value(base, 'dtocBedDays')).toBeCloseTo(1, 9);
  const keys = ['dtocNhsShare', 'dtocSocialCareShare', 'dtocBothShare'] as const;
  expect(keys.map((key) => value(base, key)).reduce((a, b) => a + b)).toBeCloseTo(1, 9);
  expect(cellSum(base, (_, pathway) => pathway === 'p0')).toBe(0);
  const home = cellSum(base, (reason) => reason === 'homeCarePackage');
  expect(home).toBe(
    cellSum(base, (reason, pathway) => reason === 'homeCarePackage' && pathway === 'p1'),
  );
});

it('reasons are like those of England in the same winter, where the model can tell them apart', () => {
  // October 2017 to March 2018, acute: NHS 65 %, social care 30 %, both 6 %; choice 12 %
  expect(value(base, 'dtocNhsShare')).toBeGreaterThan(0.55);
  expect(value(base, 'dtocNhsShare')).toBeLessThan(0.75);
  expect(value(base, 'dtocSocialCareShare')).toBeGreaterThan(0.2);
  expect(value(base, 'dtocSocialCareShare')).toBeLessThan(0.4);
});

it('who waits in a community bed for further care holds it, and the hospital feels it', () => {
  const held = run(({ community }) => {
    community.p2.onward = { share: 0.4, homeShare: 0.5 };
  });
  expect(value(base, 'communityBedsDelayedMean')).toBe(0);
  expect(value(held, 'communityBedsDelayedMean')).toBeGreaterThan(0.5);
  expect(value(held, 'dtocBedDays')).toBeGreaterThan(value(base, 'dtocBedDays'));
  const none = run(({ community }) => {
    community.p2.onward = { share: 0, homeShare: 0.5 };
  });
  expect(fingerprint([none])).toBe(fingerprint([base]));
});
