// test/unit/outcomes/flow.test.ts: the flow of a winter, every link worked by hand.

import { describe, expect, it } from 'vitest';
import { FLOW_PLACES, flowOf, throughput } from '../../../sim/outcomes/flow.js';
import type { Outcome } from '../../../sim/outcomes/keys.js';
import type { Fan, ScenarioSummary } from '../../../sim/outcomes/summary.js';

const COUNTS: Partial<Record<Outcome, number | null>> = {
  attendancesType1Count: 100,
  conveyancesCount: 30,
  sdecCount: 5,
  admissionsEmergencyCount: 32,
  electivesAdmittedCount: 8,
  leftWithoutBeingSeenCount: 4,
  dischargesAliveCount: 27,
  dischargesWithSupportCount: 6,
  dischargesToCommunityBedCount: 3,
  dischargesToCareHomeCount: 2,
  deathsCount: 4,
};

const summary = (changed: typeof COUNTS = {}) =>
  ({
    name: 'Base',
    outcomes: Object.fromEntries(
      Object.entries({ ...COUNTS, ...changed }).map(([key, mean]) => [key, { mean }]),
    ),
  }) as unknown as ScenarioSummary;

const fan = (scenario: string, series: string, mean: number[]) =>
  ({ scenario, series, mean }) as unknown as Fan;
/** 25 admitted through A&E, five of them to same-day care; beside them what must not be taken. */
const FANS = [
  fan('Plan', 'admissionsType1', [99]),
  fan('Base', 'attendances', [98]),
  fan('Base', 'admissionsType1', [10, 15]),
];

const linksOf = (changed?: typeof COUNTS, fans = FANS) =>
  flowOf(summary(changed), fans)?.links.map(({ from, to, patients }) => [from, to, patients]);

describe('the flow', () => {
  it('has what is counted, and what follows from it', () => {
    expect(linksOf()).toEqual([
      ['ambulance', 'department', 30],
      ['walkIn', 'department', 70],
      ['department', 'unseen', 4],
      ['department', 'homeFromA', 71], // 100 less 4, 5 and 20
      ['department', 'sameDay', 5],
      ['department', 'bed', 20],
      ['referred', 'bed', 7],
      ['elective', 'bed', 8],
      ['bed', 'home', 16], // 27 less 6, 3 and 2
      ['bed', 'support', 6],
      ['bed', 'community', 3],
      ['bed', 'careHome', 2],
      ['bed', 'died', 4],
      ['bed', 'more', 4], // 35 came, 31 left
    ]);
    expect(flowOf(summary(), FANS)?.scenario).toBe('Base');
  });

  it('balances with who was in a bed at the start, when more leave than come', () => {
    const links = linksOf({ dischargesAliveCount: 33 });
    expect(links).toContainEqual(['fewer', 'bed', 2]);
    expect(links?.map(([, to]) => to)).not.toContain('more');
  });

  it('keeps links with nobody in them, but for the balance', () => {
    const links = linksOf({ deathsCount: 0, dischargesAliveCount: 35 });
    expect(links).toContainEqual(['bed', 'died', 0]);
    expect(links).toHaveLength(13);
  });

  it('loses nobody in A&E and in beds', () => {
    const flow = flowOf(summary(), FANS);
    if (flow === null) throw new Error('no flow');
    expect(throughput(flow, 'department')).toEqual({ in: 100, out: 100 });
    expect(throughput(flow, 'bed')).toEqual({ in: 35, out: 35 });
    expect(throughput(flow, 'walkIn')).toEqual({ in: 0, out: 70 });
  });

  it('is not known where a count or the series is missing', () => {
    expect(flowOf(summary({ deathsCount: null }), FANS)).toBeNull();
    expect(flowOf(summary(), FANS.slice(0, 2))).toBeNull();
  });
});

describe('places', () => {
  it('stand in columns from where patients come to where they go, each with a name', () => {
    const columns = FLOW_PLACES.map(({ column }) => column);
    expect(columns).toEqual([0, 0, 0, 0, 0, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3]);
    expect(new Set(FLOW_PLACES.map(({ label }) => label)).size).toBe(FLOW_PLACES.length);
    for (const { label } of FLOW_PLACES) expect(label).toMatch(/^A(&E| bed)$|^[A-Z][a-z].{2,}/);
    const links = flowOf(summary(), FANS)?.links ?? [];
    const ids = FLOW_PLACES.map(({ id }) => id);
    for (const { from, to } of links)
      expect([ids.includes(from), ids.includes(to)]).toEqual([true, true]);
  });
});
