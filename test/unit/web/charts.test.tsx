// test/unit/web/charts.test.tsx: charts as pure functions: the same numbers give the same SVG, at the
// edges too: one scenario, one winter, days missing, all values equal, nothing at all.

import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import type { DifferenceEstimate } from '../../../sim/outcomes/intervals.js';
import { type Batch, domainOfFans } from '../../../web/charts/batch.js';
import type { Draw } from '../../../web/charts/chart-card.js';
import { DifferenceChart } from '../../../web/charts/difference-chart.js';
import { FanChart } from '../../../web/charts/fan-chart.js';
import { Charts } from '../../../web/components/results-view.js';
import { batchOf, fanOf } from './fans.js';

const NAMES = ['Base', 'Frailty in-reach 70 h', 'Discharge to Assess', 'Escalation beds'];
const Canvas = ({ draw }: { draw: Draw }): VNode => draw(700);

const drawn = (batch: Batch): string =>
  renderToStaticMarkup(<Charts batch={batch} Canvas={Canvas} />);

const paths = (svg: string): string[] => [...svg.matchAll(/ d="([^"]*)"/g)].map(([, d]) => d);

describe('the charts of a batch', () => {
  it('are the same text for the same numbers', () => {
    const batch = () => batchOf(NAMES, [0.95, 0.97, 0.93]);
    expect(drawn(batch())).toBe(drawn(batch()));
  });

  it.each([
    ['one scenario', batchOf(['Base'], [0.95, 0.97, 0.93])],
    ['one winter', batchOf(NAMES, [0.95, 0.97, 0.93], 1)],
    ['one day', batchOf(NAMES, [0.95])],
    ['days missing', batchOf(NAMES, [0.95, null, 0.93, null, null, 0.96, 0.97])],
    ['all values equal', batchOf(NAMES, [0.95, 0.95, 0.95])],
    ['all values zero', batchOf(NAMES, [0, 0, 0])],
    ['no values', batchOf(NAMES, [])],
    ['no fans', { ...batchOf(NAMES, []), fans: [] }],
    [
      'ten scenarios',
      batchOf(
        Array.from({ length: 10 }, (_, i) => `Plan ${i}`),
        [0.9, 0.99],
      ),
    ],
    ['an endless name', batchOf(['Base', 'A plan with a long name '.repeat(20)], [0.9, 0.99])],
    ['no bank holidays', { ...batchOf(NAMES, [0.95, 0.97]), bankHolidays: [] }],
  ])('have only numbers in them with %s', (_, batch) => {
    const svg = drawn(batch);
    // "undefined" is what an outcome without a value is called, in words.
    expect(svg.match(/NaN|Infinity|null|="[^" ]*undefined/g) ?? []).toEqual([]);
    expect(paths(svg).filter((d) => !/^[MLHVZhvmlzaAcC\d.,\s-]*$/.test(d))).toEqual([]);
  });

  it('have no differences where there is only a base', () => {
    expect(drawn(batchOf(['Base'], [0.95, 0.97]))).not.toContain('id="differences"');
  });

  it('say so where there is nothing to show', () => {
    expect(drawn(batchOf(NAMES, []))).toContain('There are no values to show.');
  });

  it('make no markup of a name', () => {
    const svg = drawn(batchOf(['Base', '<script>alert("x")</script>'], [0.95, 0.97]));
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script>');
  });
});

describe('a fan chart', () => {
  const chart = (medians: readonly (number | null)[]): string =>
    renderToStaticMarkup(
      <FanChart
        fan={fanOf('Base', 'occupancy0800Share', medians)}
        position={0}
        title="Base"
        note=""
        label="Occupancy."
        days={[17520, 17526]}
        domain={[0.8, 1]}
        references={[{ value: 0.92, label: '92 %', strong: true }]}
        bankHolidays={[]}
        size={{ width: 400, height: 300 }}
      />,
    );
  const median = (svg: string): string =>
    /data-series="occupancy0800Share"><path d="([^"]*)"/.exec(svg)?.[1] ?? '';

  it('draws its median through every day', () => {
    expect(
      median(chart([0.9, 0.92, 0.94]))
        .match(/[ML]/g)
        ?.join(''),
    ).toBe('MLL');
  });

  it('breaks its line where days are missing', () => {
    const line = median(chart([0.9, 0.91, null, 0.93, 0.94]));
    expect(line.match(/[ML]/g)?.join('')).toBe('MLML');
  });

  it('draws a day that stands alone as a dot', () => {
    expect(chart([0.9, null, 0.93, 0.94]).match(/<circle/g)?.length).toBe(1);
  });

  it('has its reference line at its value', () => {
    const svg = chart([0.92, 0.92]);
    const line = /data-reference="0.92"><path d="M\d+,([\d.]+)H/.exec(svg)?.[1];
    expect(median(svg)).toMatch(new RegExp(`^M[\\d.]+,${line}L[\\d.]+,${line}$`));
  });
});

describe('the axis of fans', () => {
  it('holds all bands and what must be on it, in whole steps', () => {
    const fan = fanOf('Base', 'occupancy0800Share', [0.83, 0.97]);
    expect(domainOfFans([fan], [0.85, 1], 0.05)).toEqual([0.8, 1]);
  });

  it('has a step where all values are equal', () => {
    expect(domainOfFans([], [0], 10)).toEqual([0, 10]);
  });
});

describe('a difference chart', () => {
  const chart = (...differences: DifferenceEstimate[]): string =>
    renderToStaticMarkup(
      <DifferenceChart
        outcome={{ label: 'Days over 92 %', unit: 'days', better: 'lower' }}
        plans={differences.map((difference, i) => ({
          scenario: NAMES[i + 1],
          position: i + 1,
          difference,
        }))}
        label="Days over 92 %."
        width={400}
      />,
    );
  const of = (mean: number | null, low95: number | null, high95: number | null) => ({
    mean,
    low95,
    high95,
    chanceBetter: null,
  });

  it('always has zero on its axis', () => {
    expect(chart(of(-50, -60, -40))).toContain('data-tick="0"');
  });

  it('writes numbers on its axis plainly, with their sign', () => {
    const labels = [...chart(of(-3000, -45000, 45000)).matchAll(/middle"[^>]*>([^<]+)</g)];
    expect(labels.map(([, text]) => text)).toContain('−20,000');
    expect(labels.map(([, text]) => text)).toContain('+20,000');
    expect(labels.map(([, text]) => text)).toContain('0');
  });

  it('shows a single winter as a mark without an interval', () => {
    expect(chart(of(-3, null, null))).not.toMatch(/NaN|null/);
  });

  it('shows no difference at all at zero', () => {
    const svg = chart(of(0, 0, 0));
    expect(svg).not.toMatch(/NaN|null/);
    expect(svg).toContain('no difference');
  });

  it('says so when no difference is defined', () => {
    expect(chart(of(null, null, null))).toContain('There are no values to show.');
  });
});
