// sim/scenario/schema-discharge.ts: leaving the hospital: pathways, assessments, delays, coming back.

import { z } from 'zod';
import { DTOC_REASONS } from '../hospital/categories.js';
import {
  amount,
  byAge,
  distribution,
  factor,
  monthDay,
  profile,
  proportions,
  row,
  share,
} from './fields.js';

const attributed = row(3, z.number().min(0).max(1e6), 'NHS, social care, both');
const delayReasonsSchema = z
  .strictObject(
    Object.fromEntries(DTOC_REASONS.map((reason) => [reason, attributed])) as Record<
      (typeof DTOC_REASONS)[number],
      typeof attributed
    >,
  )
  .describe('delayed days by national reason and by who answers for them: relative weights');

export const chcSchema = z
  .strictObject({
    share: z
      .strictObject({
        p1: share('of its patients'),
        p2: share('of its patients'),
        p3: share('of its patients'),
      })
      .describe('patients assessed in full for NHS continuing healthcare'),
    inHospitalShare: share('of these assessments done in the hospital bed'),
  })
  .describe('full assessments for NHS continuing healthcare; they last as other assessments do');

export const readmissionSchema = z
  .strictObject({
    share: byAge(share('of discharges alive of patients who are not frail'), 'readmitted'),
    frailtyOdds: row(3, z.number().min(0).max(100), 'odds of coming back, by frailty'),
    electiveFactor: factor('on the chance after a planned admission'),
    dayShare: profile(30, 'by days since leaving, the first 24 hours first'),
  })
  .describe('patients who leave alive and come back as an emergency within 30 days');

export const dischargeSchema = z.strictObject({
  homeChance: row(7, z.number().min(0).max(1), 'of leaving on a day, Monday first, going home'),
  placedChance: row(7, z.number().min(0).max(1), 'the same once a community place is found'),
  dateFactor: z
    .array(z.strictObject({ day: monthDay('day of the year'), factor: factor('on the chance') }))
    .max(60)
    .describe('days of every year on which more or fewer patients leave'),
  hourShare: profile(24, 'discharges by hour of the day'),
  wardRoundChance: row(
    7,
    z.number().min(0.01).max(1),
    'that the ward round of a day finds a clinical stay over, Monday first',
  ),
  wardRoundHour: z
    .strictObject({ from: z.number().min(0).max(24), to: z.number().min(0).max(24) })
    .refine((hours) => hours.from < hours.to, { error: '"from" before "to"' })
    .describe('hours between which the ward round decides'),
  pathwayShare: byAge(proportions(4, 'P0, P1, P2, P3'), 'pathways of patients who are not frail'),
  frailtyOdds: row(3, z.number().min(0).max(100), 'odds of needing P1-P3, by frailty'),
  assessmentDays: z
    .strictObject({
      p1: distribution('working days'),
      p2: distribution('working days'),
      p3: distribution('working days'),
    })
    .describe('assessment of needs after discharge'),
  noticeDays: amount('until an unfinished assessment counts as a delayed transfer', 60),
  choiceShare: share('of P1-P3 patients who wait for their own or family choice'),
  choiceDays: distribution('of that wait'),
  occupancyElasticity: z
    .number()
    .min(0)
    .max(5)
    .describe('% more discharges for 1 % more occupancy'),
  occupancyReference: share('occupancy at which the chances above hold'),
  shortStayPreparationMinutes: distribution('from the end of a short stay until leaving'),
  delayReasons: delayReasonsSchema.optional(),
  chc: chcSchema.optional(),
  readmission: readmissionSchema.optional(),
});
