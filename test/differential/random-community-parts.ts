// test/differential/random-community-parts.ts: made-up localities and waits in community beds.

import type { Model } from '../../sim/scenario/schema.js';
import type { Dice } from './dice.js';
import { datesIn, type Run } from './random-scenario.js';

export function addCommunityParts(dice: Dice, model: Model, run: Run): void {
  const { community } = model;
  if (dice.chance(0.5)) {
    community.p2.onward = { share: dice.share(), homeShare: dice.share() };
  }
  if (dice.chance(0.5)) addLocalities(dice, model, run);
}

function addLocalities(dice: Dice, { community }: Model, run: Run): void {
  const count = dice.whole(1, 4);
  const shares = dice.proportions(count);
  const ownPlaces = dice.chance(0.5);
  const names = shares.map((_, i) => `part-${i + 1}`);
  const localities = names.map((name, i) => {
    const care = (stayDays: number) => ({
      ...(ownPlaces ? { places: dice.capacity(6) } : {}),
      ...(dice.chance(0.5) ? { stayDays: dice.distribution(stayDays) } : {}),
      ...(dice.chance(0.5) ? { initialShare: dice.share() } : {}),
    });
    return [name, { share: shares[i], p1: care(4), p2: care(8), p3: care(12) }] as const;
  });
  community.localities = Object.fromEntries(localities);
  community.changes.push(
    ...dice.list(dice.whole(0, 3), () => ({
      pathway: dice.pick(['p1', 'p2', 'p3'] as const),
      locality: dice.pick(names),
      ...datesIn(dice, run),
      places: dice.whole(-3, 4),
    })),
  );
}
