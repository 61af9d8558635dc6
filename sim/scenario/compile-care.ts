// sim/scenario/compile-care.ts: clinical stays, discharge, and who is in bed at the start.

import { lengthBiased, tableMean, tabulate } from '../engine/quantile-table.js';
import type { Days } from '../engine/time.js';
import {
  AGE_BANDS,
  AGES,
  ATTRIBUTIONS,
  BED_CLASSES,
  CLASSES,
  DTOC_REASONS,
  FRAILTIES,
  MEDICAL,
  OLDER_PEOPLE,
  P0,
} from '../hospital/categories.js';
import type {
  CensusParameters,
  DelayShares,
  DischargeParameters,
  StayParameters,
} from '../hospital/parameters.js';
import { calendarFactors } from './compile-season.js';
import { type AdmissionMix, chancesOf, meanStayDays } from './mix.js';
import type { Model } from './schema.js';
import {
  byDate,
  cumulative,
  cumulativeRows,
  DURATION_MINUTES_MAX,
  daysTable,
  effectTable,
  meanOfValues,
  serviceWeekday,
  tableOf,
} from './tables.js';

const DAY = 1440;
const CELLS = AGES * FRAILTIES;
const WORKING_WEEKDAYS = 5;

export function compileStays(model: Model, days: Days): StayParameters {
  const { stays, season } = model;
  const electiveDays = daysTable(stays.electiveDays);
  const electiveMinutes = tableMean(electiveDays);
  const level = season.stayFactor / meanOfValues(stays.monthIndex);
  const winterEffect = effectTable(stays.winterEffectCv);
  const index = Float64Array.from(days.month, (month) => stays.monthIndex[month - 1] * level);
  const byCell = (value: (age: number, frailty: number) => number) =>
    Float64Array.from({ length: CELLS }, (_, cell) =>
      value(Math.floor(cell / FRAILTIES), cell % FRAILTIES),
    );
  const meanMinutes = BED_CLASSES.map((_, bedClass) =>
    byCell((age, frailty) => meanStayDays(model, bedClass, age, frailty) * DAY),
  );
  // A stay is its mean × unit × index × effect of the winter (× flu): all together have an end.
  const most = (values: Iterable<number>) => Math.max(1, ...values);
  const factors =
    most(index) * most(winterEffect) * most([stays.fluFactor, ...illnessFactors(season)]);
  const unitMost = (minutes: number) => DURATION_MINUTES_MAX / factors / Math.max(1, minutes);
  const longest = unitMost(most(meanMinutes.flatMap((row) => [...row])));
  const unit = tableOf({ distribution: 'lognormal', mean: 1, cv: stays.cv }).map((value) =>
    Math.min(value, longest),
  );
  const unitInBed = lengthBiased(unit);
  // A stay of no time at all has no shape; its unit is 1, as that of a fixed stay.
  const electiveUnit = electiveDays.map((minutes) =>
    electiveMinutes > 0 ? Math.min(minutes / electiveMinutes, unitMost(electiveMinutes)) : 1,
  );
  return {
    shortShare: BED_CLASSES.map(() => byCell((age) => stays.shortShare[AGE_BANDS[age]])),
    shortMinutes: tableOf(stays.shortMinutes),
    unit: BED_CLASSES.map(() => unit),
    electiveUnit,
    unitInBed: BED_CLASSES.map(() => unitInBed),
    electiveUnitInBed: lengthBiased(electiveUnit),
    meanMinutes,
    electiveMinutes,
    winterEffect,
    index,
    fluFactor: stays.fluFactor,
    deathChance: byCell((age, frailty) =>
      Math.min(1, stays.deathShare[AGE_BANDS[age]] * stays.deathFrailtyFactor[frailty]),
    ),
  };
}

/** Factors on stays of the illnesses of a season beside flu. */
function illnessFactors({ waves = {}, cold = [] }: Model['season']): number[] {
  return [...Object.values(waves), ...cold].flatMap((of) => (of ? [of.stayFactor] : []));
}

export function compileDischarge(model: Model, days: Days): DischargeParameters {
  const { discharge } = model;
  const onDate = byDate(
    days,
    discharge.dateFactor.map(({ day, factor }) => ({ day, value: factor })),
  );
  const stretch = calendarFactors(model, days, 'discharges');
  const chance = (row: readonly number[]) =>
    Float64Array.from({ length: days.count }, (_, day) =>
      Math.min(1, row[serviceWeekday(days, day)] * onDate[day] * stretch[day]),
    );
  const { from, to } = discharge.wardRoundHour;
  const { p1, p2, p3 } = discharge.assessmentDays;
  return {
    homeChance: chance(discharge.homeChance),
    placedChance: chance(discharge.placedChance),
    minuteOfDay: hourTable(discharge.hourShare),
    wardRoundChance: chance(discharge.wardRoundChance),
    wardRoundMinute: tableOf({ distribution: 'uniform', low: from * 60, high: to * 60 }),
    pathwayShares: cumulativeRows(pathwayRows(model)),
    assessmentMinutes: [null, daysTable(p1), daysTable(p2), daysTable(p3)],
    workingDay: Uint8Array.from({ length: days.count }, (_, day) =>
      Number(serviceWeekday(days, day) < WORKING_WEEKDAYS),
    ),
    noticeMinutes: discharge.noticeDays * DAY,
    choiceShare: discharge.choiceShare,
    choiceMinutes: daysTable(discharge.choiceDays),
    occupancyElasticity: discharge.occupancyElasticity,
    occupancyReference: discharge.occupancyReference,
    delays: compileDelays(discharge.delayReasons),
    chc: compileChc(discharge.chc),
    earlierMinutes: null,
    expectedDateShare: null,
    lounge: null,
    reviews: null,
    shortStayPreparationMinutes: tableOf(discharge.shortStayPreparationMinutes),
  };
}

