// sim/verification/ready-patients.ts: V20: how fast patients who are fit to leave do leave.

import { FRIDAY, SUNDAY, WEEKDAYS } from '../engine/time.js';
import { DAY } from '../hospital/kinds.js';
import type { Parameters } from '../hospital/parameters.js';
import { DELAYED } from '../hospital/patients.js';
import { type Observer, simulate } from '../hospital/simulate.js';
import type { System } from '../hospital/system.js';
import type { Model } from '../scenario/schema.js';
import type { Case, Check, Expected, MeanSample } from './check.js';
import { listerWith } from './lister.js';
import { runsOf, seedOfCase } from './station-case.js';

/** Share of ready patients who leave on each weekday, Monday first: England, June 2022 to 2025. */
const WEEKDAY_HAZARDS = [0.403, 0.458, 0.468, 0.471, 0.489, 0.4, 0.321];
// The evidence gives 0.43-0.44: the range holds what rounds to it.
const REPLICATIONS = 8;
const PERIOD = { firstDay: '2018-01-08', lastDay: '2018-03-25', leadInDays: 28 }; // 11 weeks

/** Every ready patient goes home, on the national hazards, and nothing else decides when. */
function onNationalHazards(model: Model): void {
  model.period = PERIOD;
  model.demand.attendancesPerDay /= 2; // no queue for beds
  model.discharge.homeChance = [...WEEKDAY_HAZARDS];
  model.discharge.dateFactor = [];
  model.discharge.occupancyElasticity = 0;
  for (const age of Object.keys(model.discharge.pathwayShare) as Age[]) {
    model.discharge.pathwayShare[age] = [1, 0, 0, 0];
    model.stays.shortShare[age] = 0;
  }
}

type Age = keyof Model['discharge']['pathwayShare'];

/** Patients ready when a day begins, and those of them gone when it ends, by weekday. */
interface Ready {
  ready: Float64Array;
  gone: Float64Array;
}

function readyIn(
  parameters: Parameters,
  seed: readonly [number, number],
  replication: number,
): Ready {
  const counts = { ready: new Float64Array(7), gone: new Float64Array(7) };
  let waiting: { p: number; since: number }[] = [];
  const look: Observer = (system, kind) => {
    if (kind !== DAY || !system.recording) return;
    const weekday = parameters.days.weekday[system.day]; // of the day that ends
    counts.ready[weekday] += waiting.length;
    counts.gone[weekday] += waiting.filter((each) => hasLeft(system, each)).length;
    waiting = readyNow(system);
  };
  simulate(parameters, seed, replication, look);
  return counts;
}

function readyNow({ patients }: System): { p: number; since: number }[] {
  const found = [];
  for (let p = 0; p < patients.used; p++) {
    if (patients.stage[p] === DELAYED) found.push({ p, since: patients.clinicalEndAt[p] });
  }
  return found;
}

/** An index may have been given to somebody else, whose clinical stay ended at another moment. */
function hasLeft({ patients }: System, { p, since }: { p: number; since: number }): boolean {
  return patients.stage[p] !== DELAYED || patients.clinicalEndAt[p] !== since;
}

function hazardCase(): Case {
  const title = 'Lister, all ready patients on the national hazards';
  return {
    title,
    run(setting) {
      const parameters = listerWith(setting.library, onNationalHazards);
      const seed = seedOfCase(setting, title);
      const runs = Array.from({ length: runsOf(REPLICATIONS, setting) }, (_, k) =>
        readyIn(parameters, seed, k),
      );
      const total = (counts: Float64Array) => counts.reduce((a, b) => a + b, 0);
      const share = ({ ready, gone }: Ready) => total(gone) / total(ready);
      const onDay = (weekday: number) =>
        runs.map(({ ready, gone }) => gone[weekday] / ready[weekday]);
      const sample = (
        figure: string,
        expected: Expected,
        tolerance: number,
        values: readonly number[],
      ): MeanSample => ({ kind: 'mean', figure, expected, tolerance, bluntness: 1.5, values });
      const named = (weekday: number) => `share leaving on ${WEEKDAYS[weekday]}`;
      return [
        sample('share leaving in a day', [0.425, 0.445], 0.005, runs.map(share)),
        sample(named(FRIDAY), [0.47, 0.51], 0.02, onDay(FRIDAY)),
        sample(named(SUNDAY), [0.3, 0.34], 0.02, onDay(SUNDAY)),
        sample(
          'days waited after the first',
          [1.2, 1.4],
          0.1,
          runs.map((each) => (1 - share(each)) / share(each)),
        ),
      ];
    },
  };
}

export const READY_CHECKS: readonly Check[] = [
  {
    id: 'V20',
    title: 'Ready patients leave at national rates',
    source: 'NHS England discharge data 2022-25; Health Foundation 2022 (1.3 days)',
    cases: [hazardCase()],
  },
];
