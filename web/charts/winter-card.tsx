// web/charts/winter-card.tsx: one simulated winter, day by day, as a card, and the words about it.

import type { ComponentChildren, VNode } from 'preact';
import { type DayStory, dayStory, seriesOf } from '../../sim/outcomes/breach.js';
import type { Measured } from '../../sim/outcomes/measures.js';
import { LIMIT } from '../../sim/outcomes/single-winters.js';
import { withCommas } from '../../sim/outcomes/words.js';
import { type Canvas, type CardFrame, ChartCard, framed } from './chart-card.js';
import type { TableData } from './data-table.js';
import { longDate } from './days.js';
import { Key } from './key.js';
import { INK, SOFT } from './palette.js';
import { OCCUPIED, WinterChart } from './winter-chart.js';

/** A winter of a scenario that is looked at, and a day of it. */
export interface WinterShown {
  scenario: string;
  /** Number of its replication. */
  number: number;
  winter: Measured;
  /** ISO dates of the reported days. */
  dates: readonly string[];
  /** Place of the day. */
  day: number;
}

export interface WinterCardProps {
  shown: WinterShown;
  bankHolidays: readonly string[];
  source: string;
  Canvas: Canvas;
  frame?: CardFrame;
  controls?: ComponentChildren;
  after?: ComponentChildren;
}

const HEIGHT = 320;
const ROLE_WORDS = {
  fills: 'fills beds',
  follows: 'follows from full beds',
  is: 'more than usual',
} as const;

export function WinterCard(props: WinterCardProps): VNode {
  const { shown, bankHolidays, source, Canvas, frame, controls, after } = props;
  const { winter, dates, day } = shown;
  const headline = winterHeadline(shown);
  const story = dayStory(winter, dates, day);
  return (
    <ChartCard
      {...framed(frame, 'one-winter', headline)}
      subtitle={winterSubtitle(shown)}
      source={source}
      description={winterSentences(shown)}
      table={winterTable(shown, story)}
      draw={(width) => (
        <div>
          <Key
            width={width}
            entries={[
              { kind: 'line', text: 'beds occupied', colour: OCCUPIED, dash: null },
              { kind: 'line', text: '92 % of the beds open', colour: INK, dash: '6 3' },
              { kind: 'line', text: 'beds open', colour: SOFT, dash: '2 3' },
              { kind: 'step', text: 'day over 92 %', colour: INK },
            ]}
          />
          <WinterChart
            dates={dates}
            occupied={seriesOf(winter, 'bedsOccupied0800')}
            open={seriesOf(winter, 'bedsOpen0800')}
            day={day}
            label={`${headline}. ${longDate(story.date)}: ${story.sentences.join(' ')}`}
            bankHolidays={bankHolidays}
            size={{ width, height: HEIGHT }}
          />
        </div>
      )}
      Canvas={Canvas}
      controls={controls}
      after={after}
    />
  );
}

/** Days over 92 % of one winter. */
export function daysOver(winter: Measured): number {
  return seriesOf(winter, 'occupancy0800Share').filter((share) => share > LIMIT).length;
}

/** The message of a winter. */
export function winterHeadline({ winter, dates }: WinterShown): string {
  return `In this winter beds are over 92 % full on ${daysOver(winter)} of ${dates.length} days`;
}

export function winterSubtitle({ number, scenario }: WinterShown): string {
  return (
    `General and acute beds at 08:00 in simulated winter ${number} of ${scenario}, by day. It is ` +
    'one of many winters that could have been; no winter will be like it. The axis does not start at 0.'
  );
}

/** The winter in words, and its day. */
export function winterSentences(shown: WinterShown): string[] {
  const { date, sentences } = dayStory(shown.winter, shown.dates, shown.day);
  return [`${winterHeadline(shown)}.`, `${longDate(date)}. ${sentences.join(' ')}`];
}

function winterTable({ winter, dates, number, scenario }: WinterShown, story: DayStory): TableData {
  const occupied = seriesOf(winter, 'bedsOccupied0800');
  const open = seriesOf(winter, 'bedsOpen0800');
  return {
    caption: `Winter ${number} of ${scenario}, day by day`,
    rowHeader: 'Date',
    groups: [
      { name: 'Beds at 08:00', columns: ['occupied', 'open', '% occupied'] },
      { name: 'Patients', columns: story.figures.map(({ label }) => label) },
    ],
    rows: dates.map((date, i) => ({
      header: longDate(date),
      cells: [
        withCommas(occupied[i], 0),
        withCommas(open[i], 0),
        ((occupied[i] / open[i]) * 100).toFixed(1),
        ...story.figures.map(({ key }) => withCommas(seriesOf(winter, key)[i], 0)),
      ],
    })),
  };
}

/** The question that a day answers, or its date where nothing has to be asked. */
export function dayQuestion({ share, date }: DayStory): string {
  return share > LIMIT ? `Why was it over 92 % on ${longDate(date)}?` : longDate(date);
}

/** Figures of a day beside what is usual in its winter, a row for each. */
export function dayRows({ figures }: DayStory): string[][] {
  return figures.map(({ label, value, low, usual, high, role, unusual }) => [
    label,
    figureText(value),
    figureText(usual),
    `${figureText(low)} to ${figureText(high)}`,
    unusual ? ROLE_WORDS[role] : '',
  ]);
}

function figureText(value: number): string {
  return Number.isNaN(value) ? '–' : withCommas(value, 0);
}
