// test/unit/verification/formulas.test.ts: closed forms against the figures that were printed.

import { describe, expect, it } from 'vitest';
import {
  erlangA,
  erlangB,
  erlangC,
  mg1Wait,
  mmc,
  priorityWaits,
} from '../../../sim/verification/formulas.js';
import { expectPrinted } from './printed.js';

describe('M/M/c', () => {
  it('with one server at 80 % has 4 in the system and 3.2 waiting (V1)', () => {
    const theory = mmc(0.8, 1, 1);
    expectPrinted(theory.inSystem, '4');
    expectPrinted(theory.waiting, '3.2');
    expectPrinted(theory.wait, '4');
    expectPrinted(theory.waitedShare, '0.8');
  });

  it('is as printed for 3, 5 and 10 servers (V2-V4)', () => {
    const three = mmc(2, 1, 3);
    expectPrinted(three.waitedShare, '.444444');
    expectPrinted(three.waiting, '.888889');
    expectPrinted(three.waitOver(1), '.163502');
    const five = mmc(10, 2.5, 5);
    expectPrinted(five.waitedShare, '.554113');
    expectPrinted(five.wait, '.221645');
    expectPrinted(five.inSystem, '6.216450');
    const ten = mmc(9.5, 1, 10);
    expectPrinted(ten.waitedShare, '.825586');
    expectPrinted(ten.waiting, '15.686126');
    expectPrinted(ten.wait, '1.651171');
  });

  it('is as printed for an A&E of 17 spaces (V5)', () => {
    const theory = mmc(85 / 24, 1 / 4, 17);
    expectPrinted(theory.waitedShare, '.373904');
    expectPrinted(theory.wait, '.527865');
    expectPrinted(theory.waitOver(1), '.184135');
    expectPrinted(theory.inSystem, '16.036189');
  });

  it.each([
    [100, 0.92, '.311615', '5.6091'],
    [200, 0.85, '.015342', '.0736'],
    [200, 0.92, '.170377', '1.5334'],
    [500, 0.92, '.040824', '.1470'],
    [500, 0.95, '.176964', '1.0193'],
    [500, 0.97, '.387758', '3.7225'],
    [500, 0.98, '.546673', '7.8721'],
    [560, 0.92, '.031554', '.1014'],
  ])('is as printed for %i beds at %f, stays of 6 days (V10)', (beds, share, waited, wait) => {
    const theory = mmc((share * beds) / 144, 1 / 144, beds);
    expectPrinted(theory.waitedShare, waited);
    expectPrinted(theory.wait, wait);
  });

  it('is as printed for waits over 4 and 12 hours (V10)', () => {
    const over = (beds: number, share: number, hours: number) =>
      mmc((share * beds) / 144, 1 / 144, beds).waitOver(hours);
    expectPrinted(over(200, 0.92, 4), '.109243');
    expectPrinted(over(500, 0.95, 4), '.088367');
    expectPrinted(over(500, 0.97, 4), '.255626');
    expectPrinted(over(500, 0.97, 12), '.111095');
  });

  it('says what the same 92 % means: waits of 5.6, 1.5, 0.15 and 0.1 hours by size', () => {
    const waits = [100, 200, 500, 560].map((beds) => mmc((0.92 * beds) / 144, 1 / 144, beds).wait);
    expect(waits.map((hours) => Number(hours.toFixed(2)))).toEqual([5.61, 1.53, 0.15, 0.1]);
  });

  it('is as printed for community beds (V24)', () => {
    const theory = mmc(3.066, 1 / 42.79, 150);
    expectPrinted(theory.waitedShare, '.070635');
    expectPrinted(theory.wait, '.160720');
    expectPrinted(theory.waiting, '.492768');
  });
});

describe('one server, any service', () => {
  it('waits 2, 4 and 7.12 services for cv 0, 1 and 1.6 (V6)', () => {
    expectPrinted(mg1Wait(0.8, 1, 0), '2.00');
    expectPrinted(mg1Wait(0.8, 1, 1), '4.00');
    expectPrinted(mg1Wait(0.8, 1, 1.6), '7.12');
  });

  it('gives the urgent what it takes from the others (V7)', () => {
    const [urgent, other] = priorityWaits([0.3, 0.5].map((lambda) => ({ lambda, mean: 1, cv: 1 })));
    expectPrinted(urgent, '1.142857');
    expectPrinted(other, '5.714286');
    expectPrinted((0.3 * urgent + 0.5 * other) / 0.8, '4.000');
  });
});

describe('loss', () => {
  it.each([
    [100, 110, '.02746345'],
    [170, 200, '.00233178'],
    [180, 200, '.01032500'],
    [190, 200, '.02796816'],
    [504, 560, '8.43175e-4'],
    [532, 560, '.00916907'], // in exact fractions 0.00916907462; the evidence ends in 8
    [12, 14, '.117210'],
    [24, 28, '.066612'],
  ])('of load %f on %i beds is as printed (V8, V9, V16)', (load, beds, printed) => {
    expectPrinted(erlangB(load, beds), printed);
  });

  it('of no beds is everybody, and never less than what delay formulas follow from', () => {
    expect(erlangB(3, 0)).toBe(1);
    expect(erlangC(3, 5)).toBeGreaterThan(erlangB(3, 5));
  });
});

describe('impatience', () => {
  it('is as printed for 500 beds (V15)', () => {
    const theory = erlangA(85, 1 / 6, 500, 1);
    expectPrinted(theory.waitedShare, '.405781');
    expectPrinted(theory.waiting, '3.153561');
    expectPrinted(theory.abandonedShare, '.037101');
    expectPrinted(theory.utilisation, '.982157');
  });

  it('of almost nobody is the delay formula', () => {
    const patient = erlangA(2, 1, 3, 1e-9);
    expect(patient.waitedShare).toBeCloseTo(erlangC(2, 3), 6);
    expect(patient.abandonedShare).toBeLessThan(1e-8);
  });
});
