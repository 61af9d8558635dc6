// web/state/inputs.ts: the values of the base that can be changed, in parts as people think of them.

import { dateOf, dayNumberOf } from '../../sim/engine/time.js';
import { type Assumption, assumptionsOf } from '../../sim/outcomes/assumptions.js';
import type { Library } from '../../sim/scenario/library.js';
import { mergeFields } from '../../sim/scenario/merge.js';
import type { Resolved } from '../../sim/scenario/resolve.js';
import type { Model } from '../../sim/scenario/schema.js';
import { type Fields, isFields } from './plan-parts.js';
import type { Project } from './project.js';

/** A part of the base, and what is shown of it. */
export interface InputPart {
  /** As in the address. */
  name: string;
  label: string;
  text: string;
  /** Field of the model, and the fields of that which are shown; all where none are named. */
  field: keyof Model;
  only?: readonly string[];
}

export const INPUT_PARTS: readonly InputPart[] = [
  {
    name: 'beds',
    label: 'Beds',
    text: 'Staffed general and acute beds, and how they flex.',
    field: 'beds',
  },
  {
    name: 'arrivals',
    label: 'Arrivals',
    text: 'Who comes to A&E, when, and how that varies.',
    field: 'demand',
  },
  {
    name: 'conversion',
    label: 'Patients and conversion',
    text: 'Ages, frailty, arrival by ambulance, and how many need admission.',
    field: 'patients',
  },
  {
    name: 'stays',
    label: 'Stays',
    text: 'How long patients stay until they are fit to leave.',
    field: 'stays',
  },
  {
    name: 'discharge',
    label: 'Discharge',
    text: 'From being fit to leaving: days, ward rounds, pathways, assessments.',
    field: 'discharge',
  },
  {
    name: 'community',
    label: 'Care afterwards',
    text: 'Places for support at home, rehabilitation and care homes.',
    field: 'community',
  },
  {
    name: 'electives',
    label: 'Planned admissions',
    text: 'Planned patients by weekday.',
    field: 'electives',
  },
  {
    name: 'department',
    label: 'A&E department',
    text: 'Spaces, staff by hour, and the time that steps take.',
    field: 'department',
  },
  {
    name: 'period',
    label: 'Winter and people',
    text: 'The days that are reported.',
    field: 'period',
  },
];

/** A part of the base with what was changed of it. */
export function partValue({ model }: Resolved, { changes }: Project, { field }: InputPart): Fields {
  const changed = changes[field];
  const own = model[field] as unknown as Record<string, unknown>;
  return isFields(changed) ? mergeFields(own, { ...changed }) : own;
}

/** The project with a part of the base as it is now: only what differs from the library is kept. */
export function withPart(
  project: Project,
  { model }: Resolved,
  { field }: InputPart,
  value: Fields,
): Project {
  const differing = differenceOf(model[field] as unknown, value);
  const { [field]: _, ...others } = project.changes;
  const changes = differing === undefined ? others : { ...others, [field]: differing };
  return { ...project, changes };
}

