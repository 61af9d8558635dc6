// test/differential/random-discharge-plans.ts: made-up services at discharge and in the community.

import type { Model } from '../../sim/scenario/schema.js';
import type { Dice } from './dice.js';
import { datesIn, type Run } from './random-scenario.js';

export function addDischargePlans(dice: Dice, model: Model, run: Run): void {
  const names = Object.keys(model.community.localities ?? {});
  const plans: Record<string, () => object> = {
    'trusted-assessor': () => ({
      uptakeShare: dice.share(),
      assessmentsPerDayMax: dice.whole(1, 3),
      effect: { workingDaysSaved: range(dice, 0, 5) },
    }),
    'chc-out-of-hospital': () => ({
      uptakeShare: dice.share(),
      whereUnknown: {
        share: { p1: dice.share(), p2: dice.share(), p3: dice.share() },
        inHospitalShare: dice.share(),
      },
      effect: { assessmentFactor: range(dice, 0, 1) },
    }),
    'community-capacity': () => ({
      p1: { places: dice.whole(0, 4) },
      p2: { share: dice.between(-1, 1) },
      ...(names.length > 0 && dice.chance(0.5) ? { localities: [dice.pick(names)] } : {}),
    }),
    'seven-day-discharge': () => ({
      wardRounds: dice.chance(0.5),
      assessors: dice.chance(0.5),
      placeStarts: dice.chance(0.5),
      effect: { gapClosedShare: range(dice, 0, 1) },
    }),
    'safer-discharge': () => ({
      uptakeShare: dice.share(),
      expectedDateShare: dice.share(),
      lounge: {
        places: dice.whole(0, 3),
        hours: { weekday: { from: 8, to: 20 } },
        hoursBefore: dice.whole(0, 6),
        suitableShare: dice.share(),
      },
      effect: {
        stayFactor: range(dice, 0.5, 1),
        earlierHours: range(dice, 0, 6),
        leaveChanceFactor: range(dice, 1, 1.5),
      },
    }),
    'long-stay-review': () => ({
      stayDaysMin: dice.whole(1, 7),
      reviewsPerDay: dice.whole(0, 20),
      weekdays: [dice.whole(0, 3), 5],
      effect: { remainingFactor: range(dice, 0.1, 1) },
    }),
    'virtual-ward': () => ({
      hours: { weekday: { from: 8, to: 20 }, weekend: { from: 10, to: 16 } },
      places: dice.whole(0, 12),
      suitableShare: dice.share(),
      bedDaysMin: dice.pick([0, 1, 3]),
      leftDaysMin: dice.pick([0, 1]),
      stayDaysMax: dice.pick([0, 3, 30]),
      effect: { avoidedPerAdmission: range(dice, 0, 1) },
    }),
  };
  for (const [id, settings] of Object.entries(plans)) {
    if (dice.chance(0.5)) continue;
    const dates = dice.chance(0.5) ? datesIn(dice, run) : {};
    const common = { ...dates, rampDays: dice.pick([0, 0, 7]), evidence: 'D', source: 'made up' };
    model.interventions[id] = { ...settings(), ...common };
  }
  const assess = model.interventions['discharge-to-assess'] as Record<string, unknown> | undefined;
  if (assess === undefined) return;
  if (names.length > 0) assess.localities = [dice.pick(names)];
  else assess.coverageShare = dice.share();
  if (dice.chance(0.5)) assess.fundedWeeks = dice.whole(1, 6);
}

function range(dice: Dice, least: number, most: number) {
  const [low, likely, high] = dice.list(3, () => dice.between(least, most)).sort((a, b) => a - b);
  return { low, likely, high };
}
