// test/model/front-door.test.ts: what services before and at the door of A&E do, by their mechanism,
// in the small test system of two sites and two units.

import { describe, expect, it } from 'vitest';
import { BOOKED_SLOTS } from '../../sim/hospital/offers.js';
import type { Outcome } from '../../sim/outcomes/keys.js';
import { resolve } from '../../sim/scenario/resolve.js';
import type { Model } from '../../sim/scenario/schema.js';
import { fingerprint } from '../../sim/verification/fingerprint.js';
import { LISTER, library } from './batches.js';
import { type Run, runOf, systemWith } from './two-sites-two-units.js';

/** Mental health patients, and a team for them by day only. */
function withMentalHealth(model: Model): void {
  const bands = ['0-17', '18-39', '40-64', '65-74', '75-84', '85+'] as const;
  const byDay = Array.from({ length: 24 }, (_, hour) => (hour >= 9 && hour < 17 ? 1 : 0));
  model.department.mentalHealth = {
    share: Object.fromEntries(bands.map((band) => [band, 0.05])) as never,
    staff: { weekday: byDay, weekend: byDay },
    assessmentMinutes: { distribution: 'lognormal', mean: 60, cv: 0.5 },
  };
}

const interventionsOf = (plan: string): Model['interventions'] =>
  resolve(library, { system: LISTER, plans: [plan] }).model.interventions;

const base = runOf(systemWith());

/** The system with a plan, from a day on if said. */
function withPlan(plan: string, from?: string, change: (model: Model) => void = () => undefined) {
  return systemWith((model) => {
    const settings = structuredClone(interventionsOf(plan)) as Record<string, { from?: string }>;
    for (const [id, of] of Object.entries(settings)) {
      if (id in model.interventions) continue; // a service that the hospital had before
      delete of.from;
      if (from !== undefined) of.from = from;
    }
    model.interventions = settings as Model['interventions'];
    change(model);
  });
}

const changeOf = (run: Run, key: Outcome, of = base) => run.value(key) / of.value(key) - 1;

/** Everything measured but what services counted. */
const bits = ({ measured }: Run) =>
  fingerprint([{ ...measured, services: [], units: measured.units?.filter((u) => !u.visits) }]);

const PLANS = [
  'primary-care-streaming-24h',
  'nhs-111-as-promised',
  'demand-management',
  'urgent-community-response',
  'early-intervention-vehicles-4',
  'ambulance-handover',
  'emergency-department-capacity',
  'mental-health-liaison-24h',
  'reconfiguration-close-miu',
  'reconfiguration-urgent-care-centres',
  'reconfiguration-emergency-centre',
  'reconfiguration-move-30-beds',
];

it('a plan that has not begun changes nothing, to the last bit', () => {
  const before = bits(base);
  for (const plan of PLANS) expect(bits(runOf(withPlan(plan, '2018-03-01'))), plan).toBe(before);
});

describe('primary care streaming (IV7)', () => {
  it('takes green walk-ins out of minors: fewer wait, the 4-hour standard is not worse', () => {
    const none = (model: Model) => {
      model.department.primaryCareClinicians.weekday.fill(0);
      model.department.primaryCareClinicians.weekend.fill(0);
    };
    const without = runOf(systemWith(none));
    const run = runOf(withPlan('primary-care-streaming-24h', undefined, none));
    expect(run.value('within4hType1Share')).toBeGreaterThan(without.value('within4hType1Share'));
    expect(run.value('attendancesCount')).toBe(without.value('attendancesCount'));
    const admitted = changeOf(run, 'admissionsEmergencyCount', without);
    expect(Math.abs(admitted)).toBeLessThan(0.01);
  });
});

describe('NHS 111 (IV8)', () => {
  it('keeps away the promised shares of attendances, conveyances and admissions', () => {
    const run = runOf(withPlan('nhs-111-as-promised'));
    expect(changeOf(run, 'attendancesType1Count')).toBeGreaterThan(-0.135);
    expect(changeOf(run, 'attendancesType1Count')).toBeLessThan(-0.08);
    expect(changeOf(run, 'conveyancesCount')).toBeGreaterThan(-0.13);
    expect(changeOf(run, 'conveyancesCount')).toBeLessThan(-0.05);
    expect(changeOf(run, 'admissionsEmergencyCount')).toBeGreaterThan(-0.035);
    expect(changeOf(run, 'admissionsEmergencyCount')).toBeLessThan(0.01);
  });

  it('books seven in ten of those whom it refers, into quieter hours', () => {
    const run = runOf(withPlan('nhs-111'));
    expect(Number.isNaN(base.value('bookedSlotShare'))).toBe(true);
    expect(run.value('bookedSlotShare')).toBeGreaterThan(0.62);
    expect(run.value('bookedSlotShare')).toBeLessThan(0.78);
    const slots = run.measured.services.find(({ name }) => name === BOOKED_SLOTS);
    expect(slots?.changed).toBeGreaterThan(100);
    expect(Math.abs(changeOf(run, 'attendancesType1Count'))).toBeLessThan(0.03);
  });
});

describe('demand management (IV9)', () => {
  it('keeps away half of what was promised, and nobody who needs admission', () => {
    const run = runOf(withPlan('demand-management'));
    expect(changeOf(run, 'attendancesType1Count')).toBeLessThan(-0.03);
    expect(changeOf(run, 'attendancesType1Count')).toBeGreaterThan(-0.08);
    expect(Math.abs(changeOf(run, 'admissionsEmergencyCount'))).toBeLessThan(0.01);
    const high = runOf(withPlan('demand-management'), { effects: 'high' });
    expect(changeOf(high, 'attendancesType1Count')).toBeLessThan(-0.07);
  });
});

