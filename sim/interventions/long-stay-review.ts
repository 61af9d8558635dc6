// sim/interventions/long-stay-review.ts: stays of 7 or 21 days and more are reviewed every week.

import { z } from 'zod';
import { AT_WARD, BY_REVIEW, ELIGIBLE_CELLS } from '../hospital/offers.js';
import { serviceWeekday } from '../scenario/tables.js';
import { common, define, effectRange, strengthByDay } from './definition.js';

const ID = 'long-stay-review';
const NUMBER = 9;

const settings = z.strictObject({
  ...common,
  stayDaysMin: z.number().min(1).max(100).describe('stays as long as this are reviewed'),
  reviewsPerDay: z.int().min(0).max(1000).describe('on a day of reviews, the longest stays first'),
  weekdays: z.array(z.int().min(0).max(6)).min(1).max(7).describe('days of reviews, Monday is 0'),
  effect: z.strictObject({
    remainingFactor: effectRange(
      0.1,
      1,
      'on what is left of an assessment or of the wait to leave',
    ),
  }),
});

/** Only who no longer meets the criteria to reside has something that a review can hasten. */
export const longStayReview = define({
  id: ID,
  number: NUMBER,
  title: 'Reviews of long stays',
  summary:
    'On some weekdays the longest stays are reviewed: where the clinical stay is over, what is left ' +
    'of the assessment or of the wait to leave gets shorter; waits for a place or a choice do not.',
  settings,
  offers() {
    return [
      {
        id: NUMBER,
        name: ID,
        point: AT_WARD,
        route: BY_REVIEW,
        eligible: new Uint8Array(ELIGIBLE_CELLS),
        pathways: 0,
        spaces: 0,
        acuityFrom: 0,
        stayMinutesMax: Number.POSITIVE_INFINITY,
        hours: new Uint8Array(168),
        reachedShare: new Float64Array(0),
        changedChance: 0,
        stayFactor: 1,
        perDayMax: 0,
        minutes: null,
        assessmentFactor: 1,
      },
    ];
  },
  tune({ discharge }, _model, { effect, ...service }, context) {
    const strength = strengthByDay(context.days, service);
    discharge.reviews = {
      name: ID,
      perDay: strength.map((value, day) =>
        service.weekdays.includes(serviceWeekday(context.days, day))
          ? value * service.reviewsPerDay
          : 0,
      ),
      stayMinutesMin: service.stayDaysMin * 1440,
      remainingFactor: context.effect(effect.remainingFactor),
    };
  },
});
