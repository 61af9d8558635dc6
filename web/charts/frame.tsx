// web/charts/frame.tsx: what every chart stands in: the SVG, its heading, axes and marks.

import {
  type ScaleLinear,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolTriangle,
} from 'd3';
import type { ComponentChildren, VNode } from 'preact';
import { FONT, GRID, INK, LARGE, MEDIUM, type ScenarioStyle, SMALL, SOFT } from './palette.js';
import { px, wrap } from './text.js';

/** Size of a chart in CSS px; charts lay themselves out anew for each. */
export interface Size {
  width: number;
  height: number;
}

/** The rectangle inside the axes. */
export interface Plot {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Below this width a chart leaves out what can be read elsewhere. */
export const NARROW = 520;

const SHAPES = {
  circle: symbolCircle,
  square: symbolSquare,
  triangle: symbolTriangle,
  diamond: symbolDiamond,
  cross: symbolCross,
} as const;

export interface ChartProps {
  size: Size;
  /** Text alternative: what the chart shows, in words. */
  label: string;
  children: ComponentChildren;
}

/** The SVG of a chart; scales down with its container, never up. */
export function Chart({ size: { width, height }, label, children }: ChartProps): VNode {
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="chart"
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      font-family={FONT}
      font-size={MEDIUM}
      fill={INK}
    >
      {children}
    </svg>
  );
}

export interface HeadingText {
  title?: string;
  note?: string;
  /** Marker and line drawn before the title. */
  style?: ScenarioStyle;
}

const SWATCH = 34;
const TITLE_LEADING = 19;
const NOTE_LEADING = 16;

/** Lines of a heading, wrapped to the width, and the height that they take. */
export function headingOf({ title, note, style }: HeadingText, width: number) {
  const indent = style === undefined ? 0 : SWATCH;
  const titles = title === undefined ? [] : wrap(title, LARGE, width - indent, true);
  const notes = note === undefined ? [] : wrap(note, MEDIUM, width);
  const height = titles.length * TITLE_LEADING + notes.length * NOTE_LEADING;
  return { titles, notes, indent, height: height === 0 ? 0 : height + 6 };
}

/** Heading at the top left: swatch, title, note. */
export function Heading({ text, width }: { text: HeadingText; width: number }): VNode {
  const { titles, notes, indent } = headingOf(text, width);
  return (
    <g>
      {text.style && <Swatch style={text.style} x={0} y={10} width={SWATCH - 8} />}
      {titles.map((line, i) => (
        <text x={indent} y={15 + i * TITLE_LEADING} font-size={LARGE} font-weight="bold">
          {line}
        </text>
      ))}
      {notes.map((line, i) => (
        <text
          x={0}
          y={14 + titles.length * TITLE_LEADING + i * NOTE_LEADING}
          font-size={MEDIUM}
          fill={SOFT}
        >
          {line}
        </text>
      ))}
    </g>
  );
}

/** A piece of a scenario's line with its marker, as it stands in keys. */
export function Swatch({
  style,
  x,
  y,
  width,
}: {
  style: ScenarioStyle;
  x: number;
  y: number;
  width: number;
}): VNode {
  return (
    <g>
      <path
        d={`M${x},${y}H${x + width}`}
        fill="none"
        stroke={style.colour}
        stroke-width={2}
        stroke-dasharray={style.dash ?? undefined}
      />
      <Mark style={style} x={x + width / 2} y={y} />
    </g>
  );
}

/** The marker of a scenario. */
export function Mark({
  style,
  x,
  y,
  area = 44,
}: {
  style: ScenarioStyle;
  x: number;
  y: number;
  area?: number;
}): VNode {
  const path = symbol(SHAPES[style.marker], area)() ?? '';
  return (
    <path
      d={path}
      transform={`translate(${px(x)},${px(y)})`}
      fill={style.colour}
      stroke="#fff"
      stroke-width={1}
    />
  );
}

/** Horizontal grid lines with their values on the left. */
export function ValueAxis({
  plot,
  y,
  ticks,
  format,
}: {
  plot: Plot;
  y: ScaleLinear<number, number>;
  ticks: readonly number[];
  format: (value: number) => string;
}): VNode {
  return (
    <g>
      {ticks.map((value) => (
        <g data-tick={value}>
          <path d={`M${plot.left},${px(y(value))}H${plot.right}`} stroke={GRID} fill="none" />
          <text
            x={plot.left - 6}
            y={px(y(value) + 4)}
            text-anchor="end"
            font-size={SMALL}
            fill={SOFT}
          >
            {format(value)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** What a chart says when there is nothing to draw. */
export function NothingToShow({ size, label }: { size: Size; label: string }): VNode {
  return (
    <Chart size={size} label={`${label} There are no values to show.`}>
      <text x={0} y={20} fill={SOFT}>
        There are no values to show.
      </text>
    </Chart>
  );
}
