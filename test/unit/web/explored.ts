// test/unit/web/explored.ts: a small batch by hand with plans together, drivers, other winters and single
// winters, for tests of what is made of them.

import { dateOf, dayNumberOf } from '../../../sim/engine/time.js';
import { difference } from '../../../sim/outcomes/intervals.js';
import type { Measured } from '../../../sim/outcomes/measures.js';
import { type ScenarioRuns, summarise } from '../../../sim/outcomes/summary.js';
import { regretOfRuns } from '../../../sim/questions/regret-of-runs.js';
import type { Batch } from '../../../web/charts/batch.js';
import type { Driver } from '../../../web/charts/tornado-card.js';
import type { Beyond } from '../../../web/export/beyond.js';
import { boardPack } from '../../../web/export/board-pack.js';
import { ALL_SLIDES, type PackChoices } from '../../../web/export/pack-choices.js';
import { beyondOf } from '../../../web/state/beyond.js';
import { firstProject } from '../../../web/state/project.js';
import type { ShownRun } from '../../../web/state/shown.js';
import { library } from '../../model/batches.js';
import { measured, PROVENANCE, runsOf } from '../outcomes/summary-of.js';

export const DATES = Array.from({ length: 120 }, (_, i) => dateOf(dayNumberOf('2017-11-01') + i));

/** A winter with 100 beds, of which more are occupied as it goes on. */
function winter(daysOver92Count: number, occupied: number): Measured {
  const at = (of: (day: number) => number) => DATES.map((_, day) => of(day));
  const beds = at((day) => occupied + Math.round(day / 10));
  return measured(
    { daysOver92Count, within4hType1Share: 0.7 + daysOver92Count / 1000 },
    {
      bedsOccupied0800: beds,
      bedsOpen0800: at(() => 100),
      occupancy0800Share: beds.map((count) => count / 100),
      admissionsEmergency: at((day) => 20 + (day % 7)),
      discharges: at((day) => 20 - (day % 5)),
      attendances: at((day) => 90 + day),
    },
    DATES.length,
  );
}

const of = (name: string, days: readonly number[]): ScenarioRuns =>
  runsOf(
    name,
    days.map((count, k) => winter(count, 84 + k)),
  );
const runs = [
  of('Base', [80, 90, 100]),
  of('Beds & more', [60, 72, 81]),
  of('In-reach', [70, 78, 91]),
  of('Beds & more + In-reach', [56, 61, 75]),
];
const [base, ...others] = runs;
export const parts = { base, alone: others.slice(0, 2), together: others[2] };
export const batch: Batch = { summary: summarise(runs, PROVENANCE), fans: [], bankHolidays: [] };
const made = {
  version: '0.0.0',
  hashes: ['abcdef'],
  seed: 'drivers',
  replications: 2,
  data: 'Wye',
};
const DRIVERS: Driver[] = [
  { name: 'Attendances at A&E', from: '5 % less', to: '5 % more', atFrom: 81.25, atTo: 104.5 },
  { name: 'Core beds', from: '5 % less', to: '5 % more', atFrom: 133, atTo: 12.5 },
].map((driver) => ({
  ...driver,
  swing: difference(
    Float64Array.of(driver.atTo, driver.atTo),
    Float64Array.of(driver.atFrom, driver.atFrom - 1),
    'lower',
  ),
}));
const winters = [
  { winter: 'Mild', runs: [of('Base', [10, 12]), of('Beds & more', [4, 4])] },
  { winter: 'Severe', runs: [of('Base', [150, 151]), of('Beds & more', [152, 154])] },
];
export const shown = {
  kind: 'run',
  batch,
  notes: [],
  project: firstProject(library),
  winterLabel: '',
  runs,
  dates: runs.map(() => DATES),
  models: runs.map(({ name, hash }, i) => ({
    ...{ name, hash, system: '', winter: '' },
    plans: [[], ['Beds & more'], ['In-reach'], ['Beds & more', 'In-reach']][i],
  })),
  observed: null,
} as ShownRun;
export const beyond: Beyond = {
  ...beyondOf(shown),
  drivers: { scenario: 'Base', made, of: () => ({ drivers: DRIVERS, base: 90 }) },
  regret: { made: { ...made, hashes: ['aaa', 'bbb'] }, of: (key) => regretOfRuns(winters, key) },
};
export const WITH_ALL: PackChoices = {
  ...ALL_SLIDES,
  leftOut: [],
  winter: { scenario: 0, which: 'severe', day: '2018-02-20' },
};
export const slides = boardPack(batch, [], beyond, WITH_ALL);
export const slideOf = (id: string) => {
  const found = slides.find((slide) => slide.id === id);
  if (found === undefined) throw new Error(`no slide ${id}`);
  return found;
};
