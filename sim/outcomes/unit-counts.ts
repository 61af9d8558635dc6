// sim/outcomes/unit-counts.ts: what urgent care units did in the reported period.

import type { ObservedUnit } from '../hospital/unit-parameters.js';

/** One unit in one winter; visits of teams are no attendances. */
export interface UnitCount {
  name: string;
  visits: boolean;
  attendances: number;
  /** Of attendances timed: those that left within 4 hours. */
  clocked: number;
  within4h: number;
  begun: number;
  within2h: number;
  sentOn: number;
  foundClosed: number;
}

/** The same on average over winters, with shares. */
export interface UnitSummary {
  name: string;
  attendancesMean: number;
  within4hShare: number | null;
  sentOnMean: number;
  foundClosedMean: number;
}

export function countOf(unit: ObservedUnit): UnitCount {
  return {
    name: unit.name,
    visits: unit.visits,
    attendances: sum(unit.attendances),
    clocked: sum(unit.clocked),
    within4h: sum(unit.within4h),
    begun: sum(unit.begun),
    within2h: sum(unit.within2h),
    sentOn: sum(unit.sentOn),
    foundClosed: sum(unit.foundClosed),
  };
}

/** Totals of attended units, and of teams that visit. */
export function totalsOf(units: readonly UnitCount[]) {
  const total = (key: 'attendances' | 'clocked' | 'within4h' | 'sentOn', visits: boolean) =>
    units.reduce((all, unit) => all + (unit.visits === visits ? unit[key] : 0), 0);
  const visiting = (key: 'begun' | 'within2h') =>
    units.reduce((all, unit) => all + (unit.visits ? unit[key] : 0), 0);
  return {
    attendances: total('attendances', false),
    clocked: total('clocked', false),
    within4h: total('within4h', false),
    sentOn: total('sentOn', false),
    visitsBegun: visiting('begun'),
    visitsWithin2h: visiting('within2h'),
  };
}

/** Means over winters, unit by unit. */
export function summariseUnits(winters: readonly (readonly UnitCount[])[]): UnitSummary[] {
  return winters[0].map(({ name }, i) => {
    const total = (key: 'attendances' | 'clocked' | 'within4h' | 'sentOn' | 'foundClosed') =>
      winters.reduce((all, units) => all + units[i][key], 0);
    const clocked = total('clocked');
    return {
      name,
      attendancesMean: total('attendances') / winters.length,
      within4hShare: clocked > 0 ? total('within4h') / clocked : null,
      sentOnMean: total('sentOn') / winters.length,
      foundClosedMean: total('foundClosed') / winters.length,
    };
  });
}

/** Attendances of all units on each day. */
export function attendancesByDay(units: readonly ObservedUnit[], days: number): Float64Array {
  const attended = units.filter(({ visits }) => !visits);
  return Float64Array.from({ length: days }, (_, day) =>
    attended.reduce((all, { attendances }) => all + attendances[day], 0),
  );
}

function sum(values: Float64Array): number {
  return values.reduce((a, b) => a + b, 0);
}
