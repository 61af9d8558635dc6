// sim/outcomes/facts.ts: figures of a scenario that need no simulation, for targets about a service.

import type { Days } from '../engine/time.js';
import { compileElectives } from '../scenario/compile-capacity.js';
import type { Model } from '../scenario/schema.js';
import { siteModels } from '../scenario/sites.js';

/** Figures by key; one that a scenario does not have is absent. */
export type Facts = Readonly<Record<string, number>>;

/** A fact: its unit, and how it is read from a model. */
interface Fact {
  key: string;
  unit: 'share' | 'count';
  of(model: Model, days: Days): number | undefined;
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
  { key: 'electivesPlannedCount', unit: 'count', of: electivesPlanned },
  {
    key: 'fluUptake65Share',
    unit: 'share',
    of: (model) => uptakeOf(model)?.over65,
  },
  {
    key: 'fluUptakeAtRiskShare',
    unit: 'share',
    of: (model) => uptakeOf(model)?.atRisk,
  },
  {
    key: 'fluUptakeStaffShare',
    unit: 'share',
    of: (model) => uptakeOf(model)?.staff,
  },
];

/** Shares vaccinated against flu, as a plan has them. */
interface Uptake {
  over65: number;
  atRisk: number;
  staff: number;
}

function uptakeOf(model: Model): Uptake | undefined {
  const plan = model.interventions['flu-vaccination'] as { uptakeShare: Uptake } | undefined;
  return plan?.uptakeShare;
}

/** Electives planned in the reported period, before a plan or the calendar of a winter changes them. */
function electivesPlanned(model: Model, days: Days): number {
  return siteModels(model, '').reduce((sum, { model: site }) => {
    const season = { ...site.season, calendar: undefined };
    const { perDay } = compileElectives({ ...site, season }, days);
    return sum + perDay.subarray(days.reportedFrom).reduce((a, b) => a + b, 0);
  }, 0);
}

/** The facts of a model as it is before its interventions. */
export function factsOf(model: Model, days: Days): Facts {
  return Object.fromEntries(
    FACTS.flatMap(({ key, of }) => {
      const value = of(model, days);
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
