// web/charts/xmr-chart.tsx: an observed series with its mean and limits; signals have shapes, not only colours.

import { line } from 'd3';
import type { VNode } from 'preact';
import type { Xmr, XmrPoint } from '../../sim/outcomes/xmr.js';
import { dayNumbers } from './days.js';
import { Mark, NARROW, type Size } from './frame.js';
import type { ScenarioStyle } from './palette.js';
import { SOFT } from './palette.js';
import { px } from './text.js';
import { TimeFrame } from './time-frame.js';

export type Better = 'higher' | 'lower' | 'neither';

export interface XmrChartProps {
  dates: readonly string[];
  xmr: Xmr;
  better: Better;
  label: string;
  format: (value: number) => string;
  size: Size;
}

const MARGIN_RIGHT = { narrow: 52, wide: 118 }; // values alone, or with what they are
const ROOM = 0.06; // of the height, above and below
const GOOD = '#12436D';
const BAD = '#F46A25';
const OTHER = '#801650';
const MARK_AREA = 70;

/** How a value is marked: shape by side, colour by whether that side is the better one. */
export function styleOfPoint({ signal, side }: XmrPoint, better: Better): ScenarioStyle {
  if (signal === null) return { colour: SOFT, dash: null, marker: 'circle' };
  const isGood = (better === 'higher') === side > 0;
  const colour = better === 'neither' ? OTHER : isGood ? GOOD : BAD;
  return { colour, dash: null, marker: side > 0 ? 'triangle' : 'diamond' };
}

/** Draws the chart. */
export function XmrChart({ dates, xmr, better, label, format, size }: XmrChartProps): VNode {
  const days = dayNumbers(dates);
  const { points, mean, low, high } = xmr;
  const values = points.map(({ value }) => value);
  const [least, most] = [Math.min(low, ...values), Math.max(high, ...values)];
  const room = (most - least || Math.abs(mean) || 1) * ROOM;
  const isNarrow = size.width < NARROW;
  const named = (name: string, value: number) =>
    isNarrow ? format(value) : `${name} ${format(value)}`;
  return (
    <TimeFrame
      size={size}
      label={label}
      heading={{}}
      days={[days[0], days[days.length - 1]]}
      domain={[least - room, most + room]}
      format={format}
      references={[
        { value: mean, label: named('mean', mean), strong: true },
        { value: high, label: named('upper limit', high), strong: false },
        { value: low, label: named('lower limit', low), strong: false },
      ]}
      bankHolidays={[]}
      marginRight={isNarrow ? MARGIN_RIGHT.narrow : MARGIN_RIGHT.wide}
    >
      {({ x, y }) => {
        const path = line<number>()
          .x((i) => px(x(days[i])))
          .y((i) => px(y(values[i])))
          .digits(2);
        return (
          <g>
            <path d={path(days.map((_, i) => i)) ?? ''} fill="none" stroke={SOFT} />
            {points.map((point, i) => (
              <g data-signal={point.signal ?? 'none'}>
                <Mark
                  style={styleOfPoint(point, better)}
                  x={x(days[i])}
                  y={y(point.value)}
                  area={point.signal === null ? MARK_AREA / 2 : MARK_AREA}
                />
              </g>
            ))}
          </g>
        );
      }}
    </TimeFrame>
  );
}
