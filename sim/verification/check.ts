// sim/verification/check.ts: what a check is: cases that run, samples they give, findings judged.

import type { Library } from '../scenario/library.js';

/** Lengths of simulations: about a minute in all, or long enough for every stated tolerance. */
export const QUICK = 1;
export const THOROUGH = 16;

/** What all checks of a run share. */
export interface Setting {
  /** QUICK, THOROUGH, or any other multiple of the quick length. */
  length: number;
  /** Seed phrase; each case has its own draws under it. */
  seed: string;
  /** Scenario files, for the checks of the whole hospital. */
  library: Library;
  /**
   * 1 in earnest. Any other number multiplies the simulated stays and services, but not those of
   * the theory: so a test sees each check fail.
   */
  serviceFactor: number;
}

/** One figure that draws decide: its batch or replication means beside what is expected of them. */
export interface MeanSample {
  kind: 'mean';
  figure: string;
  expected: Expected;
  /** Largest difference that the evidence allows, in units of the figure. */
  tolerance: number;
  /** Largest half-width of the 95 % interval, in tolerances; wider is too blunt to tell anything. */
  bluntness: number;
  /** Means of independent batches or replications. */
  values: readonly number[];
}

/** One figure without chance: an identity, or a formula beside its printed value. */
export interface ExactSample {
  kind: 'exact';
  figure: string;
  expected: number;
  simulated: number;
  tolerance: number;
}

export type Sample = MeanSample | ExactSample;

/** A number that theory gives, or a range that somebody observed; its ends may be infinite. */
export type Expected = number | readonly [low: number, high: number];

/** One run and the samples taken from it. */
export interface Case {
  title: string;
  run(setting: Setting): Sample[];
}

/** A check of evidence that the product keeps: V1 and so on. */
export interface Check {
  id: string;
  title: string;
  /** Where the expected figures come from. */
  source: string;
  cases: readonly Case[];
}

/**
 * How a finding ends: 'holds'; 'off' when the difference is larger than allowed and chance does
 * not explain it; 'blunt' when the interval is too wide to tell.
 */
export type Verdict = 'holds' | 'off' | 'blunt';

/** A sample judged. */
export interface Finding {
  check: string;
  title: string;
  figure: string;
  expected: Expected;
  simulated: number;
  /** 95 % interval of the simulated mean; equal to it for what is exact. */
  low95: number;
  high95: number;
  tolerance: number;
  /** Chance of such a difference were the expected figure true; 0 or 1 for what is exact. */
  pValue: number;
  /** The same after Holm's correction for all findings of the run. */
  pHolm: number;
  exact: boolean;
  /** |simulated - expected| is at most the tolerance or 3 standard errors. */
  withinTolerance: boolean;
  verdict: Verdict;
}
