// web/charts/winter-chart.tsx: one simulated winter: beds occupied beside those open and 92 % of them,
// with a marker on one day.

import { line } from 'd3';
import type { VNode } from 'preact';
import { withCommas } from '../../sim/outcomes/words.js';
import { LINE_92 } from './chart-words.js';
import { dayNumbers, shortDate } from './days.js';
import type { Size } from './frame.js';
import { INK, MEDIUM, SOFT } from './palette.js';
import { px, widthOf } from './text.js';
import { type Scales, TimeFrame } from './time-frame.js';

export interface WinterChartProps {
  dates: readonly string[];
  occupied: ArrayLike<number>;
  open: ArrayLike<number>;
  /** Place of the day with the marker. */
  day: number;
  label: string;
  bankHolidays: readonly string[];
  size: Size;
}

/** Colour of the beds occupied: one winter is not one of several lines. */
export const OCCUPIED = '#12436D';
const STEP = 20;
const OVER_HEIGHT = 6;
export const WINTER_MARGINS = { left: 46, right: 12 };

export function WinterChart(props: WinterChartProps): VNode {
  const { dates, occupied, open, size, label, bankHolidays } = props;
  const days = dayNumbers(dates);
  const values = [...Array.from(occupied), ...Array.from(open, (beds) => beds * LINE_92)];
  const domain: [number, number] = [
    Math.floor(Math.min(...values) / STEP) * STEP - STEP,
    Math.ceil(Math.max(...values, ...Array.from(open)) / STEP) * STEP,
  ];
  return (
    <TimeFrame
      size={size}
      label={label}
      heading={{}}
      days={[days[0], days[days.length - 1]]}
      domain={domain}
      format={(value) => withCommas(value, 0)}
      references={[]}
      bankHolidays={bankHolidays}
      marginRight={WINTER_MARGINS.right}
    >
      {(scales) => (
        <g>
          <DaysOver {...props} days={days} scales={scales} />
          <Line name="open" values={open} days={days} scales={scales} colour={SOFT} dash="2 3" />
          <Line
            name="limit"
            values={Array.from(open, (beds) => beds * LINE_92)}
            days={days}
            scales={scales}
            colour={INK}
            dash="6 3"
          />
          <Line
            name="occupied"
            values={occupied}
            days={days}
            scales={scales}
            colour={OCCUPIED}
            dash={null}
            width={2.5}
          />
          <Marker {...props} at={days[props.day]} scales={scales} />
        </g>
      )}
    </TimeFrame>
  );
}

/** A strip along the bottom: days over 92 %. */
function DaysOver({
  days,
  occupied,
  open,
  scales: { x, plot },
}: WinterChartProps & { days: readonly number[]; scales: Scales }): VNode {
  const width = Math.max(1, x(days[0] + 1) - x(days[0]));
  return (
    <g fill={INK}>
      {days.map((day, i) =>
        occupied[i] > LINE_92 * open[i] ? (
          <rect
            x={px(x(day) - width / 2)}
            y={plot.bottom - OVER_HEIGHT}
            width={px(width)}
            height={OVER_HEIGHT}
          />
        ) : null,
      )}
    </g>
  );
}

interface LineProps {
  name: string;
  values: ArrayLike<number>;
  days: readonly number[];
  scales: Scales;
  colour: string;
  dash: string | null;
  width?: number;
}

function Line({
  name,
  values,
  days,
  scales: { x, y },
  colour,
  dash,
  width = 1.5,
}: LineProps): VNode {
  const shape = line<number>()
    .defined((i) => Number.isFinite(values[i]))
    .x((i) => px(x(days[i])))
    .y((i) => px(y(values[i])))
    .digits(2);
  return (
    <path
      data-line={name}
      d={shape(days.map((_, i) => i)) ?? ''}
      fill="none"
      stroke={colour}
      stroke-width={width}
      stroke-dasharray={dash ?? undefined}
      stroke-linejoin="round"
    />
  );
}

function Marker({
  dates,
  day,
  at,
  scales: { x, plot },
}: WinterChartProps & { at: number; scales: Scales }): VNode {
  const text = shortDate(dates[day]);
  const half = widthOf(text, MEDIUM, true) / 2;
  const middle = Math.min(plot.right - half, Math.max(plot.left + half, x(at)));
  return (
    <g data-day={dates[day]}>
      <path d={`M${px(x(at))},${plot.top}V${plot.bottom}`} stroke={INK} stroke-width={1.5} />
      <text
        x={px(middle)}
        y={plot.top + 12}
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
