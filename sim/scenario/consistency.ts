// sim/scenario/consistency.ts: what only the whole model can show to be wrong.

import { RATE_PER_HOUR_MAX } from '../engine/arrivals.js';
import { type Distribution, meanOf } from '../engine/distributions.js';
import { dayNumberOf } from '../engine/time.js';
import { POOLS } from '../hospital/categories.js';
import { checkBedChanges, checkCommunityChanges } from './consistency-changes.js';
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
