// web/charts/heat-map.tsx: weeks by weekdays: the chance that beds are over 92 % full on each day of
// the winter. One hue in five steps, and the number in the cell where there is room.

import type { VNode } from 'preact';
import { weekdayOf } from '../../sim/engine/time.js';
import { dayNumbers, shortDate } from './days.js';
import { Chart, Heading, headingOf, NothingToShow } from './frame.js';
import { INK, SMALL, SOFT, styleOf } from './palette.js';
import { px } from './text.js';

/** Lowest chance of each step, its colour, and the colour of text on it (at least 4.5:1). */
export const STEPS = [
  { from: 0, colour: '#ffffff', text: INK },
  { from: 0.2, colour: '#d3e0ea', text: INK },
  { from: 0.4, colour: '#a3bfd3', text: INK },
  { from: 0.6, colour: '#3f6f96', text: '#ffffff' },
  { from: 0.8, colour: '#12436d', text: '#ffffff' },
] as const;

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const DAYS_PER_WEEK = 7;
const LEFT = { wide: 36, narrow: 52 };
const LABEL = 40; // px, of a date such as 26 Mar
const CELL = { height: 20, gap: 1, text: 22 };
/** Width in px from which weeks run from left to right; below they run downwards. */
const WIDE = 640;

export interface HeatMapProps {
  /** Name and position of the scenario. */
  scenario: string;
  position: number;
  dates: readonly string[];
  /** Chance of each date; null where it is not known. */
  chances: readonly (number | null)[];
  note: string;
  label: string;
  width: number;
}

interface Cell {
  date: string;
  chance: number;
  week: number;
  weekday: number;
}

/** The map of one scenario; its height follows from its width. */
export function HeatMap(props: HeatMapProps): VNode {
  const { scenario, position, note, label, width } = props;
  const cells = cellsOf(props);
  if (cells.length === 0) return <NothingToShow size={{ width, height: 40 }} label={label} />;
  const weeks = Math.max(...cells.map(({ week }) => week)) + 1;
  const isWide = width >= WIDE;
  const heading = { title: scenario, note, style: styleOf(position) };
  const left = isWide ? LEFT.wide : LEFT.narrow;
  const top = headingOf(heading, width).height + 22;
  const columns = isWide ? weeks : DAYS_PER_WEEK;
  const cellWidth = (width - left) / columns;
  const rows = isWide ? DAYS_PER_WEEK : weeks;
  const height = top + rows * (CELL.height + CELL.gap) + 2;
  const at = ({ week, weekday }: Pick<Cell, 'week' | 'weekday'>) => ({
    x: left + (isWide ? week : weekday) * cellWidth,
    y: top + (isWide ? weekday : week) * (CELL.height + CELL.gap),
  });
  return (
    <Chart size={{ width, height }} label={label}>
      <Heading text={heading} width={width} />
      {WEEKDAYS.map((name, weekday) => (
        <text
          x={isWide ? 0 : px(at({ week: 0, weekday }).x + cellWidth / 2)}
          y={isWide ? at({ week: 0, weekday }).y + 14 : top - 6}
          text-anchor={isWide ? 'start' : 'middle'}
          font-size={SMALL}
          fill={SOFT}
        >
          {name}
        </text>
      ))}
      <Weeks cells={cells} at={at} isWide={isWide} top={top} cellWidth={cellWidth} right={width} />
      {cells.map((cell) => (
        <Day cell={cell} {...at(cell)} width={cellWidth - CELL.gap} />
      ))}
    </Chart>
  );
}

function cellsOf({ dates, chances }: HeatMapProps): Cell[] {
  const days = dayNumbers(dates);
  if (days.length === 0) return [];
  const firstMonday = days[0] - weekdayOf(days[0]);
  return days.flatMap((day, i) => {
    const chance = chances[i];
    if (chance === null) return [];
    const week = Math.floor((day - firstMonday) / DAYS_PER_WEEK);
    return [{ date: dates[i], chance, week, weekday: weekdayOf(day) }];
  });
}

interface WeeksProps {
  cells: readonly Cell[];
  at: (place: Pick<Cell, 'week' | 'weekday'>) => { x: number; y: number };
  isWide: boolean;
  top: number;
  cellWidth: number;
  right: number;
}

/** The date of the first day of every week, or of every few where there is no room. */
function Weeks({ cells, at, isWide, top, cellWidth, right }: WeeksProps): VNode {
  const first = cells.filter(({ week }, i) => i === 0 || cells[i - 1].week !== week);
  const every = isWide ? Math.max(1, Math.ceil(46 / cellWidth)) : 1;
  return (
    <g>
      {first
        .filter((_, i) => i % every === 0)
        .map(({ date, week }) => {
          const { x, y } = at({ week, weekday: 0 });
          const isCut = isWide && x + LABEL > right;
          return (
            <text
              x={isWide ? px(isCut ? right : x) : 0}
              y={isWide ? top - 6 : y + 14}
              text-anchor={isCut ? 'end' : undefined}
              font-size={SMALL}
              fill={SOFT}
            >
              {shortDate(date)}
            </text>
          );
        })}
    </g>
  );
}

function Day({ cell, x, y, width }: { cell: Cell; x: number; y: number; width: number }): VNode {
  const { date, chance } = cell;
  const step = stepOf(chance);
  return (
    <g data-date={date} data-chance={chance}>
      <rect
        x={px(x)}
        y={y}
        width={px(width)}
        height={CELL.height}
        fill={step.colour}
        stroke={step.from === 0 ? '#d8dde0' : undefined}
      />
      {width >= CELL.text && (
        <text
          x={px(x + width / 2)}
          y={y + 14}
          text-anchor="middle"
          font-size={SMALL}
          fill={step.text}
        >
          {Math.round(chance * 100)}
        </text>
      )}
    </g>
  );
}

/** The step that a chance falls in. */
export function stepOf(chance: number): (typeof STEPS)[number] {
  return STEPS.findLast(({ from }) => chance >= from - 1e-9) ?? STEPS[0];
}
