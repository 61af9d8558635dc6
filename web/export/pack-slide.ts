// web/export/pack-slide.ts: what a slide of a board pack holds, before it is drawn in any format.

import { outcomeOf } from '../../sim/outcomes/keys.js';
import { type Batch, sourceOf } from '../charts/batch.js';

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

export type SlideId =
  | 'message'
  | 'occupancy'
  | 'four-hour'
  | 'delays'
  | 'differences'
  | 'beds-enough'
  | 'exceedance'
  | 'waits'
  | 'flow'
  | 'sure'
  | 'assumptions'
  | 'provenance';

/** One slide. */
export interface PackSlide {
  /** The same in every pack, whatever is left out. */
  id: SlideId;
  headline: string;
  subtitle: string;
  chart?: PackChart;
  table?: PackTable;
  points?: string[];
  /** What the presenter may need: definitions, source. */
  notes: string;
}

/** Definitions of outcomes, and where the numbers are from. */
export function notesOf(batch: Batch, keys: readonly string[]): string {
  const definitions = keys.map((key) => `${outcomeOf(key).label}: ${outcomeOf(key).definition}`);
  return [...definitions, `${sourceOf(batch)}.`].join('\n');
}
