// test/differential/random-care.ts: made-up A&E, stays and discharge.

import type { Model } from '../../sim/scenario/schema.js';
import type { Dice } from './dice.js';
import { byAge } from './random-demand.js';
import { daysOfYear } from './random-scenario.js';

/** Staff by hour: a steady number, a different one each hour, or halves. */
function rota(dice: Dice, most: number): { weekday: number[]; weekend: number[] } {
  const steady = dice.capacity(most);
  const row = () => {
    const changing = dice.chance(0.6);
    const half = dice.chance(0.1) ? 0.5 : 0;
    return dice.list(24, () => (changing ? dice.whole(0, most) : steady) + half);
  };
  return { weekday: row(), weekend: row() };
}

export function randomDepartment(dice: Dice): Model['department'] {
  return {
    spaces: { resus: dice.capacity(3), majors: dice.capacity(14), minors: dice.capacity(6) },
    assessmentNurses: rota(dice, 2),
    majorsClinicians: rota(dice, 5),
    minorsClinicians: rota(dice, 3),
    primaryCareClinicians: rota(dice, 1),
    yellowMinorsShare: dice.share(),
    fitToSitShare: dice.share(),
    primaryCareShare: dice.share(),
    primaryCareCompleteShare: dice.share(),
    impatientShare: dice.share(),
    patienceMinutes: dice.distribution(120),
    handoverMinutes: dice.distribution(12),
    assessmentMinutes: dice.distribution(8),
    consultMinutes: {
      resus: dice.distribution(48),
      majors: dice.distribution(32),
      minors: dice.distribution(20),
    },
    investigatedShare: dice.list(3, () => dice.share()),
    investigationMinutes: {
      resus: dice.distribution(60),
      majors: dice.distribution(80),
      minors: dice.distribution(40),
    },
    reviewMinutes: dice.distribution(12),
    ageFactor: byAge(() => dice.pick([0, 0.5, 1, 1, 1.25])),
    ...(dice.chance(0.3) ? { monthFactor: dice.list(12, () => dice.pick([0.5, 1, 1.2])) } : {}),
    specialtyMinutes: dice.distribution(48),
    departureMinutes: dice.distribution(16),
    primaryCareMinutes: dice.distribution(16),
  };
}

export function randomStays(dice: Dice): Model['stays'] {
  const level = () => dice.between(0.3, 1.8);
  return {
    shortShare: byAge(() => dice.share()),
    shortMinutes: dice.distribution(320),
    meanDays: byAge(() => dice.between(0.1, 7)),
    classFactor: dice.list(4, level),
    frailtyFactor: dice.list(3, level),
    cv: dice.pick([0.2, 1, 2.5]),
    winterEffectCv: dice.pick([0, 0.05, 0.3]),
    electiveDays: dice.distribution(4),
    monthIndex: dice.list(12, level),
    fluFactor: dice.between(0, 2),
    deathShare: byAge(() => dice.share() * 0.5),
    deathFrailtyFactor: dice.list(3, level),
  };
}

export function randomDischarge(dice: Dice): Model['discharge'] {
  const from = dice.pick([0, 6, 9, 9.5, 18]);
  return {
    homeChance: dice.list(7, () => dice.share()),
    placedChance: dice.list(7, () => dice.share()),
    dateFactor: daysOfYear(dice),
    hourShare: dice.peaked(24),
    wardRoundChance: dice.list(7, () => dice.between(0.1, 1)),
    wardRoundHour: { from, to: from + dice.pick([1, 3, 6]) },
    pathwayShare: byAge(() => dice.proportions(4)),
    frailtyOdds: dice.list(3, () => dice.between(0, 4)),
    assessmentDays: {
      p1: dice.distribution(1),
      p2: dice.distribution(2),
      p3: dice.distribution(4),
    },
    noticeDays: dice.pick([0, 1, 2, 60]),
    choiceShare: dice.share(),
    choiceDays: dice.distribution(4),
    occupancyElasticity: dice.pick([0, 0.5, 5]),
    occupancyReference: dice.share(),
    shortStayPreparationMinutes: dice.distribution(120),
  };
}
