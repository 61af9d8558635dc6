// sim/scenario/compile-demand.ts: expected arrivals by hour, and the mix of patients.

import type { Days } from '../engine/time.js';
import { AGE_BANDS, AGES, CLASSES, FRAILTIES } from '../hospital/categories.js';
import type { DemandParameters, MixParameters } from '../hospital/parameters.js';
import { calendarFactors, coldFactors, compileExtra, wavePerHour } from './compile-season.js';
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

export function compileDemand(model: Model, days: Days, mix: AdmissionMix): DemandParameters {
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
  const stretch = calendarFactors(model, days, 'attendances');
  const referredStretch = calendarFactors(model, days, 'referrals');
  const cold = coldFactors(model, days);
  const attendancesPerHour = new Float64Array(hours);
  const referredPerHour = new Float64Array(hours);
  for (let day = 0; day < days.count; day++) {
    const which = days.weekday[day];
    const byHour = which >= WEEKEND_FROM || days.bankHoliday[day] ? 'weekend' : 'weekday';
    const month = demand.monthIndex[days.month[day] - 1];
    const attendances = demand.attendancesPerDay * growth * month * weekday[which] * onDate[day];
    const differs = stretch[day] * cold[day]; // 1 on most days
    const service = serviceWeekday(days, day);
    const referred =
      demand.referredPerDay * growth * referredWeekday[service] * referredStretch[day];
    for (let hour = 0; hour < 24; hour++) {
      attendancesPerHour[day * 24 + hour] = attendances * hourShare[byHour][hour] * differs;
      referredPerHour[day * 24 + hour] = referred * referredHours[hour];
    }
  }
  const { monthIndex } = patients.admission;
  const need = season.admissionFactor / meanOfValues(monthIndex);
  const base = { attendancesPerHour, referredPerHour };
  return {
    ...base,
    fluPerHour: wavePerHour(model, days, season.flu, hourShare.weekday),
    ...compileExtra(model, days, mix, base, hourShare.weekday),
    dayEffect: effectTable(demand.dayEffectCv),
    winterEffect: effectTable(demand.winterEffectCv),
    conversionIndex: Float64Array.from(days.month, (month) => monthIndex[month - 1] * need),
  };
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
