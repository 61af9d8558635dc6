// sim/scenario/consistency-policy.ts: actions under pressure that could never do what they say.

import { daysOf } from '../engine/time.js';
import type { Add } from './consistency.js';
import { checkDates } from './consistency-interventions.js';
import { valueText } from './problems.js';
import type { Model } from './schema.js';

type Path = readonly PropertyKey[];

/** Problems of the pressure policy of a model, and of interventions that add to it. */
export function checkPolicy(model: Model, add: Add): void {
  const { firstDay, lastDay, leadInDays } = model.period;
  const days = daysOf(firstDay, lastDay, leadInDays, new Set());
  const actions = model.policy?.actions ?? [];
  actions.forEach((action, i) => {
    const path = ['policy', 'actions', i];
    checkDates(action, model, days, path, add);
    checkTrigger(action.trigger.measure, model, path, add);
    const first = actions.findIndex(({ name }) => name === action.name);
    if (first === i) return;
    add(
      [...path, 'name'],
      (full) => `${full} is ${valueText(action.name)} as in [${first}]; allowed: each name once.`,
    );
  });
  for (const [id, settings] of Object.entries(model.interventions)) {
    const { trigger } = (settings ?? {}) as { trigger?: { measure: string } };
    if (trigger !== undefined) checkTrigger(trigger.measure, model, ['interventions', id], add);
  }
}

/** There is no OPEL level without a table. */
function checkTrigger(measure: string, { policy }: Model, path: Path, add: Add): void {
  if (measure !== 'opelLevel' || policy?.opel !== undefined) return;
  add(
    [...path, 'trigger', 'measure'],
    (full) => `${full} is "opelLevel", but no table is given; allowed: with policy.opel only.`,
  );
}
