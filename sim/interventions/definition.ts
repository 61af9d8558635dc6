// sim/interventions/definition.ts: what an intervention is: settings, evidence, and a mechanism.
//
// One file each. The registry's schema, documentation and forms are made from the definition, and
// the mechanism says who is eligible, what changes for them and what capacity it needs. No
// intervention changes an outcome directly.

import { z } from 'zod';
import { type Days, dateOfDay, dayOfDate, HOURS_PER_WEEK } from '../engine/time.js';
import type { Offer } from '../hospital/offers.js';
import type { CommunityParameters, SiteParameters } from '../hospital/parameters.js';
import type { DepartmentChanges } from '../scenario/compile-department.js';
import { dateOrDay, effectRange, share } from '../scenario/fields.js';
import type { Model } from '../scenario/schema.js';
import type { SiteModel } from '../scenario/sites.js';

/** A range of an effect. */
export interface EffectRange {
  low: number;
  likely: number;
  high: number;
}

/** What an intervention may read, and the offers it adds. */
export interface Context {
  days: Days;
  /** The value of a range to simulate: likely, an end, or a sample. */
  effect(range: EffectRange): number;
  /** Short name of the site; empty for the only one. */
  siteId: string;
  /** All sites of the system, as they are before any intervention at a site. */
  sites: readonly SiteModel[];
  /** Staff, spaces and pace of A&E that change on some days. */
  department: DepartmentChanges;
}

export interface Definition<Settings> {
  /** As written in files, and the number that keys its draws: append only. */
  id: string;
  number: number;
  title: string;
  /** One sentence: what it is and how it works in the model. */
  summary: string;
  settings: z.ZodType<Settings>;
  /** Changes of what the sites share: community places, the season. May change `model` in place. */
  applyShared?(model: Model, settings: Settings, context: Context): void;
  /** Changes at one site: capacity, processes. May change `model`, that of the site, in place. */
  apply?(model: Model, settings: Settings, context: Context): void;
  /** Changes of single days of what the sites share, in its compiled tables. */
  tuneShared?(
    tables: CommunityParameters,
    model: Model,
    settings: Settings,
    context: Context,
  ): void;
  /** Changes of single days at one site, in its compiled tables. */
  tune?(tables: SiteParameters, model: Model, settings: Settings, context: Context): void;
  /** Offers to single patients of one site. */
  offers?(model: Model, settings: Settings, context: Context): Offer[];
}

/** A definition of any settings, ready for the registry. */
export interface Intervention {
  id: string;
  number: number;
  title: string;
  summary: string;
  settings: z.ZodType;
  /** Checks the settings and changes what the sites share; called once, before the sites. */
  applyShared(model: Model, settings: unknown, context: Context): void;
  /** Checks the settings, changes the model of one site and returns its offers. */
  apply(model: Model, settings: unknown, context: Context): Offer[];
  /** Changes the compiled tables of what the sites share, and of one site, on single days. */
  tuneShared(tables: CommunityParameters, model: Model, settings: unknown, context: Context): void;
  tune(tables: SiteParameters, model: Model, settings: unknown, context: Context): void;
}

export function define<Settings>(definition: Definition<Settings>): Intervention {
  const { id, number, title, summary, settings } = definition;
  return {
    id,
    number,
    title,
    summary,
    settings,
    applyShared(model, given, context) {
      definition.applyShared?.(model, settings.parse(given), context);
    },
    apply(model, given, context) {
      const checked = settings.parse(given);
      definition.apply?.(model, checked, context);
      return definition.offers?.(model, checked, context) ?? [];
    },
    tuneShared(tables, model, given, context) {
      definition.tuneShared?.(tables, model, settings.parse(given), context);
    },
    tune(tables, model, given, context) {
      definition.tune?.(tables, model, settings.parse(given), context);
    },
  };
}

export const EVIDENCE_GRADES = ['A', 'B', 'C', 'D'] as const;

const openHours = z
  .strictObject({ from: z.number().min(0).max(24), to: z.number().min(0).max(24) })
  .refine((hours) => hours.from < hours.to, { error: '"from" before "to"' });

/** Settings that every intervention has. */
export const common = {
  from: dateOrDay('first day of the service; the whole run if left out').optional(),
  to: dateOrDay('last day of the service').optional(),
  rampDays: z.int().min(0).max(365).describe('days over which it grows to full strength'),
  lateStart: z
    .strictObject({
      chanceShare: share('of winters in which it does not start on time'),
      days: z.int().min(1).max(365).describe('by which it then starts later'),
    })
    .optional()
    .describe('failure to start on time; it starts on time if left out'),
  evidence: z
    .enum(EVIDENCE_GRADES)
    .describe('A: trials agree; B: studies of the effect; C: single sites; D: assumed'),
  source: z.string().min(3).describe('where the effect comes from'),
  sites: z.array(z.string()).min(1).max(20).optional().describe('where; all sites if left out'),
  costPoundsPerDay: z
    .number()
    .min(0)
    .max(1e7)
    .optional()
    .describe('of running it, at all its sites'),
  costPoundsPerPatient: z.number().min(0).max(1e6).optional().describe('of each patient reached'),
};

export const serviceHours = z
  .strictObject({
    weekday: openHours.optional().describe('hours of the day, Monday to Friday'),
    weekend: openHours.optional().describe('hours of the day, Saturday, Sunday, bank holidays'),
  })
  .describe('when the service works');

export const uptake = share('of eligible patients in service hours that the service reaches');

export { effectRange };

/** 1 in the hours of the week in which a service works. */
export function hoursOfWeek(hours: z.infer<typeof serviceHours>): Uint8Array {
  const open = new Uint8Array(HOURS_PER_WEEK);
  for (let hour = 0; hour < HOURS_PER_WEEK; hour++) {
    const times = hour < 5 * 24 ? hours.weekday : hours.weekend;
    if (times && hour % 24 >= times.from && hour % 24 < times.to) open[hour] = 1;
  }
  return open;
}

/** Strength of a service on each day of a run: 0 before its start, 1 after its ramp. */
export function strengthByDay(
  days: Days,
  service: { from?: string; to?: string; rampDays: number },
): Float64Array {
  const from = service.from ? dayOfText(days, service.from) : 0;
  const to = service.to ? dayOfText(days, service.to) : days.count - 1;
  return Float64Array.from({ length: days.count }, (_, day) => {
    if (day < from || day > to) return 0;
    return service.rampDays > 0 && service.from
      ? Math.min(1, (day - from + 1) / service.rampDays)
      : 1;
  });
}

/**
 * Day of the run of a date, or of a day of the year (MM-DD): the last such day of the run, or the one
 * nearest to it before its start (below 0) or after its end.
 */
export function dayOfText(days: Days, text: string): number {
  if (text.length > 'MM-DD'.length) return dayOfDate(days, text);
  for (let day = days.count - 1; day >= 0; day--) {
    if (dateOfDay(days, day).endsWith(text)) return day;
  }
  return nearestOutside(days, text);
}

/** How far before the run, or after it, a day of the year is that is not in it. */
function nearestOutside(days: Days, text: string): number {
  for (let away = 1; ; away++) {
    const after = days.count - 1 + away;
    if (dateOfDay(days, after).endsWith(text)) return after;
    if (dateOfDay(days, -away).endsWith(text)) return -away;
  }
}
