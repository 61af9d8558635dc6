// test/differential/random-capacity.ts: made-up beds, places, electives and plans.

import { POOLS } from '../../sim/hospital/categories.js';
import type { Model } from '../../sim/scenario/schema.js';
import type { Dice } from './dice.js';
import { datesIn, daysOfYear, type Run } from './random-scenario.js';

export function randomBeds(dice: Dice, run: Run): Model['beds'] {
  const core = Object.fromEntries(
    POOLS.map((pool) => [pool, { core: dice.capacity(18) }]),
  ) as Record<(typeof POOLS)[number], { core: number }>;
  return {
    ...core,
    changes: bedChanges(dice, run, core),
    flex: {
      most: dice.capacity(10),
      meetingHours: dice.list(24, (hour) => hour).filter(() => dice.chance(0.2)),
      openAboveWaiting: dice.whole(0, 2),
      closeAboveFree: dice.whole(0, 2),
    },
    turnaroundMinutes: dice.distribution(60),
    transferMinutes: dice.distribution(24),
    assessmentStayMinutes: dice.distribution(720),
    directAfterMinutes: dice.pick([0, 60, 180]),
    outlierAfterMinutes: dice.pick([0, 60, 120, 1440]),
    outlierKeepFreeBeds: dice.whole(0, 2),
    surgicalOutliersToMedical: dice.chance(0.5),
  };
}

/** Beds opened, and in each pool at most one closure, of no more than its core. */
function bedChanges(
  dice: Dice,
  run: Run,
  core: Record<(typeof POOLS)[number], { core: number }>,
): Model['beds']['changes'] {
  const opened = dice.list(dice.whole(0, 3), (i) => {
    const kind = i === 0 ? ('escalation' as const) : ('flex' as const);
    return { pool: dice.pick(POOLS), kind, ...datesIn(dice, run), beds: dice.whole(0, 6) };
  });
  const closed = POOLS.filter(() => dice.chance(0.3)).map((pool) => {
    const beds = dice.whole(0, core[pool].core);
    const dates = datesIn(dice, run);
    if (dice.chance(0.3)) return { pool, kind: 'flex' as const, ...dates, beds: -beds };
    return { pool, kind: 'closed' as const, ...dates, beds };
  });
  return [...opened, ...closed];
}

export function randomCommunity(dice: Dice, run: Run): Model['community'] {
  const pathway = (stayDays: number) => ({
    places: dice.capacity(15),
    stayDays: dice.distribution(stayDays),
    initialShare: dice.share(),
  });
  return {
    p1: pathway(4),
    p2: pathway(8),
    p3: pathway(12),
    changes: dice.list(dice.whole(0, 3), () => ({
      pathway: dice.pick(['p1', 'p2', 'p3'] as const),
      ...datesIn(dice, run),
      places: dice.whole(-6, 8),
    })),
    startShare: dice.list(7, () => dice.share()),
    dateFactor: daysOfYear(dice),
    roundHour: dice.pick([0, 8, 10, 10.5, 23]),
  };
}

export function randomElectives(dice: Dice): Model['electives'] {
  return {
    perDay: dice.list(7, () => (dice.chance(0.3) ? 0 : dice.between(0, 4))),
    dateFactor: daysOfYear(dice),
    bankHolidayFactor: dice.share(),
    bedNeededHour: dice.distribution(8),
    emergencyReserveBeds: dice.whole(0, 3),
    expectedDischargeShare: dice.share(),
  };
}

/** Each plan is on or off by itself, with dates and ramps. */
export function randomPlans(dice: Dice, run: Run): Model['interventions'] {
  const plans = {
    'frailty-in-reach': () => inReach(dice),
    sdec: () => sameDay(dice),
    'discharge-to-assess': () => toAssess(dice),
    'escalation-beds': () => ({ pool: dice.pick(POOLS), beds: dice.capacity(10) }),
  };
  const on = Object.entries(plans).filter(() => dice.chance(0.4));
  return Object.fromEntries(
    on.map(([id, settings]) => [id, { ...settings(), ...common(dice, run) }]),
  );
}

function common(dice: Dice, run: Run) {
  const dates = dice.chance(0.5) ? datesIn(dice, run) : {};
  return { ...dates, rampDays: dice.pick([0, 0, 7]), evidence: 'D', source: 'made up' };
}

function hours(dice: Dice) {
  const from = dice.whole(0, 12);
  const open = { from, to: dice.whole(from + 1, 24) };
  return dice.chance(0.5) ? { weekday: open } : { weekday: open, weekend: open };
}

function range(dice: Dice, least: number, most: number) {
  const [low, likely, high] = dice.list(3, () => dice.between(least, most)).sort((a, b) => a - b);
  return { low, likely, high };
}

function inReach(dice: Dice) {
  return {
    hours: hours(dice),
    uptakeShare: dice.share(),
    patientsPerDayMax: dice.whole(1, 6),
    avoidableStayDaysMax: dice.pick([0, 1, 30]),
    effect: {
      admissionReductionShare: range(dice, 0, 0.5),
      stayFactor: range(dice, 0.5, 1.5),
    },
  };
}

function sameDay(dice: Dice) {
  return {
    hours: hours(dice),
    spaces: dice.capacity(4),
    eligibleStayDaysMax: dice.pick([0, 1, 5]),
    treatmentMinutes: dice.distribution(200),
    effect: { medicalTakeShare: range(dice, 0, 1) },
  };
}

function toAssess(dice: Dice) {
  return {
    uptakeShare: Math.min(0.99, dice.share()),
    pathways: (['p1', 'p2', 'p3'] as const).filter((_, i) => i === 1 || dice.chance(0.5)),
    extraPlaces: { p1: dice.whole(0, 4), p2: dice.whole(0, 4), p3: dice.whole(0, 4) },
    effect: { assessmentFactor: range(dice, 0, 1) },
  };
}
