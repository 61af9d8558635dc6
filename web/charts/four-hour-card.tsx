// web/charts/four-hour-card.tsx: the share of A&E patients within 4 hours, week by week.

import type { VNode } from 'preact';
import type { Fan } from '../../sim/outcomes/summary.js';
import { plainValue } from '../../sim/outcomes/words.js';
import { type Batch, daysOfFans, domainOfFans, fansOfSeries, sourceOf, winters } from './batch.js';
import { type CardProps, ChartCard, framed } from './chart-card.js';
import { fourHourHeadline, seriesSentence } from './chart-words.js';
import type { TableData } from './data-table.js';
import { Key, type KeyEntry } from './key.js';
import { LineChart, NAMES_FROM } from './line-chart.js';
import { styleOf } from './palette.js';
import { rangeText, timeTable } from './time-table.js';

const REFERENCES = [
  { value: 0.95, label: '95 %', strong: true },
  { value: 0.9, label: '90 %', strong: true },
];
const NARROW = 520;
const HEIGHT = { narrow: 300, wide: 360 };

/** The 4-hour card of a batch. */
export function FourHourCard({ batch, Canvas, frame }: CardProps): VNode {
  const fans = fansOfSeries(batch, 'within4hWeekShare');
  const { replications } = batch.summary;
  const domain = domainOfFans(fans, [0.9, 1], 0.05);
  const label = fourHourHeadline(batch.summary, fans);
  return (
    <ChartCard
      {...framed(frame, 'four-hour', label)}
      subtitle={
        'Share of attendances at the major A&E that left within 4 hours, by week from Monday, median ' +
        `of ${winters(replications)}. The axis starts at ${Math.round(domain[0] * 100)} %.`
      }
      source={sourceOf(batch)}
      description={fans.map((fan) => seriesSentence(fan, 'share'))}
      table={tableOf(fans)}
      draw={(width) => (
        <div>
          <Key entries={scenarioKey(batch, width < NAMES_FROM)} width={width} />
          <LineChart
            fans={fans}
            step={7}
            label={label}
            days={daysOfFans(fans)}
            domain={domain}
            format={(value) => `${Math.round(value * 100)} %`}
            references={REFERENCES}
            bankHolidays={batch.bankHolidays}
            names={true}
            size={{ width, height: width < NARROW ? HEIGHT.narrow : HEIGHT.wide }}
          />
        </div>
      )}
      Canvas={Canvas}
    />
  );
}

/** A line of the key for each scenario. */
export function scenarioEntries({ summary }: Batch): KeyEntry[] {
  return summary.scenarios.map(({ name }, position) => ({
    kind: 'scenario',
    text: position === 0 ? `base: ${name}` : name,
    position,
  }));
}

/** Key of charts with a line for each scenario and the range of the base. */
export function scenarioKey(batch: Batch, names: boolean): KeyEntry[] {
  const { bankHolidays } = batch;
  const entries = names ? scenarioEntries(batch) : [];
  const { colour } = styleOf(0);
  entries.push({ kind: 'band', text: '9 winters in 10 of the base', opacity: 0.15, colour });
  if (bankHolidays.length > 0) entries.push({ kind: 'holiday', text: 'bank holiday' });
  return entries;
}

function tableOf(fans: readonly Fan[]): TableData {
  return timeTable({
    caption: 'Within 4 hours, % of attendances, weeks from the Monday named',
    rowHeader: 'Week from',
    fans,
    columns: [
      ['median', ({ p50 }, i) => plainValue(p50[i], 'share')],
      ['9 in 10', ({ p5, p95 }, i) => rangeText(p5[i], p95[i], 'share')],
    ],
  });
}
