// sim/interventions/trusted-assessor.ts: one assessor trusted by the care homes (pathway 3).

import { z } from 'zod';
import { P3 } from '../hospital/categories.js';
import { AT_DISCHARGE, ELIGIBLE_CELLS, TO_ASSESS_LATER } from '../hospital/offers.js';
import { common, define, effectRange, strengthByDay, uptake } from './definition.js';

const ID = 'trusted-assessor';
const NUMBER = 4;
const MINUTES_PER_DAY = 1440;

const settings = z.strictObject({
  ...common,
  uptakeShare: uptake,
  assessmentsPerDayMax: z
    .int()
    .min(1)
    .max(100)
    .describe('patients whom the assessors take on a day'),
  effect: z.strictObject({
    workingDaysSaved: effectRange(0, 20, 'of the assessment in bed, at most all of it'),
  }),
});

/** Care homes accept the assessment of one person in the hospital instead of coming themselves. */
export const trustedAssessor = define({
  id: ID,
  number: NUMBER,
  title: 'Trusted assessor for care homes',
  summary:
    'An assessor in the hospital whom the care homes trust assesses patients who move into one ' +
    '(pathway 3): their assessment in the bed is some working days shorter; the home must have a place.',
  settings,
  offers(_model, { effect, assessmentsPerDayMax, ...service }, context) {
    const strength = strengthByDay(context.days, service);
    return [
      {
        id: NUMBER,
        name: ID,
        point: AT_DISCHARGE,
        route: TO_ASSESS_LATER,
        eligible: new Uint8Array(ELIGIBLE_CELLS).fill(1),
        pathways: 1 << P3,
        spaces: 0,
        acuityFrom: 0,
        stayMinutesMax: Number.POSITIVE_INFINITY,
        hours: new Uint8Array(168).fill(1),
        reachedShare: strength.map((value) => value * service.uptakeShare),
        changedChance: 1,
        stayFactor: 1,
        perDayMax: assessmentsPerDayMax,
        minutes: null,
        assessmentFactor: 1,
        assessmentMinutesSaved: context.effect(effect.workingDaysSaved) * MINUTES_PER_DAY,
      },
    ];
  },
});
