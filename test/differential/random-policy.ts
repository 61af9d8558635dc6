// test/differential/random-policy.ts: made-up pressure policies: triggers that are reached often.

import { POOLS } from '../../sim/hospital/categories.js';
import { MEASURES } from '../../sim/hospital/measures.js';
import type { Model } from '../../sim/scenario/schema.js';
import type { Action, Relief } from '../../sim/scenario/schema-policy.js';
import type { Dice } from './dice.js';
import { datesIn, type Run } from './random-scenario.js';

type Policy = NonNullable<Model['policy']>;

export function randomPolicy(dice: Dice, run: Run): Policy {
  return {
    opel: {
      pointsFrom: {
        occupancyShare: [0.5, 0.9],
        waitingForBed: [1, 4],
        crewsWaiting: [1],
        extraBedsShare: [0.05],
      },
      levelsFrom: [1, 2, 4],
    },
    ...(dice.chance(0.3) ? { staffedBedsMost: dice.whole(0, 8) } : {}),
    actions: dice.list(dice.whole(0, 4), (i) => randomAction(dice, run, i)),
  };
}

function randomAction(dice: Dice, run: Run, index: number): Action {
  return {
    name: `action ${index + 1}`,
    trigger: randomTrigger(dice),
    hours: dice.pick([[8], [0, 8, 16], [9, 12, 13, 20, 23], dice.list(24, (hour) => hour)]),
    leadHours: dice.pick([0, 0, 1, 4, 30]),
    leastHours: dice.pick([0, 0, 1, 24, 100]),
    ...(dice.chance(0.2) ? { ...datesIn(dice, run), rampDays: dice.pick([0, 3]) } : {}),
    relief: randomRelief(dice),
  };
}

function randomTrigger(dice: Dice): Action['trigger'] {
  const measure = dice.pick(MEASURES);
  const most = { occupancyShare: 1.2, delayedShare: 0.5, extraBedsShare: 0.3, majorsShare: 2 };
  const high = (most as Record<string, number>)[measure] ?? 4;
  const on = Math.max(0.01, dice.between(0, high));
  return { measure, on, off: Math.max(0.01, on * dice.pick([1, 0.8, 0.5])) };
}

function randomRelief(dice: Dice): Relief {
  const places = () => ({ medical: dice.whole(0, 4), surgical: dice.whole(0, 2), children: 1 });
  const reliefs: Relief = {
    escalationBeds: { pool: dice.pick(POOLS), beds: dice.capacity(8) },
    boarding: { places: places(), afterHours: dice.pick([0, 1, 4]) },
    fullCapacity: { each: { medical: 1, olderPeople: 2 }, most: { medical: 3, olderPeople: 3 } },
    dischargePush: { factor: 1.3, days: 2, reboundFactor: 0.8, reboundDays: 3 },
    cancelElectives: { share: dice.share() },
  };
  const kept = Object.entries(reliefs).filter(() => dice.chance(0.4));
  return kept.length > 0 ? Object.fromEntries(kept) : { cancelElectives: { share: 0.5 } };
}
