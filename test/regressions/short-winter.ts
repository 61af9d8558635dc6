// test/regressions/short-winter.ts: four weeks at the Lister with every service, in this thread, on
// whichever parts of the engine a test puts in.

import { seedOf } from '../../sim/engine/seed.js';
import { FAST_KERNEL, type Kernel } from '../../sim/hospital/kernel.js';
import type { Parameters } from '../../sim/hospital/parameters.js';
import { type Observer, simulate } from '../../sim/hospital/simulate.js';
import { type Measured, measure } from '../../sim/outcomes/measures.js';
import { compile } from '../../sim/scenario/compile.js';
import { resolve } from '../../sim/scenario/resolve.js';
import { LISTER, library } from '../model/batches.js';

const FIRST_DAY = '2017-12-04';
const LEAD_IN_DAYS = 7;

/** Parameters of a winter from 4 December to a given day. */
export function shortWinter(lastDay = '2017-12-24'): Parameters {
  const { model, name } = resolve(library, { system: LISTER, plans: ['all-together'] });
  const whole = structuredClone(model);
  whole.period = { firstDay: FIRST_DAY, lastDay, leadInDays: LEAD_IN_DAYS };
  whole.beds.changes = [];
  const bankHolidays = new Set(library.bankHolidays());
  return compile(whole, { name, effects: 'likely', bankHolidays });
}

/** Runs one replication and measures it. */
export function run(
  parameters: Parameters,
  { observer = null, kernel = {} }: { observer?: Observer | null; kernel?: Partial<Kernel> } = {},
): Measured {
  const parts = { ...FAST_KERNEL, ...kernel };
  const replication = simulate(parameters, seedOf('regressions'), 0, observer, parts);
  return measure(replication, parameters.days);
}
