// web/charts/line-chart.tsx: one line for each scenario over the days or weeks of a winter, with the
// range of one of them behind.

import { area, line } from 'd3';
import type { VNode } from 'preact';
import type { Fan } from '../../sim/outcomes/summary.js';
import { dayNumbers, runsOf } from './days.js';
import { Mark, NothingToShow, type Size } from './frame.js';
import { MEDIUM, SOFT, styleOf } from './palette.js';
import { px, spread, wrap } from './text.js';
import { type Reference, type Scales, TimeFrame } from './time-frame.js';

export interface LineChartProps {
  /** One fan for each scenario, base first; the median is drawn, and the range of the base. */
  fans: readonly Fan[];
  /** Days from one value to the next: 1, or 7 for weekly series. */
  step: 1 | 7;
  title?: string;
  note?: string;
  label: string;
  days: readonly [number, number];
  domain: readonly [number, number];
  format: (value: number) => string;
  references: readonly Reference[];
  bankHolidays: readonly string[];
  /** Write the names beside the ends of the lines, where there is room. */
  names: boolean;
  size: Size;
}

const REFERENCE_MARGIN = 42;
const NAMES_MARGIN = 250;
/** Width in px from which names stand beside the lines instead of in the key. */
export const NAMES_FROM = 860;
const NAME_LEADING = 15;
const MARKER_EVERY = 14; // days, on daily lines
const BAND_OPACITY = 0.15;

/** Lines over time. Days that are missing leave a gap. */
export function LineChart(props: LineChartProps): VNode {
  const { fans, size, label, references } = props;
  const shown = fans.filter(({ dates }) => dates.length > 0);
  if (shown.length === 0) return <NothingToShow size={size} label={label} />;
  const named = props.names && size.width >= NAMES_FROM;
  const margin = references.length > 0 ? REFERENCE_MARGIN : 8;
  return (
    <TimeFrame
      size={size}
      label={label}
      heading={{ title: props.title, note: props.note }}
      days={props.days}
      domain={props.domain}
      format={props.format}
      references={references}
      bankHolidays={props.bankHolidays}
      marginRight={named ? NAMES_MARGIN : margin}
    >
      {(scales) => (
        <g>
          <RangeOfBase fan={fans[0]} step={props.step} scales={scales} />
          {fans.map((fan, position) => (
            <Line fan={fan} position={position} step={props.step} scales={scales} />
          ))}
          {named && <Names fans={fans} scales={scales} margin={margin} />}
        </g>
      )}
    </TimeFrame>
  );
}

function RangeOfBase({ fan, step, scales }: { fan: Fan; step: number; scales: Scales }): VNode {
  const { x, y } = scales;
  const days = dayNumbers(fan.dates);
  const shape = area<number>()
    .x((i) => px(x(days[i])))
    .y0((i) => px(y(fan.p5[i])))
    .y1((i) => px(y(fan.p95[i])))
    .digits(2);
  return (
    <g fill={styleOf(0).colour} opacity={BAND_OPACITY}>
      {runsOf(days, step)
        .filter((run) => run.length > 1)
        .map((run) => (
          <path d={shape(run) ?? ''} />
        ))}
    </g>
  );
}

interface LineProps {
  fan: Fan;
  position: number;
  step: number;
  scales: Scales;
}

function Line({ fan, position, step, scales: { x, y } }: LineProps): VNode {
  const { colour, dash } = styleOf(position);
  // Daily lines rise and fall every week: dashes would be noise, so markers tell them apart.
  const dashes = step > 1 || position === 0 ? dash : null;
  const days = dayNumbers(fan.dates);
  const shape = line<number>()
    .x((i) => px(x(days[i])))
    .y((i) => px(y(fan.p50[i])))
    .digits(2);
  const runs = runsOf(days, step);
  const alone = new Set(runs.filter((run) => run.length === 1).flat());
  // Markers of daily lines stand at different days, so that lines that meet stay apart.
  const marked = days.flatMap((day, i) => {
    const regular = step > 1 || (day + position * 3) % MARKER_EVERY === 0;
    return regular || alone.has(i) ? [i] : [];
  });
  return (
    <g data-scenario={fan.scenario} data-series={fan.series}>
      <path
        d={runs.map((run) => (run.length > 1 ? shape(run) : '')).join('')}
        fill="none"
        stroke={colour}
        stroke-width={1.75}
        stroke-dasharray={dashes ?? undefined}
        stroke-linejoin="round"
      />
      {marked.map((i) => (
        <Mark style={styleOf(position)} x={x(days[i])} y={y(fan.p50[i])} />
      ))}
    </g>
  );
}

/** Names at the right, each joined to the end of its line. */
function Names({
  fans,
  scales: { x, y, plot },
  margin,
}: {
  fans: readonly Fan[];
  scales: Scales;
  margin: number;
}): VNode {
  const ends = fans.flatMap((fan, position) => {
    const last = fan.dates.length - 1;
    if (last < 0) return [];
    const lines = wrap(fan.scenario, MEDIUM, NAMES_MARGIN - margin - 26);
    const [day] = dayNumbers([fan.dates[last]]);
    const height = lines.length * NAME_LEADING + 4;
    return [{ position, lines, height, from: x(day), y: y(fan.p50[last]) }];
  });
  const middles = spread(ends, plot.top, plot.bottom);
  const left = plot.right + margin;
  return (
    <g>
      {ends.map((end, i) => (
        <g>
          <path
            d={`M${px(end.from + 6)},${px(end.y)}L${left},${px(middles[i])}`}
            stroke={SOFT}
            stroke-width={0.75}
            fill="none"
          />
          <Mark style={styleOf(end.position)} x={left + 8} y={middles[i]} />
          {end.lines.map((text, k) => (
            <text
              x={left + 18}
              y={px(middles[i] + 4.5 + (k - (end.lines.length - 1) / 2) * NAME_LEADING)}
            >
              {text}
            </text>
          ))}
        </g>
      ))}
    </g>
  );
}
