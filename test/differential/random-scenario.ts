// test/differential/random-scenario.ts: a small hospital made up from a number: any capacity,
// distribution, calendar and plan that a scenario file may hold, odd ones more often than in life.

import { dateOf, dayNumberOf } from '../../sim/engine/time.js';
import type { Parameters } from '../../sim/hospital/parameters.js';
import { compile, EFFECTS, type Effects } from '../../sim/scenario/compile.js';
import { type Model, modelSchema } from '../../sim/scenario/schema.js';
import { Dice } from './dice.js';
import { randomBeds, randomCommunity, randomElectives, randomPlans } from './random-capacity.js';
import { randomDepartment, randomDischarge, randomStays } from './random-care.js';
import { randomDemand, randomPatients, randomSeason } from './random-demand.js';
import { addMovesBetweenSites } from './random-moves.js';
import { addReadmissions } from './random-readmissions.js';
import { widened } from './random-wider.js';

export interface RandomScenario {
  /** What it was made from: the same number makes the same scenario. */
  number: number;
  model: Model;
  effects: Effects;
  bankHolidays: ReadonlySet<string>;
  parameters: Parameters;
  seed: string;
  replication: number;
}

/** Days of a run as a scenario's parts need them. */
export interface Run {
  /** ISO date of the first day (of the lead-in) and number of days. */
  firstDay: string;
  days: number;
}

const STARTS = ['2017-10-02', '2017-12-18', '2018-02-24', '2019-12-30', '2020-02-20', '2018-07-01'];
const SECOND_SITE_CHANCE = 0.1;

/**
 * Makes a scenario from a number, of the parts that docs/model.md's first version had: those that
 * the independent hospital knows. `widerScenario` adds the others.
 * @throws ZodError when the made-up model does not fit the schema: a fault of the maker
 */
export function randomScenario(number: number): RandomScenario {
  return scenarioFrom(number, (model) => model);
}

/** The same scenario with optional parts of the model added (random-wider.ts). */
export function widerScenario(number: number): RandomScenario {
  return scenarioFrom(number, (model, run) => widened(new Dice(number + WIDER), model, run));
}

// Numbers of other dice than those of the scenarios.
const WIDER = 50_000_000;
const RETURNS = 90_000_000;
const MOVES = 70_000_000;

function scenarioFrom(number: number, also: (model: Model, run: Run) => Model): RandomScenario {
  const dice = new Dice(number);
  const returns = new Dice(number + RETURNS);
  const run = { firstDay: dice.pick(STARTS), days: dice.whole(10, 40) };
  const leadInDays = dice.whole(1, Math.floor(run.days / 2));
  const model = also(addReadmissions(returns, randomModel(dice, run, leadInDays)), run);
  const effects = dice.pick(EFFECTS);
  const bankHolidays = new Set(dice.list(dice.whole(0, 4), () => dateIn(dice, run)));
  const options = { name: 'Site 1', effects, bankHolidays };
  const parameters = compile(model, options);
  const oneCommunity = model.community.localities === undefined;
  if (dice.chance(SECOND_SITE_CHANCE) && oneCommunity) {
    const other = addReadmissions(returns, randomModel(dice, run, leadInDays));
    const second = compile(other, { ...options, name: 'Site 2' });
    parameters.sites.push(...second.sites);
    addMovesBetweenSites(new Dice(number + MOVES), parameters);
  }
  const seed = `scenario ${dice.whole(0, 1e6)}`;
  return {
    number,
    model,
    effects,
    bankHolidays,
    parameters,
    seed,
    replication: dice.whole(0, 999),
  };
}

function randomModel(dice: Dice, run: Run, leadInDays: number): Model {
  const first = dayNumberOf(run.firstDay);
  const model = {
    period: {
      firstDay: dateOf(first + leadInDays),
      lastDay: dateOf(first + run.days - 1),
      leadInDays,
    },
    catchmentPeople: dice.capacity(80_000),
    demand: randomDemand(dice),
    patients: randomPatients(dice),
    department: randomDepartment(dice),
    beds: randomBeds(dice, run),
    stays: randomStays(dice),
    discharge: randomDischarge(dice),
    community: randomCommunity(dice, run),
    electives: randomElectives(dice),
    census: {
      occupancyShare: dice.share(),
      delayedShare: dice.share(),
      electiveShare: dice.share(),
    },
    season: randomSeason(dice),
    interventions: randomPlans(dice, run),
  };
  return modelSchema.parse(model);
}

/** A date of the run. */
export function dateIn(dice: Dice, { firstDay, days }: Run): string {
  return dateOf(dayNumberOf(firstDay) + dice.whole(0, days - 1));
}

/** First and last day of something within the run. */
export function datesIn(dice: Dice, run: Run): { from: string; to: string } {
  const [from, to] = [dateIn(dice, run), dateIn(dice, run)].sort();
  return { from, to };
}

/** A few days of every year with a factor each. */
export function daysOfYear(dice: Dice): { day: string; factor: number }[] {
  const days = ['12-24', '12-25', '01-01', '10-09', '02-29', '03-02', '07-04'];
  return days
    .filter(() => dice.chance(0.4))
    .map((day) => ({ day, factor: dice.pick([0, 0.5, 1.3]) }));
}
