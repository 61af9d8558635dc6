// sim/interventions/safer-discharge.ts: SAFER, Red2Green, a discharge lounge, medicines, transport.

import { z } from 'zod';
import { AT_WARD, ELIGIBLE_CELLS, TO_SHORTER_STAY } from '../hospital/offers.js';
import { share } from '../scenario/fields.js';
import {
  common,
  define,
  effectRange,
  hoursOfWeek,
  serviceHours,
  strengthByDay,
  uptake,
} from './definition.js';

const ID = 'safer-discharge';
const NUMBER = 8;

const settings = z.strictObject({
  ...common,
  uptakeShare: uptake.describe('of patients on wards that work this way'),
  expectedDateShare: share(
    'with an expected date of discharge within 3 days: a process, no effect',
  ),
  lounge: z
    .strictObject({
      places: z.int().min(0).max(500),
      hours: serviceHours,
      hoursBefore: z
        .number()
        .min(0)
        .max(12)
        .describe('before leaving, at most, that patients go there'),
      suitableShare: share('of patients who leave who can wait there'),
    })
    .describe('discharge lounge'),
  effect: z.strictObject({
    stayFactor: effectRange(0.5, 1, 'on the clinical stay: days on which nothing happens'),
    earlierHours: effectRange(0, 6, 'by which patients leave earlier in the day'),
    leaveChanceFactor: effectRange(
      1,
      1.5,
      'on the chance to leave on a day: medicines and transport',
    ),
  }),
});

/** Stays are a little shorter, patients leave earlier in the day, and wait for it in the lounge. */
export const saferDischarge = define({
  id: ID,
  number: NUMBER,
  title: 'SAFER, Red2Green and discharge lounge',
  summary:
    'Ward work without idle days shortens stays, medicines and transport are ready sooner, patients ' +
    'leave earlier in the day, and a lounge frees the bed of who leaves today before they go.',
  settings,
  offers(_model, { effect, uptakeShare, ...service }, context) {
    const strength = strengthByDay(context.days, service);
    return [
      {
        id: NUMBER,
        name: ID,
        point: AT_WARD,
        route: TO_SHORTER_STAY,
        eligible: new Uint8Array(ELIGIBLE_CELLS).fill(1),
        pathways: 0,
        spaces: 0,
        acuityFrom: 0,
        stayMinutesMax: Number.POSITIVE_INFINITY,
        hours: new Uint8Array(168).fill(1),
        reachedShare: strength.map((value) => value * uptakeShare),
        changedChance: 1,
        stayFactor: context.effect(effect.stayFactor),
        perDayMax: Number.POSITIVE_INFINITY,
        minutes: null,
        assessmentFactor: 1,
      },
    ];
  },
  tune({ discharge }, _model, { effect, lounge, uptakeShare, ...service }, context) {
    const strength = strengthByDay(context.days, service).map((value) => value * uptakeShare);
    const earlier = context.effect(effect.earlierHours) * 60;
    const factor = context.effect(effect.leaveChanceFactor);
    discharge.earlierMinutes = strength.map((value) => value * earlier);
    discharge.expectedDateShare = strengthByDay(context.days, service).map(
      (value) => value * service.expectedDateShare,
    );
    for (const chances of [discharge.homeChance, discharge.placedChance]) {
      chances.set(
        chances.map((chance, day) => Math.min(1, chance * (1 + (factor - 1) * strength[day]))),
      );
    }
    if (lounge.places === 0) return;
    discharge.lounge = {
      places: lounge.places,
      hours: hoursOfWeek(lounge.hours),
      minutesBefore: lounge.hoursBefore * 60,
      share: strengthByDay(context.days, service).map((value) => value * lounge.suitableShare),
    };
  },
});
