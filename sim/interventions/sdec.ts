// sim/interventions/sdec.ts: same-day emergency care (ambulatory emergency care).

import { z } from 'zod';
import { AGES, FRAILTIES, MEDICAL, YELLOW } from '../hospital/categories.js';
import { AT_STREAMING, ELIGIBLE_CELLS, eligibleCell, TO_SDEC } from '../hospital/offers.js';
import { distribution } from '../scenario/fields.js';
import { admissionMix } from '../scenario/mix.js';
import { tableOf } from '../scenario/tables.js';
import {
  common,
  define,
  effectRange,
  hoursOfWeek,
  serviceHours,
  strengthByDay,
} from './definition.js';

const ID = 'sdec';
const NUMBER = 1;

const settings = z.strictObject({
  ...common,
  hours: serviceHours,
  spaces: z.int().min(0).max(500).describe('chairs and trolleys of the unit'),
  eligibleStayDaysMax: z
    .number()
    .min(0)
    .max(5)
    .describe('only patients whose stay would have been this short can be treated in a day'),
  treatmentMinutes: distribution('from arrival in the unit until leaving'),
  effect: z.strictObject({
    medicalTakeShare: effectRange(
      0,
      1,
      'of medical patients who need admission and come in service hours, treated the same day',
    ),
  }),
});

/** Medical patients of yellow acuity and milder, streamed after the initial assessment. */
export const sdec = define({
  id: ID,
  number: NUMBER,
  title: 'Same-day emergency care',
  summary:
    'Medical patients who need admission only briefly are streamed to a same-day unit after their ' +
    'initial assessment, in its hours and while it has a space; they use no bed and no cubicle.',
  settings,
  offers(model, { hours, effect, ...service }, context) {
    const eligible = new Uint8Array(ELIGIBLE_CELLS);
    for (let age = 1; age < AGES; age++) {
      for (let frailty = 0; frailty < FRAILTIES; frailty++) {
        eligible[eligibleCell(MEDICAL, age, frailty)] = 1;
      }
    }
    const stayMinutesMax = service.eligibleStayDaysMax * 1440;
    const take = admissionMix(model).shareOfTake(eligible, YELLOW, stayMinutesMax);
    const wanted = context.effect(effect.medicalTakeShare);
    return [
      {
        id: NUMBER,
        name: ID,
        point: AT_STREAMING,
        route: TO_SDEC,
        eligible,
        pathways: 0,
        spaces: service.spaces,
        acuityFrom: YELLOW,
        stayMinutesMax,
        hours: hoursOfWeek(hours),
        reachedShare: strengthByDay(context.days, service),
        changedChance: take > 0 ? Math.min(1, wanted / take) : 0,
        stayFactor: 1,
        perDayMax: Number.POSITIVE_INFINITY,
        minutes: tableOf(service.treatmentMinutes),
        assessmentFactor: 1,
      },
    ];
  },
});
