// test/unit/calibration/trusts.test.ts: a row of the library is the system that was fitted.

import { describe, expect, it } from 'vitest';
import { mean } from '../../../sim/calibration/defects.js';
import { gradeOf } from '../../../sim/calibration/fit-trust.js';
import { fluByMonth } from '../../../sim/calibration/flu-part.js';
import { admissionsPerDay, tightnessOf } from '../../../sim/calibration/tightness.js';
import {
  sizedTrust,
  TRUST_BASE,
  type TrustRow,
  trustModel,
  trustRows,
  trustsNamed,
  trustTable,
} from '../../../sim/calibration/trusts.js';
import { resolve } from '../../../sim/scenario/resolve.js';
import type { Model } from '../../../sim/scenario/schema.js';
import { library } from '../../model/batches.js';

const ROW: TrustRow = {
  code: 'RXX',
  name: 'Middle, of Nowhere Trust',
  grade: 'B',
  reasons: 'not quite beds open at 08:00',
  winter: '2017-18',
  attendances: new Array<number>(12).fill(250),
  admitted: new Array<number>(12).fill(0.3),
  open: 500,
  openSd: 8,
  occupancy: 0.95,
  levers: { stay: 0.1, tail: -0.05, longer: 0, beds: 0.02, department: -0.1, waits: 0, weekend: 0 },
};
const base = resolve(library, { system: TRUST_BASE }).model;

describe('the table of trusts', () => {
  it('gives back what was written, with commas as semicolons', () => {
    const [read] = trustRows(
      trustTable([{ ...ROW, admitted: [...ROW.admitted.slice(1), Number.NaN] }]),
    );
    expect(read).toEqual({
      ...ROW,
      name: 'Middle; of Nowhere Trust',
      admitted: [...ROW.admitted.slice(1), Number.NaN],
    });
    expect(() => trustRows('code,name\nRXX\n')).toThrow('A row of trusts has 1 cells');
  });

  it('means a trust by its code or by a part of its name', () => {
    const other = { ...ROW, code: 'RYY', name: 'Royal Trust' };
    const codes = (word: string) => trustsNamed([ROW, other], word).map(({ code }) => code);
    expect(codes('rxx')).toEqual(['RXX']);
    expect(codes('ROYAL')).toEqual(['RYY']);
    expect(codes('trust')).toEqual(['RXX', 'RYY']);
    expect(codes(' ')).toEqual([]);
  });
});

describe('the system of a row', () => {
  const model = trustModel(base, ROW);

  it('has the demand and the levers of the row', () => {
    // With the patients whom the flu wave brings: 250 attendances a day, 75 of them admitted.
    const flu = mean(fluByMonth(model));
    const { attendancesPerDay } = model.demand;
    expect(flu).toBeGreaterThan(0.3);
    expect(attendancesPerDay + flu).toBeCloseTo(250, 1);
    expect(attendancesPerDay * model.patients.admission.overallShare + flu).toBeCloseTo(75, 1);
    expect(model.stays.meanDays['85+'] / base.stays.meanDays['85+']).toBeCloseTo(Math.exp(0.1), 3);
    expect(model.stays.cv / base.stays.cv).toBeCloseTo(Math.exp(-0.05), 3);
  });

  it('has community places for its admissions, however many its beds', () => {
    const more = { ...ROW, admitted: ROW.admitted.map((share) => 1.5 * share) };
    const places = ({ community }: Model) => community.p1.places + community.p2.places;
    const admissions = (of: TrustRow) => admissionsPerDay(sizedTrust(base, of));
    const ratio = admissions(more) / admissions(ROW);
    expect(ratio).toBeGreaterThan(1.3);
    expect(places(trustModel(base, more)) / places(model)).toBeCloseTo(ratio, 1);
    expect(places(trustModel(base, { ...ROW, open: 2 * ROW.open }))).toBe(places(model));
  });

  it('runs its beds the tighter the fuller it reports them', () => {
    expect(tightnessOf(0.9)).toBe(0);
    expect(tightnessOf(0.962)).toBeCloseTo(1, 9);
    const full = trustModel(base, { ...ROW, occupancy: 0.975 });
    const loose = trustModel(base, { ...ROW, occupancy: 0.9 });
    expect(full.beds.flex.most).toBeGreaterThan(model.beds.flex.most);
    expect(full.beds.flex.closeAboveFree).toBe(0);
    expect(loose.beds.flex.closeAboveFree).toBe(base.beds.flex.closeAboveFree);
  });
});

describe('the grade of a fit', () => {
  const target = {
    id: 'over7',
    words: 'occupied beds over 7 days',
    unit: 'share',
    target: 0.5,
    tolerance: 0.01,
  } as const;
  const fourHours = { ...target, id: 'within4h', simulated: 0.5 } as const;
  const days = new Array(90).fill({ date: '', open: 1, occupied: 1, over7: 1, over21: 1 });
  const months = new Array(12).fill({ month: '', attendances: 1, breaches: 0, admissions: 1 });

  it.each([
    ['A', 0.5, days, months, false, ''],
    ['B', 0.52, days, months, false, 'not quite occupied beds over 7 days'],
    ['C', 0.56, days, months, false, 'far from occupied beds over 7 days'],
    ['C', 0.5, days, months, true, 'occupancy pinned near 100 %'],
    ['C', 0.5, days.slice(50), months.slice(4), false, '40 days of beds; 8 months of attendances'],
    ['D', 0.61, days, months, false, 'far from occupied beds over 7 days'],
    ['D', 0.56, days, [], false, 'far from occupied beds over 7 days; no attendances reported'],
  ])('is %s with reasons', (grade, simulated, known, attended, isPinned, reasons) => {
    const targets = [{ ...target, simulated }, fourHours];
    expect(gradeOf(targets, { days: known, isPinned }, attended)).toEqual({ grade, reasons });
  });
});
