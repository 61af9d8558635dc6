// web/charts/time-in-department-chart.tsx: curves of the share of patients that has left A&E, by hours.

import { area, line, scaleLinear } from 'd3';
import type { VNode } from 'preact';
import { Chart, Mark, NARROW, type Plot, ValueAxis } from './frame.js';
import { GRID, INK, SMALL, SOFT, styleOf } from './palette.js';
import { px } from './text.js';

/** The curve of one scenario. */
export interface Curve {
  scenario: string;
  position: number;
  /** Shares (0-1) of nine winters in ten and of the middle one, by hours, rising. */
  points: readonly { hours: number; p5: number; p50: number; p95: number }[];
}

export interface TimeInDepartmentChartProps {
  curves: readonly Curve[];
  label: string;
  width: number;
}

export const BAND_OPACITY = 0.15;

const LEFT = 46;
const RIGHT = 18;
const TOP = 30;
const BOTTOM = 44;
const HEIGHT = { narrow: 300, wide: 340 };
const HOURS = [0, 2, 4, 6, 8, 10, 12, 18, 24];
/** The axis ends at 12 hours where by then so many have left in every scenario, else at 24. */
const NEARLY_ALL = 0.97;
const MARKS = [4, 12];

/** The curves; straight between the hours that are counted, which bear the markers. */
export function TimeInDepartmentChart({ curves, label, width }: TimeInDepartmentChartProps): VNode {
  const height = width < NARROW ? HEIGHT.narrow : HEIGHT.wide;
  const plot: Plot = { left: LEFT, right: width - RIGHT, top: TOP, bottom: height - BOTTOM };
  const last = curves.every((curve) => shareBy12(curve) >= NEARLY_ALL) ? 12 : 24;
  const x = scaleLinear()
    .domain([0, last])
    .range([plot.left, Math.max(plot.left + 1, plot.right)]);
  const y = scaleLinear().domain([0, 1]).range([plot.bottom, plot.top]);
  const scales = { x, y, last };
  return (
    <Chart size={{ width, height }} label={label}>
      <ValueAxis
        plot={plot}
        y={y}
        ticks={[0, 0.25, 0.5, 0.75, 1]}
        format={(value) => `${Math.round(value * 100)} %`}
      />
      {MARKS.map((hours) => (
        <g data-mark={hours}>
          <path
            d={`M${px(x(hours))},${plot.top}V${plot.bottom}`}
            stroke={INK}
            stroke-width={1}
            stroke-dasharray="2 3"
          />
          <text
            x={px(x(hours))}
            y={plot.top - 8}
            text-anchor={hours === last ? 'end' : 'middle'}
            font-size={SMALL}
            font-weight="bold"
          >
            {hours} hours
          </text>
        </g>
      ))}
      {HOURS.filter((hours) => hours <= last && (last < 24 || hours % 4 === 0 || hours > 12)).map(
        (hours) => (
          <g>
            <path d={`M${px(x(hours))},${plot.bottom}v5`} stroke={GRID} fill="none" />
            <text
              x={px(x(hours))}
              y={plot.bottom + 17}
              text-anchor="middle"
              font-size={SMALL}
              fill={SOFT}
            >
              {hours}
            </text>
          </g>
        ),
      )}
      <text x={plot.left} y={plot.bottom + 36} font-size={SMALL} fill={SOFT}>
        Hours in A&E
      </text>
      <Band curve={curves[0]} {...scales} />
      {curves.map((curve) => (
        <Line curve={curve} {...scales} />
      ))}
    </Chart>
  );
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

interface CurveProps {
  curve: Curve;
  x: Scale;
  y: Scale;
  last: number;
}

/** What is drawn: nobody at the start, then the hours that are counted. */
function drawn({ points }: Curve, last: number): Curve['points'] {
  const nobody = { hours: 0, p5: 0, p50: 0, p95: 0 };
  return [nobody, ...points.filter(({ hours }) => hours <= last)];
}

function Band({ curve, x, y, last }: CurveProps): VNode {
  const shape = area<Curve['points'][number]>()
    .x(({ hours }) => px(x(hours)))
    .y0(({ p5 }) => px(y(p5)))
    .y1(({ p95 }) => px(y(p95)))
    .digits(2);
  return (
    <path
      d={shape([...drawn(curve, last)]) ?? ''}
      fill={styleOf(curve.position).colour}
      opacity={BAND_OPACITY}
    />
  );
}

/** The middle winter; its shares stand in data-shares, for tests. */
function Line({ curve, x, y, last }: CurveProps): VNode {
  const style = styleOf(curve.position);
  const points = drawn(curve, last);
  const shape = line<Curve['points'][number]>()
    .x(({ hours }) => px(x(hours)))
    .y(({ p50 }) => px(y(p50)))
    .digits(2);
  return (
    <g data-scenario={curve.scenario} data-shares={curve.points.map(({ p50 }) => p50).join(' ')}>
      <path
        d={shape([...points]) ?? ''}
        fill="none"
        stroke={style.colour}
        stroke-width={2}
        stroke-dasharray={style.dash ?? undefined}
        stroke-linejoin="round"
      />
      {points.slice(1).map(({ hours, p50 }) => (
        <Mark style={style} x={x(hours)} y={y(p50)} />
      ))}
    </g>
  );
}

function shareBy12({ points }: Curve): number {
  return points.find(({ hours }) => hours === 12)?.p50 ?? 0;
}