describe('teams that visit (IV10)', () => {
  it('keep few older people away, and answer within 2 hours while they have capacity', () => {
    const run = runOf(withPlan('early-intervention-vehicles-4'));
    const [team] = run.measured.services.filter(({ name }) => name.startsWith('early'));
    expect(team.changed / team.reached).toBeGreaterThan(0.25);
    expect(team.changed / team.reached).toBeLessThan(0.45);
    expect(changeOf(run, 'conveyancesCount')).toBeLessThan(0);
    expect(run.value('crisisResponseWithin2hShare')).toBeGreaterThan(0.9);
    expect(run.value('attendancesType3Count')).toBe(base.value('attendancesType3Count'));
  });

  it('answer late when there are too few of them', () => {
    const few = runOf(
      withPlan('early-intervention-vehicles-4', undefined, ({ interventions }) => {
        Object.assign(interventions['early-intervention-vehicle'] as object, { teams: 1 });
      }),
    );
    expect(few.value('crisisResponseWithin2hShare')).toBeLessThan(0.7);
  });

  it('of the 2-hour response act on a prior of at most 2 % of older people', () => {
    const run = runOf(withPlan('urgent-community-response'));
    expect(changeOf(run, 'attendancesType1Count')).toBeGreaterThan(-0.02);
    expect(run.value('crisisResponseWithin2hShare')).toBeGreaterThan(0.95);
  });
});

describe('ambulance handover (IV11)', () => {
  it('lets crews go that find no space; the patients still wait for one', () => {
    const crowded = (model: Model) => {
      model.department.spaces.majors = Math.round(model.department.spaces.majors * 0.4);
    };
    const without = runOf(systemWith(crowded));
    const run = runOf(withPlan('ambulance-handover', undefined, crowded));
    expect(without.value('handoverOver30Share')).toBeGreaterThan(0.05);
    expect(run.value('handoverOver30Share')).toBeLessThan(
      0.8 * without.value('handoverOver30Share'),
    );
    expect(changeOf(run, 'conveyancesCount', without)).toBeLessThan(0);
    expect(changeOf(run, 'conveyancesCount', without)).toBeGreaterThan(-0.03);
  });
});

describe('A&E capacity (IV16)', () => {
  it('shortens the time in A&E', () => {
    const run = runOf(withPlan('emergency-department-capacity'));
    expect(run.value('within4hType1Share')).toBeGreaterThan(base.value('within4hType1Share'));
    expect(run.value('attendancesCount')).toBe(base.value('attendancesCount'));
  });
});

describe('mental health liaison (IV17)', () => {
  it('by night spares its patients the wait for the morning', () => {
    const without = runOf(systemWith(withMentalHealth));
    const run = runOf(withPlan('mental-health-liaison-24h', undefined, withMentalHealth));
    expect(without.value('within4hType1Share')).toBeLessThan(base.value('within4hType1Share'));
    expect(run.value('within4hType1Share')).toBeGreaterThan(without.value('within4hType1Share'));
    expect(run.value('over12hFromArrivalShare')).toBeLessThan(
      without.value('over12hFromArrivalShare'),
    );
  });

  it('changes nothing where mental health patients are not described', () => {
    expect(bits(runOf(withPlan('mental-health-liaison-24h')))).toBe(bits(base));
  });
});

describe('reconfiguration (IV20)', () => {
  it('closes minor injury units, whose patients go elsewhere', () => {
    const run = runOf(withPlan('reconfiguration-close-miu'));
    const [market, valley] = run.measured.units ?? [];
    expect(valley.attendances).toBe(0);
    expect(market.attendances).toBe(base.measured.units?.[0].attendances);
    expect(run.value('attendancesType1Count')).toBeGreaterThan(base.value('attendancesType1Count'));
  });

  it('opens urgent care centres for 16 hours', () => {
    const run = runOf(withPlan('reconfiguration-urgent-care-centres'));
    const [market, valley] = run.measured.units ?? [];
    expect(market.foundClosed).toBeGreaterThan(0);
    expect(valley.attendances).toBeGreaterThan(base.measured.units?.[1].attendances ?? 0);
  });

  it('takes the sickest to one emergency centre', () => {
    const run = runOf(withPlan('reconfiguration-emergency-centre'));
    expect(run.value('conveyancesCount')).toBe(base.value('conveyancesCount'));
    const moved = run.measured.services.find(({ name }) => name === 'reconfiguration');
    expect((moved?.changed ?? 0) / (moved?.reached ?? 1)).toBeCloseTo(0.4, 1);
  });

  it('moves beds from one site to the other and closes none', () => {
    const run = runOf(
      withPlan('reconfiguration-move-30-beds', undefined, (model) => {
        if (model.sites?.north.demand) model.sites.north.demand.attendancesPerDay += 1;
      }),
    );
    const open = run.parameters.sites.map(({ beds }) => beds.open[1][20]);
    const before = base.parameters.sites.map(({ beds }) => beds.open[1][20]);
    expect(open[0] - before[0]).toBe(30);
    expect(open[1] - before[1]).toBe(-30);
  });
});

describe('frailty in-reach (T5)', () => {
  it('assesses within 24 hours nearly everybody it reaches, with hours on every day', () => {
    const run = runOf(withPlan('frailty-in-reach-70h'));
    expect(Number.isNaN(base.value('assessedWithin24hShare'))).toBe(true);
    expect(run.value('assessedWithin24hShare')).toBeGreaterThan(0.7);
    const weekdays = runOf(withPlan('frailty-in-reach-50h'));
    expect(weekdays.value('assessedWithin24hShare')).toBeLessThan(
      run.value('assessedWithin24hShare'),
    );
  });
});
