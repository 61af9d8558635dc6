// web/charts/occupancy-card.tsx: bed occupancy at 08:00, one fan for each scenario, base behind.

import type { VNode } from 'preact';
import type { Fan } from '../../sim/outcomes/summary.js';
import { estimateText, plainValue } from '../../sim/outcomes/words.js';
import { type Batch, daysOfFans, domainOfFans, fansOfSeries, sourceOf, winters } from './batch.js';
import { type Canvas, ChartCard } from './chart-card.js';
import { occupancyHeadline, occupancySentence } from './chart-words.js';
import type { TableData } from './data-table.js';
import { FAN_OPACITY, FanChart } from './fan-chart.js';
import { Key, type KeyEntry } from './key.js';
import { INK, styleOf } from './palette.js';
import { rangeText, timeTable } from './time-table.js';

const REFERENCES = [{ value: 0.92, label: '92 %', strong: true }];
const COLUMN_FROM = 330; // px of width a panel needs beside others
const COLUMN_GAP = 28;
const HEIGHT = { narrow: 280, wide: 280 };
const NARROW = 520;

/** The occupancy card of a batch. */
export function OccupancyCard({ batch, Canvas }: { batch: Batch; Canvas: Canvas }): VNode {
  const fans = fansOfSeries(batch, 'occupancy0800Share');
  const domain = domainOfFans(fans, [0.85, 1], 0.02);
  const { replications } = batch.summary;
  return (
    <ChartCard
      id="occupancy"
      headline={occupancyHeadline(batch.summary, fans[0]?.dates.length ?? 0)}
      subtitle={
        `Occupied share of open general and acute beds at 08:00, by day, ${winters(replications)} ` +
        `of each scenario. The axis starts at ${Math.round(domain[0] * 100)} %.`
      }
      source={sourceOf(batch)}
      description={fans.map(occupancySentence)}
      table={tableOf(fans)}
      draw={(width) => <Panels batch={batch} fans={fans} domain={domain} width={width} />}
      Canvas={Canvas}
    />
  );
}

interface PanelsProps {
  batch: Batch;
  fans: readonly Fan[];
  domain: readonly [number, number];
  width: number;
}

/** Columns of small multiples: as even as the number of panels allows, where there is room. */
function columnsFor(panels: number, width: number): number {
  const fitting = Math.floor((width + COLUMN_GAP) / (COLUMN_FROM + COLUMN_GAP));
  const wanted = panels === 3 || panels > 4 ? 3 : 2;
  return Math.max(1, Math.min(wanted, fitting, panels));
}

/** Small multiples on one pair of axes. */
function Panels({ batch, fans, domain, width }: PanelsProps): VNode {
  const columns = columnsFor(fans.length, width);
  const panel = Math.floor((width - (columns - 1) * COLUMN_GAP) / columns);
  const size = { width: panel, height: panel < NARROW ? HEIGHT.narrow : HEIGHT.wide };
  const days = daysOfFans(fans);
  return (
    <div>
      <Key entries={keyOf(batch)} width={width} />
      <div class={`panels panels-${columns}`}>
        {fans.map((fan, position) => (
          <FanChart
            fan={fan}
            position={position}
            behind={position === 0 ? undefined : fans[0]}
            title={fan.scenario}
            note={noteOf(batch, position)}
            label={occupancySentence(fan)}
            days={days}
            domain={domain}
            references={REFERENCES}
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

function keyOf({ summary, bankHolidays }: Batch): KeyEntry[] {
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
    { kind: 'line', text: '92 % of beds', colour: INK, dash: null },
  ];
  if (summary.scenarios.length > 1) {
    entries.unshift({ kind: 'line', text: 'median', colour, dash: null });
    entries.splice(1, 0, { kind: 'line', text: 'median of the base', colour: base, dash: '4 3' });
  } else entries.unshift({ kind: 'line', text: 'median', colour, dash: null });
  if (bankHolidays.length > 0) entries.push({ kind: 'holiday', text: 'bank holiday' });
  return entries;
}

function tableOf(fans: readonly Fan[]): TableData {
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
