// sim/interventions/elective-plan.ts: planned admissions spread over the week, and their recovery.

import { z } from 'zod';
import { dateOfDay } from '../engine/time.js';
import { dateOrDay, factor, share } from '../scenario/fields.js';
import { common, dayOfText, define } from './definition.js';

const ID = 'elective-plan';
const NUMBER = 13;
const WORKING_WEEKDAYS = 5;
const { evidence, source, costPoundsPerDay, sites } = common;

const settings = z.strictObject({
  evidence,
  source,
  costPoundsPerDay,
  sites,
  smoothWeekdays: z.boolean().describe('the same number on each day from Monday to Friday'),
  steps: z
    .array(
      z.strictObject({
        from: dateOrDay('first day; until the next step'),
        ofPlanShare: factor('on the planned admissions: 0.8 is 80 % of last year'),
      }),
    )
    .max(20)
    .describe('level of planned admissions, in order'),
  coldBedsShare: share('of surgical beds that only planned patients may use').optional(),
  cancelFromOccupancyShare: share(
    'of open beds occupied at 07:00 from which only planned patients with a bed among those are admitted',
  ).optional(),
});

/** Who is planned on which day changes; a list still needs beds on its morning. */
export const electivePlan = define({
  id: ID,
  number: NUMBER,
  title: 'Elective plan',
  summary:
    'Planned admissions are spread evenly from Monday to Friday, and brought to shares of last ' +
    "year's by steps; each morning's list is still cut when beds are short, from an occupancy if one " +
    'is set. A share of surgical beds may be kept from emergencies (a cold site).',
  settings,
  apply(model, { smoothWeekdays, steps, ...pressure }, { days }) {
    const { perDay } = model.electives;
    const { coldBedsShare, cancelFromOccupancyShare } = pressure;
    if (coldBedsShare !== undefined) model.electives.coldBedsShare = coldBedsShare;
    if (cancelFromOccupancyShare !== undefined) {
      model.electives.cancelFromOccupancyShare = cancelFromOccupancyShare;
    }
    if (smoothWeekdays) {
      const total = perDay.slice(0, WORKING_WEEKDAYS).reduce((a, b) => a + b, 0);
      model.electives.perDay = perDay.map((count, day) =>
        day < WORKING_WEEKDAYS ? total / WORKING_WEEKDAYS : count,
      );
    }
    const starts = steps.map(({ from }) => dayOfText(days, from));
    const levels = steps.flatMap(({ ofPlanShare }, i) => {
      const first = Math.max(0, starts[i]);
      const last = Math.min(days.count, starts[i + 1] ?? days.count) - 1;
      if (last < first) return [];
      const [from, to] = [dateOfDay(days, first), dateOfDay(days, last)];
      return [{ name: ID, from, to, electives: ofPlanShare }];
    });
    model.season.calendar = [...(model.season.calendar ?? []), ...levels];
  },
});
