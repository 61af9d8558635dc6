// sim/scenario/schema-care.ts: what the hospital and the community do: A&E, beds, stays, discharge.

import { z } from 'zod';
import { DTOC_REASONS } from '../hospital/categories.js';
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
  levels,
  monthDay,
  pool,
  positive,
  profile,
  proportions,
  row,
  share,
} from './fields.js';

const level = z.number().min(0).max(20);

interface Span {
  from: string;
  to: string;
}

const inOrder = ({ from, to }: Span) => from <= to;
const lastNotBeforeFirst = {
  path: ['to'],
  error: ({ input }: { input?: unknown }) => `${(input as Span).from} ("from") or later`,
};

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

const pathwaySchema = z.strictObject({
  places: count('places', 20000),
  stayDays: distribution('in the place'),
  initialShare: share('of places taken at the start'),
});

const onwardSchema = z
  .strictObject({
    share: share('of stays that end in a wait, in the community bed, for further care'),
    homeShare: share(
      'of those waits that are for care at home (P1); the rest for a care home (P3)',
    ),
  })
  .describe('patients who are fit to leave a community bed and cannot yet');

const shortName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, {
  error: 'a name of small letters, digits and hyphens that begins with a letter',
});

const LOCALITIES_MAX = 20;
const ownPathway = pathwaySchema.partial();
const localitySchema = z.strictObject({
  share: share('of the patients of every site who live here'),
  siteShare: z
    .record(shortName, share('of its patients'))
    .optional()
    .describe('where a site has another share'),
  p1: ownPathway.optional().describe('home with support'),
  p2: ownPathway.optional().describe('rehabilitation or community bed'),
  p3: ownPathway.optional().describe('care home'),
});

export const communitySchema = z.strictObject({
  p1: pathwaySchema.describe('home with support'),
  p2: pathwaySchema
    .extend({ onward: onwardSchema.optional() })
    .describe('rehabilitation or community bed'),
  p3: pathwaySchema.describe('care home'),
  localities: z
    .record(shortName, localitySchema)
    .refine((localities) => Object.keys(localities).length <= LOCALITIES_MAX, {
      error: `at most ${LOCALITIES_MAX} localities`,
    })
    .optional()
    .describe('parts of the community with places and queues of their own, by a short name'),
  changes: z
    .array(
      z
        .strictObject({
          pathway: z.enum(['p1', 'p2', 'p3']),
          locality: shortName
            .optional()
            .describe('where; split over all by their places if left out'),
          from: date('first day'),
          to: date('last day'),
          places: z.int().min(-20000).max(20000).describe('more (or, negative, fewer) places'),
        })
        .refine(inOrder, lastNotBeforeFirst),
    )
    .max(500)
    .describe('places opened or closed, by date'),
  startShare: row(7, z.number().min(0).max(1), 'of free places filled on a day, Monday first'),
  dateFactor: z
    .array(z.strictObject({ day: monthDay('day of the year'), factor: factor('on the share') }))
    .max(60)
    .describe('days of every year on which services start fewer people'),
  roundHour: z.number().min(0).max(23).describe('hour at which places are given'),
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
