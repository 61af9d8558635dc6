// web/charts/waterfall-chart.tsx: from the base to all plans together: a bar for what each plan does
// alone, and one for their interaction.

import { scaleLinear } from 'd3';
import type { VNode } from 'preact';
import { type OutcomeKey, outcomeOf } from '../../sim/outcomes/keys.js';
import type { Waterfall } from '../../sim/outcomes/waterfall.js';
import { differenceText, plainValue } from '../../sim/outcomes/words.js';
import { Chart } from './frame.js';
import { GRID, INK, MEDIUM, SMALL, SOFT, styleOf } from './palette.js';
import { px, wrap } from './text.js';

export interface WaterfallChartProps {
  waterfall: Waterfall;
  /** Positions of the plans in the batch, for their colours. */
  positions: readonly number[];
  label: string;
  width: number;
}

const PAD = 18;
const LEADING = 16;
const BAR = 18;
const GAP = 14;
const AXIS = 40;

interface Row {
  text: string;
  from: number;
  to: number;
  colour: string;
  hatched: boolean;
}

/** Rows from the base to all together; each begins where the one before ended. */
export function waterfallRows(
  { key, base, together, steps, interaction }: Waterfall,
  positions: readonly number[],
): Row[] {
  const outcome = outcomeOf(key);
  let at = base;
  const rows: Row[] = [
    {
      text: `Base: ${plainValue(base, outcome.unit)}`,
      from: 0,
      to: base,
      colour: SOFT,
      hatched: false,
    },
  ];
  const parts = [
    ...steps.map(({ name, change }, i) => ({
      name: `${name} alone`,
      change,
      colour: styleOf(positions[i]).colour,
      hatched: false,
    })),
    { name: 'Interaction', change: interaction, colour: INK, hatched: true },
  ];
  for (const { name, change, colour, hatched } of parts) {
    const to = at + (change.mean ?? 0);
    rows.push({
      text: `${name}: ${differenceText(change, outcome)}`,
      from: at,
      to,
      colour,
      hatched,
    });
    at = to;
  }
  rows.push({
    text: `All together: ${plainValue(together, outcome.unit)}`,
    from: 0,
    to: together,
    colour: SOFT,
    hatched: false,
  });
  return rows;
}

/** The chart; the axis shows the part where bars move, so bars of wholes are cut at its start. */
export function WaterfallChart({ waterfall, positions, label, width }: WaterfallChartProps): VNode {
  const { unit } = outcomeOf(waterfall.key);
  const factor = unit === 'share' ? 100 : 1;
  const rows = waterfallRows(waterfall, positions);
  const ends = rows.flatMap(({ from, to }, i) =>
    i === 0 || i === rows.length - 1 ? [to] : [from, to],
  );
  const [low, high] = [Math.min(...ends) * factor, Math.max(...ends) * factor];
  const room = Math.max((high - low) * 0.25, 1e-6);
  const x = scaleLinear()
    .domain([low - room < 0 && low >= 0 ? 0 : low - room, high + room])
    .range([PAD, width - PAD]);
  let y = 0;
  const placed = rows.map((row) => {
    const lines = wrap(row.text, MEDIUM, width - PAD);
    const top = y;
    y += lines.length * LEADING + BAR + GAP;
    return { row, lines, top, bar: y - GAP - BAR };
  });
  const ticks = x.ticks(width < 400 ? 3 : 6);
  const start = x.domain()[0];
  const axis = wrap(axisText(waterfall, start), SMALL, width);
  return (
    <Chart size={{ width, height: y + AXIS + (axis.length - 1) * LEADING }} label={label}>
      <Hatch />
      {ticks.map((value) => (
        <g data-tick={value}>
          <path d={`M${px(x(value))},0V${y}`} stroke={GRID} fill="none" />
          <text x={px(x(value))} y={y + 15} text-anchor="middle" font-size={SMALL} fill={SOFT}>
            {value}
          </text>
        </g>
      ))}
      {placed.map(({ row, lines, top, bar }, i) => {
        const isWhole = i === 0 || i === placed.length - 1;
        const from = isWhole ? start : row.from * factor;
        const [left, right] = [
          x(Math.min(from, row.to * factor)),
          x(Math.max(from, row.to * factor)),
        ];
        return (
          <g data-step={row.text} data-to={row.to}>
            {lines.map((text, k) => (
              <text
                x={0}
                y={top + 13 + k * LEADING}
                paint-order="stroke"
                stroke="#fff"
                stroke-width={4}
              >
                {text}
              </text>
            ))}
            <rect
              x={px(left)}
              y={bar}
              width={px(Math.max(1, right - left))}
              height={BAR}
              fill={row.hatched ? 'url(#winterflow-hatch)' : row.colour}
              stroke={row.hatched ? INK : undefined}
            />
            {i < placed.length - 1 && (
              <path
                d={`M${px(x(row.to * factor))},${bar}V${placed[i + 1].bar + BAR}`}
                stroke={SOFT}
                stroke-dasharray="2 2"
              />
            )}
          </g>
        );
      })}
      {axis.map((text, i) => (
        <text x={0} y={y + 32 + i * LEADING} font-size={SMALL} fill={SOFT}>
          {text}
        </text>
      ))}
    </Chart>
  );
}

function axisText({ key }: Waterfall, start: number): string {
  const { label, unit } = outcomeOf(key);
  const words: Partial<Record<OutcomeKey['unit'], string>> = { share: ', %', count: '' };
  const of = `${label}${words[unit] ?? ''}`;
  return start === 0 ? of : `${of}; the axis does not start at 0`;
}

function Hatch(): VNode {
  return (
    <defs>
      <pattern
        id="winterflow-hatch"
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" fill="#fff" />
        <rect width="2.5" height="6" fill={INK} />
      </pattern>
    </defs>
  );
}
