// sim/interventions/surge-plan.ts: escalation beds that a trigger opens and closes.

import { z } from 'zod';
import { beds, pool } from '../scenario/fields.js';
import { actionTiming } from '../scenario/schema-policy.js';
import { common, define } from './definition.js';
import { addAction } from './policy-action.js';

const ID = 'surge-plan';
const NUMBER = 28;

const settings = z.strictObject({
  ...common,
  ...actionTiming,
  pool,
  beds: beds('staffed beds opened while it is in force'),
});

/** The beds open after the lead time and close as patients leave. */
export const surgePlan = define({
  id: ID,
  number: NUMBER,
  title: 'Surge plan',
  summary:
    'Staffed escalation beds that open a lead time after a trigger is reached and close as ' +
    'patients leave once pressure has fallen.',
  settings,
  apply(model, { pool: where, beds: most, ...service }) {
    addAction(model, 'surge beds', service, { escalationBeds: { pool: where, beds: most } });
  },
});
