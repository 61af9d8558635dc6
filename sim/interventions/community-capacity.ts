// sim/interventions/community-capacity.ts: more or fewer places after discharge, by date.

import { z } from 'zod';
import { dateOfDay } from '../engine/time.js';
import { type CarePathway, localitiesOf, splitWhole } from '../scenario/localities.js';
import type { Model } from '../scenario/schema.js';
import { common, define, strengthByDay } from './definition.js';

const ID = 'community-capacity';
const NUMBER = 6;
const PATHWAYS: readonly CarePathway[] = ['p1', 'p2', 'p3'];

const changeOf = (text: string) =>
  z
    .strictObject({
      places: z
        .int()
        .min(-20000)
        .max(20000)
        .optional()
        .describe('more (or, negative, fewer) places'),
      share: z
        .number()
        .min(-1)
        .max(10)
        .optional()
        .describe('the same as a share of those that there are'),
    })
    .refine(({ places, share }) => (places === undefined) !== (share === undefined), {
      error: 'either places or share',
    })
    .optional()
    .describe(text);

const settings = z.strictObject({
  ...common,
  p1: changeOf('home care and reablement'),
  p2: changeOf('community hospital and rehabilitation beds'),
  p3: changeOf('care-home places'),
  localities: z.array(z.string()).min(1).max(20).optional().describe('where; all if left out'),
});

/** Places open or close one by one over the ramp; closing ends no stay. */
export const communityCapacity = define({
  id: ID,
  number: NUMBER,
  title: 'Community capacity',
  summary:
    'Home care, community beds and care-home places opened or closed between two dates: the queues ' +
    'for them, and the hospital beds held by who waits, follow.',
  settings,
  applyShared(model, { localities, ...service }, { days }) {
    const strength = strengthByDay(days, service);
    for (const pathway of PATHWAYS) {
      const change = service[pathway];
      if (change === undefined) continue;
      for (const { locality, places } of changesOf(model, pathway, change, localities)) {
        for (const { from, to, count } of steps(strength, places)) {
          model.community.changes.push({
            pathway,
            ...(locality === undefined ? {} : { locality }),
            from: dateOfDay(days, from),
            to: dateOfDay(days, to),
            places: count,
          });
        }
      }
    }
  },
});

interface Change {
  places?: number;
  share?: number;
}

/** Places at full strength: of the whole community, or of each locality named. */
function changesOf(
  { community }: Model,
  pathway: CarePathway,
  { places, share = 0 }: Change,
  localities: readonly string[] | undefined,
): { locality?: string; places: number }[] {
  if (localities === undefined) {
    return [{ places: places ?? Math.round(share * community[pathway].places) }];
  }
  const there = localitiesOf(community)
    .filter(({ id }) => localities.includes(id))
    .map(({ id, care }) => ({ locality: id, now: care[pathway].places }));
  const parts = splitWhole(
    places ?? 0,
    there.map(({ now }) => now),
  );
  return there.map(({ locality, now }, i) => ({
    locality,
    places: places === undefined ? Math.round(share * now) : parts[i],
  }));
}

/** Runs of days with one number of places, those without any left out. */
function steps(
  strength: Float64Array,
  most: number,
): { from: number; to: number; count: number }[] {
  const runs: { from: number; to: number; count: number }[] = [];
  strength.forEach((value, day) => {
    const count = Math.round(most * value);
    const last = runs.at(-1);
    if (last !== undefined && last.to === day - 1 && last.count === count) last.to = day;
    else if (count !== 0) runs.push({ from: day, to: day, count });
  });
  return runs;
}
