// web/charts/time-strip.tsx: when the parts of plans are there: a bar for each, over the months of a
// winter.

import type { VNode } from 'preact';
import { INK, styleOf } from './palette.js';
import { wrap } from './text.js';

/** A bar: days of the winter, and how many of them it takes to full strength. */
export interface Bar {
  title: string;
  /** Position of its scenario, for colour and order. */
  scenario: number;
  fromDay: number;
  toDay: number;
  rampDays: number;
}

/** A mark on the axis: first day of a month. */
export interface MonthMark {
  day: number;
  label: string;
}

export interface TimeStripProps {
  bars: readonly Bar[];
  months: readonly MonthMark[];
  daysCount: number;
  width: number;
  /** Text alternative. */
  label: string;
}

const LINE = 18;
const SIZE = 14;
const TOP = 24;
const BAR = 16;
const GAP = 10;

/** The strip; titles stand over their bars, so that it works on narrow screens. */
export function TimeStrip({ bars, months, daysCount, width, label }: TimeStripProps): VNode {
  const x = (day: number): number => (Math.min(Math.max(day, 0), daysCount) / daysCount) * width;
  const titles = bars.map(({ title }) => wrap(title, SIZE, width));
  const heights = titles.map((lines) => lines.length * LINE + BAR + GAP);
  const topOf = (row: number): number => heights.slice(0, row).reduce((a, b) => a + b, TOP);
  const height = topOf(bars.length);
  return (
    <svg class="chart" width={width} height={height} role="img" aria-label={label}>
      {months.map(({ day, label: month }) => (
        <g>
          <line x1={x(day)} x2={x(day)} y1={TOP - 6} y2={height} stroke="#d8dde0" />
          <text x={x(day) + 3} y={13} font-size={13} fill={INK}>
            {month}
          </text>
        </g>
      ))}
      {bars.map((bar, row) => (
        <Row bar={bar} lines={titles[row]} top={topOf(row)} x={x} />
      ))}
    </svg>
  );
}

interface RowProps {
  bar: Bar;
  lines: readonly string[];
  top: number;
  x: (day: number) => number;
}

function Row({ bar, lines, top, x }: RowProps): VNode {
  const { colour } = styleOf(bar.scenario);
  const [left, right] = [x(bar.fromDay), x(bar.toDay + 1)];
  const full = Math.min(right, x(bar.fromDay + bar.rampDays));
  const y = top + lines.length * LINE + 2;
  return (
    <g>
      {lines.map((line, i) => (
        <text x={0} y={top + i * LINE + SIZE} font-size={SIZE} fill={INK}>
          {line}
        </text>
      ))}
      {/* It grows from nothing to full strength, then goes on. */}
      <polygon
        points={`${left},${y + BAR} ${full},${y} ${right},${y} ${right},${y + BAR}`}
        fill={colour}
        fill-opacity={0.85}
      />
    </g>
  );
}
