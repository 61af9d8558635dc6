// sim/interventions/emergency-department-capacity.ts: more staff, spaces and pace in A&E.

import { z } from 'zod';
import { count } from '../scenario/fields.js';
import { common, define, effectRange, serviceHours, strengthByDay } from './definition.js';
import { ALL_HOURS, addStaff, changePace, staffIn } from './front-door-parts.js';

const staff = (text: string) => z.number().min(0).max(50).describe(`more ${text} in these hours`);

const settings = z.strictObject({
  ...common,
  hours: serviceHours,
  staff: z
    .strictObject({
      assessmentNurses: staff('nurses for the initial assessment'),
      majorsClinicians: staff('clinicians for majors and resus'),
      minorsClinicians: staff('clinicians for minors'),
      primaryCareClinicians: staff('GPs at the front door'),
    })
    .partial()
    .optional(),
  spaces: z
    .strictObject({
      resus: count('more bays', 50),
      majors: count('more cubicles', 200),
      minors: count('more cubicles and chairs', 200),
    })
    .partial()
    .optional(),
  effect: z
    .strictObject({
      departureFactor: effectRange(0.2, 2, 'on the minutes until leaving, of progress trackers'),
      investigationFactor: effectRange(0.2, 2, 'on the minutes until results'),
      specialtyFactor: effectRange(0.2, 2, 'on the minutes until the decision to admit'),
    })
    .partial(),
});

const STAFF_NAMES = [
  'assessmentNurses',
  'majorsClinicians',
  'minorsClinicians',
  'primaryCareClinicians',
] as const;
const AREA_NAMES = ['resus', 'majors', 'minors'] as const;

/** Staff in hours, spaces at all hours; the pace of three activities. */
export const emergencyDepartmentCapacity = define({
  id: 'emergency-department-capacity',
  number: 22,
  title: 'A&E and consultant capacity',
  summary:
    'More clinicians and spaces in A&E; progress trackers and consultants present shorten the time ' +
    'until results, until the decision to admit, and until leaving.',
  settings,
  apply(_model, { hours, staff: more = {}, spaces = {}, effect, ...service }, context) {
    const strength = strengthByDay(context.days, service);
    for (const name of STAFF_NAMES) {
      addStaff(context, name, staffIn(hours, more[name] ?? 0), strength);
    }
    for (const area of AREA_NAMES) {
      const byHour = Float64Array.from(ALL_HOURS, (one) => one * (spaces[area] ?? 0));
      addStaff(context, area, byHour, strength);
    }
    for (const [activity, range] of [
      ['departure', effect.departureFactor],
      ['investigation', effect.investigationFactor],
      ['specialty', effect.specialtyFactor],
    ] as const) {
      if (range !== undefined) changePace(context, activity, context.effect(range), strength);
    }
  },
});
