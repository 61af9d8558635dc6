// web/charts/occupancy-card.tsx: bed occupancy at 08:00, one fan for each scenario, base behind: as a
// share of the beds open, or in beds beside 92 % of those open.

import type { ComponentChildren, VNode } from 'preact';
import type { Fan } from '../../sim/outcomes/summary.js';
import { estimateText, plainValue, withCommas } from '../../sim/outcomes/words.js';
import { type Batch, daysOfFans, domainOfFans, fansOfSeries, sourceOf, winters } from './batch.js';
import { type CardProps, ChartCard, framed } from './chart-card.js';
import { LINE_92, occupancyHeadline, occupancySentence, seriesSentence } from './chart-words.js';
import type { TableData } from './data-table.js';
import { FAN_OPACITY, FanChart, type ObservedDay } from './fan-chart.js';
import { Key, type KeyEntry } from './key.js';
import { INK, styleOf } from './palette.js';
import { rangeText, timeTable } from './time-table.js';

const SHARES = { references: [{ value: LINE_92, label: '92 %', strong: true }] };
const BEDS = { references: [], format: (beds: number) => withCommas(beds, 0) };
const COLUMN_FROM = 330; // px of width a panel needs beside others
const COLUMN_GAP = 28;
const HEIGHT = 280;

/** What the fans show: the occupied share of open beds, or occupied beds. */
export type OccupancyUnit = 'share' | 'beds';

export interface OccupancyCardProps extends CardProps {
  unit?: OccupancyUnit;
  /** Of each panel, in px. */
  height?: number;
  controls?: ComponentChildren;
}

/** The occupancy card of a batch. */
export function OccupancyCard(props: OccupancyCardProps): VNode {
  const { batch, Canvas, unit = 'share', height = HEIGHT, controls, frame } = props;
  const isShare = unit === 'share';
  const fans = fansOfSeries(batch, isShare ? 'occupancy0800Share' : 'bedsOccupied0800');
  const levels = isShare ? null : levelsOf(batch);
  const domain = isShare ? domainOfFans(fans, [0.85, 1], 0.02) : domainOfBeds(fans, levels ?? []);
  const { replications } = batch.summary;
  const axis = isShare ? `${Math.round(domain[0] * 100)} %` : `${withCommas(domain[0], 0)} beds`;
  return (
    <ChartCard
      {...framed(frame, 'occupancy', occupancyHeadline(batch.summary, fans[0]?.dates.length ?? 0))}
      subtitle={
        `${isShare ? 'Occupied share of open' : 'Occupied'} general and acute beds at 08:00, by day, ` +
        `${winters(replications)} of each scenario. The axis starts at ${axis}.`
      }
      source={sourceOf(batch)}
      description={isShare ? fans.map(occupancySentence) : bedsSentences(batch, fans)}
      table={isShare ? shareTable(fans) : bedsTable(batch, fans)}
      controls={controls}
      draw={(width) => (
        <Panels
          batch={batch}
          fans={fans}
          levels={levels}
          domain={domain}
          width={width}
          height={height}
        />
      )}
      Canvas={Canvas}
    />
  );
}

/** 92 % of the median of the beds open on each day, for each scenario. */
function levelsOf(batch: Batch): ObservedDay[][] {
  return fansOfSeries(batch, 'bedsOpen0800').map(({ dates, p50 }) =>
    dates.map((date, i) => ({ date, value: p50[i] * LINE_92 })),
  );
}

function domainOfBeds(
  fans: readonly Fan[],
  levels: readonly (readonly ObservedDay[])[],
): [number, number] {
  const values = levels.flatMap((days) => days.map(({ value }) => value));
  const known = values.length === 0 ? [] : [Math.min(...values), Math.max(...values)];
  return domainOfFans(fans, known, 20);
}

function bedsSentences(batch: Batch, fans: readonly Fan[]): string[] {
  const open = fansOfSeries(batch, 'bedsOpen0800');
  return fans.map((fan, i) => {
    const beds = open[i].dates.length > 0 ? ` Beds open: ${seriesSentence(open[i], 'beds')}` : '';
    return `Beds occupied: ${seriesSentence(fan, 'beds')}${beds}`;
  });
}

interface PanelsProps {
  batch: Batch;
  fans: readonly Fan[];
  /** 92 % of the beds open, where beds are drawn. */
  levels: readonly (readonly ObservedDay[])[] | null;
  domain: readonly [number, number];
  width: number;
  height: number;
}

