// sim/scenario/schema-demand.ts: who comes to the hospital, when, and how sick.

import { z } from 'zod';
import { AGE_BANDS } from '../hospital/categories.js';
import {
  amount,
  byAge,
  effectCv,
  factor,
  levels,
  monthDay,
  positive,
  profile,
  proportions,
  row,
  share,
} from './fields.js';

const level = z.number().min(0).max(20);

const growth = z.number().min(-1).max(4).optional();
const growthByAge = z
  .strictObject(
    Object.fromEntries(AGE_BANDS.map((band) => [band, growth])) as Record<
      (typeof AGE_BANDS)[number],
      typeof growth
    >,
  )
  .describe('change of attendances and referrals of an age band: 0.068 is 6.8 % more');

/** Expected patients by hour of the run. */
export const demandSchema = z.strictObject({
  attendancesPerDay: amount('type 1 attendances a day, mean over the year', 3000),
  referredPerDay: amount('patients a day referred by a GP straight to a bed', 500),
  growthShare: z
    .number()
    .min(-1)
    .max(4)
    .describe('change of all demand against the base: 0.05 is 5 % more'),
  growthByAge: growthByAge.optional(),
  monthIndex: levels(12, 'attendances relative to the mean of the year, January first'),
  weekdayIndex: profile(7, 'attendances by weekday, Monday first'),
  hourShare: z
    .strictObject({
      weekday: profile(24, 'Monday to Friday, from 00:00'),
      weekend: profile(24, 'Saturday and Sunday, from 00:00'),
    })
    .describe('arrivals by hour of the day'),
  referredWeekdayIndex: profile(7, 'referrals by weekday, Monday first'),
  referredHourShare: profile(24, 'referrals by hour of the day'),
  dateIndex: z
    .array(z.strictObject({ day: monthDay('day of the year'), index: factor('of attendances') }))
    .max(60)
    .describe('days of every year with more or fewer attendances, such as Christmas Day'),
  dayEffectCv: effectCv(
    0.5,
    'variation of the expected attendances from day to day beyond Poisson',
  ),
  winterEffectCv: effectCv(
    0.3,
    'variation of the level of demand from winter to winter, unknown beforehand',
  ),
});

/** Who the patients are. */
export const patientsSchema = z.strictObject({
  ageShare: proportions(6, 'attendances by age band (0-17, 18-39, 40-64, 65-74, 75-84, 85+)'),
  referredAgeShare: proportions(6, 'referred and elective patients by age band'),
  frailtyShare: byAge(
    proportions(3, 'not frail (CFS 1-4), moderately frail (5-6), severely frail (7+)'),
    'frailty of attendances',
  ),
  ambulanceShare: byAge(share('that arrives by ambulance'), 'arrival by ambulance'),
  ambulanceFrailtyOdds: row(3, level, 'odds of coming by ambulance, by frailty'),
  acuityShare: z
    .strictObject({
      walkIn: proportions(5, 'red, orange, yellow, green, blue'),
      ambulance: proportions(5, 'red, orange, yellow, green, blue'),
    })
    .describe('Manchester triage category by mode of arrival'),
  admission: z
    .strictObject({
      overallShare: share('of all attendances that need admission, mean over the year'),
      chance: byAge(share('that needs admission'), 'relative need for admission'),
      frailtyOdds: row(3, level, 'odds of needing admission, by frailty'),
      ambulanceOdds: positive('odds of needing admission when brought by ambulance', 100),
      acuityOdds: row(5, z.number().min(0).max(100), 'odds of needing admission, red to blue'),
      monthIndex: levels(12, 'need for admission relative to the year, January first'),
    })
    .describe('latent need for admission'),
  classShare: byAge(
    proportions(4, 'medical, surgical, older people, children'),
    'class of bed of those who are not frail',
  ),
  frailOlderPeopleShare: share(
    'of frail medical patients of 75 and over who belong to older people',
  ),
});
