// sim/scenario/schema-policy.ts: what a hospital does under pressure: triggers, actions, OPEL levels.

import { z } from 'zod';
import { MEASURES, type Measure } from '../hospital/measures.js';
import { beds, count, dateOrDay, pool, share } from './fields.js';

const ACTIONS_MAX = 40;
const LEAD_HOURS_MAX = 336;
const LEAST_HOURS_MAX = 2000;

interface Trigger {
  on: number;
  off: number;
}

export const triggerSchema = z
  .strictObject({
    measure: z.enum(MEASURES).describe('what is looked at'),
    on: z.number().positive().max(1000).describe('called at this value or more'),
    off: z.number().positive().max(1000).describe('ended below this value'),
  })
  .refine(({ on, off }) => off <= on, {
    path: ['off'],
    error: ({ input }) =>
      `at most ${(input as Trigger).on}, the value at which it is called ("on")`,
  })
  .describe('when it is called and when it ends');

/** What every action has beside its relief; interventions that add one take the same. */
export const actionTiming = {
  trigger: triggerSchema,
  hours: z
    .array(z.int().min(0).max(23))
    .min(1)
    .max(24)
    .describe('hours of the day at which it is looked at'),
  leadHours: z.int().min(0).max(LEAD_HOURS_MAX).describe('from the call until it takes effect'),
  leastHours: z.int().min(0).max(LEAST_HOURS_MAX).describe('least time in force'),
};

const byPool = (text: string) =>
  z
    .strictObject({
      medical: count('of medical wards', 500).optional(),
      surgical: count('of surgical wards', 500).optional(),
      olderPeople: count("of older people's wards", 500).optional(),
      children: count("of children's wards", 500).optional(),
    })
    .describe(text);

const site = z.string().min(1).max(40).describe('short name of another site');

/** Reliefs that interventions offer too. */
export const boarding = z.strictObject({
  places: byPool('most patients beyond the beds of the wards'),
  afterHours: z.number().min(0).max(72).describe('wait for a bed after which one is boarded'),
});
export const fullCapacity = z.strictObject({
  each: byPool('patients pushed to the wards at each look, whatever the state of beds'),
  most: byPool('most patients beyond the beds of the wards'),
});
export const divert = z.strictObject({
  toSite: site,
  share: share('of ambulances'),
  travelMinutes: z.number().min(0).max(600).describe('more than to this site'),
});

export const reliefSchema = z
  .strictObject({
    escalationBeds: z
      .strictObject({ pool, beds: beds('opened, if staff can be found for them') })
      .optional()
      .describe('staffed beds beyond those planned'),
    boarding: boarding.optional().describe('patients beyond the beds of wards, after a wait'),
    fullCapacity: fullCapacity.optional().describe('full capacity protocol'),
    dischargePush: z
      .strictObject({
        factor: z.number().min(1).max(3).describe('on the chance to leave on a day'),
        days: z.number().positive().max(60).describe('for which it can be kept up'),
        reboundFactor: z.number().min(0).max(1).optional().describe('on the chance afterwards'),
        reboundDays: z.number().min(0).max(60).optional().describe('for so long'),
      })
      .optional()
      .describe('discharges brought forward'),
    cancelElectives: z
      .strictObject({ share: share('of the list') })
      .optional()
      .describe('planned admissions cancelled'),
    divert: divert.optional().describe('ambulances sent to another site'),
    transfers: z
      .strictObject({
        toSite: site,
        afterHours: z.number().min(0).max(72).describe('wait for a bed'),
        keepFreeBeds: count('that the other site keeps', 500),
        minutes: z.number().min(0).max(1440).describe('until the patient lies there'),
      })
      .optional()
      .describe('patients who wait for a bed moved to a free one at another site'),
  })
  .refine((relief) => Object.keys(relief).length > 0, { error: 'at least one relief' })
  .describe('what is done while it is in force');

const actionSchema = z.strictObject({
  name: z.string().min(1).max(60).describe('as shown in tables and traces'),
  ...actionTiming,
  from: dateOrDay('first day on which it can be called; the whole run if left out').optional(),
  to: dateOrDay('last day').optional(),
  rampDays: z.int().min(0).max(365).optional().describe('days over which it grows to full size'),
  relief: reliefSchema,
});

const OPEL_MEASURES = MEASURES.filter((name) => name !== 'opelLevel');

const rising = (values: readonly number[]) =>
  values.every((value, i) => i === 0 || value >= values[i - 1]);

const pointsFrom = z
  .array(z.number().min(0).max(1000))
  .min(1)
  .max(10)
  .refine(rising, { error: 'values in rising order' });

const opelSchema = z
  .strictObject({
    pointsFrom: z
      .strictObject(
        Object.fromEntries(OPEL_MEASURES.map((name) => [name, pointsFrom.optional()])) as Record<
          Exclude<Measure, 'opelLevel'>,
          z.ZodOptional<typeof pointsFrom>
        >,
      )
      .describe('by measure: values from which it gives one point more each'),
    levelsFrom: z
      .array(z.number().min(0).max(1000))
      .length(3)
      .refine(rising, { error: '3 numbers of points in rising order' })
      .describe('points from which the level is 2, 3 and 4'),
  })
  .describe('table of OPEL levels: illustrative, to be edited');

export const policySchema = z.strictObject({
  opel: opelSchema.optional(),
  staffedBedsMost: count('escalation beds that staff can be found for', 5000).optional(),
  actions: z
    .array(actionSchema)
    .max(ACTIONS_MAX)
    .optional()
    .describe('in the order in which they are looked at'),
});

export type Policy = z.infer<typeof policySchema>;
export type Action = z.infer<typeof actionSchema>;
export type Relief = z.infer<typeof reliefSchema>;