/** Columns of small multiples: as even as the number of panels allows, where there is room. */
function columnsFor(panels: number, width: number): number {
  const fitting = Math.floor((width + COLUMN_GAP) / (COLUMN_FROM + COLUMN_GAP));
  const wanted = panels === 3 || panels > 4 ? 3 : 2;
  return Math.max(1, Math.min(wanted, fitting, panels));
}

/** Small multiples on one pair of axes. */
function Panels({ batch, fans, levels, domain, width, height }: PanelsProps): VNode {
  const columns = columnsFor(fans.length, width);
  const panel = Math.floor((width - (columns - 1) * COLUMN_GAP) / columns);
  const size = { width: panel, height };
  const days = daysOfFans(fans);
  return (
    <div>
      <Key entries={keyOf(batch, levels !== null)} width={width} />
      <div class={`panels panels-${columns}`}>
        {fans.map((fan, position) => (
          <FanChart
            fan={fan}
            position={position}
            behind={position === 0 ? undefined : fans[0]}
            title={fan.scenario}
            note={noteOf(batch, position)}
            label={levels === null ? occupancySentence(fan) : seriesSentence(fan, 'beds')}
            days={days}
            domain={domain}
            {...(levels === null ? SHARES : { ...BEDS, level: levels[position] })}
            bankHolidays={batch.bankHolidays}
            size={size}
          />
        ))}
      </div>
    </div>
  );
}

/** "Days over 92 %: 161 (159 to 164), base 176" */
function noteOf({ summary }: Batch, position: number): string {
  const days = summary.scenarios[position].outcomes.daysOver92Count;
  const base = summary.scenarios[0].outcomes.daysOver92Count;
  const text = `Days over 92 %: ${estimateText(days, 'days')}`;
  return position === 0 ? text : `${text}, base ${plainValue(base.mean, 'days')}`;
}

function keyOf({ summary, bankHolidays }: Batch, inBeds: boolean): KeyEntry[] {
  const { colour } = styleOf(summary.scenarios.length > 1 ? 1 : 0);
  const base = styleOf(0).colour;
  const entries: KeyEntry[] = [
    {
      kind: 'band',
      text: 'half of the winters',
      opacity: 1 - (1 - FAN_OPACITY.outer) * (1 - FAN_OPACITY.inner),
      colour,
    },
    { kind: 'band', text: '9 winters in 10', opacity: FAN_OPACITY.outer, colour },
    {
      kind: 'line',
      text: inBeds ? '92 % of the beds open (median)' : '92 % of beds',
      colour: INK,
      dash: null,
    },
  ];
  if (summary.scenarios.length > 1) {
    entries.unshift({ kind: 'line', text: 'median', colour, dash: null });
    entries.splice(1, 0, { kind: 'line', text: 'median of the base', colour: base, dash: '4 3' });
  } else entries.unshift({ kind: 'line', text: 'median', colour, dash: null });
  if (bankHolidays.length > 0) entries.push({ kind: 'holiday', text: 'bank holiday' });
  return entries;
}

function shareTable(fans: readonly Fan[]): TableData {
  return timeTable({
    caption: 'Bed occupancy at 08:00, % of open beds',
    rowHeader: 'Date',
    fans,
    columns: [
      ['median', ({ p50 }, i) => plainValue(p50[i], 'share')],
      ['half of winters', ({ p25, p75 }, i) => rangeText(p25[i], p75[i], 'share')],
      ['9 in 10', ({ p5, p95 }, i) => rangeText(p5[i], p95[i], 'share')],
    ],
  });
}

function bedsTable(batch: Batch, fans: readonly Fan[]): TableData {
  const open = new Map(
    fansOfSeries(batch, 'bedsOpen0800').map(({ scenario, dates, p50 }) => [
      scenario,
      new Map(dates.map((date, i) => [date, p50[i]])),
    ]),
  );
  return timeTable({
    caption: 'Beds occupied at 08:00, and the median of beds open',
    rowHeader: 'Date',
    fans,
    columns: [
      ['median', ({ p50 }, i) => plainValue(p50[i], 'beds')],
      ['9 in 10', ({ p5, p95 }, i) => rangeText(p5[i], p95[i], 'beds')],
      [
        'beds open',
        ({ scenario, dates }, i) => plainValue(open.get(scenario)?.get(dates[i]) ?? null, 'beds'),
      ],
    ],
  });
}
