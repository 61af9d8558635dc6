// web/charts/xmr-card.tsx: the card of an XmR chart: what is more than chance, in words, picture and table.

import { format as numberFormat } from 'd3';
import type { VNode } from 'preact';
import { type Signal, VALUES_FOR_LIMITS, type XmrPoint, xmrOf } from '../../sim/outcomes/xmr.js';
import { type Canvas, ChartCard } from './chart-card.js';
import type { TableData } from './data-table.js';
import { longDate } from './days.js';
import { type Better, XmrChart } from './xmr-chart.js';

export interface XmrCardProps {
  /** What was measured, in the words of who measured it. */
  name: string;
  dates: readonly string[];
  values: readonly number[];
  better: Better;
  /** What was done to the values. */
  notes: readonly string[];
  Canvas: Canvas;
}

const NARROW = 520;
const HEIGHT = { narrow: 300, wide: 360 };

const WORDS: Readonly<Record<Signal, string>> = {
  limits: 'beyond a limit',
  trend: 'in a run of seven that rise or fall',
  'two of three': 'two of three near a limit',
  shift: 'in a run of seven on one side of the mean',
};

/** The card of an observed series. */
export function XmrCard({ name, dates, values, better, notes, Canvas }: XmrCardProps): VNode {
  const xmr = xmrOf(values);
  const write = formatFor(xmr.movingRange);
  const signals = xmr.points.flatMap((point, i) => (point.signal === null ? [] : [{ point, i }]));
  const headline =
    signals.length === 0
      ? `${name}: nothing here is more than chance`
      : `${name}: ${signals.length} of ${values.length} values are more than chance, the last on ${longDate(
          dates[signals[signals.length - 1].i],
        )}`;
  const description = [
    `${values.length} values from ${longDate(dates[0])} to ${longDate(dates[dates.length - 1])}; mean ${write(
      xmr.mean,
    )}, limits ${write(xmr.low)} and ${write(xmr.high)}.`,
    ...signals.map(
      ({ point, i }) =>
        `${longDate(dates[i])}: ${write(point.value)}, ${wordsOf(point)}${judged(point, better)}.`,
    ),
    ...notes,
  ];
  if (values.length < VALUES_FOR_LIMITS) {
    description.push(
      `Limits from fewer than ${VALUES_FOR_LIMITS} values are provisional: they will still move.`,
    );
  }
  return (
    <ChartCard
      id="xmr"
      headline={headline}
      subtitle={
        'Observed values with their mean (line) and limits (dotted, 2.66 mean moving ranges from it). Triangles: signals ' +
        'on the high side or rising; diamonds: on the low side or falling; circles: no signal.' +
        (better === 'neither' ? '' : ' Dark blue is better, orange worse.')
      }
      source="your own figures, by the rules of NHS England’s Making Data Count; nothing is simulated"
      description={description}
      table={tableOf(name, dates, xmr.points, better, write)}
      draw={(width) => (
        <XmrChart
          dates={dates}
          xmr={xmr}
          better={better}
          label={headline}
          format={write}
          size={{ width, height: width < NARROW ? HEIGHT.narrow : HEIGHT.wide }}
        />
      )}
      Canvas={Canvas}
    />
  );
}

function wordsOf({ signal, side }: XmrPoint): string {
  if (signal === null) return 'no signal';
  const ways = signal === 'trend' ? ['falling', 'rising'] : ['low', 'high'];
  return `${WORDS[signal]} (${side > 0 ? ways[1] : ways[0]})`;
}

function judged({ side }: XmrPoint, better: Better): string {
  if (better === 'neither' || side === 0) return '';
  return (better === 'higher') === side > 0 ? ', which is better' : ', which is worse';
}

/** Two digits more than the usual change from value to value shows. */
function formatFor(movingRange: number): (value: number) => string {
  const digits =
    movingRange > 0 ? Math.max(0, Math.min(6, 1 - Math.floor(Math.log10(movingRange)))) : 0;
  const written = numberFormat(`,.${digits}f`);
  return (value) => written(value).replace('−', '-');
}

function tableOf(
  name: string,
  dates: readonly string[],
  points: readonly XmrPoint[],
  better: Better,
  write: (value: number) => string,
): TableData {
  return {
    caption: `${name}: observed values and their signals`,
    rowHeader: 'Date',
    groups: [{ name: 'Observed', columns: ['value', 'signal'] }],
    rows: points.map((point, i) => ({
      header: longDate(dates[i]),
      cells: [write(point.value), `${wordsOf(point)}${judged(point, better)}`],
    })),
  };
}
