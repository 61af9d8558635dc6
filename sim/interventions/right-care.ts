// sim/interventions/right-care.ts: care pathways for conditions that good care in time keeps out of
// hospital (ambulatory care sensitive).

import { z } from 'zod';
import { TO_ELSEWHERE } from '../hospital/arrival.js';
import { positive, share } from '../scenario/fields.js';
import { common, define, effectRange, strengthByDay } from './definition.js';
import {
  AMBULANCES,
  arrivalShares,
  briefShare,
  offerAtArrival,
  WALK_INS,
  YELLOW_OR_MILDER,
} from './front-door-parts.js';

const ID = 'right-care';
const NUMBER = 14;
const PEOPLE = 100_000;
const YEAR_DAYS = 365;

const settings = z.strictObject({
  ...common,
  sensitiveShare: share('of admissions with a condition that can be cared for in time elsewhere'),
  stayDaysMax: positive('only patients whose stay would have been at most this long', 30),
  effect: z.strictObject({
    admissionsPer100kYear: effectRange(0, 2000, 'emergency admissions a year fewer'),
  }),
});

/** Fewer short admissions; nobody who goes home from A&E is kept away. */
export const rightCare = define({
  id: ID,
  number: NUMBER,
  title: 'Right Care pathways',
  summary:
    'People with conditions that care in time keeps out of hospital are looked after by their ' +
    'practice or clinic: patients of yellow and milder acuity who would have been admitted briefly do ' +
    'not come to A&E.',
  settings,
  offers(model, { sensitiveShare, stayDaysMax, effect, ...service }, context) {
    const [, walkIn, , ambulance] = arrivalShares(model, YELLOW_OR_MILDER);
    const { attendancesPerDay, growthShare } = model.demand;
    const attendances = attendancesPerDay * (1 + growthShare) * YEAR_DAYS;
    const briefly = (walkIn + ambulance) * briefShare(model, stayDaysMax);
    const eligible = attendances * briefly * sensitiveShare;
    const rate = context.effect(effect.admissionsPer100kYear);
    const wanted = (rate * model.catchmentPeople) / PEOPLE;
    const chance = eligible > 0 ? wanted / eligible : 0;
    return [
      offerAtArrival({
        number: NUMBER,
        name: ID,
        route: TO_ELSEWHERE,
        modes: WALK_INS | AMBULANCES,
        acuities: YELLOW_OR_MILDER,
        chance: [0, chance, 0, chance],
        reachedShare: strengthByDay(context.days, service).map((day) => day * sensitiveShare),
        stayDaysMax,
      }),
    ];
  },
});
