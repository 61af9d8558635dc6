// test/model/calibrate.test.ts: what was planted is found again, and what cannot be known is said.

import { beforeAll, describe, expect, it } from 'vitest';
import { type Calibration, calibrate } from '../../sim/calibration/calibrate.js';
import type { History } from '../../sim/calibration/history.js';
import { LEVERS, movedModel } from '../../sim/calibration/levers.js';
import { DAILY, type DailySeriesKey, OUTCOME_KEYS } from '../../sim/outcomes/keys.js';
import type { Measured } from '../../sim/outcomes/measures.js';
import { hashOf } from '../../sim/scenario/hash.js';
import type { Model } from '../../sim/scenario/schema.js';
import { reportedDates } from '../../workers/batch.js';
import { batchOf, changed, LISTER, library, mean } from './batches.js';

const PLANTED = {
  stay: 0.05,
  tail: -0.12,
  longer: 0.04,
  beds: 0.03,
  department: -0.08,
  waits: 0.35,
  weekend: -0.2,
};

const base = changed({ system: LISTER }, 'base', (model) => {
  model.period = { firstDay: '2017-11-20', lastDay: '2018-01-31', leadInDays: 28 };
});
const dates = reportedDates(base, library.bankHolidays());

async function winters(model: Model, seed: string, replications: number): Promise<Measured[]> {
  const scenario = { ...base, model, hash: hashOf(model) };
  const { scenarios } = await batchOf([scenario], { replications, seed });
  return [...scenarios[0].replications];
}

/** The figures that a trust would have sent in, day by day. */
function historyFrom(runs: readonly Measured[]): History {
  const onDay = (key: DailySeriesKey, i: number) =>
    mean(runs.map(({ daily }) => daily[DAILY.findIndex((series) => series.key === key)][i]));
  const weekend = mean(
    runs.map(({ outcomes }) => outcomes[OUTCOME_KEYS.indexOf('weekendDischargeShare')]),
  );
  const days = dates.map((date, i) => ({
    date,
    open: onDay('bedsOpen0800', i),
    occupied: onDay('bedsOccupied0800', i),
    over7: onDay('stays7Beds0800', i),
    over21: onDay('stays21Beds0800', i),
    nctr: onDay('delayed0800', i),
    discharges: [0, 6].includes(new Date(`${date}T00:00Z`).getUTCDay()) ? 100 * weekend : 100,
  }));
  const months = ['2017-12', '2018-01'].map((month) => {
    const inMonth = dates.flatMap((date, i) => (date.startsWith(month) ? [i] : []));
    const sum = (of: (i: number) => number) => inMonth.reduce((total, i) => total + of(i), 0);
    const attendances = sum((i) => onDay('attendances', i));
    return {
      month,
      attendances,
      breaches: sum((i) => onDay('attendances', i) * (1 - onDay('within4hShare', i))),
      admissions: sum((i) => onDay('admissionsType1', i)),
    };
  });
  return { org: 'RXX', days, months, notes: [], isPinned: false };
}

describe('a planted system', () => {
  let found: Calibration;

  beforeAll(async () => {
    const truth = movedModel(
      base.model,
      LEVERS,
      LEVERS.map(({ id }) => PLANTED[id]),
    );
    const history = historyFrom(await winters(truth, 'planted', 1));
    found = await calibrate(base.model, history, dates, (model) => winters(model, 'other', 4));
  }, 240_000);

  it('is met in its beds, long stays, 4-hour standard and patients ready to leave', () => {
    expect(found.targets.map(({ id }) => id)).toEqual(expect.arrayContaining(['nctr', 'weekend']));
    for (const { id, residual, tolerance } of found.targets) {
      expect(Math.abs(residual), id).toBeLessThan(2.5 * tolerance);
    }
  });
});

it('without any figure everything keeps its default, and each says why', async () => {
  const nothing: History = { org: 'RXX', days: [], months: [], notes: [], isPinned: false };
  const { model, numbers, targets } = await calibrate(base.model, nothing, dates, (given) =>
    winters(given, 'other', 1),
  );
  expect(model).toEqual(base.model);
  expect(targets).toEqual([]);
  expect(numbers.filter(({ confidence }) => confidence === 'default').length).toBeGreaterThan(5);
});
