// test/differential/random-shocks.ts: made-up waves, cold, closures, sickness and growth.

import { AGE_BANDS, WAVES } from '../../sim/hospital/categories.js';
import { type Model, modelSchema } from '../../sim/scenario/schema.js';
import type { Dice } from './dice.js';
import { datesIn, type Run } from './random-scenario.js';

type Season = Model['season'];

/** Adds shocks to a made-up model, each or none. */
export function addShocks(dice: Dice, run: Run, model: Model): void {
  const { season, demand } = model;
  if (dice.chance(0.5)) season.waves = randomWaves(dice);
  if (dice.chance(0.3)) season.flu.ageFactor = dice.list(6, () => dice.pick([0, 0.5, 1, 2]));
  if (dice.chance(0.4)) season.cold = dice.list(2, () => coldSpell(dice, run));
  if (dice.chance(0.4)) season.infectionControl = zoning(dice);
  if (dice.chance(0.6)) season.norovirus = norovirus(dice);
  if (dice.chance(0.5)) season.sickness = sickness(dice);
  if (dice.chance(0.4)) season.calendar = calendar(dice, run);
  if (dice.chance(0.4)) {
    const bands = AGE_BANDS.filter(() => dice.chance(0.5));
    demand.growthByAge = Object.fromEntries(bands.map((band) => [band, dice.between(-0.5, 0.5)]));
  }
  if (dice.chance(0.3)) model.interventions['flu-vaccination'] = vaccination(dice);
  if (dice.chance(0.3)) model.interventions['elective-plan'] = electivePlan(dice, run);
  if (dice.chance(0.4)) model.beds.criticalCare = criticalCare(dice);
  if (dice.chance(0.3)) model.interventions['right-care'] = rightCare(dice);
  modelSchema.parse(model);
}

function vaccination(dice: Dice) {
  const uptakes = () => ({ over65: dice.share(), atRisk: dice.share(), staff: dice.share() });
  const range = { low: 0.1, likely: 0.3, high: 0.5 };
  return {
    evidence: 'D',
    source: 'made up',
    baseUptakeShare: uptakes(),
    uptakeShare: uptakes(),
    atRiskShare: dice.share(),
    effect: {
      effectivenessShare65: range,
      effectivenessShareAtRisk: range,
      absentPer10Points: { low: 0, likely: 0.004, high: 0.01 },
    },
  };
}

function criticalCare(dice: Dice): Model['beds']['criticalCare'] {
  return {
    beds: dice.whole(0, 4),
    shareByAcuity: dice.list(5, () => dice.share() * 0.3),
    stayDays: dice.distribution(3),
  };
}

function rightCare(dice: Dice) {
  return {
    evidence: 'D',
    source: 'made up',
    rampDays: 0,
    sensitiveShare: dice.share(),
    stayDaysMax: dice.between(0.5, 20),
    effect: { admissionsPer100kYear: { low: 0, likely: dice.between(0, 2000), high: 2000 } },
  };
}

function electivePlan(dice: Dice, run: Run) {
  const { from } = datesIn(dice, run);
  const steps = [{ from, ofPlanShare: dice.pick([0, 0.8, 1.5]) }];
  return {
    evidence: 'D',
    source: 'made up',
    smoothWeekdays: dice.chance(0.5),
    steps,
    coldBedsShare: dice.chance(0.5) ? dice.share() : undefined,
    cancelFromOccupancyShare: dice.chance(0.5) ? dice.share() : undefined,
  };
}

function randomWaves(dice: Dice): Season['waves'] {
  const wave = () => ({
    weeklyAdmissionsPer100k: dice.list(dice.whole(1, 30), () => dice.capacity(40)),
    scale: dice.pick([0.5, 1, 2]),
    ageShare: dice.proportions(6),
    ageFactor: dice.chance(0.5) ? dice.list(6, () => dice.pick([0, 0.5, 1, 3])) : undefined,
    stayFactor: dice.between(0, 2),
    criticalShare: dice.chance(0.5) ? dice.share() : undefined,
  });
  const names = WAVES.filter(() => dice.chance(0.6));
  return Object.fromEntries(names.map((name) => [name, wave()]));
}

function coldSpell(dice: Dice, run: Run) {
  return {
    ...datesIn(dice, run),
    lagDays: dice.whole(0, 5),
    extraAdmissionsShare65: dice.between(0, 1),
    extraAttendancesShare: dice.between(0, 0.5),
    stayFactor: dice.between(0.5, 1.5),
  };
}

function zoning(dice: Dice): Season['infectionControl'] {
  return dice.list(dice.whole(1, 3), () => ({
    fromCovidBedsShare: dice.pick([0, 0.05, 0.2]),
    lostBedsShare: dice.share() * 0.5,
  }));
}

function norovirus(dice: Dice): Season['norovirus'] {
  return {
    outbreaksPer100BedsWeek: dice.pick([1, 5, 20]),
    monthIndex: dice.list(12, () => dice.between(0.2, 2)),
    wardShare: dice.share(),
    bayBeds: dice.whole(1, 6),
    wardBeds: dice.whole(4, 24),
    closedDays: dice.distribution(4),
  };
}

function sickness(dice: Dice): Season['sickness'] {
  return {
    plannedShare: 0.045,
    weeklyAbsentShare: dice.list(30, () => dice.share()),
    coveredShare: dice.share(),
  };
}

function calendar(dice: Dice, run: Run): Season['calendar'] {
  return dice.list(2, () => ({
    name: 'made up',
    ...datesIn(dice, run),
    attendances: dice.pick([0, 0.5, 2]),
    referrals: dice.chance(0.5) ? dice.pick([0, 1.5]) : undefined,
    discharges: dice.pick([0.5, 1.2]),
    communityStarts: dice.pick([0, 1]),
    electives: dice.pick([0, 2]),
  }));
}
