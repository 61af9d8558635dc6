// test/model/mechanisms.test.ts: large changes of a system, and the mechanism by which each works,
// followed event by event in a trace (docs/walkthrough.md tells three of them).

import { beforeAll, expect, it } from 'vitest';
import { seedOf } from '../../sim/engine/seed.js';
import { simulate } from '../../sim/hospital/simulate.js';
import { Trace, type TraceRow } from '../../sim/hospital/trace.js';
import { OUTCOME_KEYS, type Outcome } from '../../sim/outcomes/keys.js';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import { compile } from '../../sim/scenario/compile.js';
import type { Resolved } from '../../sim/scenario/resolve.js';
import type { Model } from '../../sim/scenario/schema.js';
import { fingerprint } from '../../sim/verification/fingerprint.js';
import { batchOf, changed, column, mean } from './batches.js';

const REPLICATIONS = 6;
const REPORTED_FROM = 10 * 1440;
const BANK_HOLIDAYS = new Set<string>();

/** Two weeks of November with ten days before them. */
function november(
  system: string,
  name: string,
  change: (model: Model) => void,
  plans: string[] = [],
): Resolved {
  return changed({ system, plans }, name, (model) => {
    model.period = { firstDay: '2017-11-13', lastDay: '2017-11-26', leadInDays: 10 };
    model.beds.changes = [];
    change(model);
  });
}

const asItIs = () => undefined;
const WORCESTERSHIRE = 'worcestershire';
const never = { weekday: { from: 0, to: 0 }, weekend: { from: 0, to: 0 } };
const medicalBeds = (worcester: number, redditch: number) => (model: Model) => {
  const beds = { worcester, redditch };
  for (const [id, core] of Object.entries(beds)) {
    const site = model.sites?.[id] as { beds?: { medical?: { core?: number } } };
    if (site.beds?.medical) site.beds.medical.core = core;
  }
};
const scenarios = {
  county: november(WORCESTERSHIRE, 'county', asItIs),
  closed: november(WORCESTERSHIRE, 'closed', ({ units = {} }) => {
    for (const id of ['evesham', 'malvern', 'tenbury']) units[id].hours = never;
  }),
  toRedditch: november(WORCESTERSHIRE, 'to Redditch', medicalBeds(95, 128)),
  toWorcester: november(WORCESTERSHIRE, 'to Worcester', medicalBeds(155, 68)),
  divert: november(WORCESTERSHIRE, 'divert', asItIs, ['ambulance-divert']),
  noDivert: november(
    WORCESTERSHIRE,
    'no divert',
    (model) => {
      const settings = model.interventions['ambulance-divert'] as { trigger: { on: number } };
      settings.trigger.on = 1000;
    },
    ['ambulance-divert'],
  ),
  fewerCareHomes: november(WORCESTERSHIRE, 'care homes', asItIs, ['care-home-beds-77-fewer']),
  hereford: november('herefordshire', 'hereford', asItIs),
  community37: november('herefordshire', '37', ({ community }) => {
    community.p2.places = 37;
  }),
  acute260: november('herefordshire', '260', asItIs, ['acute-beds-34-more']),
};
type Name = keyof typeof scenarios;
let runs: Record<Name, ScenarioRuns>;

beforeAll(async () => {
  const batch = await batchOf(Object.values(scenarios), { replications: REPLICATIONS });
  expect(batch.failures).toEqual([]);
  const named = Object.keys(scenarios).map((name, i) => [name, batch.scenarios[i]]);
  runs = Object.fromEntries(named);
}, 120_000);

const of = (name: Name, key: Outcome) => mean(column(runs[name], key));

/** Mean of an outcome of one site: Redditch is the first, Worcester the second. */
function at(name: Name, site: number, key: Outcome): number {
  const index = OUTCOME_KEYS.indexOf(key);
  return mean(runs[name].replications.map(({ sites }) => sites[site][index]));
}

/** Every event of one replication; a trace takes its time. */
function traceOf(name: Name, lastDay = '2017-11-18'): TraceRow[] {
  const rows: TraceRow[] = [];
  const trace = new Trace((row) => rows.push(row));
  const options = { name, effects: 'likely', bankHolidays: BANK_HOLIDAYS } as const;
  const model = structuredClone(scenarios[name].model);
  model.period.lastDay = lastDay;
  simulate(compile(model, options), seedOf('traced'), 0, trace.observer);
  trace.finish();
  return rows;
}

/** What is told of each patient, in order. */
function storiesOf(rows: readonly TraceRow[]): Map<number, string[]> {
  const stories = new Map<number, string[]>();
  for (const { event, patients } of rows) {
    for (const { patient, changes } of patients) {
      const told = stories.get(patient) ?? [];
      told.push([event, ...changes].join('; '));
      stories.set(patient, told);
    }
  }
  return stories;
}

