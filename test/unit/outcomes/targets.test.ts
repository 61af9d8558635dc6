// test/unit/outcomes/targets.test.ts: targets held against winters: met, chance, absent and said so.

import { describe, expect, it } from 'vitest';
import { targetBlock } from '../../../cli/target-table.js';
import { summarise } from '../../../sim/outcomes/summary.js';
import { targetTable } from '../../../sim/outcomes/target-words.js';
import { TARGET_LINES } from '../../../sim/outcomes/targets.js';
import { measured, PROVENANCE, runsOf } from './summary-of.js';

const occupied = (shares: readonly number[], stays: readonly number[]) =>
  shares.map((occupancy0800ShareMean, i) =>
    measured({ occupancy0800ShareMean, stays21Beds: stays[i] }),
  );
const summary = summarise(
  [
    runsOf('base', occupied([0.91, 0.92, 0.95, 0.99], [80, 90, 100, 110])),
    {
      ...runsOf('plan', occupied([0.9, 0.91, 0.92, 0.93], [70, 95, 90, 100])),
      facts: { frailtyInReachHoursPerWeek: 50 },
    },
  ],
  PROVENANCE,
);
const [base, plan] = summary.scenarios;
const result = (of: typeof base, text: string) => of.targets.find((line) => line.text === text);

describe('targets', () => {
  it('are all there, each with a source', () => {
    const ids = [...new Set(TARGET_LINES.map(({ id }) => id))];
    expect(ids).toEqual(Array.from({ length: 15 }, (_, i) => `T${i + 1}`));
    for (const { source } of TARGET_LINES) expect(source).toMatch(/\d/);
    const texts = TARGET_LINES.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('are met by the mean, with the share of winters that meet them, limits counted in', () => {
    const text = 'Mean occupancy at 08:00 at most 92 %';
    expect(result(base, text)).toMatchObject({ met: false, chance: 0.5 });
    expect(result(plan, text)).toMatchObject({ met: true, chance: 0.75 });
  });

  it('against the base are held winter by winter, and absent for the base', () => {
    const text = 'Fewer beds with stays over 21 days';
    expect(result(plan, text)).toMatchObject({ met: true, chance: 0.75, mean: 88.75 });
    expect(result(base, text)).toBeUndefined();
    expect(base.targetsAbsent.find((line) => line.text === text)?.why).toContain('the base');
  });

  it('of a service read what the scenario sets', () => {
    expect(result(plan, 'Frailty in-reach 50 h a week (by March 2019)')?.met).toBe(true);
    expect(result(plan, 'Frailty in-reach 70 h a week (by December 2019)')?.met).toBe(false);
    expect(base.targetsAbsent.map(({ id }) => id)).toContain('T5');
  });

  it('of electives are a share of what was planned before anything changed it', () => {
    const winters = [80, 90, 95].map((count) => measured({ electivesAdmittedCount: count }));
    const planned = { ...runsOf('base', winters), facts: { electivesPlannedCount: 100 } };
    const [scenario] = summarise([planned], PROVENANCE).scenarios;
    const text = 'Electives of plan: 90 % (October 2020)';
    expect(result(scenario, text)).toMatchObject({ met: false, chance: 2 / 3 });
  });

  it('without an outcome are absent and said to be so, never zero', () => {
    const { rows, absent } = targetTable(summary);
    expect(rows.some(({ id }) => id === 'T4')).toBe(false);
    expect(absent.join(' ')).toMatch(/T4.*undefined/);
    expect(targetBlock(summary, 100)).toContain('Targets that cannot be held here:');
  });

  it('fit any width', () => {
    for (const columns of [40, 60, 100]) {
      for (const line of targetBlock(summary, columns).split('\n')) {
        expect(line.length).toBeLessThanOrEqual(columns);
      }
    }
  });

  it('stand in two lines a target where the terminal is too narrow for columns', () => {
    const block = targetBlock(summary, 50).replace(/\s+/g, ' ');
    for (const { id, text, cells } of targetTable(summary).rows) {
      const said = cells.map((cell, i) => `${'AB'[i]} ${cell.replace(',', '')}`).join('; ');
      expect(block).toContain(`${id} ${text} ${said}`);
    }
    for (const line of targetBlock(summary, 50).split('\n')) {
      expect(line).not.toMatch(/not$/); // "not met" is never parted
    }
  });
});
