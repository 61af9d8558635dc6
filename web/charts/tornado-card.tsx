// web/charts/tornado-card.tsx: what drives an outcome: each input from the low to the high end of its
// range, widest first.

import { scaleLinear } from 'd3';
import type { ComponentChildren, VNode } from 'preact';
import type { DifferenceEstimate } from '../../sim/outcomes/intervals.js';
import { type Outcome, outcomeOf } from '../../sim/outcomes/keys.js';
import { differenceText, plainValue } from '../../sim/outcomes/words.js';
import { type Canvas, type CardFrame, ChartCard, framed } from './chart-card.js';
import type { TableData } from './data-table.js';
import { Chart } from './frame.js';
import { GRID, INK, MEDIUM, SMALL, SOFT } from './palette.js';
import { px, wrap } from './text.js';

/** An input at both ends of its range. */
export interface Driver {
  name: string;
  /** The ends in words: "5 % fewer", "5 % more". */
  from: string;
  to: string;
  atFrom: number;
  atTo: number;
  /** From one end to the other, paired by winter. */
  swing: DifferenceEstimate;
}

export interface TornadoCardProps {
  scenario: string;
  outcome: Outcome;
  drivers: readonly Driver[];
  /** Mean of the scenario as it is, in the same winters. */
  base: number;
  replications: number;
  source: string;
  Canvas: Canvas;
  frame?: CardFrame;
  controls?: ComponentChildren;
}

/** Colours of both ends. */
export const FROM_COLOUR = '#12436D';
export const TO_COLOUR = '#F46A25';
const PAD = 18;
const LEADING = 16;
const BAR = 18;
const GAP = 14;
const AXIS = 40;

/** Widest first. */
export function bySwing(drivers: readonly Driver[]): Driver[] {
  const size = ({ swing }: Driver) => Math.abs(swing.mean ?? 0);
  return [...drivers].sort((a, b) => size(b) - size(a));
}

export function TornadoCard(props: TornadoCardProps): VNode {
  const { scenario, outcome: key, replications, source, Canvas, frame, controls } = props;
  const drivers = bySwing(props.drivers);
  const sentences = driverSentences(drivers, key);
  return (
    <ChartCard
      {...framed(frame, 'drivers', driversHeadline(drivers, key))}
      subtitle={driversSubtitle(scenario, replications)}
      source={source}
      description={sentences}
      table={driversTable(drivers, key)}
      controls={controls}
      draw={(width) => (
        <Bars {...props} drivers={drivers} width={width} label={sentences.join(' ')} />
      )}
      Canvas={Canvas}
    />
  );
}

/** What matters most; drivers stand widest first. */
export function driversHeadline(drivers: readonly Driver[], key: Outcome): string {
  const first = drivers[0]?.name ?? 'nothing tried';
  return `“${outcomeOf(key).label}” depends most on: ${lower(first)}`;
}

/** What a tornado measures. */
export function driversSubtitle(scenario: string, replications: number): string {
  return (
    `${scenario}: mean of ${replications} winters with one input at a time at each end of its ` +
    'range; all meet the same patients. The upright line is the scenario as it is.'
  );
}

/** A sentence for each driver. */
export function driverSentences(drivers: readonly Driver[], key: Outcome): string[] {
  return drivers.map((driver) => driverSentence(driver, key));
}

function driverSentence({ name, from, to, atFrom, atTo, swing }: Driver, key: Outcome): string {
  const outcome = outcomeOf(key);
  const text = (value: number) => plainValue(value, outcome.unit);
  return (
    `${name}: ${text(atFrom)} with ${from}, ${text(atTo)} with ${to}; from one to the other ` +
    `${differenceText(swing, outcome)}.`
  );
}

