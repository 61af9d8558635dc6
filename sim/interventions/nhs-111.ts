// sim/interventions/nhs-111.ts: integrated urgent care: clinical advice by telephone, booked slots.

import { z } from 'zod';
import { HOURS_PER_WEEK } from '../engine/time.js';
import { TO_ELSEWHERE, TO_SLOT } from '../hospital/arrival.js';
import { BOOKED_SLOTS } from '../hospital/offers.js';
import { share } from '../scenario/fields.js';
import type { Model } from '../scenario/schema.js';
import {
  common,
  define,
  effectRange,
  hoursOfWeek,
  serviceHours,
  strengthByDay,
} from './definition.js';
import {
  AMBULANCES,
  arrivalShares,
  briefShare,
  offerAtArrival,
  WALK_INS,
  YELLOW_OR_MILDER,
} from './front-door-parts.js';

const ID = 'nhs-111';
const NUMBER = 18;
const AVOIDED_STAY_DAYS_MAX = 1.5; // avoided admissions are mostly of a day or less (002 L1472-1482)
const BOTH = WALK_INS | AMBULANCES;

const settings = z.strictObject({
  ...common,
  hours: serviceHours.describe('when a clinician answers'),
  callsPerDayMax: z
    .int()
    .min(1)
    .max(5000)
    .describe('patients helped by telephone in a day, a site'),
  slots: z
    .strictObject({
      referredShare: share('of walk-ins of yellow acuity and milder who come because 111 said so'),
      hours: serviceHours.describe('hours of the slots'),
      hoursAhead: z.int().min(1).max(48).describe('slots are given for so many hours'),
    })
    .describe('booked times in A&E'),
  effect: z.strictObject({
    attendancesShare: effectRange(0, 0.5, 'of all attendances kept away'),
    conveyancesShare: effectRange(0, 0.5, 'of ambulance conveyances kept away'),
    admissionsShare: effectRange(0, 0.5, 'of admissions through A&E kept away'),
    bookedShare: effectRange(0, 1, 'of patients referred by 111 who get a booked slot'),
  }),
});

/** Yellow acuity and milder; of those who need admission only short stays are avoided. */
export const nhs111 = define({
  id: ID,
  number: NUMBER,
  title: 'NHS 111 and integrated urgent care',
  summary:
    'A clinician on the telephone looks after some would-be attendances of yellow acuity and milder ' +
    'before they set out, and gives walk-ins that 111 refers a booked time in a quieter hour.',
  settings,
  offers(model, { hours, callsPerDayMax, slots, effect, ...service }, context) {
    const strength = strengthByDay(context.days, service);
    const kept = {
      attendances: context.effect(effect.attendancesShare),
      conveyances: context.effect(effect.conveyancesShare),
      admissions: context.effect(effect.admissionsShare),
    };
    const booked = context.effect(effect.bookedShare);
    return [
      offerAtArrival({
        number: NUMBER,
        name: ID,
        route: TO_ELSEWHERE,
        modes: BOTH,
        acuities: YELLOW_OR_MILDER,
        chance: chancesOf(model, kept),
        reachedShare: strength,
        hours: hoursOfWeek(hours),
        perDayMax: callsPerDayMax,
        stayDaysMax: AVOIDED_STAY_DAYS_MAX,
      }),
      offerAtArrival({
        number: NUMBER,
        lane: 2,
        name: BOOKED_SLOTS,
        route: TO_SLOT,
        modes: WALK_INS,
        acuities: YELLOW_OR_MILDER,
        chance: [booked, booked, 0, 0],
        reachedShare: strength.map((value) => value * slots.referredShare),
        slots: quietHours(model, hoursOfWeek(slots.hours)),
        hoursAhead: slots.hoursAhead,
      }),
    ];
  },
});

/** Chances by mode and need that keep away the stated shares of all. */
function chancesOf(
  model: Model,
  kept: { attendances: number; conveyances: number; admissions: number },
): number[] {
  const all = arrivalShares(model, -1);
  const eligible = arrivalShares(model, YELLOW_OR_MILDER);
  const short = briefShare(model, AVOIDED_STAY_DAYS_MAX);
  const needing = (eligible[1] + eligible[3]) * short;
  const needChance = needing > 0 ? (kept.admissions * (all[1] + all[3])) / needing : 0;
  const conveyed = kept.conveyances * (all[2] + all[3]);
  const walking = Math.max(0, kept.attendances - conveyed);
  const rest = (total: number, mode: number) => {
    const without = eligible[mode * 2];
    const withNeed = Math.min(1, needChance) * eligible[mode * 2 + 1] * short;
    return without > 0 ? Math.max(0, total - withNeed) / without : 0;
  };
  return [rest(walking, 0), needChance, rest(conveyed, 1), needChance];
}

/** Hours of the week in which slots are given: the room below the busiest hour. */
function quietHours({ demand }: Model, open: Uint8Array): Float64Array {
  const expected = Float64Array.from({ length: HOURS_PER_WEEK }, (_, hour) => {
    const day = Math.floor(hour / 24);
    const byHour = demand.hourShare[day < 5 ? 'weekday' : 'weekend'];
    const total = byHour.reduce((sum, value) => sum + value, 0);
    return (demand.weekdayIndex[day] * byHour[hour % 24]) / total;
  });
  const busiest = expected.reduce((most, value) => Math.max(most, value), 0);
  return expected.map((value, hour) => open[hour] * (busiest - value));
}
