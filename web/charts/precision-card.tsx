// web/charts/precision-card.tsx: how well means are known with the winters there are, and how many a
// wanted precision needs.

import { scaleLinear } from 'd3';
import type { ComponentChildren, VNode } from 'preact';
import { type Outcome, type OutcomeKey, outcomeOf } from '../../sim/outcomes/keys.js';
import { withCommas } from '../../sim/outcomes/words.js';
import { halfWidth, sdOf, wintersFor } from '../../sim/questions/half-width.js';
import { type Batch, sourceOf, winters } from './batch.js';
import { type Canvas, ChartCard } from './chart-card.js';
import type { TableData } from './data-table.js';
import { scenarioEntries } from './four-hour-card.js';
import { Chart, Mark, type Plot, ValueAxis } from './frame.js';
import { Key } from './key.js';
import { GRID, INK, SMALL, SOFT, styleOf } from './palette.js';
import { px, wrap } from './text.js';

export interface PrecisionCardProps {
  batch: Batch;
  Canvas: Canvas;
  outcome: Outcome;
  /** Half-width that is wanted, in units of the outcome (shares 0-1). */
  wanted: number;
  /** Half-widths of each scenario as winters were added, from 2; absent for results from files. */
  seen?: readonly (readonly number[])[];
  controls?: ComponentChildren;
}

/** How one scenario stands. */
export interface Standing {
  scenario: string;
  now: number | null;
  needed: number | null;
}

/** Half-width now, and the winters that the wanted one needs, of each scenario. */
export function standings({ summary }: Batch, key: Outcome, wanted: number): Standing[] {
  return summary.scenarios.map(({ name, outcomes }) => {
    const sd = sdOf(outcomes[key], summary.replications);
    return {
      scenario: name,
      now: sd === null ? null : halfWidth(sd, summary.replications),
      needed: sd === null ? null : wintersFor(sd, wanted),
    };
  });
}

export function PrecisionCard(props: PrecisionCardProps): VNode {
  const { batch, Canvas, outcome: key, wanted, controls } = props;
  const { summary } = batch;
  const outcome = outcomeOf(key);
  const all = standings(batch, key, wanted);
  const sentences = all.map((one) => standingSentence(one, outcome, wanted, summary.replications));
  return (
    <ChartCard
      id="precision"
      headline={precisionHeadline(all, outcome, wanted, summary.replications)}
      subtitle={
        `Half-width of the 95 % interval of the mean of “${outcome.label}” by number of winters` +
        `${outcome.unit === 'share' ? ', percentage points' : ''}; ${winters(summary.replications)} so far.`
      }
      source={sourceOf(batch)}
      description={sentences}
      table={tableOf(all, outcome, wanted)}
      controls={controls}
      draw={(width) => (
        <div>
          <Key entries={scenarioEntries(batch)} width={width} />
          <Curves {...props} all={all} width={width} label={sentences.join(' ')} />
        </div>
      )}
      Canvas={Canvas}
    />
  );
}

function precisionHeadline(
  all: readonly Standing[],
  outcome: OutcomeKey,
  wanted: number,
  replications: number,
): string {
  const needed = all.map((one) => one.needed);
  if (needed.some((count) => count === null)) {
    return `How many winters ± ${valueText(wanted, outcome)} needs cannot be told from ${winters(replications)}`;
  }
  const most = Math.max(...(needed as number[]));
  const more = most - replications;
  return more <= 0
    ? `${winters(replications)} are enough to know “${outcome.label}” within ± ${valueText(wanted, outcome)}`
    : `${withCommas(more, 0)} more winters would show “${outcome.label}” within ± ${valueText(wanted, outcome)}`;
}

function standingSentence(
  { scenario, now, needed }: Standing,
  outcome: OutcomeKey,
  wanted: number,
  replications: number,
): string {
  if (now === null) return `${scenario}: one winter says nothing about how winters differ.`;
  const start = `${scenario}: with ${winters(replications)} ± ${valueText(now, outcome)}`;
  return needed === null
    ? `${start}; ± ${valueText(wanted, outcome)} needs more than a million.`
    : `${start}; ± ${valueText(wanted, outcome)} needs ${withCommas(needed, 0)} in all.`;
}

/** A half-width with a digit that shows it, and its unit. */
function valueText(value: number, outcome: Pick<OutcomeKey, 'unit'>): string {
  const { unit } = outcome;
  if (unit === 'share') return `${Number((value * 100).toPrecision(2))} points`;
  const number = withCommas(Number(value.toPrecision(2)), value < 10 && value % 1 !== 0 ? 1 : 0);
  return unit === 'count' ? number : `${number} ${unit}`;
}

