// sim/interventions/frailty-in-reach.ts: geriatric assessment of frail patients in A&E.

import { z } from 'zod';
import {
  AGE_65_74,
  AGES,
  CLASSES,
  FRAIL,
  FRAILTIES,
  ORANGE,
  SURGICAL,
} from '../hospital/categories.js';
import { AT_DECISION, ELIGIBLE_CELLS, eligibleCell, TO_HOME } from '../hospital/offers.js';
import { admissionMix } from '../scenario/mix.js';
import {
  common,
  define,
  effectRange,
  hoursOfWeek,
  serviceHours,
  strengthByDay,
  uptake,
} from './definition.js';

const ID = 'frailty-in-reach';
const NUMBER = 0;

const settings = z.strictObject({
  ...common,
  hours: serviceHours,
  uptakeShare: uptake,
  patientsPerDayMax: z.int().min(1).max(1000).describe('frail patients the team can see in a day'),
  avoidableStayDaysMax: z
    .number()
    .min(0)
    .max(30)
    .describe('only patients whose stay would have been this short go home instead'),
  effect: z.strictObject({
    admissionReductionShare: effectRange(
      0,
      0.5,
      'fewer of the frail patients seen are admitted: percentage points ÷ 100',
    ),
    stayFactor: effectRange(0.5, 1.5, 'on the stay of those seen and still admitted'),
  }),
});

/** Frail patients of 65 and over; who avoids admission would have stayed only briefly. */
export const frailtyInReach = define({
  id: ID,
  number: NUMBER,
  title: 'Frailty in-reach to A&E',
  summary:
    'A frailty team sees frail patients (CFS 5 or more, 65 and over) in A&E at the decision to ' +
    'admit, in its hours; some of those who would have stayed only briefly go home instead.',
  settings,
  offers(model, { hours, effect, ...service }, context) {
    const eligible = new Uint8Array(ELIGIBLE_CELLS);
    for (let bedClass = 0; bedClass < CLASSES; bedClass++) {
      for (let age = AGE_65_74; age < AGES; age++) {
        for (let frailty = FRAIL; frailty < FRAILTIES; frailty++) {
          if (bedClass !== SURGICAL) eligible[eligibleCell(bedClass, age, frailty)] = 1;
        }
      }
    }
    const stayMinutesMax = service.avoidableStayDaysMax * 1440;
    const avoidable = admissionMix(model).shareAvoidable(eligible, stayMinutesMax);
    const reduction = context.effect(effect.admissionReductionShare);
    const strength = strengthByDay(context.days, service);
    return [
      {
        id: NUMBER,
        name: ID,
        point: AT_DECISION,
        route: TO_HOME,
        eligible,
        pathways: 0,
        spaces: 0,
        acuityFrom: ORANGE,
        stayMinutesMax,
        hours: hoursOfWeek(hours),
        reachedShare: strength.map((value) => value * service.uptakeShare),
        changedChance: avoidable > 0 ? Math.min(1, reduction / avoidable) : 0,
        stayFactor: context.effect(effect.stayFactor),
        perDayMax: service.patientsPerDayMax,
        minutes: null,
        assessmentFactor: 1,
        assessesLater: true,
      },
    ];
  },
});
