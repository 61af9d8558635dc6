// sim/scenario/compile-season.ts: waves of illness, cold, growth of some ages and stretches of days
// that differ: as streams of further patients, and as factors by day.

import { type Days, dayNumberOf, weekdayOf } from '../engine/time.js';
import { AGE_65_74, AGE_BANDS, AGES, CLASSES, FRAILTIES, WAVES } from '../hospital/categories.js';
import type { DemandParameters, ExtraStream } from '../hospital/parameters.js';
import { COVID } from '../hospital/patients.js';
import {
  EXTRA_STREAMS,
  STREAM_ATTENDANCES,
  STREAM_COLD,
  STREAM_EXTRA,
  STREAM_FLU,
  STREAM_GROWTH,
  STREAM_GROWTH_REFERRED,
  STREAM_REFERRED,
  STREAMS_PER_SITE,
} from '../hospital/system.js';
import { dayOfText } from '../interventions/definition.js';
import type { AdmissionMix } from './mix.js';
import type { Model } from './schema.js';
import { cumulative } from './tables.js';

const WAVE_WORDS = { rsv: 'RSV', covid: 'COVID-19', other: 'another wave' } as const;

type Season = Model['season'];
type DayFactor = 'attendances' | 'referrals' | 'discharges' | 'communityStarts' | 'electives';

/** Factor of each day on something, from the stretches of days that a season lists. */
export function calendarFactors(model: Model, days: Days, what: DayFactor): Float64Array {
  const factors = new Float64Array(days.count).fill(1);
  for (const stretch of model.season.calendar ?? []) {
    const factor = stretch[what];
    if (factor === undefined) continue;
    eachDay(days, stretch, 0, (day) => {
      factors[day] *= factor;
    });
  }
  return factors;
}

/** Factor on the attendances of all ages on cold days. */
export function coldFactors(model: Model, days: Days): Float64Array {
  const factors = new Float64Array(days.count).fill(1);
  for (const spell of model.season.cold ?? []) {
    eachDay(days, spell, 0, (day) => {
      factors[day] *= 1 + spell.extraAttendancesShare;
    });
  }
  return factors;
}

/** Patients of a weekly wave by hour of the run. */
export function wavePerHour(
  model: Model,
  days: Days,
  wave: Season['flu'],
  hourShare: Float64Array,
): Float64Array {
  const most = Math.max(1, ...(wave.ageFactor ?? []));
  const perWeek = (model.catchmentPeople / 1e5) * wave.scale * most;
  const start = waveStart(model.period.firstDay);
  const perHour = new Float64Array(days.count * 24);
  for (let day = 0; day < days.count; day++) {
    const week = Math.floor((days.firstNumber + day - start) / 7);
    const rate = wave.weeklyAdmissionsPer100k[week] ?? 0;
    for (let hour = 0; hour < 24; hour++) {
      perHour[day * 24 + hour] = ((rate * perWeek) / 7) * hourShare[hour];
    }
  }
  return perHour;
}

/** Day number of the Monday of ISO week 40 of the winter that a run reports. */
export function waveStart(firstDay: string): number {
  const year = Number(firstDay.slice(0, 4)) - (firstDay.slice(5) < '07-01' ? 1 : 0);
  const january4 = dayNumberOf(`${year}-01-04`); // always in ISO week 1
  return january4 - weekdayOf(january4) + 39 * 7;
}

type Base = Pick<DemandParameters, 'attendancesPerHour' | 'referredPerHour'>;
type Extra = Pick<DemandParameters, 'extra' | 'extraOf' | 'keptByAge'>;

/** Streams beyond attendances, referrals and flu, and who of some ages comes less often. */
export function compileExtra(
  model: Model,
  days: Days,
  mix: AdmissionMix,
  base: Base,
  hourShare: Float64Array,
): Extra {
  const extra = [
    ...waveStreams(model, days, hourShare),
    ...coldStreams(model, days, mix, base),
    ...growthStreams(model, base),
  ];
  const extraOf: (ExtraStream | null)[] = Array.from({ length: EXTRA_STREAMS }, () => null);
  for (const one of extra) extraOf[one.stream - STREAM_EXTRA] = one;
  return { extra, extraOf, keptByAge: keptByAge(model) };
}

function waveStreams(model: Model, days: Days, hourShare: Float64Array): ExtraStream[] {
  return WAVES.flatMap((name, i) => {
    const wave = model.season.waves?.[name];
    if (wave === undefined) return [];
    return {
      stream: STREAM_EXTRA + i,
      name: WAVE_WORDS[name],
      perHour: wavePerHour(model, days, wave, hourShare),
      varies: false,
      like: 'wave',
      ageShares: cumulative(wave.ageShare),
      flag: name === 'covid' ? COVID : 0,
      stayFactor: wave.stayFactor,
      criticalShare: wave.criticalShare ?? 0,
    };
  });
}

