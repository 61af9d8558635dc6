// sim/scenario/compile-demand.ts: expected arrivals by hour, and the mix of patients.

import { type Days, dayNumberOf, weekdayOf } from '../engine/time.js';
import { AGE_BANDS, AGES, CLASSES, FRAILTIES } from '../hospital/categories.js';
import type { DemandParameters, MixParameters } from '../hospital/parameters.js';
import type { AdmissionMix } from './mix.js';
import type { Model } from './schema.js';
import {
  byDate,
  cumulative,
  cumulativeRows,
  effectTable,
  meanOfValues,
  serviceWeekday,
} from './tables.js';

const WEEKEND_FROM = 5;

export function compileDemand(model: Model, days: Days): DemandParameters {
  const { demand, patients, season } = model;
  const hours = days.count * 24;
  const growth = 1 + demand.growthShare;
  const onDate = byDate(
    days,
    demand.dateIndex.map(({ day, index }) => ({ day, value: index })),
  );
  const weekday = relative(demand.weekdayIndex);
  const referredWeekday = relative(demand.referredWeekdayIndex);
  const hourShare = {
    weekday: shares(demand.hourShare.weekday),
    weekend: shares(demand.hourShare.weekend),
  };
  const referredHours = shares(demand.referredHourShare);
  const attendancesPerHour = new Float64Array(hours);
  const referredPerHour = new Float64Array(hours);
  for (let day = 0; day < days.count; day++) {
    const which = days.weekday[day];
    const byHour = which >= WEEKEND_FROM || days.bankHoliday[day] ? 'weekend' : 'weekday';
    const month = demand.monthIndex[days.month[day] - 1];
    const attendances = demand.attendancesPerDay * growth * month * weekday[which] * onDate[day];
    const service = serviceWeekday(days, day);
    const referred = demand.referredPerDay * growth * referredWeekday[service];
    for (let hour = 0; hour < 24; hour++) {
      attendancesPerHour[day * 24 + hour] = attendances * hourShare[byHour][hour];
      referredPerHour[day * 24 + hour] = referred * referredHours[hour];
    }
  }
  const { monthIndex } = patients.admission;
  const need = season.admissionFactor / meanOfValues(monthIndex);
  return {
    attendancesPerHour,
    referredPerHour,
    fluPerHour: compileFlu(model, days, hourShare.weekday),
    dayEffect: effectTable(demand.dayEffectCv),
    winterEffect: effectTable(demand.winterEffectCv),
    conversionIndex: Float64Array.from(days.month, (month) => monthIndex[month - 1] * need),
  };
}

/** Flu admissions by hour: the weekly rate of the wave, week by ISO week from week 40. */
function compileFlu(model: Model, days: Days, hourShare: Float64Array): Float64Array {
  const { weeklyAdmissionsPer100k, scale } = model.season.flu;
  const perWeek = (model.catchmentPeople / 1e5) * scale;
  const start = waveStart(model.period.firstDay);
  const perHour = new Float64Array(days.count * 24);
  for (let day = 0; day < days.count; day++) {
    const week = Math.floor((days.firstNumber + day - start) / 7);
    const rate = weeklyAdmissionsPer100k[week] ?? 0;
    for (let hour = 0; hour < 24; hour++) {
      perHour[day * 24 + hour] = ((rate * perWeek) / 7) * hourShare[hour];
    }
  }
  return perHour;
}

/** Day number of the Monday of ISO week 40 of the winter that a run reports. */
function waveStart(firstDay: string): number {
  const year = Number(firstDay.slice(0, 4)) - (firstDay.slice(5) < '07-01' ? 1 : 0);
  const january4 = dayNumberOf(`${year}-01-04`); // always in ISO week 1
  return january4 - weekdayOf(january4) + 39 * 7;
}

export function compileMix(model: Model, mix: AdmissionMix): MixParameters {
  const { patients, season } = model;
  const classRows = Array.from({ length: AGES * FRAILTIES }, (_, cell) =>
    mix.classShare.subarray(cell * CLASSES, (cell + 1) * CLASSES),
  );
  return {
    ageShares: [
      cumulative(patients.ageShare),
      cumulative(patients.referredAgeShare),
      cumulative(season.flu.ageShare),
    ],
    frailtyShares: cumulativeRows(AGE_BANDS.map((band) => patients.frailtyShare[band])),
    ambulanceShare: mix.ambulanceShare,
    acuityShares: cumulativeRows([patients.acuityShare.walkIn, patients.acuityShare.ambulance]),
    admissionChance: mix.chance,
    classShares: cumulativeRows(classRows),
  };
}

function relative(values: readonly number[]): number[] {
  const mean = meanOfValues(values);
  return values.map((value) => value / mean);
}

function shares(values: readonly number[]): Float64Array {
  const total = values.reduce((a, b) => a + b, 0);
  return Float64Array.from(values, (value) => value / total);
}
