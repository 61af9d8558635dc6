// web/charts/beds-enough-chart.tsx: the S-curve: in how many winters a number of open beds is enough,
// with a marker at one number.

import { scaleLinear } from 'd3';
import type { VNode } from 'preact';
import {
  chanceEnough,
  type DayShare,
  type SingleWinters,
} from '../../sim/outcomes/single-winters.js';
import { bedsRange, bedsText, neededOf, stepsOf } from './beds-enough.js';
import { Chart, Mark, NothingToShow, type Plot, type Size, ValueAxis } from './frame.js';
import { GRID, INK, MEDIUM, SMALL, SOFT, styleOf } from './palette.js';
import { px, widthOf } from './text.js';

export interface BedsEnoughChartProps {
  singles: readonly SingleWinters[];
  share: DayShare;
  /** Beds at which the marker stands. */
  beds: number;
  label: string;
  size: Size;
}

const LEFT = 46;
const RIGHT = 14;
const TOP = 42;
const BOTTOM = 44;
const PX_PER_TICK = 66;
const NINE_IN_TEN = 0.9;

/** Where the chart draws, and its scale of beds: for a pointer that is turned into beds. */
export function bedsScale(singles: readonly SingleWinters[], share: DayShare, width: number) {
  const [least, most] = bedsRange(singles, share);
  const room = Math.max(2, Math.ceil((most - least) * 0.06));
  return scaleLinear()
    .domain([least - room, most + room])
    .range([LEFT, Math.max(LEFT + 1, width - RIGHT)]);
}

/** The curves. */
export function BedsEnoughChart(props: BedsEnoughChartProps): VNode {
  const { singles, share, beds, size, label } = props;
  const known = singles.filter((of) => neededOf(of, share).some(Number.isFinite));
  if (known.length === 0) return <NothingToShow size={size} label={label} />;
  const x = bedsScale(singles, share, size.width);
  const plot: Plot = {
    left: LEFT,
    right: x.range()[1],
    top: TOP,
    bottom: size.height - BOTTOM,
  };
  const y = scaleLinear().domain([0, 1]).range([plot.bottom, plot.top]);
  const ticks = x.ticks(Math.max(2, Math.floor((plot.right - plot.left) / PX_PER_TICK)));
  return (
    <Chart size={size} label={label}>
      <text x={0} y={12} font-size={SMALL} fill={SOFT}>
        Share of winters in which so many beds hold
      </text>
      <ValueAxis
        plot={plot}
        y={y}
        ticks={[0, 0.25, 0.5, 0.75, 1]}
        format={(value) => `${Math.round(value * 100)} %`}
      />
      <path
        d={`M${plot.left},${px(y(NINE_IN_TEN))}H${plot.right}`}
        stroke={SOFT}
        stroke-dasharray="1 3"
        fill="none"
      />
      <path d={`M${plot.left},${plot.bottom}H${plot.right}`} stroke={SOFT} fill="none" />
      {ticks.map((value) => (
        <g data-beds={value}>
          <path d={`M${px(x(value))},${plot.bottom}v5`} stroke={GRID} fill="none" />
          <text
            x={px(x(value))}
            y={plot.bottom + 17}
            text-anchor="middle"
            font-size={SMALL}
            fill={SOFT}
          >
            {bedsText(value)}
          </text>
        </g>
      ))}
      <text x={plot.left} y={plot.bottom + 36} font-size={SMALL} fill={SOFT}>
        Open general and acute beds
      </text>
      {singles.map((of, position) => (
        <Curve of={of} share={share} position={position} x={x} y={y} plot={plot} />
      ))}
      <Marker {...props} plot={plot} at={x(beds)} y={y} />
    </Chart>
  );
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

interface CurveProps {
  of: SingleWinters;
  share: DayShare;
  position: number;
  x: Scale;
  y: Scale;
  plot: Plot;
}

/** Steps up at the beds that winters need; beds and winters so far stand in data-steps, for tests. */
function Curve({ of, share, position, x, y, plot }: CurveProps): VNode {
  const needed = neededOf(of, share);
  const steps = stepsOf(needed);
  const { colour, dash } = styleOf(position);
  const lines = steps.map(([beds, winters]) => `H${px(x(beds))}V${px(y(winters / needed.length))}`);
  return (
    <g data-scenario={of.scenario} data-steps={steps.map((step) => step.join(':')).join(' ')}>
      <path
        d={`M${px(plot.left)},${px(y(0))}${lines.join('')}H${px(plot.right)}`}
        fill="none"
        stroke={colour}
        stroke-width={2}
        stroke-dasharray={dash ?? undefined}
        stroke-linejoin="round"
      />
    </g>
  );
}

interface MarkerProps extends BedsEnoughChartProps {
  plot: Plot;
  at: number;
  y: Scale;
}

function Marker({ singles, share, beds, plot, at, y }: MarkerProps): VNode {
  const text = `${bedsText(beds)} beds`;
  const half = widthOf(text, MEDIUM, true) / 2;
  const middle = Math.min(plot.right - half, Math.max(plot.left + half, at));
  return (
    <g data-marker={beds}>
      <path d={`M${px(at)},${plot.top}V${plot.bottom}`} stroke={INK} stroke-width={1.5} />
      {singles.map((of, position) => (
        <Mark
          style={styleOf(position)}
          x={at}
          y={y(chanceEnough(neededOf(of, share), beds))}
          area={80}
        />
      ))}
      <text
        x={px(middle)}
        y={plot.top - 8}
        text-anchor="middle"
        font-weight="bold"
        paint-order="stroke"
        stroke="#fff"
        stroke-width={4}
      >
        {text}
      </text>
    </g>
  );
}