function tableOf(all: readonly Standing[], outcome: OutcomeKey, wanted: number): TableData {
  return {
    caption: `Half-width of “${outcome.label}”`,
    rowHeader: 'Scenario',
    groups: [
      { name: outcome.label, columns: ['now ±', `winters for ± ${valueText(wanted, outcome)}`] },
    ],
    rows: all.map(({ scenario, now, needed }) => ({
      header: scenario,
      cells: [
        now === null ? '–' : valueText(now, outcome),
        needed === null ? '–' : withCommas(needed, 0),
      ],
    })),
  };
}

const PLOT = { left: 56, right: 14, top: 12, bottom: 44, height: 300 };
const LEADING = 16;
const AXIS_TEXT = 'Winters of each scenario; dotted: what more of them would give';
const MOST_AHEAD = 4; // times the winters that there are, or those needed

function Curves({
  batch,
  outcome: key,
  wanted,
  seen = [],
  all,
  width,
  label,
}: PrecisionCardProps & { all: readonly Standing[]; width: number; label: string }): VNode {
  const { replications, scenarios } = batch.summary;
  const { unit } = outcomeOf(key);
  const factor = unit === 'share' ? 100 : 1;
  const sds = scenarios.map(({ outcomes }) => sdOf(outcomes[key], replications) ?? 0);
  const needed = Math.max(...all.map((one) => one.needed ?? 0));
  const last = Math.max(10, Math.min(needed * 1.1, replications * MOST_AHEAD), replications * 1.2);
  const plot: Plot = {
    left: PLOT.left,
    right: Math.max(PLOT.left + 1, width - PLOT.right),
    top: PLOT.top,
    bottom: PLOT.height - PLOT.bottom,
  };
  const axis = wrap(AXIS_TEXT, SMALL, width);
  const from = Math.min(5, replications);
  const top = Math.max(wanted * 1.3, ...sds.map((sd) => halfWidth(sd, Math.max(2, from)))) * factor;
  const x = scaleLinear().domain([2, last]).range([plot.left, plot.right]);
  const y = scaleLinear().domain([0, top]).range([plot.bottom, plot.top]).clamp(true);
  const curve = (values: readonly (readonly [number, number])[]) =>
    values
      .map(([n, value], i) => `${i === 0 ? 'M' : 'L'}${px(x(n))},${px(y(value * factor))}`)
      .join('');
  const steps = Array.from(
    { length: 60 },
    (_, i) => replications + ((last - replications) * i) / 59,
  );
  return (
    <Chart size={{ width, height: PLOT.height + (axis.length - 1) * LEADING }} label={label}>
      <ValueAxis plot={plot} y={y} ticks={y.ticks(5)} format={(value) => `± ${value}`} />
      <path d={`M${plot.left},${plot.bottom}H${plot.right}`} stroke={SOFT} fill="none" />
      {x.ticks(width < 500 ? 4 : 8).map((value) => (
        <g>
          <path d={`M${px(x(value))},${plot.bottom}v5`} stroke={GRID} fill="none" />
          <text
            x={px(x(value))}
            y={plot.bottom + 17}
            text-anchor="middle"
            font-size={SMALL}
            fill={SOFT}
          >
            {value}
          </text>
        </g>
      ))}
      {axis.map((text, i) => (
        <text x={0} y={plot.bottom + 36 + i * LEADING} font-size={SMALL} fill={SOFT}>
          {text}
        </text>
      ))}
      <path
        d={`M${plot.left},${px(y(wanted * factor))}H${plot.right}`}
        stroke={INK}
        stroke-width={1.5}
        fill="none"
      />
      <text x={plot.right} y={px(y(wanted * factor) - 5)} text-anchor="end" font-weight="bold">
        wanted
      </text>
      {scenarios.map(({ name }, position) => {
        const { colour } = styleOf(position);
        const own = (seen[position] ?? []).map((value, i) => [i + 2, value] as const);
        return (
          <g data-scenario={name}>
            <path
              d={curve(own.filter(([n]) => n >= from))}
              fill="none"
              stroke={colour}
              stroke-width={2}
            />
            <path
              d={curve(steps.map((n) => [n, halfWidth(sds[position], n)]))}
              fill="none"
              stroke={colour}
              stroke-width={1.5}
              stroke-dasharray="1 3"
            />
            {replications > 1 && (
              <Mark
                style={styleOf(position)}
                x={x(replications)}
                y={y(halfWidth(sds[position], replications) * factor)}
                area={80}
              />
            )}
          </g>
        );
      })}
    </Chart>
  );
}
