// web/state/shocks.ts: shocks that can be laid over any winter: each is a part of the season of one of
// the winters of the library, dates and sizes as there.

import type { Library } from '../../sim/scenario/library.js';
import { fieldsOf } from '../../sim/scenario/uses.js';
import { isFields } from './plan-parts.js';
import type { Fields, Project } from './project.js';

/** A shock, and the winter whose part it is. */
export interface Shock {
  /** Path of the part under `season`. */
  path: readonly string[];
  label: string;
  /** Name of the winter that it is taken from. */
  winter: string;
  value: unknown;
}

/** Parts that make a shock by themselves, and what they are called. */
const PARTS: readonly [readonly string[], string][] = [
  [['cold'], 'Two cold spells'],
  [['norovirus'], 'Outbreaks of norovirus that close bays and wards'],
  [['waves', 'rsv'], 'RSV: small children who need beds'],
  [['sickness'], 'Staff sickness: fewer beds and clinicians'],
];

/** The shocks that the winters of the library hold. */
export function shocksOf(library: Library): Shock[] {
  return PARTS.flatMap(([path, label]) => {
    for (const id of library.names('winter')) {
      const { name, season } = fieldsOf(library, 'winter', id);
      const value = at(season, path);
      // A winter of its own kind, such as a pandemic, brings more than one part and is no single shock.
      const parts = isFields(season) ? Object.keys(season).length : 0;
      if (value !== undefined && parts === 1) {
        return [{ path, label, winter: String(name), value }];
      }
    }
    return [];
  });
}

/** Whether a shock is laid over the winter of the project. */
export function hasShock({ changes }: Project, { path }: Shock): boolean {
  return at(changes.season, path) !== undefined;
}

/** The project with a shock added or taken away. */
export function withShock(project: Project, shock: Shock, isOn: boolean): Project {
  const { season, ...others } = project.changes;
  const changed = put(isFields(season) ? season : {}, shock.path, isOn ? shock.value : undefined);
  const changes = Object.keys(changed).length > 0 ? { ...others, season: changed } : others;
  return { ...project, changes };
}

function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((of, key) => (isFields(of) ? of[key] : undefined), value);
}

/** Fields with a value at a path; without it, and without what is then empty, when undefined. */
export function put(fields: Fields, [key, ...rest]: readonly string[], value: unknown): Fields {
  const under = fields[key];
  const next = rest.length === 0 ? value : put(isFields(under) ? under : {}, rest, value);
  const isEmpty = next === undefined || (isFields(next) && Object.keys(next).length === 0);
  const others = Object.entries(fields).filter(([name]) => name !== key);
  return Object.fromEntries(isEmpty ? others : [...others, [key, next]]);
}
