// web/charts/fit-chart.tsx: how near a fit comes to each of its figures: the difference in units of what
// was allowed, with both values beside it.

import { scaleLinear } from 'd3';
import type { VNode } from 'preact';
import { Chart, NothingToShow, type Size } from './frame.js';
import { GRID, INK, LARGE, MEDIUM, SMALL, SOFT, styleOf } from './palette.js';
import { px } from './text.js';

/** A figure of a fit. */
export interface FitLine {
  words: string;
  /** As they are shown. */
  observed: string;
  simulated: string;
  /** (simulated − observed) ÷ what was allowed: within −1 and 1 it is met. */
  miss: number;
}

const ROW = 46;
const TOP = 44;
const LEFT = 16;
const RIGHT = 16;
const REACH = 4; // times what was allowed; what is farther stands at the edge

/** A row for each figure; the grey band is what was allowed. */
export function FitChart({
  lines,
  width,
  label,
}: {
  lines: readonly FitLine[];
  width: number;
  label: string;
}): VNode {
  const size: Size = { width, height: TOP + lines.length * ROW + 24 };
  if (lines.length === 0) return <NothingToShow size={{ width, height: 60 }} label={label} />;
  const x = scaleLinear()
    .domain([-REACH, REACH])
    .range([LEFT, width - RIGHT])
    .clamp(true);
  const bottom = TOP + lines.length * ROW;
  return (
    <Chart size={size} label={label}>
      <text x={0} y={15} font-size={LARGE} font-weight="bold">
        Simulated less observed, in units of what was allowed
      </text>
      <rect
        x={px(x(-1))}
        y={TOP - 8}
        width={px(x(1) - x(-1))}
        height={bottom - TOP + 8}
        fill={GRID}
      />
      <path d={`M${px(x(0))},${TOP - 8}V${bottom}`} stroke={SOFT} fill="none" />
      {lines.map((line, i) => (
        <Row line={line} y={TOP + i * ROW} zero={x(0)} end={x(line.miss)} />
      ))}
      {[-4, -2, 0, 2, 4].map((tick) => (
        <text x={px(x(tick))} y={bottom + 18} text-anchor="middle" font-size={SMALL} fill={SOFT}>
          {tick}
        </text>
      ))}
    </Chart>
  );
}

function Row({
  line: { words, observed, simulated, miss },
  y,
  zero,
  end,
}: {
  line: FitLine;
  y: number;
  zero: number;
  end: number;
}): VNode {
  const { colour } = styleOf(Math.abs(miss) <= 1 ? 1 : 2);
  return (
    <g data-figure={words} data-miss={Number(miss.toFixed(2))}>
      <text x={0} y={y + 10} font-size={MEDIUM} fill={INK}>
        {`${words}: observed ${observed}, simulated ${simulated}${Math.abs(miss) <= 1 ? '' : ' (missed)'}`}
      </text>
      <path d={`M${px(zero)},${y + 24}H${px(end)}`} stroke={colour} stroke-width={6} fill="none" />
      <circle cx={px(end)} cy={y + 24} r={5} fill={colour} />
    </g>
  );
}
