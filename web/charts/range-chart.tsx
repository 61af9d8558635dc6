// web/charts/range-chart.tsx: how an outcome differs between winters, for each scenario: nine winters
// in ten, half of them, and the middle one.

import { scaleLinear } from 'd3';
import type { VNode } from 'preact';
import type { Estimate } from '../../sim/outcomes/intervals.js';
import type { OutcomeKey } from '../../sim/outcomes/keys.js';
import { plainValue } from '../../sim/outcomes/words.js';
import { Chart, Heading, headingOf, Mark, NothingToShow } from './frame.js';
import { GRID, MEDIUM, SMALL, SOFT, styleOf } from './palette.js';
import { px, wrap } from './text.js';

export interface RangeRow {
  scenario: string;
  position: number;
  estimate: Estimate;
}

export interface RangeChartProps {
  outcome: Pick<OutcomeKey, 'label' | 'unit'>;
  rows: readonly RangeRow[];
  label: string;
  width: number;
}

const PAD = 24;
const LEADING = 16;
const BAR = 22;
const GAP = 8;
const AXIS = 24;

/** "50 % (9 winters in 10: 45 % to 55 %)" */
export function rangeWords({ p5, p50, p95 }: Estimate, unit: OutcomeKey['unit']): string {
  const text = (value: number | null) => plainValue(value, unit);
  return `${text(p50)} (${text(p5)} to ${text(p95)})`;
}

export function RangeChart({ outcome, rows, label, width }: RangeChartProps): VNode {
  const heading = { title: outcome.label };
  const known = rows.filter(({ estimate }) => estimate.p50 !== null);
  if (known.length === 0) return <NothingToShow size={{ width, height: 60 }} label={label} />;
  const factor = outcome.unit === 'share' ? 100 : 1;
  const values = known.flatMap(({ estimate: { p5, p95 } }) => [p5 ?? 0, p95 ?? 0]);
  const x = scaleLinear()
    .domain([0, Math.max(...values, 1e-9) * factor])
    .nice(4)
    .range([PAD, width - PAD]);
  let y = headingOf(heading, width).height + 4;
  const top = y;
  const placed = known.map((row) => {
    const words = `${row.scenario}: ${rangeWords(row.estimate, outcome.unit)}`;
    const lines = wrap(words, MEDIUM, width - 18);
    const at = y;
    y += lines.length * LEADING + BAR + GAP;
    return { row, lines, at, bar: y - GAP - BAR / 2 };
  });
  const ticks = x.ticks(width < 400 ? 3 : 5);
  return (
    <Chart size={{ width, height: y + AXIS }} label={label}>
      <Heading text={heading} width={width} />
      {ticks.map((value) => (
        <g data-tick={value}>
          <path d={`M${px(x(value))},${top}V${y}`} stroke={GRID} fill="none" />
          <text x={px(x(value))} y={y + 15} text-anchor="middle" font-size={SMALL} fill={SOFT}>
            {unitTick(value, outcome.unit)}
          </text>
        </g>
      ))}
      {placed.map((of) => (
        <Range {...of} x={(value) => px(x(value * factor))} />
      ))}
    </Chart>
  );
}

interface RangeProps {
  row: RangeRow;
  lines: readonly string[];
  at: number;
  bar: number;
  x: (value: number) => number;
}

function Range({ row: { scenario, position, estimate }, lines, at, bar, x }: RangeProps): VNode {
  const { p5, p25, p50, p75, p95 } = estimate;
  const style = styleOf(position);
  return (
    <g data-scenario={scenario}>
      <Mark style={style} x={6} y={at + 8} area={60} />
      {lines.map((text, i) => (
        <text x={18} y={at + 13 + i * LEADING} paint-order="stroke" stroke="#fff" stroke-width={4}>
          {text}
        </text>
      ))}
      <path d={`M${x(p5 ?? 0)},${bar}H${x(p95 ?? 0)}`} stroke={style.colour} stroke-width={2} />
      <path d={`M${x(p25 ?? 0)},${bar}H${x(p75 ?? 0)}`} stroke={style.colour} stroke-width={8} />
      <Mark style={style} x={x(p50 ?? 0)} y={bar} area={90} />
    </g>
  );
}

function unitTick(value: number, unit: OutcomeKey['unit']): string {
  if (unit === 'share') return `${value} %`;
  return unit === 'minutes' ? `${value} min` : String(value);
}
