// sim/outcomes/summary.ts: a batch in numbers: estimates, paired differences, chances, daily fans.

import { type CostedRuns, type PlanCost, planCost } from './costs.js';
import { definedOf, difference, estimate, percentiles } from './intervals.js';
import { DAILY, OUTCOME_KEYS, OUTCOMES, type Outcome } from './keys.js';
import type {
  ActionSummary,
  Chance,
  Fan,
  ScenarioRuns,
  ServiceSummary,
  Summary,
} from './summary-shape.js';
import { holdTargets, type Values } from './targets.js';
import { summariseUnits, type UnitSummary } from './unit-counts.js';

export type * from './summary-shape.js';

/** Statements of the form "the outcome reaches a limit", by outcome. */
const CHANCES: readonly { key: Outcome; atLeast?: number; atMost?: number; text: string }[] = [
  { key: 'daysOver92Count', atLeast: 10, text: 'at least 10 days over 92 %' },
  { key: 'daysOver92Count', atLeast: 60, text: 'at least 60 days over 92 %' },
  { key: 'daysOver92Count', atLeast: 120, text: 'at least 120 days over 92 %' },
  { key: 'occupancy0800ShareMean', atMost: 0.92, text: 'mean occupancy at or below 92 %' },
  { key: 'within4hType1Share', atLeast: 0.9, text: '4-hour standard at 90 % or more' },
  { key: 'within4hType1Share', atLeast: 0.95, text: '4-hour standard at 95 % or more' },
  { key: 'dtocShareMean', atMost: 0.035, text: 'delayed transfers at or below 3.5 %' },
];

type Provenance = Pick<Summary, 'version' | 'seed' | 'effects' | 'quantileMethod'>;

