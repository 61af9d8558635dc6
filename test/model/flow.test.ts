// test/model/flow.test.ts: the flow of patients of a whole system loses nobody, equals the outcomes, and
// its balance is what beds hold at the end more than at the start, counted apart from it.

import { beforeAll, describe, expect, it } from 'vitest';
import { seedOf } from '../../sim/engine/seed.js';
import { simulate } from '../../sim/hospital/simulate.js';
import { FLOW_PLACES, flowOf, throughput } from '../../sim/outcomes/flow.js';
import { fansOf, type Summary, summarise } from '../../sim/outcomes/summary.js';
import { compile } from '../../sim/scenario/compile.js';
import type { BatchResult } from '../../workers/batch.js';
import { PROVENANCE } from '../unit/outcomes/summary-of.js';
import { batchOf, library, lister } from './batches.js';

let batch: BatchResult;
let summary: Summary;

beforeAll(async () => {
  batch = await batchOf([lister(), lister(['discharge-to-assess'])], { replications: 2 });
  summary = summarise(batch.scenarios, PROVENANCE);
}, 60_000);

describe('the flow of a scenario', () => {
  const flows = () =>
    summary.scenarios.map((scenario, s) =>
      flowOf(scenario, fansOf(batch.scenarios[s], batch.dates[s])),
    );

  it('has as many patients come into each place as leave it', () => {
    for (const flow of flows()) {
      if (flow === null) throw new Error('There is no flow.');
      for (const { id } of FLOW_PLACES) {
        const { in: into, out } = throughput(flow, id);
        if (into > 0 && out > 0) expect(into).toBeCloseTo(out, 6);
        expect(
          Math.min(into, out, ...flow.links.map(({ patients }) => patients)),
        ).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('equals the outcomes', () => {
    flows().forEach((flow, s) => {
      if (flow === null) throw new Error('There is no flow.');
      const { outcomes } = summary.scenarios[s];
      const into = (place: Parameters<typeof throughput>[1]) => throughput(flow, place).in;
      expect(into('department')).toBeCloseTo(outcomes.attendancesType1Count.mean ?? 0, 6);
      expect(into('died')).toBe(outcomes.deathsCount.mean);
      expect(into('sameDay')).toBe(outcomes.sdecCount.mean);
      const left = into('home') + into('support') + into('community') + into('careHome');
      expect(left).toBeCloseTo(outcomes.dischargesAliveCount.mean ?? 0, 6);
      const admitted = outcomes.admissionsEmergencyCount.mean ?? 0;
      const electives = outcomes.electivesAdmittedCount.mean ?? 0;
      const beds = into('bed') - throughput(flow, 'fewer').out;
      expect(beds + into('sameDay')).toBeCloseTo(admitted + electives, 6);
    });
  });

  it('is none where counts are missing', () => {
    expect(flowOf(summary.scenarios[0], [])).toBeNull();
  });
});

it('what comes into beds less what leaves them is what beds hold more, day by day', () => {
  const bankHolidays = new Set(library.bankHolidays());
  const parameters = compile(lister().model, { name: 'Lister', effects: 'likely', bankHolidays });
  const { sites } = simulate(parameters, seedOf('flow'), 0);
  const [{ daily }] = sites;
  const beds = daily.occupiedMidnight;
  for (let day = 1; day < beds.length; day++) {
    const into =
      daily.admissionsFromDepartment[day] +
      daily.admissionsReferred[day] +
      daily.electivesAdmitted[day];
    const out = daily.discharges[day] + daily.deaths[day];
    expect(into - out).toBe(beds[day] - beds[day - 1]);
    const placed =
      daily.dischargesSupport[day] +
      daily.dischargesCommunityBed[day] +
      daily.dischargesCareHome[day];
    expect(placed).toBeLessThanOrEqual(daily.discharges[day]);
  }
});
