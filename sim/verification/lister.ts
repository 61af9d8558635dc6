// sim/verification/lister.ts: the Lister of winter 2017-18, changed as a check needs it.

import type { Parameters } from '../hospital/parameters.js';
import { compile } from '../scenario/compile.js';
import type { Library } from '../scenario/library.js';
import { resolve } from '../scenario/resolve.js';
import type { Model } from '../scenario/schema.js';

const SYSTEM = 'lister-2017-18';

/** Parameters of the Lister with some values of its model changed. */
export function listerWith(library: Library, change: (model: Model) => void): Parameters {
  const model = structuredClone(resolve(library, { system: SYSTEM }).model);
  change(model);
  const bankHolidays = new Set(library.bankHolidays());
  return compile(model, { name: SYSTEM, effects: 'likely', bankHolidays });
}