/** Which waits of the model a national reason belongs to: assessment, choice, P1, P2, P3 place. */
const REASONS_OF_WAIT: readonly (typeof DTOC_REASONS)[number][][] = [
  ['assessment', 'publicFunding', 'disputes'],
  ['choice'],
  ['homeCarePackage', 'equipment', 'housing'],
  ['nonAcuteNhsCare'],
  ['residentialHome', 'nursingHome'],
];

function compileDelays(reasons: Model['discharge']['delayReasons']): DelayShares[] | null {
  if (reasons === undefined) return null;
  return REASONS_OF_WAIT.map((names) => {
    const weights = names.flatMap((name) => {
      const reason = DTOC_REASONS.indexOf(name);
      return reasons[name].map((weight, i) => ({ weight, code: reason * ATTRIBUTIONS.length + i }));
    });
    const given = weights.filter(({ weight }) => weight > 0);
    return {
      codes: Uint8Array.from(given, ({ code }) => code),
      cumulative: cumulative(given.map(({ weight }) => weight)),
    };
  });
}

function compileChc(chc: Model['discharge']['chc']): DischargeParameters['chc'] {
  if (chc === undefined) return null;
  const { p1, p2, p3 } = chc.share;
  return { share: Float64Array.of(0, p1, p2, p3), inBedShare: chc.inHospitalShare };
}

/** Minute of the day with a constant density within each hour. */
export function hourTable(hourShare: readonly number[]) {
  const sums = cumulative(hourShare);
  return tabulate((p) => {
    const hour = sums.findIndex((sum) => p < sum);
    const h = hour < 0 ? 23 : hour;
    const before = h === 0 ? 0 : sums[h - 1];
    const part = sums[h] > before ? (p - before) / (sums[h] - before) : 0;
    return Math.min(1439.99, (h + part) * 60);
  });
}

/** Pathways by age and frailty: frailty raises the odds of needing P1-P3. */
function pathwayRows(model: Model): number[][] {
  const { pathwayShare, frailtyOdds } = model.discharge;
  const { frailtyShare } = model.patients;
  return AGE_BANDS.flatMap((band) => {
    const row = pathwayShare[band];
    const supported = 1 - row[P0];
    const chances = chancesOf(supported, frailtyShare[band], frailtyOdds);
    return chances.map((chance) =>
      row.map((share, pathway) => {
        if (pathway === P0) return 1 - chance;
        return supported > 0 ? (share / supported) * chance : 0;
      }),
    );
  });
}

export function compileCensus(model: Model, mix: AdmissionMix): CensusParameters {
  const { census } = model;
  const pathways = pathwayRows(model);
  const weights = (
    bedClass: number,
    value: (age: number, frailty: number, cell: number) => number,
  ) =>
    cumulative(
      Float64Array.from({ length: CELLS }, (_, cell) => {
        const admitted = mix.admissions[bedClass * CELLS + cell];
        return admitted * value(Math.floor(cell / FRAILTIES), cell % FRAILTIES, cell);
      }),
    );
  const longer = (age: number) => 1 - model.stays.shortShare[AGE_BANDS[age]];
  const medical = totalOf(mix, MEDICAL);
  const older = totalOf(mix, OLDER_PEOPLE);
  const classes = new Float64Array(CLASSES);
  classes[MEDICAL] = medical;
  classes[OLDER_PEOPLE] = older;
  return {
    occupancyShare: census.occupancyShare,
    delayedShare: census.delayedShare,
    electiveShare: census.electiveShare,
    inBedShares: BED_CLASSES.map((_, bedClass) =>
      weights(
        bedClass,
        (age, frailty) => longer(age) * meanStayDays(model, bedClass, age, frailty),
      ),
    ),
    delayedShares: BED_CLASSES.map((_, bedClass) =>
      weights(bedClass, (age, _frailty, cell) => longer(age) * (1.05 - pathways[cell][P0])),
    ),
    assessmentClassShares: cumulative(classes),
  };
}

function totalOf(mix: AdmissionMix, bedClass: number): number {
  let sum = 0;
  for (let cell = 0; cell < CELLS; cell++) sum += mix.admissions[bedClass * CELLS + cell];
  return sum;
}
