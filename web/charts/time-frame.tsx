// web/charts/time-frame.tsx: the frame of charts over the days of a winter: months, bank holidays,
// value axis, and reference lines with their values at the right.

import { type ScaleLinear, scaleLinear } from 'd3';
import type { ComponentChildren, VNode } from 'preact';
import { dayNumbers, monthTicks, runsOf, shortDate } from './days.js';
import {
  Chart,
  Heading,
  type HeadingText,
  headingOf,
  NARROW,
  type Plot,
  type Size,
  ValueAxis,
} from './frame.js';
import { GRID, INK, MEDIUM, SMALL, SOFT } from './palette.js';
import { px, widthOf } from './text.js';

/** A level that readers know, such as 92 % of beds. */
export interface Reference {
  value: number;
  label: string;
  /** The one that matters; the others are drawn fainter and give way. */
  strong: boolean;
}

export interface Scales {
  x: ScaleLinear<number, number>;
  y: ScaleLinear<number, number>;
  plot: Plot;
}

export interface TimeFrameProps {
  size: Size;
  label: string;
  heading: HeadingText;
  /** First and last day number of the axis. */
  days: readonly [number, number];
  /** Lowest and highest value of the axis. */
  domain: readonly [number, number];
  format: (value: number) => string;
  references: readonly Reference[];
  /** ISO dates; those outside the axis are left out. */
  bankHolidays: readonly string[];
  /** Room at the right for labels of the lines. */
  marginRight: number;
  children: (scales: Scales) => ComponentChildren;
}

const LEFT = 46;
const BOTTOM = 24;
const HOLIDAY_STRIP = 18;
const LABEL_GAP = 13;

/** Draws the frame and, inside it, what `children` makes of the scales. */
export function TimeFrame(props: TimeFrameProps): VNode {
  const { size, label, heading, days, domain, format, references, bankHolidays } = props;
  const top = headingOf(heading, size.width).height + HOLIDAY_STRIP;
  const plot: Plot = {
    left: LEFT,
    right: Math.max(LEFT + 1, size.width - props.marginRight),
    top,
    bottom: Math.max(top + 1, size.height - BOTTOM),
  };
  const x = scaleLinear().domain(days).range([plot.left, plot.right]);
  const y = scaleLinear().domain(domain).range([plot.bottom, plot.top]);
  const ticks = y.ticks(Math.max(2, Math.floor((plot.bottom - plot.top) / 36)));
  return (
    <Chart size={size} label={label}>
      <Heading text={heading} width={size.width} />
      <ValueAxis plot={plot} y={y} ticks={ticks} format={format} />
      <Months plot={plot} x={x} />
      <BankHolidays plot={plot} x={x} dates={bankHolidays} />
      {props.children({ x, y, plot })}
      <References plot={plot} y={y} references={references} />
    </Chart>
  );
}

