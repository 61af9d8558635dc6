// sim/scenario/compile-units.ts: urgent care units as tables: demand by hour, opening by day.

import { type Days, dayOfDate } from '../engine/time.js';
import { ELSEWHERE, type UnitParameters, WAY_BACK } from '../hospital/unit-parameters.js';
import type { Model } from './schema.js';
import { A_AND_E, type UnitModel } from './schema-units.js';
import { siteIds } from './sites.js';
import { cumulative, meanOfValues, serviceWeekday, tableOf, weekOf } from './tables.js';

const WEEKEND_FROM = 5;

/**
 * Short names of the units that a model names, in their order. Teams that visit come last: a plan
 * that adds one leaves the streams of the others as they are.
 */
export function unitIds({ units = {} }: Pick<Model, 'units'>): string[] {
  const ids = Object.keys(units).sort();
  const visits = (id: string) => units[id].type === 'visiting';
  return [...ids.filter((id) => !visits(id)), ...ids.filter(visits)];
}

/** The units of a model, in the order of their short names. */
export function compileUnits(model: Model, days: Days): UnitParameters[] {
  const { units = {} } = model;
  return unitIds(model).map((id) => compileUnit(units[id], model, days));
}

function compileUnit(unit: UnitModel, model: Model, days: Days): UnitParameters {
  const sites = siteIds(model);
  const ids = sites.length > 0 ? sites : [''];
  const sentOn = ids.map((id, i) => unit.sentOnTo?.[id] ?? (unit.sentOnTo || i > 0 ? 0 : 1));
  return {
    name: unit.name,
    visits: unit.type === 'visiting',
    perHour: compileArrivals(unit, model, days),
    ...compileOpening(unit, days),
    clinicians: weekOf(unit.clinicians),
    ageShares: cumulative(unit.ageShare),
    consultMinutes: tableOf(unit.consultMinutes),
    travelMinutes: tableOf(unit.travelMinutes),
    needsDepartmentShare: unit.needsDepartmentShare,
    sentOnTo: cumulative(sentOn),
    ...compileWays(unit, unitIds(model), ids, sentOn),
  };
}

/** Where who finds it closed goes: sites from 0, units from the number of sites, then codes. */
function compileWays(
  { whenClosed }: UnitModel,
  units: readonly string[],
  sites: readonly string[],
  sentOn: readonly number[],
) {
  const { goTo, returnShare } = whenClosed;
  const ways: number[] = [];
  const weights: number[] = [];
  const add = (way: number, weight: number) => {
    if (weight <= 0) return;
    ways.push(way);
    weights.push(weight);
  };
  sites.forEach((id, site) => {
    add(site, (goTo[id] ?? 0) + (goTo[A_AND_E] ?? 0) * sentOn[site]);
  });
  units.forEach((id, unit) => {
    add(sites.length + unit, goTo[id] ?? 0);
  });
  add(WAY_BACK, returnShare);
  const told = weights.reduce((sum, weight) => sum + weight, 0);
  add(ELSEWHERE, Math.max(0, 1 - told));
  return { closedWays: Int32Array.from(ways), closedShares: cumulative(weights) };
}

function compileArrivals(unit: UnitModel, model: Model, days: Days): Float64Array {
  const month = unit.monthIndex ?? new Array<number>(12).fill(1);
  const monthMean = meanOfValues(month);
  const weekdayMean = meanOfValues(unit.weekdayIndex);
  const perDay = unit.attendancesPerDay * (1 + model.demand.growthShare);
  const perHour = new Float64Array(days.count * 24);
  for (let day = 0; day < days.count; day++) {
    const weekend = days.weekday[day] >= WEEKEND_FROM || days.bankHoliday[day] === 1;
    const hourShare = unit.hourShare[weekend ? 'weekend' : 'weekday'];
    const total = hourShare.reduce((sum, share) => sum + share, 0);
    const index = (month[days.month[day] - 1] / monthMean) * unit.weekdayIndex[days.weekday[day]];
    for (let hour = 0; hour < 24; hour++) {
      perHour[day * 24 + hour] = ((perDay * index) / weekdayMean) * (hourShare[hour] / total);
    }
  }
  return perHour;
}

/** Minutes of each day between which the doors are open; equal where they stay shut. */
function compileOpening(unit: UnitModel, days: Days) {
  const openFrom = new Float64Array(days.count);
  const openTo = new Float64Array(days.count);
  const set = (hours: UnitModel['hours'], first: number, last: number) => {
    for (let day = Math.max(0, first); day <= Math.min(days.count - 1, last); day++) {
      const which = serviceWeekday(days, day) >= WEEKEND_FROM ? 'weekend' : 'weekday';
      openFrom[day] = hours[which].from * 60;
      openTo[day] = hours[which].to * 60;
    }
  };
  set(unit.hours, 0, days.count - 1);
  for (const { from, to, hours } of unit.changes ?? []) {
    set(hours, dayOfDate(days, from), dayOfDate(days, to));
  }
  return { openFrom, openTo };
}
