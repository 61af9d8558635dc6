// test/micro/quiet-model.ts: a tiny hospital in which nothing is left to chance: every duration is
// fixed, every share is a half or equal parts, so that a script can say which side a draw falls on.

import { AGE_BANDS } from '../../sim/hospital/categories.js';
import type { Model } from '../../sim/scenario/schema.js';

const fixed = (value: number) => ({ distribution: 'fixed' as const, value });
const of = (length: number, value: number): number[] => new Array<number>(length).fill(value);
const rota = (staff: number) => ({ weekday: of(24, staff), weekend: of(24, staff) });

function byAge<T>(make: (age: number) => T) {
  const entries = AGE_BANDS.map((band, age) => [band, make(age)] as const);
  return Object.fromEntries(entries) as Record<(typeof AGE_BANDS)[number], T>;
}

/** Days by age band of the clinical stay: 1 for 0-17 up to 6 for 85+. */
const stayDays = (age: number) => age + 1;

/** Eight days from Monday 2 October 2017, without a lead-in. */
export function quietModel(): Model {
  return {
    period: { firstDay: '2017-10-02', lastDay: '2017-10-09', leadInDays: 0 },
    catchmentPeople: 100_000,
    demand: {
      attendancesPerDay: 24,
      referredPerDay: 24,
      growthShare: 0,
      monthIndex: of(12, 1),
      weekdayIndex: of(7, 1),
      hourShare: { weekday: of(24, 1), weekend: of(24, 1) },
      referredWeekdayIndex: of(7, 1),
      referredHourShare: of(24, 1),
      dateIndex: [],
      dayEffectCv: 0,
      winterEffectCv: 0,
    },
    patients: {
      ageShare: of(6, 1 / 6),
      referredAgeShare: of(6, 1 / 6),
      frailtyShare: byAge(() => of(3, 1 / 3)),
      ambulanceShare: byAge(() => 0.5),
      ambulanceFrailtyOdds: of(3, 1),
      acuityShare: { walkIn: of(5, 0.2), ambulance: of(5, 0.2) },
      admission: {
        overallShare: 0.5,
        chance: byAge(() => 0.5),
        frailtyOdds: of(3, 1),
        ambulanceOdds: 1,
        acuityOdds: of(5, 1),
        monthIndex: of(12, 1),
      },
      classShare: byAge(() => of(4, 0.25)),
      frailOlderPeopleShare: 0.5,
    },
    department: {
      spaces: { resus: 1, majors: 1, minors: 1 },
      assessmentNurses: rota(1),
      majorsClinicians: rota(1),
      minorsClinicians: rota(1),
      primaryCareClinicians: rota(0),
      yellowMinorsShare: 0.5,
      fitToSitShare: 0.5,
      primaryCareShare: 0.5,
      primaryCareCompleteShare: 0.5,
      impatientShare: 0.5,
      patienceMinutes: fixed(90),
      handoverMinutes: fixed(10),
      assessmentMinutes: fixed(5),
      consultMinutes: { resus: fixed(30), majors: fixed(20), minors: fixed(15) },
      investigatedShare: of(3, 0.5),
      investigationMinutes: { resus: fixed(60), majors: fixed(60), minors: fixed(60) },
      reviewMinutes: fixed(10),
      ageFactor: byAge(() => 1),
      specialtyMinutes: fixed(30),
      departureMinutes: fixed(5),
      primaryCareMinutes: fixed(12),
    },
    beds: {
      assessment: { core: 0 },
      medical: { core: 1 },
      surgical: { core: 1 },
      olderPeople: { core: 0 },
      children: { core: 1 },
      changes: [],
      flex: { most: 0, meetingHours: [], openAboveWaiting: 0, closeAboveFree: 0 },
      turnaroundMinutes: fixed(40),
      transferMinutes: fixed(20),
      assessmentStayMinutes: fixed(600),
      directAfterMinutes: 0,
      outlierAfterMinutes: 100_000,
      outlierKeepFreeBeds: 0,
      surgicalOutliersToMedical: false,
    },
    stays: {
      shortShare: byAge(() => 0.5),
      shortMinutes: fixed(240),
      meanDays: byAge(stayDays),
      classFactor: of(4, 1),
      frailtyFactor: of(3, 1),
      cv: 1, // the harness puts a stay of exactly the mean in its place
      winterEffectCv: 0,
      electiveDays: fixed(2),
      monthIndex: of(12, 1),
      fluFactor: 1,
      deathShare: byAge(() => 0.5),
      deathFrailtyFactor: of(3, 1),
    },
    discharge: {
      homeChance: of(7, 0.5),
      placedChance: of(7, 0.5),
      dateFactor: [],
      hourShare: of(24, 1), // the harness puts 12:30 in its place
      wardRoundChance: of(7, 0.5),
      wardRoundHour: { from: 9, to: 11 }, // the harness puts 10:00 in its place
      pathwayShare: byAge(() => of(4, 0.25)),
      frailtyOdds: of(3, 1),
      assessmentDays: { p1: fixed(1), p2: fixed(2), p3: fixed(3) },
      noticeDays: 2,
      choiceShare: 0.5,
      choiceDays: fixed(2),
      occupancyElasticity: 0,
      occupancyReference: 0.9,
      shortStayPreparationMinutes: fixed(60),
    },
    community: {
      p1: { places: 1, stayDays: fixed(3), initialShare: 0 },
      p2: { places: 1, stayDays: fixed(5), initialShare: 0 },
      p3: { places: 1, stayDays: fixed(7), initialShare: 0 },
      changes: [],
      startShare: of(7, 1),
      dateFactor: [],
      roundHour: 14,
    },
    electives: {
      perDay: of(7, 0),
      dateFactor: [],
      bankHolidayFactor: 1,
      bedNeededHour: fixed(11),
      emergencyReserveBeds: 0,
      expectedDischargeShare: 0,
    },
    census: { occupancyShare: 0, delayedShare: 0, electiveShare: 0 },
    season: {
      flu: { weeklyAdmissionsPer100k: of(60, 7), scale: 1, ageShare: of(6, 1 / 6) },
      admissionFactor: 1,
      stayFactor: 1,
    },
    interventions: {},
  };
}
