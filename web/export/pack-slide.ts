// web/export/pack-slide.ts: what a slide of a board pack holds, before it is drawn in any format.

import { type Outcome, outcomeOf } from '../../sim/outcomes/keys.js';
import type { Waterfall } from '../../sim/outcomes/waterfall.js';
import type { WinterRegret } from '../../sim/questions/regret-of-runs.js';
import { type Batch, sourceOf } from '../charts/batch.js';
import type { Driver } from '../charts/tornado-card.js';
import type { WinterShown } from '../charts/winter-card.js';

/** A line of a chart: one value for each label. */
export interface PackLine {
  name: string;
  values: (number | null)[];
  /** Position of its scenario, or what else the line is. */
  style: number | 'band' | 'level';
}

export interface PackTable {
  header: string[];
  rows: string[][];
  /** Colour of each cell, where cells have one of their own. */
  fills?: (string | null)[][];
  /** Width of the first column in inches, and the size of its type in points, where not usual. */
  firstWidth?: number;
  fontSize?: number;
}

export interface PackChart {
  labels: string[];
  lines: PackLine[];
  /** Every so many labels one is written. */
  labelEvery: number;
  axis: { least: number; most: number; step: number; format: string };
  /** What the chart shows, for who cannot see it. */
  alternative: string;
}

/** Bars that lie, one row for each label. */
export interface PackBars {
  labels: string[];
  /** One value for each label; a colour of null is not seen, and only holds up what is stacked on it. */
  series: { name: string; values: (number | null)[]; colour: string | null }[];
  stacked: boolean;
  axis: PackChart['axis'];
  /** Where bars begin; zero when it is left out. */
  crossesAt?: number;
  alternative: string;
}

/** What a page draws of a slide whose numbers are not those of the batch. */
export type SlideView =
  | {
      kind: 'waterfall';
      waterfall: Waterfall;
      positions: number[];
      replications: number;
      source: string;
    }
  | {
      kind: 'drivers';
      scenario: string;
      outcome: Outcome;
      drivers: Driver[];
      base: number;
      replications: number;
      source: string;
    }
  | { kind: 'regret'; regret: WinterRegret; source: string }
  | { kind: 'winter'; shown: WinterShown; source: string };

/** Every slide that there is, in the order of a pack. */
export const SLIDE_IDS = [
  'message',
  'occupancy',
  'four-hour',
  'delays',
  'differences',
  'beds-enough',
  'exceedance',
  'waits',
  'flow',
  'waterfall',
  'drivers',
  'regret',
  'winter',
  'breach',
  'sure',
  'assumptions',
  'provenance',
] as const;

export type SlideId = (typeof SLIDE_IDS)[number];

/** Slides of one outcome, which somebody chooses. */
export const OUTCOME_SLIDES = ['waterfall', 'drivers', 'regret'] as const;
export type OutcomeSlide = (typeof OUTCOME_SLIDES)[number];

/** One slide. */
export interface PackSlide {
  /** The same in every pack, whatever is left out. */
  id: SlideId;
  headline: string;
  subtitle: string;
  chart?: PackChart;
  bars?: PackBars;
  table?: PackTable;
  points?: string[];
  /** What the presenter may need: definitions, source. */
  notes: string;
  /** What must be said on the slide itself of its headline; absent when nothing must. */
  warning?: string;
  /** What made it, where that is not what made the rest of the pack. */
  stamp?: string;
  view?: SlideView;
}

/** Definitions of outcomes, and where the numbers are from. */
export function notesOf(batch: Batch, keys: readonly string[]): string {
  const definitions = keys.map((key) => `${outcomeOf(key).label}: ${outcomeOf(key).definition}`);
  return [...definitions, `${sourceOf(batch)}.`].join('\n');
}
