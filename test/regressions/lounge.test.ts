// test/regressions/lounge.test.ts: a patient who is still on the way between two beds when the time to leave
// the discharge lounge has passed, and the lounge is full: once, that stopped one winter in ten thousand.

import { describe, expect, it } from 'vitest';
import { seedOf } from '../../sim/engine/seed.js';
import { simulate } from '../../sim/hospital/simulate.js';
import { compile } from '../../sim/scenario/compile.js';
import { resolve } from '../../sim/scenario/resolve.js';
import { LISTER, library } from '../model/batches.js';

const SLOW_MOVE_MINUTES = 7 * 60;
const WINTERS = [0, 1]; // in both of them it happens

interface Safer {
  lounge: { places: number; suitableShare: number; hoursBefore: number };
}

describe('a discharge lounge that is full', () => {
  it('does not stop a winter for a patient who was on the way when they would have left it', () => {
    const { model, name } = resolve(library, { system: LISTER, plans: ['safer-discharge'] });
    const slow = structuredClone(model);
    slow.period = { firstDay: '2017-12-11', lastDay: '2017-12-24', leadInDays: 7 };
    slow.beds.transferMinutes = { distribution: 'fixed', value: SLOW_MOVE_MINUTES };
    const { lounge } = slow.interventions['safer-discharge'] as Safer;
    Object.assign(lounge, { places: 1, suitableShare: 1, hoursBefore: 3 });
    const bankHolidays = new Set(library.bankHolidays());
    const parameters = compile(slow, { name, effects: 'likely', bankHolidays });
    for (const winter of WINTERS) {
      const { sites } = simulate(parameters, seedOf('lounge'), winter);
      expect(sites[0].daily.discharges.every((count) => count > 0)).toBe(true);
    }
  });
});
