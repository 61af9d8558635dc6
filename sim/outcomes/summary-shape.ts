// sim/outcomes/summary-shape.ts: what a batch is and what summary.json says of it.

import type { PlanCost, ServiceCost } from './costs.js';
import type { Facts } from './facts.js';
import type { DifferenceEstimate, Estimate } from './intervals.js';
import type { Outcome } from './keys.js';
import type { Layers } from './layers.js';
import type { Measured } from './measures.js';
import type { TargetAbsent, TargetResult } from './targets.js';
import type { UnitSummary } from './unit-counts.js';

/** Names of the system, of its winter and of the plans that a scenario was made of: its data. */
export interface MadeOf {
  system: string;
  winter: string;
  plans: string[];
}

/** Replications of one scenario; the same replication number in each scenario meets the same patients. */
export interface ScenarioRuns {
  name: string;
  hash: string;
  /** What it was made of, where that is known. */
  madeOf?: MadeOf;
  /** ISO date of the first reported day. */
  firstDay: string;
  /** Names of the sites, in the order in which replications measure them. */
  siteNames: readonly string[];
  replications: readonly Measured[];
  /** Their numbers, where some of the batch are missing; else 0, 1, 2 and so on. */
  numbers?: readonly number[];
  /** Reported days; by default as many as the daily series have. */
  daysCount?: number;
  /** Figures that need no simulation. */
  facts?: Facts;
  /** Its services as their settings price them. */
  costs?: readonly ServiceCost[];
}

export interface ScenarioSummary {
  name: string;
  hash: string;
  /** Absent in results that do not say it. */
  madeOf?: MadeOf;
  outcomes: Record<Outcome, Estimate>;
  chances: Chance[];
  /** Targets of the planning documents, and those that cannot be held against this scenario. */
  targets: TargetResult[];
  targetsAbsent: TargetAbsent[];
  /** The same outcomes at each site, where there are several. */
  sites?: { name: string; outcomes: Record<Outcome, Estimate> }[];
  /** What each service did in a winter, on average. */
  services: ServiceSummary[];
  /** What each urgent care unit did in a winter, on average, where there are any. */
  units?: UnitSummary[];
  /** What each action of the pressure policy did in a winter, on average; where there is one. */
  actions?: ActionSummary[];
}

/** An action of the pressure policy: calls, days in force, bed days opened, patients it concerned. */
export interface ActionSummary {
  name: string;
  callsMean: number;
  daysMean: number;
  bedDaysMean: number;
  patientsMean: number;
}

/** A service: patients it could have helped, those it reached, and those whose way it changed. */
export interface ServiceSummary {
  name: string;
  eligibleMean: number;
  reachedMean: number;
  changedMean: number;
}

export interface Chance {
  key: Outcome;
  text: string;
  /** Share of replications. */
  share: number;
}

export interface DifferenceSummary {
  scenario: string;
  base: string;
  outcomes: Record<Outcome, DifferenceEstimate>;
  /** What the plan costs beside the base, where that is known. */
  cost?: PlanCost;
  /** The same at each site that both scenarios have, where there are several. */
  sites?: { name: string; outcomes: Record<Outcome, DifferenceEstimate> }[];
}

/** The contents of summary.json; the same bytes for any number of workers. */
export interface Summary {
  version: string;
  seed: string;
  replications: number;
  effects: string;
  quantileMethod: string;
  scenarios: ScenarioSummary[];
  differences: DifferenceSummary[];
  /** With sampled effects: how much of the spread is ignorance. */
  layers?: Layers[];
}

/** Percentiles of one daily series of one scenario. */
export interface Fan {
  scenario: string;
  series: string;
  /** ISO dates of the days that have a value. */
  dates: string[];
  mean: number[];
  p5: number[];
  p25: number[];
  p50: number[];
  p75: number[];
  p95: number[];
}