/** Summarises scenarios; the first is the base of the differences. */
export function summarise(scenarios: readonly ScenarioRuns[], provenance: Provenance): Summary {
  const steps = summarySteps(scenarios, provenance);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same in steps, for whoever has other things to do in between. */
export function* summarySteps(
  scenarios: readonly ScenarioRuns[],
  provenance: Provenance,
): Generator<void, Summary> {
  const estimates = (of: readonly Float64Array[]) => byOutcome((i) => estimate(of[i]));
  const differences = (of: readonly Float64Array[], base: readonly Float64Array[]) =>
    byOutcome((i) => difference(of[i], base[i], OUTCOMES[i].better));
  const summary: Summary = {
    version: provenance.version,
    seed: provenance.seed,
    replications: scenarios[0]?.replications.length ?? 0,
    effects: provenance.effects,
    quantileMethod: provenance.quantileMethod,
    scenarios: [],
    differences: [],
  };
  const [first] = scenarios;
  if (first === undefined) return summary;
  const base = outcomeColumns(first);
  yield;
  // Columns of one scenario beside those of the base: all at once would take as much memory as all winters.
  for (const [s, runs] of scenarios.entries()) {
    const columns = s === 0 ? base : outcomeColumns(runs);
    const outcomes = estimates(columns);
    yield;
    summary.scenarios.push({
      name: runs.name,
      hash: runs.hash,
      ...(runs.madeOf === undefined ? {} : { madeOf: runs.madeOf }),
      outcomes,
      chances: chancesOf(columns),
      ...holdTargets(valuesOf(runs, columns), s === 0 ? null : valuesOf(first, base)),
      ...bySite(runs, (of) => estimates(outcomeColumns(runs, of))),
      services: servicesOf(runs),
      ...unitsOf(runs),
      ...actionsOf(runs),
    });
    yield;
    if (s === 0) continue;
    summary.differences.push({
      scenario: runs.name,
      base: first.name,
      outcomes: differences(columns, base),
      ...costOf(costed(runs, columns), costed(first, base)),
      ...bySite(runs, (of) => {
        const same = first.siteNames.indexOf(runs.siteNames[of]);
        if (same < 0) return null;
        return differences(outcomeColumns(runs, of), outcomeColumns(first, same));
      }),
    });
    yield;
  }
  return summary;
}

/** One column of values for each outcome: of the whole system, or of one of its sites. */
function outcomeColumns({ replications }: ScenarioRuns, site = -1): Float64Array[] {
  const columns = OUTCOMES.map(() => new Float64Array(replications.length));
  for (const [k, winter] of replications.entries()) {
    const values = site < 0 ? winter.outcomes : winter.sites[site];
    for (let i = 0; i < columns.length; i++) columns[i][k] = values[i];
  }
  return columns;
}

/** What targets are held against: outcomes, what services did, facts of the scenario. */
function valuesOf({ replications, facts = {} }: ScenarioRuns, columns: Float64Array[]): Values {
  return (key) => {
    const outcome = placeOf(key);
    if (outcome >= 0) return columns[outcome];
    if (key === 'electivesOfPlanShare') {
      const { electivesPlannedCount: planned = 0 } = facts;
      const at = placeOf('electivesAdmittedCount');
      return planned > 0 ? columns[at].map((admitted) => admitted / planned) : undefined;
    }
    if (key in facts) return new Float64Array(replications.length).fill(facts[key]);
    return undefined;
  };
}

function costed(runs: ScenarioRuns, columns: Float64Array[]): CostedRuns {
  const { costs = [], replications } = runs;
  const days = runs.daysCount ?? replications[0]?.daily[0]?.length ?? 0;
  const column = (key: Outcome) => columns[placeOf(key)];
  return {
    costs,
    pounds: column('costPounds'),
    bedDays: column('bedsOccupiedMean').map((beds) => beds * days),
  };
}

function costOf(plan: CostedRuns, base: CostedRuns): { cost?: PlanCost } {
  const cost = planCost(plan, base);
  return cost === null ? {} : { cost };
}

/** Something of each site of a scenario with several; those without it are left out. */
function bySite<T>(
  { siteNames }: ScenarioRuns,
  of: (site: number) => T | null,
): { sites?: { name: string; outcomes: T }[] } {
  if (siteNames.length < 2) return {};
  const sites = siteNames.flatMap((name, site) => {
    const outcomes = of(site);
    return outcomes === null ? [] : [{ name, outcomes }];
  });
  return { sites };
}

function unitsOf({ replications }: ScenarioRuns): { units?: UnitSummary[] } {
  const winters = replications.map(({ units = [] }) => units);
  return winters.length === 0 || winters[0].length === 0 ? {} : { units: summariseUnits(winters) };
}

function servicesOf({ replications }: ScenarioRuns): ServiceSummary[] {
  const services = replications[0]?.services ?? [];
  return services.map(({ name }, i) => {
    const mean = (count: 'eligible' | 'reached' | 'changed') =>
      replications.reduce((sum, { services: of }) => sum + of[i][count], 0) / replications.length;
    return {
      name,
      eligibleMean: mean('eligible'),
      reachedMean: mean('reached'),
      changedMean: mean('changed'),
    };
  });
}

function actionsOf({ replications }: ScenarioRuns): { actions?: ActionSummary[] } {
  const first = replications[0]?.actions ?? [];
  if (first.length === 0) return {};
  const actions = first.map(({ name }, i) => {
    const mean = (count: 'calls' | 'days' | 'bedDays' | 'patients') =>
      replications.reduce((sum, { actions: of }) => sum + of[i][count], 0) / replications.length;
    return {
      name,
      callsMean: mean('calls'),
      daysMean: mean('days'),
      bedDaysMean: mean('bedDays'),
      patientsMean: mean('patients'),
    };
  });
  return { actions };
}

/** Place of an outcome in a replication; -1 where the key is of something else. */
function placeOf(key: string): number {
  return (OUTCOME_KEYS as readonly string[]).indexOf(key);
}

function byOutcome<T>(value: (index: number) => T): Record<Outcome, T> {
  return Object.fromEntries(OUTCOMES.map(({ key }, i) => [key, value(i)])) as Record<Outcome, T>;
}

function chancesOf(columns: readonly Float64Array[]): Chance[] {
  return CHANCES.map(({ key, atLeast, atMost, text }) => {
    const values = columns[placeOf(key)];
    const defined = values.filter((value) => !Number.isNaN(value));
    const holds = defined.filter(
      (value) => value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity),
    );
    return { key, text, share: defined.length > 0 ? holds.length / defined.length : 0 };
  });
}

/**
 * Daily fans of a scenario: mean and percentiles over replications for each day.
 * @param series places in DAILY; all by default
 */
export function fansOf(
  runs: ScenarioRuns,
  dates: readonly string[],
  series: readonly number[] = DAILY.map((_, s) => s),
): Fan[] {
  return series.map((s) => {
    const { key } = DAILY[s];
    const fan: Fan = {
      scenario: runs.name,
      series: key,
      dates: [],
      mean: [],
      p5: [],
      p25: [],
      p50: [],
      p75: [],
      p95: [],
    };
    const rows = runs.replications.map(({ daily }) => daily[s]);
    const values = new Float64Array(rows.length);
    dates.forEach((date, day) => {
      for (let k = 0; k < rows.length; k++) values[k] = rows[k][day];
      const defined = definedOf(values);
      if (defined.length === 0) return;
      fan.dates.push(date);
      fan.mean.push(totalOf(defined) / defined.length);
      const columns = [fan.p5, fan.p25, fan.p50, fan.p75, fan.p95];
      percentiles(defined, [0.05, 0.25, 0.5, 0.75, 0.95]).forEach((value, i) => {
        columns[i].push(value as number);
      });
    });
    return fan;
  });
}

/** Sum in the order of the values; loops, not callbacks: a large batch has a hundred million of them. */
function totalOf(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}