function Months({ plot, x }: { plot: Plot; x: ScaleLinear<number, number> }): VNode {
  const [first, last] = x.domain();
  const ticks = monthTicks(first, last, plot.right - plot.left >= NARROW - LEFT);
  const named = namedTicks(
    ticks.map(({ day, label }) => ({
      ...{ from: x(day), width: widthOf(label, SMALL) },
      isFirst: /\d/.test(label), // it says the year
    })),
    plot.right + 8,
  );
  return (
    <g>
      <path d={`M${plot.left},${plot.bottom}H${plot.right}`} stroke={SOFT} fill="none" />
      {ticks.map(({ day, label }, i) => (
        <g>
          <path d={`M${px(x(day))},${plot.bottom}v5`} stroke={SOFT} fill="none" />
          {named.has(i) && (
            <text x={px(x(day) + 2)} y={plot.bottom + 17} font-size={SMALL} fill={SOFT}>
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** Labels of years, then those that end before the next tick; where none does, as many as do not meet. */
function namedTicks(
  labels: readonly { from: number; width: number; isFirst: boolean }[],
  end: number,
): ReadonlySet<number> {
  const named = new Set<number>();
  const endOf = (i: number): number => labels[i].from + labels[i].width;
  const meets = (i: number, gap: number): boolean =>
    [...named].some((k) => {
      const [left, right] = labels[i].from < labels[k].from ? [i, k] : [k, i];
      return endOf(left) + gap > labels[right].from;
    });
  const name = (which: (i: number) => boolean, gap: number): void => {
    labels.forEach((_, i) => {
      if (!named.has(i) && which(i) && endOf(i) <= end && !meets(i, gap)) named.add(i);
    });
  };
  const isShort = (i: number): boolean => endOf(i) <= (labels[i + 1]?.from ?? end);
  name((i) => labels[i].isFirst, LABEL_GAP);
  if (labels.some((label, i) => !label.isFirst && isShort(i))) name(isShort, 0);
  else name(() => true, LABEL_GAP);
  return named;
}

function BankHolidays({
  plot,
  x,
  dates,
}: {
  plot: Plot;
  x: ScaleLinear<number, number>;
  dates: readonly string[];
}): VNode {
  const [first, last] = x.domain();
  const inside = dayNumbers(dates).flatMap((day, i) =>
    day >= first && day <= last ? [{ day, date: dates[i] }] : [],
  );
  const runs = runsOf(
    inside.map(({ day }) => day),
    1,
  );
  let edge = plot.left;
  return (
    <g>
      {inside.map(({ day }) => (
        <path
          d={`M${px(x(day))},${plot.top}V${plot.bottom}`}
          stroke={GRID}
          stroke-dasharray="1 3"
          fill="none"
        />
      ))}
      {inside.map(({ day }) => (
        <path d={`M${px(x(day) - 4)},${plot.top - 6}h8l-4,6z`} fill={SOFT} />
      ))}
      {runs.map((run) => {
        const [from, to] = [inside[run[0]], inside[run[run.length - 1]]];
        const text = rangeText(from.date, to.date);
        const middle = x((from.day + to.day) / 2);
        const half = widthOf(text, SMALL) / 2;
        if (middle - half < edge || middle + half > plot.right) return null;
        edge = middle + half + 6;
        return (
          <text x={px(middle)} y={plot.top - 8} text-anchor="middle" font-size={SMALL} fill={SOFT}>
            {text}
          </text>
        );
      })}
    </g>
  );
}

/** "25–26 Dec", "31 Dec–1 Jan", "30 Mar" */
function rangeText(from: string, to: string): string {
  if (from === to) return shortDate(from);
  const start = shortDate(from);
  const end = shortDate(to);
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  return `${sameMonth ? start.split(' ')[0] : start}–${end}`;
}

function References({
  plot,
  y,
  references,
}: {
  plot: Plot;
  y: ScaleLinear<number, number>;
  references: readonly Reference[];
}): VNode {
  const [low, high] = y.domain();
  const inside = references.filter(({ value }) => value >= low && value <= high);
  const important = [...inside].sort((a, b) => Number(b.strong) - Number(a.strong));
  const labelled: number[] = [];
  for (const { value } of important) {
    if (labelled.every((other) => Math.abs(y(other) - y(value)) >= LABEL_GAP)) labelled.push(value);
  }
  return (
    <g>
      {inside.map(({ value, label, strong }) => (
        <g data-reference={value}>
          <path
            d={`M${plot.left},${px(y(value))}H${plot.right}`}
            fill="none"
            stroke={strong ? INK : SOFT}
            stroke-width={strong ? 1.5 : 1}
            stroke-dasharray={strong ? undefined : '1 3'}
          />
          {labelled.includes(value) && (
            <text
              x={plot.right + 4}
              y={px(y(value) + 4)}
              font-size={strong ? MEDIUM : SMALL}
              font-weight={strong ? 'bold' : 'normal'}
              fill={strong ? INK : SOFT}
            >
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}
