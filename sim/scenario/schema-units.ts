// sim/scenario/schema-units.ts: urgent care units apart from A&E: who comes, when they are open.

import { z } from 'zod';
import {
  amount,
  date,
  dayRota,
  distribution,
  levels,
  profile,
  proportions,
  share,
} from './fields.js';

export const UNITS_MAX = 60;

/** A destination of patients that is A&E: the sites of `sentOnTo`, in its shares. */
export const A_AND_E = 'a-and-e';

export const UNIT_TYPES = ['utc', 'miu', 'walkIn', 'visiting'] as const;

const opening = z
  .strictObject({ from: z.number().min(0).max(24), to: z.number().min(0).max(24) })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    error: ({ input }) => `${(input as { from: number }).from} ("from") or later`,
  })
  .describe('hours of the day; equal hours mean closed, 0 and 24 open day and night');

export const openingHours = z
  .strictObject({
    weekday: opening.describe('Monday to Friday'),
    weekend: opening.describe('Saturday, Sunday and bank holidays'),
  })
  .describe('when the doors are open');

const shares = (text: string) =>
  z.record(z.string(), z.number().min(0).max(1)).describe(`${text}, by short name`);

/** One unit. Demand is latent: the same patients set out whether it is open or not. */
export const unitSchema = z.strictObject({
  name: z.string().min(1).max(120).describe('as shown in tables and traces'),
  type: z
    .enum(UNIT_TYPES)
    .describe(
      'utc: urgent treatment centre; miu: minor injury unit; walkIn: walk-in centre; visiting: a ' +
        'team that goes to the patient, whose visits are no attendances',
    ),
  attendancesPerDay: amount('patients a day who set out for it, mean over the year', 3000),
  monthIndex: levels(12, 'relative to the mean of the year, January first').optional(),
  weekdayIndex: profile(7, 'patients by weekday, Monday first'),
  hourShare: z
    .strictObject({
      weekday: profile(24, 'Monday to Friday, from 00:00'),
      weekend: profile(24, 'Saturday and Sunday, from 00:00'),
    })
    .describe('patients by hour of the day, closed hours too'),
  ageShare: proportions(6, 'patients by age band (0-17, 18-39, 40-64, 65-74, 75-84, 85+)'),
  hours: openingHours,
  changes: z
    .array(
      z
        .strictObject({
          from: date('first day'),
          to: date('last day'),
          hours: openingHours,
        })
        .refine(({ from, to }) => from <= to, {
          path: ['to'],
          error: ({ input }) => `${(input as { from: string }).from} ("from") or later`,
        }),
    )
    .max(50)
    .optional()
    .describe('other opening hours by date; of two for one day the later in the list counts'),
  clinicians: dayRota('clinicians (or teams that visit) by hour', 100),
  consultMinutes: distribution('with the clinician (or of a visit with its travel)'),
  needsDepartmentShare: share('of patients who need A&E, by whichever way they come'),
  sentOnTo: shares(
    'of patients who need A&E: sites, adding up to 1; the only site if left out',
  ).optional(),
  travelMinutes: distribution('to A&E or another unit'),
  whenClosed: z
    .strictObject({
      goTo: shares(`of patients who find it closed: sites, units or ${A_AND_E}`),
      returnShare: share('of them who come back when it opens, within seven days'),
    })
    .describe('what patients do who find it closed; the others are looked after elsewhere'),
});

export type UnitModel = z.infer<typeof unitSchema>;