/** Admissions of 65 and over that follow cold days, in proportion to those of ordinary days. */
function coldStreams(model: Model, days: Days, mix: AdmissionMix, base: Base): ExtraStream[] {
  const { cold = [] } = model.season;
  if (cold.length === 0) return [];
  const byAge = admissionsByAge(mix).map((share, age) => (age >= AGE_65_74 ? share : 0));
  const chance = byAge.reduce((sum, share) => sum + share, 0);
  const more = new Float64Array(days.count);
  for (const spell of cold) {
    eachDay(days, spell, spell.lagDays, (day) => {
      more[day] += spell.extraAdmissionsShare65;
    });
  }
  const most = cold.reduce((a, b) => (b.stayFactor > a.stayFactor ? b : a));
  return [
    {
      stream: STREAM_COLD,
      name: 'ill from the cold',
      perHour: base.attendancesPerHour.map(
        (rate, hour) => rate * chance * more[Math.floor(hour / 24)],
      ),
      varies: true,
      like: 'wave',
      ageShares: cumulative(byAge),
      flag: 0,
      stayFactor: most.stayFactor,
      criticalShare: 0,
    },
  ];
}

/** Emergency admissions through A&E by age, as shares of attendances. */
function admissionsByAge(mix: AdmissionMix): number[] {
  return AGE_BANDS.map((_, age) => {
    let sum = 0;
    for (let bedClass = 0; bedClass < CLASSES; bedClass++) {
      for (let frailty = 0; frailty < FRAILTIES; frailty++) {
        sum += mix.admissions[(bedClass * AGES + age) * FRAILTIES + frailty];
      }
    }
    return sum;
  });
}

/** Growth of an age adds patients of that age, so that everybody else stays the same. */
function growthStreams(model: Model, base: Base): ExtraStream[] {
  const { ageShare, referredAgeShare } = model.patients;
  const grown = growthOf(model).map((growth) => Math.max(0, growth));
  const like = (
    kind: 'attendances' | 'referred',
    stream: number,
    shares: readonly number[],
    perHour: Float64Array,
  ): ExtraStream[] => {
    const added = shares.map((share, age) => share * grown[age]);
    const total = added.reduce((a, b) => a + b, 0);
    if (total === 0) return [];
    return [
      {
        stream,
        name: '',
        perHour: perHour.map((rate) => rate * total),
        varies: true,
        like: kind,
        ageShares: cumulative(added),
        flag: 0,
        stayFactor: 1,
        criticalShare: 0,
      },
    ];
  };
  return [
    ...like('attendances', STREAM_GROWTH, ageShare, base.attendancesPerHour),
    ...like('referred', STREAM_GROWTH_REFERRED, referredAgeShare, base.referredPerHour),
  ];
}

function growthOf(model: Model): number[] {
  const { growthByAge = {} } = model.demand;
  return AGE_BANDS.map((band) => growthByAge[band] ?? 0);
}

/** Chance by age that a candidate of a stream comes; null where everybody does. */
function keptByAge(model: Model): (Float64Array | null)[] {
  const kept: (Float64Array | null)[] = Array.from({ length: STREAMS_PER_SITE }, () => null);
  const growth = growthOf(model);
  if (growth.some((change) => change < 0)) {
    const shares = Float64Array.from(growth, (change) => Math.min(1, 1 + change));
    kept[STREAM_ATTENDANCES] = shares;
    kept[STREAM_REFERRED] = shares;
  }
  kept[STREAM_FLU] = keptOfWave(model.season.flu);
  WAVES.forEach((name, i) => {
    const wave = model.season.waves?.[name];
    if (wave !== undefined) kept[STREAM_EXTRA + i] = keptOfWave(wave);
  });
  return kept;
}

function keptOfWave({ ageFactor }: Pick<Season['flu'], 'ageFactor'>): Float64Array | null {
  if (ageFactor === undefined) return null;
  const most = Math.max(1, ...ageFactor);
  return Float64Array.from(ageFactor, (factor) => factor / most);
}

/** Calls for each day of the run between two, shifted by a lag. */
function eachDay(
  days: Days,
  { from, to }: { from: string; to: string },
  lagDays: number,
  visit: (day: number) => void,
): void {
  const first = Math.max(0, dayOfText(days, from) + lagDays);
  const last = Math.min(days.count - 1, dayOfText(days, to) + lagDays);
  for (let day = first; day <= last; day++) visit(day);
}
