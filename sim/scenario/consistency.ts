// sim/scenario/consistency.ts: what only the whole model can show to be wrong.

import { dayNumberOf, daysOf } from '../engine/time.js';
import { POOLS } from '../hospital/categories.js';
import { dayOfText } from '../interventions/definition.js';
import { type Place, type Problem, pathText, valueText } from './problems.js';
import { type Model, RUN_DAYS_MAX } from './schema.js';

type PlaceOf = (path: readonly PropertyKey[]) => Place;
type Path = readonly (string | number)[];

/** Problems of a model whose single values are all right. */
export function checkConsistency(model: Model, placeOf: PlaceOf): Problem[] {
  const problems: Problem[] = [];
  const add = (path: Path, message: string) => {
    problems.push({ ...placeOf(path), path: pathText(path), message });
  };
  checkPeriod(model, add);
  checkBedChanges(model, add);
  checkCommunityChanges(model, add);
  checkInterventions(model, add);
  return problems;
}

type Add = (path: Path, message: string) => void;

function checkPeriod({ period }: Model, add: Add): void {
  const days = dayNumberOf(period.lastDay) - dayNumberOf(period.firstDay) + 1;
  if (days + period.leadInDays > RUN_DAYS_MAX) {
    add(
      ['period', 'lastDay'],
      `The run lasts ${days + period.leadInDays} days with its lead-in; allowed: at most ${RUN_DAYS_MAX}.`,
    );
  }
  if (period.leadInDays > days) {
    add(
      ['period', 'leadInDays'],
      `period.leadInDays is ${period.leadInDays}, longer than the ${days} reported days; allowed: 1 to ${days}.`,
    );
  }
}

/** First and last day of a run, lead-in included, as day numbers. */
function runDays({ period }: Model): [number, number] {
  return [dayNumberOf(period.firstDay) - period.leadInDays, dayNumberOf(period.lastDay)];
}

function checkBedChanges(model: Model, add: Add): void {
  const { beds } = model;
  beds.changes.forEach((change, i) => {
    const path = ['beds', 'changes', i];
    checkInRun(model, change, path, add);
    if (change.kind === 'flex') return;
    for (let j = 0; j < i; j++) {
      const other = beds.changes[j];
      const same = other.pool === change.pool && other.kind === change.kind;
      if (same && other.from === change.from && other.to === change.to) {
        add(
          path,
          `${pathText(path)} repeats beds.changes[${j}]: the same ${change.kind} beds twice.`,
        );
      }
    }
  });
  for (const pool of POOLS) checkNeverBelowZero(model, pool, add);
}

function checkNeverBelowZero(model: Model, pool: (typeof POOLS)[number], add: Add): void {
  const { core } = model.beds[pool];
  const changes = model.beds.changes
    .map((change, i) => ({ ...change, i }))
    .filter((change) => change.pool === pool);
  const starts = [...new Set(changes.map((change) => change.from))].sort();
  for (const day of starts) {
    const active = changes.filter((change) => change.from <= day && day <= change.to);
    const open = active.reduce(
      (sum, change) => sum + (change.kind === 'closed' ? -change.beds : change.beds),
      core,
    );
    if (open >= 0) continue;
    const closing = active.findLast((change) => change.kind === 'closed' || change.beds < 0);
    add(
      ['beds', 'changes', closing?.i ?? 0],
      `On ${day} the closures leave ${open} ${pool} beds (core ${core}); allowed: 0 or more.`,
    );
    return;
  }
}

function checkCommunityChanges(model: Model, add: Add): void {
  model.community.changes.forEach((change, i) => {
    checkInRun(model, change, ['community', 'changes', i], add);
  });
}

function checkInRun(
  model: Model,
  change: { from: string; to: string },
  path: Path,
  add: Add,
): void {
  const [first, last] = runDays(model);
  if (dayNumberOf(change.to) >= first && dayNumberOf(change.from) <= last) return;
  add(
    [...path, 'from'],
    `${pathText(path)} runs from ${change.from} to ${change.to}, outside the run ` +
      `(${model.period.firstDay} to ${model.period.lastDay} and its lead-in).`,
  );
}

interface Service {
  from?: string;
  to?: string;
  uptakeShare?: number;
  pathways?: ('p1' | 'p2' | 'p3')[];
  extraPlaces?: { p1: number; p2: number; p3: number };
}

function checkInterventions(model: Model, add: Add): void {
  const { firstDay, lastDay, leadInDays } = model.period;
  const days = daysOf(firstDay, lastDay, leadInDays, new Set());
  for (const [id, settings] of Object.entries(model.interventions)) {
    if (settings === undefined) continue;
    const service = settings as Service;
    const path = ['interventions', id];
    const from = service.from === undefined ? 0 : dayOfText(days, service.from);
    const to = service.to === undefined ? days.count : dayOfText(days, service.to);
    if (to < from) {
      add([...path, 'to'], `${id} ends on ${service.to}, before it starts on ${service.from}.`);
    } else if (from >= days.count) {
      add(
        [...path, 'from'],
        `${id} starts on ${service.from}, after the last day of the run (${lastDay}).`,
      );
    } else if (to < 0) {
      add(
        [...path, 'to'],
        `${id} ends on ${service.to}, before the run (${firstDay}, less ${leadInDays} days).`,
      );
    }
    if (id === 'discharge-to-assess') checkFunded(service, path, add);
  }
}

/** Assessing everybody sooner without any place to go to is a plan that cannot be carried out. */
function checkFunded(service: Service, path: Path, add: Add): void {
  const places = service.pathways?.map((pathway) => service.extraPlaces?.[pathway] ?? 0) ?? [];
  if ((service.uptakeShare ?? 0) < 1 || places.some((count) => count > 0)) return;
  add(
    [...path, 'extraPlaces'],
    `discharge-to-assess reaches all patients but funds ${valueText(service.extraPlaces)}; ` +
      'allowed: at least one place on a pathway it covers, or an uptakeShare below 1.',
  );
}
