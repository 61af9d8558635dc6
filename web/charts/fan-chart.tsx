// web/charts/fan-chart.tsx: the fan of a daily series over many winters: median, half of the winters,
// nine in ten; with the base behind it.

import { area, line } from 'd3';
import type { VNode } from 'preact';
import type { Fan } from '../../sim/outcomes/summary.js';
import { dayNumbers, runsOf } from './days.js';
import { NothingToShow, type Size } from './frame.js';
import { INK, styleOf } from './palette.js';
import { px } from './text.js';
import { type Reference, type Scales, TimeFrame } from './time-frame.js';

export interface FanChartProps {
  /** The scenario shown. */
  fan: Fan;
  /** Its position in the batch, which gives its colour. */
  position: number;
  /** Another scenario behind it, as a dashed median. */
  behind?: Fan;
  /** What was seen on each day, as a line of ink over the fan. */
  observed?: readonly ObservedDay[];
  /** A level that moves from day to day, such as 92 % of the beds open, as a line of ink. */
  level?: readonly ObservedDay[];
  /** Values as the axis writes them; percentages unless said. */
  format?: (value: number) => string;
  title: string;
  note: string;
  /** Text alternative of this chart. */
  label: string;
  days: readonly [number, number];
  domain: readonly [number, number];
  references: readonly Reference[];
  bankHolidays: readonly string[];
  size: Size;
}

export interface ObservedDay {
  date: string;
  /** Share, 0 to 1, or beds. */
  value: number;
}

const MARGIN_RIGHT = 42;
const DASH = '4 3';
/** Opacity of the bands; the inner one lies on the outer. */
export const FAN_OPACITY = { outer: 0.2, inner: 0.36 };

/** A fan chart of shares (0-1) or beds. Days that are missing leave a gap. */
export function FanChart(props: FanChartProps): VNode {
  const { fan, behind, position, size, label } = props;
  if (fan.dates.length === 0) return <NothingToShow size={size} label={label} />;
  return (
    <TimeFrame
      size={size}
      label={label}
      heading={{ title: props.title, note: props.note, style: styleOf(position) }}
      days={props.days}
      domain={props.domain}
      format={props.format ?? ((value) => `${Math.round(value * 100)} %`)}
      references={props.references}
      bankHolidays={props.bankHolidays}
      marginRight={MARGIN_RIGHT}
    >
      {(scales) => (
        <g>
          <Bands fan={fan} scales={scales} colour={styleOf(position).colour} />
          {behind && <Median fan={behind} position={0} scales={scales} dashed={true} />}
          <Median fan={fan} position={position} scales={scales} dashed={false} />
          {props.level && <DayLine name="level" days={props.level} scales={scales} />}
          {props.observed && <DayLine name="observed" days={props.observed} scales={scales} />}
        </g>
      )}
    </TimeFrame>
  );
}

interface DayLineProps {
  name: 'observed' | 'level';
  days: readonly ObservedDay[];
  scales: Scales;
}

/** A line of ink by day; days that are missing leave a gap, a day alone is a dot. */
function DayLine({ name, days, scales: { x, y } }: DayLineProps): VNode {
  const numbers = dayNumbers(days.map(({ date }) => date));
  const shape = line<number>()
    .x((i) => px(x(numbers[i])))
    .y((i) => px(y(days[i].value)))
    .digits(2);
  return (
    <g data-series={name}>
      {runsOf(numbers, 1).map((run) =>
        run.length > 1 ? (
          <path d={shape(run) ?? ''} fill="none" stroke={INK} stroke-width={1.5} />
        ) : (
          <circle cx={px(x(numbers[run[0]]))} cy={px(y(days[run[0]].value))} r={2} fill={INK} />
        ),
      )}
    </g>
  );
}

function Bands({ fan, scales, colour }: { fan: Fan; scales: Scales; colour: string }): VNode {
  return (
    <g>
      <Band
        fan={fan}
        low={fan.p5}
        high={fan.p95}
        scales={scales}
        colour={colour}
        opacity={FAN_OPACITY.outer}
      />
      <Band
        fan={fan}
        low={fan.p25}
        high={fan.p75}
        scales={scales}
        colour={colour}
        opacity={FAN_OPACITY.inner}
      />
    </g>
  );
}

interface BandProps {
  fan: Fan;
  low: readonly number[];
  high: readonly number[];
  scales: Scales;
  colour: string;
  opacity: number;
}

/** The area between two percentiles; a day alone becomes an upright stroke. */
function Band({ fan, low, high, scales: { x, y }, colour, opacity }: BandProps): VNode {
  const days = dayNumbers(fan.dates);
  const shape = area<number>()
    .x((i) => px(x(days[i])))
    .y0((i) => px(y(low[i])))
    .y1((i) => px(y(high[i])))
    .digits(2);
  return (
    <g fill={colour} opacity={opacity}>
      {runsOf(days, 1).map((run) =>
        run.length > 1 ? (
          <path d={shape(run) ?? ''} />
        ) : (
          <rect
            x={px(x(days[run[0]]) - 2)}
            y={px(y(high[run[0]]))}
            width={4}
            height={px(Math.max(1, y(low[run[0]]) - y(high[run[0]])))}
          />
        ),
      )}
    </g>
  );
}

interface MedianProps {
  fan: Fan;
  position: number;
  scales: Scales;
  dashed: boolean;
}

/** The median line; data-scenario lets tests and tools find it. */
function Median({ fan, position, scales: { x, y }, dashed }: MedianProps): VNode {
  const { colour } = styleOf(position);
  const days = dayNumbers(fan.dates);
  const shape = line<number>()
    .x((i) => px(x(days[i])))
    .y((i) => px(y(fan.p50[i])))
    .digits(2);
  const runs = runsOf(days, 1);
  const alone = runs.filter((run) => run.length === 1).flat();
  return (
    <g data-scenario={fan.scenario} data-series={fan.series}>
      <path
        d={runs.map((run) => (run.length > 1 ? shape(run) : '')).join('')}
        fill="none"
        stroke={colour}
        stroke-width={dashed ? 1.5 : 2}
        stroke-dasharray={dashed ? DASH : undefined}
        stroke-linejoin="round"
      />
      {alone.map((i) => (
        <circle cx={px(x(days[i]))} cy={px(y(fan.p50[i]))} r={3} fill={colour} />
      ))}
    </g>
  );
}
