// sim/interventions/ambulance-handover.ts: liaison officer, cohort area, see & treat, hear & treat.

import { z } from 'zod';
import { TO_ELSEWHERE } from '../hospital/arrival.js';
import { common, define, effectRange, serviceHours, strengthByDay } from './definition.js';
import {
  AMBULANCES,
  addStaff,
  arrivalShares,
  changePace,
  offerAtArrival,
  staffIn,
  YELLOW_OR_MILDER,
} from './front-door-parts.js';

const ID = 'ambulance-handover';
const NUMBER = 21;

const settings = z.strictObject({
  ...common,
  hours: serviceHours.describe('hours of the liaison officer, in which the cohort area is open'),
  cohortPlaces: z.int().min(0).max(100).describe('places in which crews hand over without a space'),
  effect: z.strictObject({
    handoverFactor: effectRange(0.2, 2, 'on the minutes of a handover, at any hour'),
    seeAndTreatShare: effectRange(0, 0.5, 'of conveyances avoided: seen or heard and treated'),
  }),
});

/** Crews that find no space hand over in the cohort area; the patient waits there for a space. */
export const ambulanceHandover = define({
  id: ID,
  number: NUMBER,
  title: 'Ambulance handover',
  summary:
    'Crews that find no space hand over to the liaison officer in a cohort area, where patients ' +
    'wait for a space; and some patients of yellow acuity and milder are treated at the scene.',
  settings,
  apply(_model, { hours, cohortPlaces, effect, ...service }, context) {
    const strength = strengthByDay(context.days, service);
    addStaff(context, 'cohort', staffIn(hours, cohortPlaces), strength);
    changePace(context, 'handover', context.effect(effect.handoverFactor), strength);
  },
  offers(model, { effect, ...service }, context) {
    const [, , eligible] = arrivalShares(model, YELLOW_OR_MILDER);
    const all = arrivalShares(model, -1);
    const wanted = context.effect(effect.seeAndTreatShare) * (all[2] + all[3]);
    return [
      offerAtArrival({
        number: NUMBER,
        name: ID,
        route: TO_ELSEWHERE,
        modes: AMBULANCES,
        acuities: YELLOW_OR_MILDER,
        chance: [0, 0, eligible > 0 ? wanted / eligible : 0, 0],
        reachedShare: strengthByDay(context.days, service),
      }),
    ];
  },
});
