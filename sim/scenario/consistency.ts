// sim/scenario/consistency.ts: what only the whole model can show to be wrong.

import { RATE_PER_HOUR_MAX } from '../engine/arrivals.js';
import { type Distribution, meanOf } from '../engine/distributions.js';
import { dayNumberOf } from '../engine/time.js';
import { POOLS } from '../hospital/categories.js';
import { checkInterventions } from './consistency-interventions.js';
import { checkLocalities } from './consistency-localities.js';
import { checkPolicy } from './consistency-policy.js';
import { checkReadmission } from './consistency-readmission.js';
import { checkSeason } from './consistency-season.js';
import { checkReconfiguration, checkUnits } from './consistency-units.js';
import type { Merged } from './merge.js';
import { type Problem, pathText, valueText } from './problems.js';
import { type Model, RUN_DAYS_MAX } from './schema.js';

type Path = readonly PropertyKey[];

/** Half of what the engine can draw, so that no day's effect can reach its limit. */
const ARRIVALS_PER_HOUR_MAX = RATE_PER_HOUR_MAX / 2;

/** Where the values of a model were written, and which of two was written last. */
export type Places = Pick<Merged, 'placeOf' | 'pathOf' | 'later'>;

/** Adds a problem: the sentence that follows from the name of a path. */
export type Add = (path: Path, sentence: (path: string) => string) => void;

/**
 * Problems of a model whose single values are all right.
 * @param bankHolidays ISO dates; days beyond the years they cover are refused. Empty: not checked.
 */
export function checkConsistency(
  model: Model,
  places: Places,
  bankHolidays: readonly string[],
): Problem[] {
  const problems: Problem[] = [];
  const add: Add = (path, sentence) => {
    const where = pathText(places.pathOf(path));
    problems.push({ ...places.placeOf(path), path: where, message: sentence(where) });
  };
  checkPeriod(model, places, add, bankHolidays);
  if (problems.length > 0) return problems; // the rest speaks of days of the run
  checkSomeBeds(model, add);
  checkBusiestHour(model, add);
  checkStaysLast(model, add);
  checkBedChanges(model, add);
  checkCommunityChanges(model, add);
  checkLocalities(model, add);
  checkDatesOnce(model, add);
  checkUnits(model, add);
  checkSeason(model, add);
  checkReadmission(model, add);
  checkReconfiguration(model, add);
  checkInterventions(model, add);
  checkPolicy(model, add);
  return problems;
}

const FIRST_DAY = ['period', 'firstDay'];
const LAST_DAY = ['period', 'lastDay'];

function checkPeriod(
  { period }: Model,
  places: Places,
  add: Add,
  bankHolidays: readonly string[],
): void {
  const { firstDay, lastDay, leadInDays } = period;
  const days = dayNumberOf(lastDay) - dayNumberOf(firstDay) + 1;
  const at = places.later(FIRST_DAY, LAST_DAY);
  const isFirst = at === FIRST_DAY;
  const said = valueText(isFirst ? firstDay : lastDay);
  if (days < 1) {
    const allowed = isFirst ? `${lastDay} (lastDay) or earlier` : `${firstDay} (firstDay) or later`;
    add(at, (path) => `${path} is ${said}; allowed: ${allowed}.`);
    return;
  }
  if (days + leadInDays > RUN_DAYS_MAX) {
    add(
      at,
      (path) =>
        `${path} is ${said}, so that the run lasts ${days + leadInDays} days with its lead-in; ` +
        `allowed: at most ${RUN_DAYS_MAX}.`,
    );
    return;
  }
  if (leadInDays > days) {
    add(
      ['period', 'leadInDays'],
      (path) =>
        `${path} is ${leadInDays}, longer than the ${days} reported days; allowed: 1 to ${days}.`,
    );
  }
  const years = bankHolidays.map((date) => date.slice(0, 'YYYY'.length)).sort();
  const [from, to] = [`${years[0]}-01-01`, `${years[years.length - 1]}-12-31`];
  if (years.length === 0 || (firstDay >= from && lastDay <= to)) return;
  add(
    at,
    (path) => `${path} is ${said}; allowed: ${from} to ${to}, where the bank holidays are known.`,
  );
}

/** Occupancy is a share of open beds: a hospital without any has none. */
function checkSomeBeds({ beds }: Model, add: Add): void {
  if (POOLS.some((pool) => beds[pool].core > 0)) return;
  add(['beds'], (path) => `${path} has 0 core beds in all pools; allowed: at least 1 in one pool.`);
}

/** More patients in one hour than any hospital could mean are a slip in an index or a share. */
function checkBusiestHour({ demand }: Model, add: Add): void {
  const { attendancesPerDay, growthShare, monthIndex, weekdayIndex, hourShare } = demand;
  const share = Math.max(...hourShare.weekday, ...hourShare.weekend);
  const days = Math.max(...monthIndex) * Math.max(...weekdayIndex);
  const most = attendancesPerDay * (1 + growthShare) * days * share;
  if (most <= ARRIVALS_PER_HOUR_MAX) return;
  add(
    ['demand'],
    (path) =>
      `${path} brings ${Math.round(most)} attendances in its busiest hour ` +
      `(attendancesPerDay × growth × month × weekday × hour); allowed: at most ${ARRIVALS_PER_HOUR_MAX}.`,
  );
}

/** Patients found in a bed at the start have stays in proportion to their length. */
function checkStaysLast({ stays, community }: Model, add: Add): void {
  const distributions: [Path, Distribution][] = [
    [['stays', 'electiveDays'], stays.electiveDays],
    [['community', 'p1', 'stayDays'], community.p1.stayDays],
    [['community', 'p2', 'stayDays'], community.p2.stayDays],
    [['community', 'p3', 'stayDays'], community.p3.stayDays],
  ];
  for (const [path, of] of distributions) {
    if (meanOf(of) > 0) continue;
    add(path, (full) => `${full} is ${valueText(of)}, of mean 0; allowed: a mean above 0.`);
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

function checkCommunityChanges(model: Model, add: Add): void {
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

/** Of a day of the year listed twice, only one factor could count. */
function checkDatesOnce(model: Model, add: Add): void {
  const lists: [Path, readonly { day: string }[]][] = [
    [['demand', 'dateIndex'], model.demand.dateIndex],
    [['discharge', 'dateFactor'], model.discharge.dateFactor],
    [['community', 'dateFactor'], model.community.dateFactor],
    [['electives', 'dateFactor'], model.electives.dateFactor],
  ];
  for (const [path, list] of lists) {
    list.forEach(({ day }, i) => {
      const first = list.findIndex((other) => other.day === day);
      if (first === i) return;
      add(
        [...path, i, 'day'],
        (full) => `${full} is ${valueText(day)} as in [${first}]; allowed: each day once.`,
      );
    });
  }
}
