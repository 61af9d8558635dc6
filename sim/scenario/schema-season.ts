// sim/scenario/schema-season.ts: what differs between winters: waves of illness, cold, norovirus,
// staff sickness, holidays. What is left out does not happen.

import { z } from 'zod';
import type { WAVES } from '../hospital/categories.js';
import { amount, dateOrDay, distribution, factor, levels, row, share } from './fields.js';

const weeklyAdmissionsPer100k = z
  .array(z.number().min(0).max(200))
  .min(1)
  .max(60)
  .describe('hospital admissions per 100,000 people a week, from ISO week 40');

const ageShare = row(6, z.number().min(0).max(1), 'of its patients by age band');

const ageFactor = row(
  6,
  z.number().min(0).max(5),
  'on its patients of each age band, such as by vaccination',
).optional();

const waveSchema = z.strictObject({
  weeklyAdmissionsPer100k,
  scale: factor('on the whole wave'),
  ageShare,
  ageFactor,
  stayFactor: factor('on the clinical stays of its patients'),
  criticalShare: share('of its adult patients who need critical care first').optional(),
});

const coldSchema = z.strictObject({
  from: dateOrDay('first cold day'),
  to: dateOrDay('last cold day'),
  lagDays: z.int().min(0).max(60).describe('days by which its patients follow the cold'),
  extraAdmissionsShare65: z
    .number()
    .min(0)
    .max(3)
    .describe('more emergency admissions of people of 65 and over: 0.1 is 10 % more'),
  extraAttendancesShare: z
    .number()
    .min(0)
    .max(3)
    .describe('more attendances of all ages on the cold days themselves, such as falls on ice'),
  stayFactor: factor('on the clinical stays of the extra admissions'),
});

const norovirusSchema = z.strictObject({
  outbreaksPer100BedsWeek: amount('outbreaks a week for each 100 adult ward beds', 20),
  monthIndex: levels(12, 'outbreaks relative to the mean of the year, January first'),
  wardShare: share('of outbreaks that close a whole ward'),
  bayBeds: z.int().min(1).max(12).describe('beds of a bay'),
  wardBeds: z.int().min(1).max(60).describe('beds of a ward'),
  closedDays: distribution('from closing to reopening'),
  reusedShare: share('of beds left in it that take a further patient, ill or exposed').optional(),
});

const sicknessSchema = z.strictObject({
  plannedShare: share('of staff absent for sickness that rosters allow for'),
  weeklyAbsentShare: z
    .array(z.number().min(0).max(1))
    .min(1)
    .max(60)
    .describe('of staff absent for sickness, from ISO week 40; the planned share in other weeks'),
  coveredShare: share('of the absence beyond the plan that bank and agency staff cover'),
});

const calendarSchema = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(60).describe('what it is'),
      from: dateOrDay('first day'),
      to: dateOrDay('last day'),
      attendances: factor('on attendances').optional(),
      referrals: factor('on patients referred by a GP').optional(),
      discharges: factor('on the chances to leave').optional(),
      communityStarts: factor('on the share of free community places that are filled').optional(),
      electives: factor('on planned admissions').optional(),
    }),
  )
  .max(60)
  .describe('stretches of days with more or fewer: Christmas, Easter, the January rebound');

const vaccinationSchema = z.strictObject({
  uptakeShare65: share('of people of 65 and over vaccinated against flu'),
  uptakeShareAtRisk: share('of people under 65 at risk vaccinated'),
  uptakeShareStaff: share('of staff vaccinated'),
});

/** A wave of flu and what else differs between winters. */
export const seasonSchema = z.strictObject({
  flu: z
    .strictObject({
      weeklyAdmissionsPer100k: weeklyAdmissionsPer100k.describe(
        'hospital admissions with flu per 100,000 people a week, from ISO week 40',
      ),
      scale: factor('on the whole wave'),
      ageShare: ageShare.describe('of flu patients by age band'),
      ageFactor,
    })
    .describe('flu wave'),
  admissionFactor: factor('on the need for admission of other patients'),
  stayFactor: factor('on clinical stays'),
  waves: z
    .strictObject({
      rsv: waveSchema.optional().describe('respiratory syncytial virus, mostly children'),
      covid: waveSchema.optional().describe('COVID-19: its patients are counted apart'),
      other: waveSchema.optional().describe('any further wave'),
    } satisfies Record<(typeof WAVES)[number], z.ZodType>)
    .optional()
    .describe('waves beside flu'),
  cold: z.array(coldSchema).max(20).optional().describe('cold spells'),
  infectionControl: z
    .array(
      z.strictObject({
        fromCovidBedsShare: share('of open beds with COVID-19 patients from which it holds'),
        lostBedsShare: share('of the beds of each adult ward and the assessment unit then lost'),
      }),
    )
    .max(10)
    .optional()
    .describe('beds lost to zoning while COVID-19 patients lie in the hospital'),
  norovirus: norovirusSchema.optional().describe('outbreaks that close bays and wards'),
  sickness: sicknessSchema
    .optional()
    .describe('staff absent: beds close and A&E has fewer clinicians'),
  calendar: calendarSchema.optional(),
  vaccination: vaccinationSchema.optional().describe('flu vaccination as it is'),
});
