// web/charts/delays-card.tsx: beds of patients whose clinical stay is over, and of those the delayed
// transfers of care.

import type { VNode } from 'preact';
import type { Fan } from '../../sim/outcomes/summary.js';
import { plainValue, withCommas } from '../../sim/outcomes/words.js';
import { type Batch, daysOfFans, domainOfFans, fansOfSeries, sourceOf, winters } from './batch.js';
import { type CardProps, ChartCard, framed } from './chart-card.js';
import { delaysHeadline, seriesSentence } from './chart-words.js';
import type { TableData } from './data-table.js';
import { scenarioKey } from './four-hour-card.js';
import { Key } from './key.js';
import { LineChart } from './line-chart.js';
import { rangeText, timeTable } from './time-table.js';

const TITLES = {
  delayed: 'No longer meeting the criteria to reside',
  transfers: 'Of these, delayed transfers of care',
};
const TWO_COLUMNS_FROM = 900; // px
const COLUMN_GAP = 28;
const NARROW = 520;
const HEIGHT = { narrow: 260, wide: 290 };

/** The card of delayed patients of a batch. */
export function DelaysCard({ batch, Canvas, frame }: CardProps): VNode {
  const delayed = fansOfSeries(batch, 'delayed0800');
  const transfers = fansOfSeries(batch, 'dtoc0800');
  const { replications } = batch.summary;
  return (
    <ChartCard
      {...framed(frame, 'delays', delaysHeadline(batch.summary))}
      subtitle={`Beds at 08:00, by day, median of ${winters(replications)} of each scenario.`}
      source={sourceOf(batch)}
      description={[
        ...delayed.map((fan) => `${TITLES.delayed}. ${seriesSentence(fan, 'beds')}`),
        ...transfers.map((fan) => `Delayed transfers of care. ${seriesSentence(fan, 'beds')}`),
      ]}
      table={tableOf(delayed, transfers)}
      draw={(width) => (
        <Panels batch={batch} delayed={delayed} transfers={transfers} width={width} />
      )}
      Canvas={Canvas}
    />
  );
}

interface PanelsProps {
  batch: Batch;
  delayed: readonly Fan[];
  transfers: readonly Fan[];
  width: number;
}

/** Two panels on one axis of beds, from zero. */
function Panels({ batch, delayed, transfers, width }: PanelsProps): VNode {
  const columns = width >= TWO_COLUMNS_FROM ? 2 : 1;
  const panel = Math.floor((width - (columns - 1) * COLUMN_GAP) / columns);
  const domain = domainOfFans([...delayed, ...transfers], [0], 10);
  const days = daysOfFans([...delayed, ...transfers]);
  const chart = (title: string, fans: readonly Fan[]) => (
    <LineChart
      fans={fans}
      step={1}
      title={title}
      label={`${title}, beds at 08:00. ${fans.map((fan) => seriesSentence(fan, 'beds')).join(' ')}`}
      days={days}
      domain={domain}
      format={(value) => withCommas(value, 0)}
      references={[]}
      bankHolidays={batch.bankHolidays}
      names={false}
      size={{ width: panel, height: panel < NARROW ? HEIGHT.narrow : HEIGHT.wide }}
    />
  );
  return (
    <div>
      <Key entries={scenarioKey(batch, true)} width={width} />
      <div class={`panels panels-${columns}`}>
        {chart(TITLES.delayed, delayed)}
        {chart(TITLES.transfers, transfers)}
      </div>
    </div>
  );
}

function tableOf(delayed: readonly Fan[], transfers: readonly Fan[]): TableData {
  const transfersOf = new Map(transfers.map((fan) => [fan.scenario, fan]));
  const byDate = new Map(
    transfers.map((fan) => [fan.scenario, new Map(fan.dates.map((date, i) => [date, i]))]),
  );
  return timeTable({
    caption: 'Beds at 08:00 of patients who no longer meet the criteria to reside',
    rowHeader: 'Date',
    fans: delayed,
    columns: [
      ['median', ({ p50 }, i) => plainValue(p50[i], 'beds')],
      ['9 in 10', ({ p5, p95 }, i) => rangeText(p5[i], p95[i], 'beds')],
      [
        'delayed transfers, median',
        ({ scenario, dates }, i) => {
          const k = byDate.get(scenario)?.get(dates[i]);
          return plainValue(
            k === undefined ? null : (transfersOf.get(scenario)?.p50[k] ?? null),
            'beds',
          );
        },
      ],
    ],
  });
}
