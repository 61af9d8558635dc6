// sim/interventions/reconfiguration.ts: fewer doors, one emergency centre, beds moved between sites.

import { z } from 'zod';
import { type Days, dateOfDay } from '../engine/time.js';
import { TO_SITE } from '../hospital/arrival.js';
import { ACUITIES, POOLS } from '../hospital/categories.js';
import { beds, pool } from '../scenario/fields.js';
import { splitWhole } from '../scenario/localities.js';
import type { Model } from '../scenario/schema.js';
import { openingHours, UNIT_TYPES } from '../scenario/schema-units.js';
import {
  type Context,
  common,
  dayOfText,
  define,
  effectRange,
  strengthByDay,
} from './definition.js';
import { AMBULANCES, offerAtArrival } from './front-door-parts.js';
import { siteNamed } from './site-names.js';

const ID = 'reconfiguration';
const NUMBER = 24;
const SHUT = { weekday: { from: 0, to: 0 }, weekend: { from: 0, to: 0 } };

const site = z.string().describe('short name of a site, or "largest" or "smallest" by attendances');

const settings = z.strictObject({
  ...common,
  units: z
    .strictObject({
      types: z.array(z.enum(UNIT_TYPES)).min(1).max(4).describe('units looked at'),
      keepLargest: z.int().min(0).max(50).describe('so many of them stay; the others close'),
      hours: openingHours.optional().describe('opening hours of those that stay'),
    })
    .optional(),
  emergencyCentre: z
    .strictObject({
      site,
      acuities: z.array(z.enum(ACUITIES)).min(1).max(5).describe('taken there by ambulance'),
      effect: z.strictObject({
        conveyedShare: effectRange(0, 1, 'of such patients of the other sites'),
      }),
    })
    .optional()
    .describe('one Emergency Centre with specialist services'),
  moveBeds: z.strictObject({ pool, from: site, to: site, beds: beds('beds moved') }).optional(),
  acuteBeds: z
    .int()
    .min(-5000)
    .max(5000)
    .optional()
    .describe('more (or, negative, fewer) beds of all pools and sites, split by core beds'),
});

type Settings = z.infer<typeof settings>;

/** Each part may be left out; a system of one site has nothing to move. */
export const reconfiguration = define({
  id: ID,
  number: NUMBER,
  title: 'Reconfiguration',
  summary:
    'Smaller urgent care units close or change their hours, and their patients go where they go ' +
    'when a unit is shut; the sickest by ambulance go to one site; beds move between sites, or ' +
    'all pools have more or fewer.',
  settings,
  applyShared(model, { units: which, ...service }, { days }) {
    if (which === undefined) return;
    const found = Object.entries(model.units ?? {}).filter(([, { type }]) =>
      which.types.includes(type),
    );
    const bySize = found.sort(
      ([a, one], [b, other]) => other.attendancesPerDay - one.attendancesPerDay || (a < b ? -1 : 1),
    );
    bySize.forEach(([, unit], rank) => {
      const hours = rank < which.keepLargest ? which.hours : SHUT;
      if (hours === undefined) return;
      unit.changes = [...(unit.changes ?? []), { ...datesOf(service, days), hours }];
    });
  },
  apply(model, { moveBeds, acuteBeds, ...service }, context) {
    if (acuteBeds !== undefined) changeBeds(model, acuteBeds, service, context);
    if (moveBeds === undefined) return;
    const from = siteNamed(moveBeds.from, context.sites);
    const to = siteNamed(moveBeds.to, context.sites);
    if (from === to) return;
    const most = context.sites.find(({ id }) => id === from)?.model.beds[moveBeds.pool].core ?? 0;
    const moved = Math.min(moveBeds.beds, most);
    const sign = context.siteId === from ? -1 : context.siteId === to ? 1 : 0;
    if (sign * moved === 0) return;
    const dates = datesOf(service, context.days);
    model.beds.changes.push({ pool: moveBeds.pool, kind: 'flex', ...dates, beds: sign * moved });
  },
  offers(_model, { emergencyCentre, ...service }, context) {
    if (emergencyCentre === undefined) return [];
    const centre = siteNamed(emergencyCentre.site, context.sites);
    if (context.siteId === centre) return [];
    const share = context.effect(emergencyCentre.effect.conveyedShare);
    return [
      offerAtArrival({
        number: NUMBER,
        name: ID,
        route: TO_SITE,
        siteId: centre,
        modes: AMBULANCES,
        acuities: emergencyCentre.acuities.reduce(
          (bits, acuity) => bits | (1 << ACUITIES.indexOf(acuity)),
          0,
        ),
        chance: [0, 0, share, share],
        reachedShare: strengthByDay(context.days, service),
      }),
    ];
  },
});

/** The part of a site in beds opened or closed in all pools of all sites. */
function changeBeds(
  model: Model,
  beds: number,
  service: Pick<Settings, 'from' | 'to'>,
  { sites, siteId, days }: Context,
): void {
  const cores = sites.flatMap((one) => POOLS.map((name) => one.model.beds[name].core));
  const total = cores.reduce((sum, core) => sum + core, 0);
  const parts = splitWhole(Math.max(-total, beds), cores);
  const first = sites.findIndex(({ id }) => id === siteId) * POOLS.length;
  POOLS.forEach((name, i) => {
    const part = parts[first + i];
    if (part === 0) return;
    model.beds.changes.push({ pool: name, kind: 'flex', ...datesOf(service, days), beds: part });
  });
}

function datesOf({ from, to }: Pick<Settings, 'from' | 'to'>, days: Days) {
  return {
    from: dateOfDay(days, from ? dayOfText(days, from) : 0),
    to: dateOfDay(days, to ? dayOfText(days, to) : days.count - 1),
  };
}
