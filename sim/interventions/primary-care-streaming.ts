// sim/interventions/primary-care-streaming.ts: GPs at the front door of A&E.

import { z } from 'zod';
import { weekOf } from '../scenario/tables.js';
import {
  common,
  define,
  effectRange,
  hoursOfWeek,
  serviceHours,
  strengthByDay,
} from './definition.js';
import { addStaff, arrivalShares, GREEN_OR_BLUE } from './front-door-parts.js';

const settings = z.strictObject({
  ...common,
  hours: serviceHours,
  clinicians: z
    .number()
    .min(0)
    .max(20)
    .describe('GPs present in these hours, those before counted'),
  effect: z.strictObject({
    walkInShare: effectRange(0, 1, 'of walk-ins streamed to the GP while one is present'),
  }),
});

/** Green and blue walk-ins who need no admission; the GP completes a share of them (department). */
export const primaryCareStreaming = define({
  id: 'primary-care-streaming',
  number: 17,
  title: 'Primary care streaming',
  summary:
    'GPs at the front door see a share of walk-ins of green and blue acuity who need no admission, ' +
    'in their hours and first come first served; who needs more joins minors afterwards.',
  settings,
  apply(model, { hours, clinicians, effect, ...service }, context) {
    const strength = strengthByDay(context.days, service);
    const before = weekOf(model.department.primaryCareClinicians);
    const works = hoursOfWeek(hours);
    const more = before.map((staff, hour) => Math.max(0, works[hour] * clinicians - staff));
    addStaff(context, 'primaryCareClinicians', more, strength);
    const [eligible] = arrivalShares(model, GREEN_OR_BLUE);
    const all = arrivalShares(model, -1);
    const wanted = context.effect(effect.walkInShare) * (all[0] + all[1]);
    const share = eligible > 0 ? Math.min(1, wanted / eligible) : 0;
    const { primaryCareShare } = model.department;
    context.department.primaryCareShare = strength.map(
      (value) => primaryCareShare + Math.max(0, share - primaryCareShare) * value,
    );
  },
});
