// sim/scenario/schema-care.ts: what the hospital does: A&E, beds, stays, planned patients.

import { z } from 'zod';
import {
  amount,
  beds,
  byAge,
  count,
  date,
  dayRota,
  distribution,
  effectCv,
  factor,
  inOrder,
  lastNotBeforeFirst,
  levels,
  monthDay,
  pool,
  positive,
  row,
  share,
} from './fields.js';

const level = z.number().min(0).max(20);

export const departmentSchema = z.strictObject({
  spaces: z
    .strictObject({
      resus: count('bays', 200),
      majors: count('cubicles', 500),
      minors: count('cubicles and chairs', 500),
    })
    .describe('spaces in which patients are treated'),
  assessmentNurses: dayRota('nurses for the initial assessment, by hour', 200),
  majorsClinicians: dayRota('clinicians for majors and resus, by hour', 200),
  minorsClinicians: dayRota('clinicians for minors, by hour', 200),
  primaryCareClinicians: dayRota('GPs at the front door, by hour', 100),
  yellowMinorsShare: share('of yellow walk-ins who can be treated in minors'),
  fitToSitShare: share('of green and blue ambulance patients who can sit in the waiting room'),
  primaryCareShare: share('of green and blue walk-ins streamed to the GP'),
  primaryCareCompleteShare: share('of those who need nothing from A&E afterwards'),
  impatientShare: share('of patients who would leave if not seen in time'),
  patienceMinutes: distribution('until they leave'),
  handoverMinutes: distribution('from a free space to the end of the handover'),
  assessmentMinutes: distribution('initial assessment'),
  consultMinutes: z
    .strictObject({
      resus: distribution('first look'),
      majors: distribution('first look'),
      minors: distribution('first look'),
    })
    .describe("clinician's time"),
  investigatedShare: row(
    3,
    z.number().min(0).max(1),
    'of patients who go home: resus, majors, minors',
  ),
  investigationMinutes: z
    .strictObject({
      resus: distribution('until results'),
      majors: distribution('until results'),
      minors: distribution('until results'),
    })
    .describe('blood tests, imaging and observation'),
  reviewMinutes: distribution('second look by the clinician'),
  ageFactor: byAge(factor('on first look and investigations'), 'work by age'),
  monthFactor: row(
    12,
    z.number().min(0).max(20),
    'on first and second looks, January first: sicker patients, thinner cover',
  ).optional(),
  specialtyMinutes: distribution('from referral to the decision to admit'),
  departureMinutes: distribution('from the decision to go home until leaving'),
  primaryCareMinutes: distribution('with the GP'),
  mentalHealth: z
    .strictObject({
      share: byAge(share('of attendances'), 'need for the mental health liaison team'),
      staff: dayRota('practitioners of the liaison team, by hour', 100),
      assessmentMinutes: distribution('of the team with a patient, who keeps the space'),
    })
    .optional()
    .describe('patients whom the mental health liaison team sees before they can leave'),
});

export const bedsSchema = z.strictObject({
  assessment: poolSchema('assessment unit'),
  medical: poolSchema('medical wards'),
  surgical: poolSchema('surgical wards'),
  olderPeople: poolSchema("older people's wards"),
  children: poolSchema("children's wards"),
  changes: z
    .array(
      z
        .strictObject({
          pool,
          kind: z
            .enum(['escalation', 'closed', 'flex'])
            .describe('escalation: opened under pressure; closed: shut; flex: day-to-day staffing'),
          from: date('first day'),
          to: date('last day'),
          beds: z
            .int()
            .min(-500)
            .max(5000)
            .describe('number of beds, never negative; only flex may be'),
        })
        .refine(inOrder, lastNotBeforeFirst)
        .refine((change) => change.kind === 'flex' || change.beds >= 0, {
          path: ['beds'],
          error: '0 or more, except for flex',
        }),
    )
    .max(500)
    .describe('beds opened or closed beyond the core, by date'),
  flex: z
    .strictObject({
      most: count('flexible beds, the most that can be open', 1000),
      meetingHours: z.array(z.int().min(0).max(23)).max(24).describe('hours of the bed meetings'),
      openAboveWaiting: count('a ward pool opens a bed for each patient waiting beyond these', 500),
      closeAboveFree: count('a ward pool closes its flexible beds that are free beyond these', 500),
    })
    .describe('beds that open and close from day to day as beds run short'),
  turnaroundMinutes: distribution('from a patient leaving to the bed being clean'),
  transferMinutes: distribution('from a bed being given to the patient lying in it'),
  assessmentStayMinutes: distribution('in the assessment unit before a ward bed is asked for'),
  directAfterMinutes: amount('wait after which medical patients go straight to a ward', 1e5),
  outlierAfterMinutes: amount('wait after which a bed of another specialty is taken', 1e5),
  outlierKeepFreeBeds: count('beds a pool keeps free from outliers', 500),
  criticalCare: z
    .strictObject({
      beds: count('beds for adults, not among general and acute beds', 1000),
      shareByAcuity: row(
        5,
        z.number().min(0).max(1),
        'of adults admitted for no short stay, red first',
      ),
      stayDays: distribution('from arrival there until a ward bed is asked for'),
    })
    .optional()
    .describe('critical care first, then a ward; left out where it is not looked at'),
  surgicalOutliersToMedical: z.boolean().describe('surgical patients may lie on medical wards'),
});

function poolSchema(text: string) {
  return z.strictObject({ core: beds('beds staffed all year') }).describe(text);
}

export const staysSchema = z.strictObject({
  shortShare: byAge(share('of emergency admissions that stay only hours'), 'short stays'),
  shortMinutes: distribution('clinical part of a short stay'),
  meanDays: byAge(positive('clinical stay of those who stay longer', 400), 'mean clinical stay'),
  classFactor: row(4, level, 'on the mean stay: medical, surgical, older people, children'),
  frailtyFactor: row(3, level, 'on the mean stay, by frailty'),
  cv: z
    .number()
    .min(0.01)
    .max(10)
    .describe('variation of clinical stays around their mean (lognormal)'),
  winterEffectCv: effectCv(
    0.3,
    'variation of mean stays from winter to winter, unknown beforehand',
  ),
  electiveDays: distribution('clinical stay of elective patients'),
  monthIndex: levels(12, 'stays of patients admitted in each month, January first'),
  fluFactor: factor('on the stay of flu patients'),
  deathShare: byAge(share('of longer stays that end in death'), 'deaths in hospital'),
  deathFrailtyFactor: row(3, level, 'on the share of deaths, by frailty'),
});

export const electivesSchema = z.strictObject({
  perDay: row(7, z.number().min(0).max(500), 'overnight elective admissions planned, Monday first'),
  dateFactor: z
    .array(z.strictObject({ day: monthDay('day of the year'), factor: factor('on the plan') }))
    .max(60)
    .describe('days of every year with fewer planned'),
  bankHolidayFactor: factor('on the plan of a bank holiday'),
  bedNeededHour: distribution('of the day at which the bed is needed'),
  emergencyReserveBeds: count('surgical beds kept for emergencies when the list is decided', 500),
  expectedDischargeShare: share('of occupied surgical beds expected to become free in the day'),
  coldBedsShare: share('of surgical beds that only planned patients may use').optional(),
  cancelFromOccupancyShare: share(
    'of open beds occupied at 07:00 from which only planned patients with a bed among those are admitted',
  ).optional(),
});

export const censusSchema = z.strictObject({
  occupancyShare: share('of open beds occupied at the start of the run'),
  delayedShare: share('of those patients whose clinical stay is over'),
  electiveShare: share('of surgical patients who are elective'),
});
