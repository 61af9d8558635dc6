// test/differential/random-readmissions.ts: made-up readmissions, in some scenarios.

import { type Model, modelSchema } from '../../sim/scenario/schema.js';
import type { Dice } from './dice.js';
import { byAge } from './random-demand.js';

/** The model with readmissions, or as it is. */
export function addReadmissions(dice: Dice, model: Model): Model {
  if (!dice.chance(0.4)) return model;
  model.discharge.readmission = {
    share: byAge(() => dice.share()),
    frailtyOdds: dice.list(3, () => dice.between(0, 3)),
    electiveFactor: dice.pick([0, 0.5, 1, 2]),
    dayShare: dice
      .peaked(30)
      .map((weight, day) => (dice.chance(0.5) ? weight : weight / (day + 1))),
  };
  return modelSchema.parse(model);
}
