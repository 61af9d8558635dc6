// test/differential/random-front-door.ts: made-up units, mental health patients, and services before
// and at the door of A&E.

import { AGE_BANDS } from '../../sim/hospital/categories.js';
import type { Model } from '../../sim/scenario/schema.js';
import { UNIT_TYPES, type UnitModel } from '../../sim/scenario/schema-units.js';
import type { Dice } from './dice.js';
import { datesIn, type Run } from './random-scenario.js';

/** Adds some of them to a model. */
export function addFrontDoor(dice: Dice, model: Model, run: Run): void {
  if (dice.chance(0.6)) model.units = randomUnits(dice, run);
  if (dice.chance(0.4)) {
    const share = AGE_BANDS.map((band) => [band, dice.share()] as const);
    model.department.mentalHealth = {
      share: Object.fromEntries(share) as Record<(typeof AGE_BANDS)[number], number>,
      staff: { weekday: rota(dice, 0), weekend: rota(dice, 0) },
      assessmentMinutes: dice.distribution(60),
    };
  }
  for (const [id, make] of Object.entries(SERVICES)) {
    if (!dice.chance(0.25)) continue;
    const dates = dice.chance(0.5) ? datesIn(dice, run) : {};
    const common = { rampDays: dice.pick([0, 7]), evidence: 'D', source: 'made up' };
    model.interventions[id] = { ...make(dice), ...dates, ...common };
  }
}

function rota(dice: Dice, least: number): number[] {
  return dice.list(24, () => dice.whole(least, 3));
}

function randomUnits(dice: Dice, run: Run): Record<string, UnitModel> {
  const names = ['abbey', 'bridge', 'castle'].slice(0, dice.whole(1, 3));
  return Object.fromEntries(
    names.map((name, i) => [name, randomUnit(dice, run, names[(i + 1) % names.length], name)]),
  );
}

function randomUnit(dice: Dice, run: Run, other: string, name: string): UnitModel {
  const hours = () => ({ weekday: opening(dice), weekend: opening(dice) });
  const elsewhere: Record<string, number> = other === name ? {} : { [other]: 0.3 };
  return {
    name,
    type: dice.pick(UNIT_TYPES),
    attendancesPerDay: dice.between(0, 20),
    weekdayIndex: dice.profile(7),
    hourShare: { weekday: dice.profile(24), weekend: dice.profile(24) },
    ageShare: dice.proportions(6),
    hours: hours(),
    changes: dice.list(dice.whole(0, 2), () => ({ ...datesIn(dice, run), hours: hours() })),
    clinicians: { weekday: rota(dice, 1), weekend: rota(dice, 1) },
    consultMinutes: dice.distribution(30),
    needsDepartmentShare: dice.share(),
    travelMinutes: dice.distribution(30),
    whenClosed: { goTo: { 'a-and-e': 0.3, ...elsewhere }, returnShare: 0.3 },
  };
}

function opening(dice: Dice) {
  if (dice.chance(0.2)) return { from: 0, to: 24 };
  const from = dice.whole(0, 20) + dice.pick([0, 0.5]);
  return { from, to: Math.min(24, from + dice.whole(0, 12)) };
}

function serviceHours(dice: Dice) {
  const from = dice.whole(0, 12);
  const open = { from, to: dice.whole(from + 1, 24) };
  return dice.chance(0.5) ? { weekday: open } : { weekday: open, weekend: open };
}

function range(dice: Dice, least: number, most: number) {
  const [low, likely, high] = dice.list(3, () => dice.between(least, most)).sort((a, b) => a - b);
  return { low, likely, high };
}

const visiting = (dice: Dice) => ({
  hours: serviceHours(dice),
  teams: dice.pick([0.5, 1, 2]),
  visitMinutes: dice.distribution(60),
  uptakeShare: dice.share(),
  patientsPerDayMax: dice.whole(1, 8),
  effect: { staysHomeShare: range(dice, 0, 1) },
});

const SERVICES: Record<string, (dice: Dice) => Record<string, unknown>> = {
  'primary-care-streaming': (dice) => ({
    hours: serviceHours(dice),
    clinicians: dice.pick([0, 1, 2]),
    effect: { walkInShare: range(dice, 0, 1) },
  }),
  'nhs-111': (dice) => ({
    hours: serviceHours(dice),
    callsPerDayMax: dice.whole(1, 20),
    slots: {
      referredShare: dice.share(),
      hours: serviceHours(dice),
      hoursAhead: dice.pick([1, 12, 24, 48]),
    },
    effect: {
      attendancesShare: range(dice, 0, 0.5),
      conveyancesShare: range(dice, 0, 0.5),
      admissionsShare: range(dice, 0, 0.5),
      bookedShare: range(dice, 0, 1),
    },
  }),
  'demand-management': (dice) => ({
    hours: serviceHours(dice),
    appointmentsPerDayMax: dice.whole(1, 20),
    effect: { attendancesShare: range(dice, 0, 0.5) },
  }),
  'urgent-community-response': visiting,
  'early-intervention-vehicle': visiting,
  'ambulance-handover': (dice) => ({
    hours: serviceHours(dice),
    cohortPlaces: dice.whole(0, 4),
    effect: { handoverFactor: range(dice, 0.2, 2), seeAndTreatShare: range(dice, 0, 0.5) },
  }),
  'emergency-department-capacity': (dice) => ({
    hours: serviceHours(dice),
    staff: { majorsClinicians: dice.whole(0, 2), assessmentNurses: 0.5 },
    spaces: { majors: dice.whole(0, 3), minors: dice.whole(0, 3) },
    effect: { departureFactor: range(dice, 0.2, 2), specialtyFactor: range(dice, 0.2, 2) },
  }),
  'mental-health-liaison': (dice) => ({
    hours: serviceHours(dice),
    practitioners: dice.pick([0, 1, 3]),
  }),
  reconfiguration: (dice) => ({
    units: { types: ['utc', 'miu'], keepLargest: dice.whole(0, 1) },
  }),
};