/** What one value has that another has not; undefined where they are equal. */
function differenceOf(before: unknown, after: unknown): unknown {
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  if (!isFields(before) || !isFields(after) || isWhole(after) || isWhole(before)) return after;
  const entries = Object.entries(after).flatMap(([key, value]) => {
    const differing = differenceOf(before[key], value);
    return differing === undefined ? [] : [[key, differing]];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Distributions and ranges are replaced as a whole, as in files. */
function isWhole(value: Fields): boolean {
  return 'distribution' in value || 'likely' in value;
}

/** Source and confidence of the value at a path: of the nearest entry above it, in the last file. */
export function sourceOf(entries: readonly Assumption[], path: string): Assumption | null {
  const under = entries.filter(
    (entry) =>
      path === entry.path || path.startsWith(`${entry.path}.`) || path.startsWith(`${entry.path}[`),
  );
  return under.reduce<Assumption | null>(
    (best, entry) => (best === null || entry.path.length >= best.path.length ? entry : best),
    null,
  );
}

/** The sources of a base. */
export function sourcesOf(library: Library, base: Resolved): Assumption[] {
  return assumptionsOf(library, [base]);
}

/** Least and most of the number at a path over several models; null where it is no number. */
export function typicalRange(models: readonly Model[], path: string): [number, number] | null {
  const values = models.flatMap((model) => {
    const value = path
      .split('.')
      .reduce<unknown>((at, key) => (isFields(at) ? at[key] : undefined), model);
    return typeof value === 'number' ? [value] : [];
  });
  return values.length < 2 ? null : [Math.min(...values), Math.max(...values)];
}

/** Open beds of a week of the winter: those staffed all year and what is opened or closed. */
export interface WeekBeds {
  /** ISO date of its first day. */
  from: string;
  beds: number;
}

const POOLS = ['assessment', 'medical', 'surgical', 'olderPeople', 'children'] as const;
const WEEK = 7;

/** Beds by week of the winter, as they are planned: flexible beds of the day come on top. */
export function bedsByWeek(beds: Fields, period: Model['period']): WeekBeds[] {
  const core = coreBeds(beds);
  const changes = Array.isArray(beds.changes) ? (beds.changes as Fields[]) : [];
  const weeks: WeekBeds[] = [];
  const last = dayNumberOf(period.lastDay);
  for (let day = dayNumberOf(period.firstDay); day <= last; day += WEEK) {
    const iso = dateOf(day);
    const more = changes.reduce((sum, { kind, from, to, beds: count }) => {
      if (String(from) > iso || String(to) < iso || typeof count !== 'number') return sum;
      return sum + (kind === 'closed' ? -count : count);
    }, 0);
    weeks.push({ from: iso, beds: core + more });
  }
  return weeks;
}

/** Beds with those of pasted weeks: each week differs from the core beds by what medicine flexes. */
export function withBedsByWeek(beds: Fields, weeks: readonly WeekBeds[], lastDay: string): Fields {
  const core = coreBeds(beds);
  const changes = weeks.flatMap(({ from, beds: count }, i) => {
    const next = weeks[i + 1];
    const to = next === undefined ? lastDay : dateOf(dayNumberOf(next.from) - 1);
    return count === core ? [] : [{ pool: 'medical', kind: 'flex', from, to, beds: count - core }];
  });
  return { ...beds, changes };
}

function coreBeds(beds: Fields): number {
  return POOLS.reduce((sum, pool) => {
    const of = beds[pool];
    return sum + (isFields(of) && typeof of.core === 'number' ? of.core : 0);
  }, 0);
}

/**
 * Weeks pasted from a spreadsheet: a date (2017-10-02 or 02/10/2017) and a number of beds a line.
 * @returns weeks in order, or a sentence that says what is wrong
 */
export function parseWeeks(text: string): WeekBeds[] | string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return 'Paste at least one line with a date and a number of beds.';
  const weeks: WeekBeds[] = [];
  for (const [i, line] of lines.entries()) {
    const [day = '', count = '', ...more] = line.trim().split(/\t|;|\s{2,}|,(?=\s|\d+\s*$)|\s+/);
    const from = isoOf(day);
    const beds = Number(count);
    if (more.some((cell) => cell !== '') || from === null || !/^\d{1,4}$/.test(count.trim())) {
      const shown = line.trim().slice(0, 60);
      return (
        `Line ${i + 1}, “${shown}”, is not a date and a whole number of beds, such as ` +
        '“2017-10-02 483” or “02/10/2017 483” (day first).'
      );
    }
    if (weeks.length > 0 && weeks[weeks.length - 1].from >= from) {
      return `Line ${i + 1} has the date ${from}, which does not come after the line before it.`;
    }
    weeks.push({ from, beds });
  }
  return weeks;
}

function isoOf(text: string): string | null {
  const dayFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  const iso =
    dayFirst === null
      ? text
      : `${dayFirst[3]}-${dayFirst[2].padStart(2, '0')}-${dayFirst[1].padStart(2, '0')}`;
  return Number.isNaN(dayNumberOf(iso)) ? null : iso;
}
