// cli/swept-points.ts: what a sweep found at its points: as CSV, as JSON, and in short for a terminal.

import { csvFormatRow } from 'd3-dsv';
import { type Estimate, interval } from '../sim/outcomes/intervals.js';
import { OUTCOMES } from '../sim/outcomes/keys.js';

const SHOWN = 'daysOver92Count';
const FIGURES = 3; // of each outcome: mean, and both ends of its interval
const DIGITS = 10;
const DIGITS_SHOWN = 4;

/** A point with the mean and interval of every outcome, packed: a sweep may have 100,000 points. */
export interface SweptPoint {
  values: readonly number[];
  /** Hash of its model. */
  hash: string;
  figures: Float64Array;
}

type Interval = Pick<Estimate, 'mean' | 'low95' | 'high95'>;

/** Means and intervals of all outcomes over the winters of a point. */
export function figuresOf(winters: readonly Float64Array[]): Float64Array {
  const figures = new Float64Array(OUTCOMES.length * FIGURES);
  OUTCOMES.forEach((_, i) => {
    const { mean, low95, high95 } = interval(Float64Array.from(winters, (row) => row[i]));
    figures.set(
      [mean, low95, high95].map((value) => value ?? Number.NaN),
      i * FIGURES,
    );
  });
  return figures;
}

function intervalAt({ figures }: SweptPoint, outcome: number): Interval {
  const [mean, low95, high95] = [0, 1, 2].map((k) => {
    const value = figures[outcome * FIGURES + k];
    return Number.isNaN(value) ? null : value;
  });
  return { mean, low95, high95 };
}

/** points.csv, point by point: a row for each outcome that is defined there. */
export function* pointsCsv(
  names: readonly string[],
  points: readonly SweptPoint[],
): Generator<string> {
  yield `${csvFormatRow(['point', ...names, 'outcome', 'mean', 'low95', 'high95'])}\n`;
  for (const [p, point] of points.entries()) {
    let rows = '';
    OUTCOMES.forEach(({ key }, i) => {
      const { mean, low95, high95 } = intervalAt(point, i);
      if (mean === null) return;
      const figures = [mean, low95, high95].map((value) => rounded(value, DIGITS));
      rows += `${csvFormatRow([String(p), ...point.values.map(String), key, ...figures])}\n`;
    });
    yield rows;
  }
}

/** Provenance and all points as JSON, with every digit, point by point. */
export function* pointsJson(
  provenance: Readonly<Record<string, unknown>>,
  names: readonly string[],
  points: readonly SweptPoint[],
): Generator<string> {
  yield `${JSON.stringify(provenance, null, 2).slice(0, -2)},\n  "points": [\n`;
  for (const [p, point] of points.entries()) {
    const values = Object.fromEntries(names.map((name, f) => [name, point.values[f]]));
    const outcomes = Object.fromEntries(OUTCOMES.map(({ key }, i) => [key, intervalAt(point, i)]));
    const text = JSON.stringify({ point: p, values, hash: point.hash, outcomes });
    yield `    ${text}${p < points.length - 1 ? ',' : ''}\n`;
  }
  yield '  ]\n}\n';
}

/** A line a point, of the outcome that most look at. */
export function* pointsText(
  names: readonly string[],
  points: readonly SweptPoint[],
): Generator<string> {
  const i = OUTCOMES.findIndex(({ key }) => key === SHOWN);
  for (const point of points) {
    const { mean, low95, high95 } = intervalAt(point, i);
    const place = names.map((name, f) => `${name} ${point.values[f]}`).join(', ');
    const [m, l, h] = [mean, low95, high95].map((value) => rounded(value, DIGITS_SHOWN) || '–');
    yield `  ${place}: ${OUTCOMES[i].label} ${m} (${l} to ${h})\n`;
  }
}

function rounded(value: number | null, digits: number): string {
  return value === null ? '' : String(Number(value.toPrecision(digits)));
}
