// test/differential/random-wider.ts: optional parts of the model for random scenarios, each present
// or absent by itself; drawn apart from the rest, so that a scenario without them stays as it is.

import { DTOC_REASONS } from '../../sim/hospital/categories.js';
import { type Model, modelSchema } from '../../sim/scenario/schema.js';
import type { Dice } from './dice.js';
import { addCommunityParts } from './random-community-parts.js';
import { addDischargePlans } from './random-discharge-plans.js';
import { addFrontDoor } from './random-front-door.js';
import { randomPolicy } from './random-policy.js';
import type { Run } from './random-scenario.js';
import { addShocks } from './random-shocks.js';

/** The model with optional parts added, checked against the schema. */
export function widened(dice: Dice, given: Model, run: Run): Model {
  const model = structuredClone(given);
  addCommunityParts(dice, model, run);
  addDelayReasons(dice, model);
  if (dice.chance(0.6)) model.policy = randomPolicy(dice, run);
  addShocks(dice, run, model);
  addDischargePlans(dice, model, run);
  addFrontDoor(dice, model, run);
  return modelSchema.parse(model);
}

function addDelayReasons(dice: Dice, model: Model): void {
  if (dice.chance(0.4)) return;
  const rows = DTOC_REASONS.map((reason) => [reason, dice.list(3, () => dice.share())] as const);
  model.discharge.delayReasons = Object.fromEntries(rows) as Model['discharge']['delayReasons'];
}
