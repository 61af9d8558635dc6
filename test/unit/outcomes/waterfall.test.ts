// test/unit/outcomes/waterfall.test.ts: plans alone, together, and their interaction, by hand.

import { describe, expect, it } from 'vitest';
import { partsOf, waterfallOf } from '../../../sim/outcomes/waterfall.js';
import { measured, runsOf } from './summary-of.js';

const of = (name: string, days: number[]) =>
  runsOf(
    name,
    days.map((daysOver92Count) => measured({ daysOver92Count })),
  );
const BASE = of('Base', [100, 110, 120]);
const A = of('A', [90, 101, 112]);
const B = of('B', [95, 104, 116]);
const BOTH = of('A + B', [88, 98, 110]);
const winter = 'typical-flu';
const MADE = [
  { name: 'Base', winter, plans: [] },
  { name: 'A', winter, plans: ['a'] },
  { name: 'B', winter, plans: ['b'] },
  { name: 'A + B', winter, plans: ['a', 'b'] },
];

describe('a waterfall', () => {
  it('adds up: the base, each plan alone and the interaction make all together', () => {
    const { base, together, steps, interaction } = waterfallOf(
      { base: BASE, alone: [A, B], together: BOTH },
      'daysOver92Count',
    );
    expect([base, together]).toEqual([110, (88 + 98 + 110) / 3]);
    const sum = steps.reduce((total, { change }) => total + (change.mean ?? 0), base);
    expect(sum + (interaction.mean ?? 0)).toBeCloseTo(together, 10);
    // Winter by winter: 88 - (90 + 95 - 100), 98 - (101 + 104 - 110), 110 - (112 + 116 - 120).
    expect(interaction.mean).toBeCloseTo((3 + 3 + 2) / 3, 10);
  });

  it('finds its parts in a batch: the largest combination of which each plan is there alone', () => {
    const parts = partsOf([BASE, A, B, BOTH], MADE);
    expect(parts?.alone.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(parts?.together.name).toBe('A + B');
  });

  it.each([
    ['no combination', [BASE, A, B]],
    ['a plan that is not there alone', [BASE, A, BOTH]],
    ['no base', [A, B, BOTH]],
  ])('has no parts with %s', (_, runs) => {
    expect(partsOf(runs, MADE)).toBeNull();
  });

  it('takes the largest of several combinations, and passes over what nothing is said of', () => {
    const three = of('A + B + C', [1, 1, 1]);
    const unsaid = of('Another', [1, 1, 1]);
    const all = [BASE, unsaid, BOTH, A, three, B, of('C', [2, 2, 2])];
    const made = [
      ...MADE,
      { name: 'C', winter, plans: ['c'] },
      { name: 'A + B + C', winter, plans: ['a', 'b', 'c'] },
    ];
    const parts = partsOf(all, made);
    expect(parts?.together).toBe(three);
    expect(parts?.base).toBe(BASE);
    expect(parts?.alone.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
    // A larger one of another winter, and one whose plan is not there alone.
    const severe = made.map((one) =>
      one.plans.length === 3 ? { ...one, winter: 'severe-flu' } : one,
    );
    expect(partsOf(all, severe)?.together).toBe(BOTH);
    expect(partsOf([BASE, A, B, BOTH, three], made)).toBeNull();
  });

  it('leaves winters in which the outcome is undefined out of its means', () => {
    const some = waterfallOf(
      { base: of('Base', [100, Number.NaN, 120]), alone: [A, B], together: BOTH },
      'daysOver92Count',
    );
    expect([some.base, some.together]).toEqual([110, 296 / 3]);
  });

  it('mixes no winters', () => {
    const mixed = MADE.map((made) => (made.name === 'B' ? { ...made, winter: 'mild-flu' } : made));
    expect(partsOf([BASE, A, B, BOTH], mixed)).toBeNull();
  });
});
