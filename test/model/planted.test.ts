// test/model/planted.test.ts: truths that were planted are found within the stated intervals. The
// intervals were measured on other truths (npm run planted: any number of them).

import { afterAll, expect, it } from 'vitest';
import { openNodeLibrary } from '../../cli/node-library.js';
import { openSimulator } from '../../cli/simulator.js';
import { LEVER_SD } from '../../sim/calibration/lever-spread.js';
import { LEVERS } from '../../sim/calibration/levers.js';
import { recover } from '../../sim/calibration/planted.js';
import { TRUST_BASE } from '../../sim/calibration/trusts.js';

const NORMAL_95 = 1.96;
const PLANTS = [300, 301, 302];

const library = openNodeLibrary();
const simulator = openSimulator(library, { workers: 2 });
const hidden = openSimulator(library, { workers: 1, seed: 'hidden from the fit' });
afterAll(async () => {
  await simulator.close();
  await hidden.close();
});

it('finds planted factors within their 95 % intervals, nine times in ten', async () => {
  const base = simulator.resolved({ system: TRUST_BASE }).model;
  const calendar = { dates: simulator.dates, lagDays: 1 };
  const found = await Promise.all(
    PLANTS.map((plant) =>
      recover(base, plant, calendar, hidden.simulate, simulator.simulate, true),
    ),
  );
  const judged = LEVERS.flatMap(({ id }) => {
    const sd = LEVER_SD[id];
    if (sd === null) return [];
    return found.map((one) => ({
      id,
      inside: Math.abs(one.found[id] - one.truth[id]) <= NORMAL_95 * sd,
    }));
  });
  const missed = judged.filter(({ inside }) => !inside);
  expect(judged).toHaveLength(18);
  expect(missed.length, JSON.stringify(missed)).toBeLessThanOrEqual(1);
});
