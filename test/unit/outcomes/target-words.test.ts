// test/unit/outcomes/target-words.test.ts: cells and sentences of the table of targets.

import { describe, expect, it } from 'vitest';
import type { Summary } from '../../../sim/outcomes/summary.js';
import { targetTable } from '../../../sim/outcomes/target-words.js';
import {
  TARGET_LINES,
  type TargetAbsent,
  type TargetResult,
} from '../../../sim/outcomes/targets.js';

const line = (id: string, start: string) => {
  const found = TARGET_LINES.find((target) => target.id === id && target.text.startsWith(start));
  if (!found) throw new Error(`no target ${id} ${start}`);
  return found;
};
const result = (id: string, start: string, with_: Partial<TargetResult>): TargetResult => {
  const { text, key } = line(id, start);
  return { id, text, key, mean: 0, met: null, chance: null, ...with_ } as TargetResult;
};
const absent = (id: string, start: string, why: string) =>
  ({ id, text: line(id, start).text, why }) as TargetAbsent;
const summaryOf = (
  ...scenarios: { targets: TargetResult[]; targetsAbsent?: TargetAbsent[] }[]
): Summary =>
  ({ scenarios: scenarios.map((s) => ({ targetsAbsent: [], ...s })) }) as unknown as Summary;

describe('a cell', () => {
  const cellsOf = (id: string, start: string, with_: Partial<TargetResult>) =>
    targetTable(summaryOf({ targets: [result(id, start, with_)] })).rows[0].cells;

  it('says whether a level is met on average, and in how many winters', () => {
    const beds = 'Mean occupancy at 08:00 at most 92 %';
    expect(cellsOf('T1', beds, { met: true, chance: 0.966 })).toEqual(['met, 97 %']);
    expect(cellsOf('T1', beds, { met: false, chance: 0.25 })).toEqual(['not met, 25 %']);
  });

  it('says the value where no level is set, with its unit', () => {
    expect(cellsOf('T11', 'Over 12 h', { mean: 0.0482 })).toEqual(['4.8 %']);
    expect(cellsOf('T11', 'Initial', { mean: 17.3 })).toEqual(['17 min']);
    expect(cellsOf('T4', 'Of delayed transfers the NHS', { mean: 0.625 })).toEqual(['62.5 %']);
    expect(cellsOf('T5', 'Frailty in-reach 50', { mean: 50 })).toEqual(['50']);
    expect(cellsOf('T15', 'Flu vaccine, staff', { mean: 0.7 })).toEqual(['70.0 %']);
  });
});

describe('the table', () => {
  it('has rows in the order of the targets, a dash where one scenario cannot be held', () => {
    const plan = [
      result('T7', 'Fewer beds with stays over 7', { met: true, chance: 1 }),
      result('T2', '4 hours, type 1: 90', { met: false, chance: 0 }),
    ];
    const base = [result('T2', '4 hours, type 1: 90', { met: false, chance: 0.1 })];
    const { rows } = targetTable(summaryOf({ targets: base }, { targets: plan }));
    expect(rows).toHaveLength(2);
    expect(rows.map(({ id }) => id)).toEqual(['T2', 'T7']);
    expect(rows[0]).toEqual({
      id: 'T2',
      text: line('T2', '4 hours, type 1: 90').text,
      cells: ['not met, 10 %', 'not met, 0 %'],
    });
    expect(rows[1].cells).toEqual(['–', 'met, 100 %']);
  });

  it('tells targets of one id apart by their words, and of the same words by their id', () => {
    const [ninety, more] = ['4 hours, type 1: 90', '4 hours, type 1: 95'];
    const targets = [
      result('T2', more, { met: false, chance: 0.02 }),
      { ...result('T2', ninety, { met: true, chance: 0.9 }), id: 'T1' as const },
      result('T2', ninety, { met: true, chance: 0.8 }),
    ];
    const { rows } = targetTable(summaryOf({ targets }));
    expect(rows.map(({ text, cells }) => [text.slice(0, 19), ...cells])).toEqual([
      [ninety, 'met, 80 %'],
      [more, 'not met, 2 %'],
    ]);
  });

  it('shows the value where no chance is known, whatever is said of its level', () => {
    const targets = [result('T1', 'No day over 95', { mean: 12.4, met: true, chance: null })];
    expect(targetTable(summaryOf({ targets })).rows[0].cells).toEqual(['12']);
    const other = [result('T1', 'No day over 95', { mean: 12.4, met: null, chance: 1 })];
    expect(targetTable(summaryOf({ targets: other })).rows[0].cells).toEqual(['12']);
  });

  it('names a target as absent only where every scenario has the same one absent', () => {
    const why = 'undefined in every winter';
    const [every, half] = [absent('T3', 'Every', why), absent('T3', 'No handover', why)];
    const first = { targets: [], targetsAbsent: [every] };
    const other = (...targetsAbsent: TargetAbsent[]) => ({ targets: [], targetsAbsent });
    const absentOf = (...more: ReturnType<typeof other>[]) =>
      targetTable(summaryOf(first, ...more)).absent;
    expect(absentOf(other(half))).toEqual([]);
    expect(absentOf(other({ ...every, id: 'T9' }))).toEqual([]);
    expect(absentOf(other(every), other(half))).toEqual([]);
    expect(absentOf(other(half, every), other(every))).toEqual([`T3: ${why}.`]);
  });

  it('says once for each reason which targets no scenario can be held against', () => {
    const why = 'undefined in every winter';
    const [t3a, t3b] = [absent('T3', 'Every', why), absent('T3', 'No handover', why)];
    const t12 = absent('T12', 'Sent by 111', why);
    const t14 = absent('T14', 'Crisis', 'nothing gives it');
    const t7 = absent('T7', 'Fewer beds with stays over 7', 'this is the base');
    const first = { targets: [], targetsAbsent: [t3a, t3b, t12, t14, t7] };
    const second = { targets: [], targetsAbsent: [t14, t12, t3b, t3a] };
    expect(targetTable(summaryOf(first, second)).absent).toEqual([
      `T3, T12: ${why}.`,
      'T14: nothing gives it.',
    ]);
    expect(targetTable(summaryOf(first, { targets: [] })).absent).toEqual([]);
    const sameId = { targets: [], targetsAbsent: [t3a] };
    expect(targetTable(summaryOf(first, sameId)).absent).toEqual([`T3: ${why}.`]);
    expect(targetTable(summaryOf()).absent).toEqual([]);
  });
});
