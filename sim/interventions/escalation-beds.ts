// sim/interventions/escalation-beds.ts: extra staffed beds for part of the winter.

import { z } from 'zod';
import { dateOfDay } from '../engine/time.js';
import { beds, pool } from '../scenario/fields.js';
import { common, define, strengthByDay } from './definition.js';

const ID = 'escalation-beds';
const NUMBER = 3;

const settings = z.strictObject({
  ...common,
  pool,
  beds: beds('staffed beds opened'),
});

/** The beds open one by one over the ramp, and close as patients leave. */
export const escalationBeds = define({
  id: ID,
  number: NUMBER,
  title: 'Escalation beds',
  summary: 'Staffed beds opened beyond the core beds of a pool between two dates.',
  settings,
  apply(model, { pool: where, beds: most, ...service }, { days }) {
    const strength = strengthByDay(days, service);
    for (let day = 0; day < days.count; ) {
      const open = Math.round(most * strength[day]);
      let until = day;
      while (until + 1 < days.count && Math.round(most * strength[until + 1]) === open) until++;
      if (open > 0) {
        model.beds.changes.push({
          pool: where,
          kind: 'escalation',
          from: dateOfDay(days, day),
          to: dateOfDay(days, until),
          beds: open,
        });
      }
      day = until + 1;
    }
  },
});
