// sim/interventions/policy-action.ts: an intervention that adds an action to the pressure policy.

import type { Model } from '../scenario/schema.js';
import type { Action, Relief } from '../scenario/schema-policy.js';

type Timing = Pick<
  Action,
  'trigger' | 'hours' | 'leadHours' | 'leastHours' | 'from' | 'to' | 'rampDays'
>;

/** Adds an action after those that the model has. */
export function addAction(model: Model, name: string, timing: Timing, relief: Relief): void {
  const { trigger, hours, leadHours, leastHours, from, to, rampDays } = timing;
  const { policy = {} } = model;
  const action = { name, trigger, hours, leadHours, leastHours, from, to, rampDays, relief };
  model.policy = { ...policy, actions: [...(policy.actions ?? []), action] };
}
