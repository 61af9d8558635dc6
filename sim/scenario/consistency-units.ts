// sim/scenario/consistency-units.ts: units that send people to places that there are not.

import { dayNumberOf } from '../engine/time.js';
import type { Add } from './consistency.js';
import { SUM_TOLERANCE } from './fields.js';
import { nearestName, valueText } from './problems.js';
import type { Model } from './schema.js';
import { A_AND_E, type UnitModel } from './schema-units.js';
import { list } from './schema-words.js';
import { siteIds } from './sites.js';

/** Reconfigurations name sites that there are. */
export function checkReconfiguration(model: Model, add: Add): void {
  const plan = model.interventions.reconfiguration as Reconfiguration | undefined;
  const sites = [...siteIds(model), 'largest', 'smallest'];
  const named: [string[], string | undefined][] = [
    [['emergencyCentre', 'site'], plan?.emergencyCentre?.site],
    [['moveBeds', 'from'], plan?.moveBeds?.from],
    [['moveBeds', 'to'], plan?.moveBeds?.to],
  ];
  for (const [path, name] of named) {
    if (name === undefined || sites.includes(name)) continue;
    add(
      ['interventions', 'reconfiguration', ...path],
      (full) =>
        `${full} is ${valueText(name)}, no site${nearly(name, sites)}; allowed: ${list(sites)}.`,
    );
  }
}

interface Reconfiguration {
  emergencyCentre?: { site: string };
  moveBeds?: { from: string; to: string };
}

/** Problems of the urgent care units of a model. */
export function checkUnits(model: Model, add: Add): void {
  const units = model.units ?? {};
  const sites = siteIds(model);
  for (const [id, unit] of Object.entries(units)) {
    const others = Object.keys(units).filter((other) => other !== id);
    checkSentOn(id, unit, sites, add);
    checkWhenClosed(id, unit, [A_AND_E, ...sites, ...others], add);
    checkStaff(id, unit, add);
    checkChanges(id, unit, model, add);
  }
}

function checkSentOn(id: string, { sentOnTo }: UnitModel, sites: readonly string[], add: Add) {
  const path = ['units', id, 'sentOnTo'];
  if (sentOnTo === undefined) {
    if (sites.length < 2) return;
    add(path, (full) => `${full} is missing; allowed: shares of the sites ${list(sites, 'and')}.`);
    return;
  }
  for (const name of Object.keys(sentOnTo)) {
    if (sites.includes(name)) continue;
    const allowed = sites.length > 0 ? list(sites) : 'left out, the system has one site';
    add(
      [...path, name],
      (full) => `${full} is no site${nearly(name, sites)}; allowed: ${allowed}.`,
    );
  }
  const total = sum(Object.values(sentOnTo));
  if (Math.abs(total - 1) <= SUM_TOLERANCE) return;
  add(path, (full) => `${full} adds up to ${rounded(total)}; allowed: shares that add up to 1.`);
}

function checkWhenClosed(id: string, unit: UnitModel, places: readonly string[], add: Add): void {
  const { goTo, returnShare } = unit.whenClosed;
  const path = ['units', id, 'whenClosed'];
  for (const name of Object.keys(goTo)) {
    if (places.includes(name)) continue;
    const hint = nearly(name, places);
    add(
      [...path, 'goTo', name],
      (full) => `${full} is no site and no other unit${hint}; allowed: ${list(places)}.`,
    );
  }
  const total = sum(Object.values(goTo)) + returnShare;
  if (total <= 1 + SUM_TOLERANCE) return;
  add(
    path,
    (full) =>
      `${full} adds up to ${rounded(total)} with returnShare; allowed: at most 1, the rest is ` +
      'looked after elsewhere.',
  );
}

/** Without staff in an open hour, who has come in would wait for ever. */
function checkStaff(id: string, { hours, changes = [], clinicians }: UnitModel, add: Add): void {
  const openings = [hours, ...changes.map((change) => change.hours)];
  for (const days of ['weekday', 'weekend'] as const) {
    for (let hour = 0; hour < 24; hour++) {
      const open = openings.find(
        ({ [days]: { from, to } }) => from < to && from < hour + 1 && to > hour,
      );
      if (open === undefined || clinicians[days][hour] > 0) continue;
      add(
        ['units', id, 'clinicians', days, hour],
        (full) =>
          `${full} is 0, but the unit is open then (${open[days].from} to ${open[days].to}); ` +
          'allowed: above 0 in every open hour.',
      );
      return;
    }
  }
}

function checkChanges(id: string, { changes = [] }: UnitModel, model: Model, add: Add): void {
  const { firstDay, lastDay, leadInDays } = model.period;
  const first = dayNumberOf(firstDay) - leadInDays;
  changes.forEach(({ from, to }, i) => {
    if (dayNumberOf(to) >= first && dayNumberOf(from) <= dayNumberOf(lastDay)) return;
    add(
      ['units', id, 'changes', i, 'from'],
      (full) =>
        `${full} is ${valueText(from)} and "to" ${valueText(to)}; allowed: days of the run, ` +
        `${firstDay} to ${lastDay} and the ${leadInDays} days before.`,
    );
  });
}

function nearly(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  return near === null ? '' : `; did you mean ${near}`;
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function rounded(value: number): number {
  return Number(value.toPrecision(6));
}
