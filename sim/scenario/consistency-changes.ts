// sim/scenario/consistency-changes.ts: beds and places opened and closed by date, held against the run.

import { dayNumberOf } from '../engine/time.js';
import { POOLS } from '../hospital/categories.js';
import type { Add } from './consistency.js';
import { valueText } from './problems.js';
import type { Model } from './schema.js';

type Path = readonly PropertyKey[];

/** First and last day of a run, lead-in included, as day numbers. */
function runDays({ period }: Model): [number, number] {
  return [dayNumberOf(period.firstDay) - period.leadInDays, dayNumberOf(period.lastDay)];
}

/** Changes of beds: in the run, each once, and never fewer than none. */
export function checkBedChanges(model: Model, add: Add): void {
  const { beds } = model;
  beds.changes.forEach((change, i) => {
    const path = ['beds', 'changes', i];
    checkInRun(model, change, path, add);
    if (change.kind === 'flex') return;
    const j = beds.changes.findIndex(
      (other) =>
        other.pool === change.pool &&
        other.kind === change.kind &&
        other.from === change.from &&
        other.to === change.to,
    );
    if (j === i) return;
    const same = `${change.kind} beds of ${change.pool} from ${change.from} to ${change.to}`;
    add(path, (full) => `${full} repeats changes[${j}], ${same}; allowed: each once.`);
  });
  for (const pool of POOLS) {
    const changes = beds.changes.map((change) => ({
      ...change,
      by: change.kind === 'closed' ? -change.beds : change.beds,
      counts: change.pool === pool,
    }));
    const { core } = beds[pool];
    checkNeverBelowZero(['beds', 'changes'], `${pool} beds (core ${core})`, core, changes, add);
  }
}

/** Changes of community places: in the run, and never fewer than none. */
export function checkCommunityChanges(model: Model, add: Add): void {
  const { community } = model;
  community.changes.forEach((change, i) => {
    checkInRun(model, change, ['community', 'changes', i], add);
  });
  for (const pathway of ['p1', 'p2', 'p3'] as const) {
    const { places } = community[pathway];
    const changes = community.changes.map((change) => ({
      ...change,
      by: change.places,
      counts: change.pathway === pathway,
    }));
    const noun = `${pathway} places (${places} without changes)`;
    checkNeverBelowZero(['community', 'changes'], noun, places, changes, add);
  }
}

interface Change {
  from: string;
  to: string;
  /** How many more, or fewer. */
  by: number;
  /** False for changes of something else. */
  counts: boolean;
}

/** Says on which day closures together leave fewer than none; the first such day only. */
function checkNeverBelowZero(
  path: Path,
  noun: string,
  start: number,
  changes: readonly Change[],
  add: Add,
): void {
  const starts = changes.filter(({ counts }) => counts).map(({ from }) => from);
  for (const day of [...new Set(starts)].sort()) {
    const isActive = ({ counts, from, to }: Change) => counts && from <= day && day <= to;
    const open = changes.reduce((sum, change) => sum + (isActive(change) ? change.by : 0), start);
    if (open >= 0) continue;
    const last = changes.findLastIndex((change) => isActive(change) && change.by < 0);
    add([...path, last], (full) => `${full} leaves ${open} ${noun} on ${day}; allowed: 0 or more.`);
    return;
  }
}

function checkInRun(
  model: Model,
  change: { from: string; to: string },
  path: Path,
  add: Add,
): void {
  const [first, last] = runDays(model);
  if (dayNumberOf(change.to) >= first && dayNumberOf(change.from) <= last) return;
  const { firstDay, lastDay, leadInDays } = model.period;
  add(
    [...path, 'from'],
    (full) =>
      `${full} is ${valueText(change.from)} and "to" ${valueText(change.to)}; allowed: days of ` +
      `the run, ${firstDay} to ${lastDay} and the ${leadInDays} days before.`,
  );
}
