// test/unit/calibration/usual.test.ts: the rules for winters of which the files teach nothing.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lessonsOf } from '../../../sim/calibration/backtest/lessons.js';
import { USUAL_WINTERS_FILE, usualWintersOf } from '../../../sim/calibration/backtest/usual.js';

const text = readFileSync(
  new URL(`../../../scenarios/data/${USUAL_WINTERS_FILE}`, import.meta.url),
  'utf8',
);

describe('the usual winters', () => {
  it('are used where the files hold no winter to learn from', () => {
    const usual = usualWintersOf(text);
    const { rule, longStays } = lessonsOf([], '2017-18', ['2016-17'], usual);
    expect(rule).toBe(usual.level);
    expect(longStays).toBe(usual.longStays);
    expect(rule.basis).toContain('2015-16');
    const given = parse(text) as Record<'level' | 'longStays', Record<string, unknown>>;
    expect(given.level).toMatchObject({ ...rule });
    expect(given.longStays).toMatchObject({ ...longStays });
  });

  it('have errors that are sorted and lean to neither side', () => {
    const { changes } = usualWintersOf(text).level;
    expect(changes).toEqual([...changes].sort((a, b) => a - b));
    expect(changes.map((change) => 0 - change).reverse()).toEqual(changes);
  });

  it('are refused where the file is missing or a share is none', () => {
    expect(() => usualWintersOf(null)).toThrow('There is no data file usual_winters.yaml.');
    expect(() => usualWintersOf(text.replace('shrink: 0.35', 'shrink: 35'))).toThrow(/shrink/);
    expect(() => usualWintersOf(text.replace(/ +source:.*\n/, ''))).toThrow(/source/);
  });
});
