// test/differential/random-demand.ts: made-up arrivals and patients.

import { AGE_BANDS } from '../../sim/hospital/categories.js';
import type { Model } from '../../sim/scenario/schema.js';
import type { Dice } from './dice.js';
import { daysOfYear } from './random-scenario.js';

const QUIET_CHANCE = 0.05;

/** The same kind of value for each age band. */
export function byAge<T>(make: () => T): Record<(typeof AGE_BANDS)[number], T> {
  const entries = AGE_BANDS.map((band) => [band, make()] as const);
  return Object.fromEntries(entries) as Record<(typeof AGE_BANDS)[number], T>;
}

export function randomDemand(dice: Dice): Model['demand'] {
  const quiet = dice.chance(QUIET_CHANCE);
  const weekday = dice.peaked(24);
  const inOneHour = weekday.filter((weight) => weight > 0).length === 1;
  return {
    attendancesPerDay: quiet ? 0 : dice.between(1, inOneHour ? 8 : 50),
    referredPerDay: quiet ? 0 : dice.between(0, 6),
    growthShare: dice.chance(0.03) ? -1 : dice.between(-0.3, 0.5),
    monthIndex: dice.list(12, () => dice.between(0.5, 1.5)),
    weekdayIndex: dice.profile(7),
    hourShare: { weekday, weekend: dice.profile(24) },
    referredWeekdayIndex: dice.profile(7),
    referredHourShare: dice.peaked(24),
    dateIndex: daysOfYear(dice).map(({ day, factor }) => ({ day, index: factor })),
    dayEffectCv: dice.pick([0, 0.05, 0.5]),
    winterEffectCv: dice.pick([0, 0.02, 0.3]),
  };
}

export function randomPatients(dice: Dice): Model['patients'] {
  const level = () => dice.between(0.2, 3);
  return {
    ageShare: dice.proportions(6),
    referredAgeShare: dice.proportions(6),
    frailtyShare: byAge(() => dice.proportions(3)),
    ambulanceShare: byAge(() => dice.share()),
    ambulanceFrailtyOdds: dice.list(3, level),
    acuityShare: { walkIn: dice.proportions(5), ambulance: dice.proportions(5) },
    admission: {
      overallShare: dice.share(),
      chance: byAge(() => dice.share()),
      frailtyOdds: dice.list(3, level),
      ambulanceOdds: level(),
      acuityOdds: dice.list(5, level),
      monthIndex: dice.list(12, () => dice.between(0.8, 1.2)),
    },
    classShare: byAge(() => dice.proportions(4)),
    frailOlderPeopleShare: dice.share(),
  };
}

export function randomSeason(dice: Dice): Model['season'] {
  return {
    flu: {
      weeklyAdmissionsPer100k: dice.list(dice.whole(1, 30), () => dice.capacity(30)),
      scale: dice.pick([0, 0.5, 1, 2]),
      ageShare: dice.proportions(6),
    },
    admissionFactor: dice.between(0.5, 1.5),
    stayFactor: dice.between(0.5, 1.5),
  };
}
