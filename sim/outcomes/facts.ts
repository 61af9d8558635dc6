// sim/outcomes/facts.ts: figures of a scenario that need no simulation, for targets about a service.

import type { Model } from '../scenario/schema.js';
import { siteModels } from '../scenario/sites.js';

/** Figures by key; one that a scenario does not have is absent. */
export type Facts = Readonly<Record<string, number>>;

/** A fact: its unit, and how it is read from a model. */
interface Fact {
  key: string;
  unit: 'share' | 'count';
  of(model: Model): number | undefined;
}

interface Hours {
  from: number;
  to: number;
}

interface Served {
  hours?: { weekday?: Hours; weekend?: Hours };
}

/** Every fact. */
export const FACTS: readonly Fact[] = [
  {
    key: 'frailtyInReachHoursPerWeek',
    unit: 'count',
    of: (model) => {
      const hours = siteModels(model, '').flatMap(({ model: { interventions } }) => {
        return hoursPerWeek(interventions['frailty-in-reach'] as Served | undefined) ?? [];
      });
      return hours.length > 0 ? Math.max(...hours) : undefined; // of the site with the most
    },
  },
  {
    key: 'fluUptake65Share',
    unit: 'share',
    of: (model) => vaccinated(model, 'uptakeShare65'),
  },
  {
    key: 'fluUptakeAtRiskShare',
    unit: 'share',
    of: (model) => vaccinated(model, 'uptakeShareAtRisk'),
  },
  {
    key: 'fluUptakeStaffShare',
    unit: 'share',
    of: (model) => vaccinated(model, 'uptakeShareStaff'),
  },
];

/** Shares vaccinated, in the season or as a plan raises them. */
interface Vaccination {
  uptakeShare65?: number;
  uptakeShareAtRisk?: number;
  uptakeShareStaff?: number;
}

function vaccinated(model: Model, key: keyof Vaccination): number | undefined {
  const { vaccination } = model.season as { vaccination?: Vaccination };
  const plan = model.interventions['flu-vaccination'] as Vaccination | undefined;
  return plan?.[key] ?? vaccination?.[key];
}

/** The facts of a model. */
export function factsOf(model: Model): Facts {
  return Object.fromEntries(
    FACTS.flatMap(({ key, of }) => {
      const value = of(model);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function hoursPerWeek(service: Served | undefined): number | undefined {
  if (service === undefined) return undefined;
  const { weekday, weekend } = service.hours ?? {};
  return 5 * hoursOf(weekday) + 2 * hoursOf(weekend);
}

function hoursOf(hours: Hours | undefined): number {
  return hours === undefined ? 0 : hours.to - hours.from;
}