it('three minor injury units closed: each patient of theirs is met at a shut door, some in A&E', () => {
  expect(of('closed', 'attendancesType3Count')).toBeLessThan(of('county', 'attendancesType3Count'));
  expect(of('closed', 'attendancesType1Count')).toBeGreaterThan(
    of('county', 'attendancesType1Count'),
  );
  const rows = traceOf('closed');
  const shut = rows.filter(({ patients }) =>
    patients.some(
      ({ who, changes }) =>
        /Evesham|Malvern|Tenbury/.test(who ?? '') &&
        changes.includes('found the unit closed') &&
        changes.some((text) => text.startsWith('on the way to A&E')),
    ),
  );
  expect(shut.length).toBeGreaterThan(100);
  const stories = storiesOf(rows);
  for (const { patient } of shut.slice(0, 100)) {
    const story = stories.get(patient ?? -1) ?? [];
    expect(story[1], story.join(' | ')).toMatch(/^arrived; in the waiting room/);
  }
});

it('30 beds moved either way: A&E of the site that loses them fills with who waits for a bed', () => {
  const waiting = 'awaitingBed0800Mean';
  expect(at('toRedditch', 1, waiting)).toBeGreaterThan(at('county', 1, waiting) * 1.3);
  expect(at('toRedditch', 0, waiting)).toBeLessThan(at('county', 0, waiting));
  expect(at('toWorcester', 0, waiting)).toBeGreaterThan(at('county', 0, waiting) * 1.3);
  expect(at('toWorcester', 1, waiting)).toBeLessThan(at('county', 1, waiting));
  expect(at('toRedditch', 1, 'within4hType1Share')).toBeLessThan(
    at('county', 1, 'within4hType1Share'),
  );
  /** Mean hours from the decision to admit to lying in a bed. */
  const hoursToBed = (rows: readonly TraceRow[]) => {
    const since = new Map<number, number>();
    const hours: number[] = [];
    for (const { event, time, patient } of rows) {
      if (patient === null) continue;
      if (event === 'decision to admit') since.set(patient, time);
      const from = since.get(patient);
      if (event !== 'arrived in bed' || from === undefined || time < REPORTED_FROM) continue;
      hours.push((time - from) / 60);
      since.delete(patient);
    }
    expect(hours.length).toBeGreaterThan(500);
    return mean(hours);
  };
  const [moved, asBefore] = (['toRedditch', 'county'] as const).map((name) =>
    hoursToBed(traceOf(name, '2017-11-26')),
  );
  expect(moved).toBeGreaterThan(asBefore + 0.5);
});

it('97 community beds cut to 37: who is to have one waits for it in the hospital', () => {
  for (const key of ['dtocShareMean', 'notMeetingCriteriaToResideMean'] as const) {
    expect(of('community37', key), key).toBeGreaterThan(of('hereford', key) * 1.2);
  }
  expect(of('community37', 'within4hType1Share')).toBeLessThan(
    of('hereford', 'within4hType1Share'),
  );
  /** Mean days from being assessed to a place of pathway 2, of those who get one. */
  const daysToPlace = (rows: readonly TraceRow[]) => {
    const since = new Map<number, number>();
    const days: number[] = [];
    for (const { time, patients } of rows) {
      for (const { patient, changes } of patients) {
        if (changes.some((text) => text.includes('(P2, waits for a place)')))
          since.set(patient, time);
        const from = since.get(patient);
        if (from === undefined || !changes.includes('has a community place')) continue;
        days.push((time - from) / 1440);
      }
    }
    expect(days.length).toBeGreaterThan(5);
    return mean(days);
  };
  expect(daysToPlace(traceOf('community37'))).toBeGreaterThan(daysToPlace(traceOf('hereford')) + 1);
});

it('34 more acute beds at Hereford leave fewer waiting in A&E and a lower occupancy', () => {
  expect(of('acute260', 'awaitingBed0800Mean')).toBeLessThan(of('hereford', 'awaitingBed0800Mean'));
  expect(of('acute260', 'occupancy0800ShareMean')).toBeLessThan(
    of('hereford', 'occupancy0800ShareMean'),
  );
});

it('70 % fewer care-home places in Worcestershire hold more patients in hospital', () => {
  expect(of('fewerCareHomes', 'dtocShareMean')).toBeGreaterThan(
    of('county', 'dtocShareMean') * 1.1,
  );
});

it('ambulances diverted from Redditch are conveyed to Worcester, and nowhere without a call', () => {
  expect(of('divert', 'divertedCount')).toBeGreaterThan(0);
  expect(at('divert', 1, 'divertedCount')).toBe(0); // the largest site diverts to nobody
  const moved = at('divert', 0, 'conveyancesCount') - at('county', 0, 'conveyancesCount');
  expect(moved).toBeLessThan(0);
  expect(at('divert', 1, 'conveyancesCount')).toBeGreaterThan(at('county', 1, 'conveyancesCount'));
  const outcomesOf = (name: Name) => runs[name].replications.map(({ outcomes }) => outcomes);
  expect(outcomesOf('noDivert')).toEqual(outcomesOf('county'));
  expect(fingerprint(runs.noDivert.replications)).not.toBe(fingerprint(runs.divert.replications));
});
