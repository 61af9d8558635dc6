// web/charts/difference-chart.tsx: what each plan changes in one outcome: a dot, its interval, zero.

import { extent, scaleLinear } from 'd3';
import type { VNode } from 'preact';
import type { DifferenceEstimate } from '../../sim/outcomes/intervals.js';
import type { OutcomeKey } from '../../sim/outcomes/keys.js';
import { differenceText, withCommas } from '../../sim/outcomes/words.js';
import { Chart, Heading, headingOf, Mark, NothingToShow, type Plot, type Size } from './frame.js';
import { GRID, INK, MEDIUM, SMALL, SOFT, styleOf } from './palette.js';
import { px, widthOf, wrap } from './text.js';

export interface PlanDifference {
  /** Name of the plan, and its position in the batch. */
  scenario: string;
  position: number;
  difference: DifferenceEstimate;
}

export interface DifferenceChartProps {
  outcome: Pick<OutcomeKey, 'label' | 'unit' | 'better'>;
  plans: readonly PlanDifference[];
  label: string;
  width: number;
}

type Scale = ReturnType<typeof scaleLinear<number, number>>;

const PAD = 16;
const INDENT = 18; // of words after their marker
const TEXT_LEADING = 16;
const DOT_ROOM = 20;
const ROW_GAP = 10;
const AXIS_ROOM = 40;
const PX_PER_TICK = 64;

/** Paired differences of one outcome; its height follows from the number of plans. */
export function DifferenceChart({ outcome, plans, width, label }: DifferenceChartProps): VNode {
  const heading = { title: outcome.label, note: betterText(outcome) };
  const known = plans.filter(({ difference }) => difference.mean !== null);
  if (known.length === 0) return <NothingToShow size={{ width, height: 60 }} label={label} />;
  const top = headingOf(heading, width).height + 4;
  const { rows, bottom } = placeRows(known, outcome, width, top);
  const size: Size = { width, height: bottom + AXIS_ROOM };
  const plot: Plot = { left: PAD, right: width - PAD, top, bottom };
  const factor = outcome.unit === 'share' ? 100 : 1;
  const x = scaleLinear().domain(domainOf(known, factor)).range([plot.left, plot.right]);
  return (
    <Chart size={size} label={label}>
      <Heading text={heading} width={width} />
      <DifferenceAxis plot={plot} x={x} unit={outcome.unit} />
      {known.map((plan, i) => (
        <Row plan={plan} x={x} factor={factor} row={rows[i]} />
      ))}
    </Chart>
  );
}

/** Lowest and highest value of the axis; zero is always on it. */
function domainOf(plans: readonly PlanDifference[], factor: number): [number, number] {
  const values = plans.flatMap(({ difference: { mean, low95, high95 } }) => [mean, low95, high95]);
  const [low, high] = extent([0, ...values.filter((value) => value !== null)]);
  if (low === undefined || high === undefined || low === high) return [-1, 1];
  const room = (high - low) * 0.05;
  return [(low - room) * factor, (high + room) * factor];
}

interface PlacedRow {
  lines: string[];
  textTop: number;
  dotY: number;
}

/** Each plan has lines of words and, under them, its dot. */
function placeRows(
  plans: readonly PlanDifference[],
  outcome: DifferenceChartProps['outcome'],
  width: number,
  top: number,
): { rows: PlacedRow[]; bottom: number } {
  let y = top;
  const rows = plans.map(({ scenario, difference }) => {
    // An interval stays on one line.
    const words = differenceText(difference, outcome).replace(/\(.*\)/, unbroken);
    const lines = wrap(`${scenario}: ${words}`, MEDIUM, width - INDENT);
    const textTop = y;
    y += lines.length * TEXT_LEADING + DOT_ROOM + ROW_GAP;
    return { lines, textTop, dotY: y - ROW_GAP - DOT_ROOM / 2 };
  });
  return { rows, bottom: y - ROW_GAP + 4 };
}

function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

interface RowProps {
  plan: PlanDifference;
  x: Scale;
  factor: number;
  row: PlacedRow;
}

function Row({ plan, x, factor, row: { lines, textTop, dotY } }: RowProps): VNode {
  const { mean, low95, high95 } = plan.difference;
  const style = styleOf(plan.position);
  const at = (value: number): number => px(x(value * factor));
  return (
    <g data-scenario={plan.scenario}>
      <Mark style={style} x={6} y={textTop + 8} area={60} />
      {lines.map((text, i) => (
        <text
          x={INDENT}
          y={textTop + 13 + i * TEXT_LEADING}
          paint-order="stroke"
          stroke="#fff"
          stroke-width={4}
        >
          {text}
        </text>
      ))}
      {low95 !== null && high95 !== null && (
        <path
          d={`M${at(low95)},${dotY}H${at(high95)}M${at(low95)},${dotY - 5}v10M${at(high95)},${dotY - 5}v10`}
          stroke={style.colour}
          stroke-width={2}
          fill="none"
        />
      )}
      {mean !== null && <Mark style={style} x={at(mean)} y={dotY} area={80} />}
    </g>
  );
}

interface AxisProps {
  plot: Plot;
  x: Scale;
  unit: OutcomeKey['unit'];
}

function DifferenceAxis({ plot, x, unit }: AxisProps): VNode {
  const count = Math.min(5, Math.max(2, Math.floor((plot.right - plot.left) / PX_PER_TICK)));
  const ticks = x.ticks(count);
  const step = ticks.length > 1 ? Math.abs(ticks[1] - ticks[0]) : 1;
  const digits = Math.max(0, -Number(step.toExponential().split('e')[1]));
  return (
    <g>
      {ticks.map((value) => {
        const text = tickText(value, digits);
        const half = widthOf(text, SMALL) / 2;
        const middle = Math.min(plot.right + PAD - half, Math.max(half, x(value)));
        return (
          <g data-tick={value}>
            <path
              d={`M${px(x(value))},${plot.top}V${plot.bottom}`}
              stroke={value === 0 ? INK : GRID}
              stroke-width={value === 0 ? 1.5 : 1}
              fill="none"
            />
            <text
              x={px(middle)}
              y={plot.bottom + 15}
              text-anchor="middle"
              font-size={SMALL}
              fill={SOFT}
            >
              {text}
            </text>
          </g>
        );
      })}
      <text x={0} y={plot.bottom + 32} font-size={SMALL} fill={SOFT}>
        {`Difference from the base, ${unitText(unit)}`}
      </text>
    </g>
  );
}

function tickText(value: number, digits: number): string {
  if (value === 0) return '0';
  return value > 0 ? `+${withCommas(value, digits)}` : withCommas(value, digits);
}

function unitText(unit: OutcomeKey['unit']): string {
  if (unit === 'share') return 'percentage points';
  return unit === 'count' ? 'number a winter' : unit;
}

function betterText({ better }: Pick<OutcomeKey, 'better'>): string | undefined {
  if (better === null) return undefined;
  return better === 'lower' ? '← left of zero is better' : '→ right of zero is better';
}