/** Drivers as a table. */
export function driversTable(drivers: readonly Driver[], key: Outcome): TableData {
  const outcome = outcomeOf(key);
  return {
    caption: `What drives “${outcome.label}”${outcome.unit === 'share' ? ', %' : ''}`,
    rowHeader: 'Input',
    groups: [
      {
        name: outcome.label,
        columns: ['at the low end', 'at the high end', 'change between them'],
      },
    ],
    rows: drivers.map(({ name, from, to, atFrom, atTo, swing }) => ({
      header: name,
      cells: [
        `${plainValue(atFrom, outcome.unit)} (${from})`,
        `${plainValue(atTo, outcome.unit)} (${to})`,
        differenceText(swing, outcome),
      ],
    })),
  };
}

function Bars({
  drivers,
  outcome: key,
  base,
  width,
  label,
}: TornadoCardProps & { width: number; label: string }): VNode {
  const { unit, label: name } = outcomeOf(key);
  const factor = unit === 'share' ? 100 : 1;
  const values = [base, ...drivers.flatMap(({ atFrom, atTo }) => [atFrom, atTo])];
  const [low, high] = [Math.min(...values) * factor, Math.max(...values) * factor];
  const room = Math.max((high - low) * 0.08, 1e-6);
  const x = scaleLinear()
    .domain([low - room, high + room])
    .range([PAD, width - PAD]);
  let y = 0;
  const placed = drivers.map((driver) => {
    const text =
      `${driver.name}: ${plainValue(driver.atFrom, unit)} with ${driver.from}, ` +
      `${plainValue(driver.atTo, unit)} with ${driver.to}`;
    const lines = wrap(text, MEDIUM, width - PAD);
    const top = y;
    y += lines.length * LEADING + BAR + GAP;
    return { driver, lines, top, bar: y - GAP - BAR };
  });
  const middle = px(x(base * factor));
  const ends = 'upper bar: low end, lower bar: high end';
  const axis = wrap(`${name}${unit === 'share' ? ', %' : ''}; ${ends}`, SMALL, width);
  return (
    <Chart size={{ width, height: y + AXIS + (axis.length - 1) * LEADING }} label={label}>
      {x.ticks(width < 400 ? 3 : 6).map((value) => (
        <g data-tick={value}>
          <path d={`M${px(x(value))},0V${y}`} stroke={GRID} fill="none" />
          <text x={px(x(value))} y={y + 15} text-anchor="middle" font-size={SMALL} fill={SOFT}>
            {value}
          </text>
        </g>
      ))}
      {placed.map(({ driver, lines, top, bar }) => (
        <g data-driver={driver.name} data-from={driver.atFrom} data-to={driver.atTo}>
          {lines.map((text, i) => (
            <text
              x={0}
              y={top + 13 + i * LEADING}
              paint-order="stroke"
              stroke="#fff"
              stroke-width={4}
            >
              {text}
            </text>
          ))}
          <Bar
            from={x(base * factor)}
            to={x(driver.atFrom * factor)}
            y={bar}
            colour={FROM_COLOUR}
          />
          <Bar
            from={x(base * factor)}
            to={x(driver.atTo * factor)}
            y={bar + BAR / 2}
            colour={TO_COLOUR}
          />
        </g>
      ))}
      <path d={`M${middle},0V${y}`} stroke={INK} stroke-width={1.5} />
      {axis.map((text, i) => (
        <text x={0} y={y + 32 + i * LEADING} font-size={SMALL} fill={SOFT}>
          {text}
        </text>
      ))}
    </Chart>
  );
}

function Bar({
  from,
  to,
  y,
  colour,
}: {
  from: number;
  to: number;
  y: number;
  colour: string;
}): VNode {
  return (
    <rect
      x={px(Math.min(from, to))}
      y={y}
      width={px(Math.max(1, Math.abs(to - from)))}
      height={BAR / 2}
      fill={colour}
    />
  );
}

function lower(name: string): string {
  return name.startsWith('A&E') ? name : name[0].toLowerCase() + name.slice(1);
}
