// sim/scenario/schema-community.ts: care after the hospital: places, localities, and how they change.

import { z } from 'zod';
import {
  count,
  date,
  distribution,
  factor,
  inOrder,
  lastNotBeforeFirst,
  monthDay,
  row,
  share,
} from './fields.js';

const pathwaySchema = z.strictObject({
  places: count('places', 20000),
  stayDays: distribution('in the place'),
  initialShare: share('of places taken at the start'),
});

const onwardSchema = z
  .strictObject({
    share: share('of stays that end in a wait, in the community bed, for further care'),
    homeShare: share(
      'of those waits that are for care at home (P1); the rest for a care home (P3)',
    ),
  })
  .describe('patients who are fit to leave a community bed and cannot yet');

const shortName = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, {
  error: 'a name of small letters, digits and hyphens that begins with a letter',
});

const LOCALITIES_MAX = 20;
const ownPathway = pathwaySchema.partial();
const localitySchema = z.strictObject({
  share: share('of the patients of every site who live here'),
  siteShare: z
    .record(shortName, share('of its patients'))
    .optional()
    .describe('where a site has another share'),
  p1: ownPathway.optional().describe('home with support'),
  p2: ownPathway.optional().describe('rehabilitation or community bed'),
  p3: ownPathway.optional().describe('care home'),
});

export const communitySchema = z.strictObject({
  p1: pathwaySchema.describe('home with support'),
  p2: pathwaySchema
    .extend({ onward: onwardSchema.optional() })
    .describe('rehabilitation or community bed'),
  p3: pathwaySchema.describe('care home'),
  localities: z
    .record(shortName, localitySchema)
    .refine((localities) => Object.keys(localities).length <= LOCALITIES_MAX, {
      error: `at most ${LOCALITIES_MAX} localities`,
    })
    .optional()
    .describe('parts of the community with places and queues of their own, by a short name'),
  changes: z
    .array(
      z
        .strictObject({
          pathway: z.enum(['p1', 'p2', 'p3']),
          locality: shortName
            .optional()
            .describe('where; split over all by their places if left out'),
          from: date('first day'),
          to: date('last day'),
          places: z.int().min(-20000).max(20000).describe('more (or, negative, fewer) places'),
        })
        .refine(inOrder, lastNotBeforeFirst),
    )
    .max(500)
    .describe('places opened or closed, by date'),
  startShare: row(7, z.number().min(0).max(1), 'of free places filled on a day, Monday first'),
  dateFactor: z
    .array(z.strictObject({ day: monthDay('day of the year'), factor: factor('on the share') }))
    .max(60)
    .describe('days of every year on which services start fewer people'),
  roundHour: z.number().min(0).max(23).describe('hour at which places are given'),
});
