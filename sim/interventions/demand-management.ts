// sim/interventions/demand-management.ts: general practice: managing variation, extended access.

import { z } from 'zod';
import { TO_ELSEWHERE } from '../hospital/arrival.js';
import {
  common,
  define,
  effectRange,
  hoursOfWeek,
  serviceHours,
  strengthByDay,
} from './definition.js';
import { arrivalShares, GREEN_OR_BLUE, offerAtArrival, WALK_INS } from './front-door-parts.js';

const ID = 'demand-management';
const NUMBER = 19;

const settings = z.strictObject({
  ...common,
  hours: serviceHours,
  appointmentsPerDayMax: z
    .int()
    .min(1)
    .max(5000)
    .describe('patients whom general practice can see instead in a day, a site'),
  effect: z.strictObject({
    attendancesShare: effectRange(0, 0.5, 'of all attendances in these hours kept away'),
  }),
});

/** Green and blue walk-ins who need no admission. */
export const demandManagement = define({
  id: ID,
  number: NUMBER,
  title: 'Demand management in general practice',
  summary:
    'General practice sees some walk-ins of green and blue acuity who need no admission, in its ' +
    'hours and while it has appointments: they do not come to A&E.',
  settings,
  offers(model, { hours, appointmentsPerDayMax, effect, ...service }, context) {
    const [eligible] = arrivalShares(model, GREEN_OR_BLUE);
    const wanted = context.effect(effect.attendancesShare);
    return [
      offerAtArrival({
        number: NUMBER,
        name: ID,
        route: TO_ELSEWHERE,
        modes: WALK_INS,
        acuities: GREEN_OR_BLUE,
        chance: [eligible > 0 ? wanted / eligible : 0, 0, 0, 0],
        reachedShare: strengthByDay(context.days, service),
        hours: hoursOfWeek(hours),
        perDayMax: appointmentsPerDayMax,
      }),
    ];
  },
});
