// test/unit/calibration/figures.test.ts: what a return tells of who is ready to leave, by hand.

import { describe, expect, it } from 'vitest';
import { type FigureId, targetsOf } from '../../../sim/calibration/figures.js';
import { historyOf } from '../../../sim/calibration/history.js';
import { LEVERS, movedModel } from '../../../sim/calibration/levers.js';
import { readSeries } from '../../../sim/calibration/series.js';
import { resolve } from '../../../sim/scenario/resolve.js';
import { library } from '../../model/batches.js';

/** Six weeks from Monday 1 December 2031; on ten days of them nobody was counted. */
function targetOf(id: FigureId, discharges: (date: string, isWeekend: boolean) => number) {
  const lines = ['date,org_code,ga_beds_open,ga_beds_occupied,nctr_patients,discharges'];
  for (let i = 0; i < 42; i++) {
    const day = new Date(Date.UTC(2031, 11, 1 + i));
    const date = day.toISOString().slice(0, 10);
    const left = discharges(date, [0, 6].includes(day.getUTCDay()));
    lines.push(`${date},RXX,100,90,${i < 10 ? 0 : 18},${left}`);
  }
  const file = readSeries('beds.csv', lines.join('\n'), { dates: null });
  expect(file.problems).toEqual([]);
  const history = historyOf('RXX', [file], '2031-07-01', '2032-06-30');
  return targetsOf(history, []).find((target) => target.id === id)?.target;
}

describe('who is ready to leave', () => {
  it('is a share of occupied beds, on days that report it', () => {
    expect(targetOf('nctr', () => 10)).toBeCloseTo(0.2, 12);
  });

  it('leaves at weekends as often as discharges tell, Christmas and New Year apart', () => {
    const isFeast = (date: string) => date >= '2031-12-24' && date <= '2032-01-02';
    const week = (date: string, isWeekend: boolean) => (isFeast(date) ? 200 : isWeekend ? 24 : 40);
    expect(targetOf('weekend', week)).toBeCloseTo(0.6, 12);
    // Days of zero discharges are days without a report: too few weekends are left.
    expect(targetOf('weekend', (_, isWeekend) => (isWeekend ? 0 : 40))).toBeUndefined();
  });

  it('has levers: the time to arrange care, and the chances of Saturdays and Sundays', () => {
    const { model } = resolve(library, { system: 'england-average' });
    const levers = LEVERS.filter(({ id }) => id === 'waits' || id === 'weekend');
    const { discharge } = movedModel(model, levers, [Math.log(2), Math.log(0.5)]);
    const before = model.discharge;
    const { p1 } = discharge.assessmentDays as { p1: { mean: number } };
    expect(p1.mean).toBeCloseTo(2.2, 9);
    expect(discharge.homeChance.map((chance, i) => chance / before.homeChance[i])).toEqual([
      1, 1, 1, 1, 1, 0.5, 0.5,
    ]);
    expect(discharge.wardRoundChance[6] / before.wardRoundChance[6]).toBeCloseTo(0.5, 9);
  });
});
