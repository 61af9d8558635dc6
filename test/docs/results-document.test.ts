// test/docs/results-document.test.ts: the document of all plans on all systems follows its numbers.

import { expect, it } from 'vitest';
import { resultsDocument } from '../../tools/results/document.js';

const column = (days: number[], fourHour: number[]) => ({
  daysOver92Count: days,
  within4hType1Share: fourHour,
});
const base = column([80, 90, 100, 95], [0.8, 0.81, 0.82, 0.8]);
const text = resultsDocument(
  [
    {
      system: 'one',
      name: 'System one',
      base,
      plans: [
        {
          plan: 'more-beds',
          name: 'More beds',
          columns: column([70, 81, 89, 86], [0.8, 0.8, 0.83, 0.8]),
        },
        { plan: 'nothing', name: 'Nothing', columns: base },
        {
          plan: 'fewer-beds',
          name: 'Fewer beds',
          columns: column([90, 99, 111, 104], [0.8, 0.81, 0.82, 0.8]),
        },
      ],
      unfit: [{ plan: 'close-a-unit', why: 'there is no such unit.' }],
    },
  ],
  { replications: 4, seed: 'test', version: '1' },
);

it('says in a paragraph which plans clearly help, and which harm', () => {
  expect(text).toContain('The base has 91 days over 92 % and 80.8 % within 4 hours (type 1).');
  expect(text).toMatch(
    /Of 3 plans 1 clearly improve the days over 92 %, most of all `more-beds` −9\.8/,
  );
  expect(text).toMatch(/1 clearly worsen it: `fewer-beds` \+9\.8/);
  expect(text).toContain('Of 3 plans none clearly improve 4-hour performance.');
});

it('has a row for each plan, with intervals, marks and nothing where nothing is known', () => {
  const row = (plan: string) => text.split('\n').find((line) => line.startsWith(`| \`${plan}\``));
  expect(row('more-beds')).toMatch(/−9\.8 \(−11 to −8\.2\) \| ~ /);
  expect(row('nothing')).toMatch(/\| 0 \| 0 \|/);
  expect(row('nothing')).toContain('–');
  expect(text).toContain('- `close-a-unit` does not fit this system: there is no such unit.');
});

it('says what it does not say', () => {
  expect(text).toContain('## What it does not say');
});
