// sim/interventions/mental-health-liaison.ts: a psychiatric liaison team in A&E (CORE24).

import { z } from 'zod';
import { weekOf } from '../scenario/tables.js';
import { common, define, hoursOfWeek, serviceHours, strengthByDay } from './definition.js';
import { addStaff } from './front-door-parts.js';

const settings = z.strictObject({
  ...common,
  hours: serviceHours,
  practitioners: z
    .number()
    .min(0)
    .max(50)
    .describe('practitioners present in these hours, those before counted'),
});

/** More hours of the team: whom nobody could see at night no longer waits for the morning. */
export const mentalHealthLiaison = define({
  id: 'mental-health-liaison',
  number: 23,
  title: 'Mental health liaison',
  summary:
    'The mental health liaison team is present in more hours: patients who need it wait for it in ' +
    'a space of A&E. Nothing changes in a system whose mental health patients are not described.',
  settings,
  apply(model, { hours, practitioners, ...service }, context) {
    const { mentalHealth } = model.department;
    if (mentalHealth === undefined) return;
    const works = hoursOfWeek(hours);
    const before = weekOf(mentalHealth.staff);
    const more = before.map((staff, hour) => Math.max(0, works[hour] * practitioners - staff));
    addStaff(context, 'liaison', more, strengthByDay(context.days, service));
  },
});
