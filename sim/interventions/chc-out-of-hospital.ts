// sim/interventions/chc-out-of-hospital.ts: continuing healthcare assessed after discharge.

import { z } from 'zod';
import { P1, P2, P3 } from '../hospital/categories.js';
import { AT_DISCHARGE, ELIGIBLE_CELLS, TO_ASSESS_LATER } from '../hospital/offers.js';
import { chcSchema } from '../scenario/schema-discharge.js';
import { common, define, effectRange, strengthByDay, uptake } from './definition.js';

const ID = 'chc-out-of-hospital';
const NUMBER = 5;

const settings = z.strictObject({
  ...common,
  uptakeShare: uptake.describe(
    'of full assessments in a hospital bed that are done after discharge',
  ),
  whereUnknown: chcSchema.describe('who is assessed and where, for a system that does not say'),
  effect: z.strictObject({
    assessmentFactor: effectRange(0, 1, 'on the assessment still done in the hospital bed'),
  }),
});

/** The full assessment is done where the patient goes; only a checklist is left for the ward. */
export const chcOutOfHospital = define({
  id: ID,
  number: NUMBER,
  title: 'Continuing healthcare assessed out of hospital',
  summary:
    'Full assessments for NHS continuing healthcare are done after discharge: of patients who would ' +
    'have had one in the hospital bed, those reached wait there only for a part of their assessment.',
  settings,
  apply(model, { whereUnknown }) {
    model.discharge.chc ??= whereUnknown;
  },
  offers(_model, { effect, ...service }, context) {
    const strength = strengthByDay(context.days, service);
    return [
      {
        id: NUMBER,
        name: ID,
        point: AT_DISCHARGE,
        route: TO_ASSESS_LATER,
        eligible: new Uint8Array(ELIGIBLE_CELLS).fill(1),
        pathways: (1 << P1) | (1 << P2) | (1 << P3),
        spaces: 0,
        acuityFrom: 0,
        stayMinutesMax: Number.POSITIVE_INFINITY,
        hours: new Uint8Array(168).fill(1),
        reachedShare: strength.map((value) => value * service.uptakeShare),
        changedChance: 1,
        stayFactor: 1,
        perDayMax: Number.POSITIVE_INFINITY,
        minutes: null,
        assessmentFactor: context.effect(effect.assessmentFactor),
        chcOnly: true,
      },
    ];
  },
});
