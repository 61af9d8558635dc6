// test/model/two-sites-two-units.ts: a small system made up for tests: two hospitals of half a
// Lister each, an urgent treatment centre open all hours, and a minor injury unit open by day.

import { seedOf } from '../../sim/engine/seed.js';
import type { Parameters } from '../../sim/hospital/parameters.js';
import { type Observer, simulate } from '../../sim/hospital/simulate.js';
import { OUTCOME_KEYS, type Outcome } from '../../sim/outcomes/keys.js';
import { type Measured, measure } from '../../sim/outcomes/measures.js';
import { compile, type Effects } from '../../sim/scenario/compile.js';
import { type Model, modelSchema } from '../../sim/scenario/schema.js';
import type { UnitModel } from '../../sim/scenario/schema-units.js';
import { fingerprint } from '../../sim/verification/fingerprint.js';
import { changed, LISTER, shorten } from './batches.js';

const NONE: readonly string[] = [];

/** A unit of a given size and hours that sends a tenth of its patients to both sites. */
export function unitOf(name: string, attendancesPerDay: number, hours: UnitModel['hours']) {
  const all = new Array<number>(24).fill(2);
  return {
    name,
    type: 'miu',
    attendancesPerDay,
    weekdayIndex: [1.1, 1, 1, 1, 1, 0.95, 0.95],
    hourShare: { weekday: DAYTIME, weekend: DAYTIME },
    ageShare: [0.3, 0.25, 0.25, 0.1, 0.06, 0.04],
    hours,
    clinicians: { weekday: all, weekend: all },
    consultMinutes: { distribution: 'lognormal', mean: 20, cv: 0.5 },
    needsDepartmentShare: 0.1,
    sentOnTo: { north: 0.7, south: 0.3 },
    travelMinutes: { distribution: 'triangular', low: 15, likely: 25, high: 50 },
    whenClosed: { goTo: { 'a-and-e': 0.4 }, returnShare: 0.3 },
  } satisfies UnitModel;
}

const DAYTIME = Array.from({ length: 24 }, (_, hour) => (hour < 7 ? 1 : hour < 22 ? 5 : 2));
const BY_DAY = { from: 9, to: 17.5 };
const ALWAYS = { from: 0, to: 24 };

/** Puts two sites and two units in the place of one hospital. */
export function twoSitesTwoUnits(model: Model): void {
  shorten(model);
  const half = structuredClone(model.beds);
  for (const pool of ['assessment', 'medical', 'surgical', 'olderPeople', 'children'] as const) {
    half[pool].core = Math.round(half[pool].core / 2);
  }
  const site = (name: string): Record<string, unknown> => ({
    name,
    catchmentPeople: model.catchmentPeople / 2,
    demand: { attendancesPerDay: model.demand.attendancesPerDay / 2 },
    beds: half,
  });
  model.sites = { north: site('North'), south: site('South') } as Model['sites'];
  model.units = {
    market: unitOf('Market centre', 60, { weekday: ALWAYS, weekend: ALWAYS }),
    valley: unitOf('Valley unit', 30, { weekday: BY_DAY, weekend: { from: 0, to: 0 } }),
  };
  model.units.market.type = 'utc';
}

/** The system with a change. */
export function systemWith(change: (model: Model) => void = () => undefined): Model {
  return changed({ system: LISTER }, 'two sites', (model) => {
    twoSitesTwoUnits(model);
    change(model);
  }).model;
}

/** What one replication of a model gives. */
export interface Run {
  parameters: Parameters;
  measured: Measured;
  fingerprint: string;
  value(key: Outcome): number;
}

/** Simulates replication 0 of a model. */
export function runOf(
  model: Model,
  { observer = null, effects = 'likely' }: { observer?: Observer | null; effects?: Effects } = {},
): Run {
  const bankHolidays = new Set(NONE);
  const parameters = compile(modelSchema.parse(model), { name: 'test', effects, bankHolidays });
  const replication = simulate(parameters, seedOf('front door'), 0, observer);
  const measured = measure(replication, parameters.days);
  const value = (key: Outcome) => measured.outcomes[OUTCOME_KEYS.indexOf(key)];
  return { parameters, measured, fingerprint: fingerprint([measured]), value };
}
