// web/charts/regret-card.tsx: what a plan costs if the winter is another than was thought: a table of
// plans and winters, each cell as far from the best plan of its winter as it is dark.

import type { ComponentChildren, VNode } from 'preact';
import { outcomeOf } from '../../sim/outcomes/keys.js';
import { plainValue, valueWithUnit } from '../../sim/outcomes/words.js';
import type { WinterRegret } from '../../sim/questions/regret-of-runs.js';
import { type Canvas, type CardFrame, ChartCard, framed } from './chart-card.js';
import type { TableData } from './data-table.js';
import { Chart, Mark } from './frame.js';
import { STEPS } from './heat-map.js';
import { INK, MEDIUM, SMALL, SOFT, styleOf } from './palette.js';
import { px, wrap } from './text.js';

export interface RegretCardProps {
  regret: WinterRegret;
  source: string;
  Canvas: Canvas;
  frame?: CardFrame;
  controls?: ComponentChildren;
}

const ROW = 46;
const LEADING = 15;
const NARROW = 560;

export function RegretCard({ regret, source, Canvas, frame, controls }: RegretCardProps): VNode {
  const sentences = regretSentences(regret);
  return (
    <ChartCard
      {...framed(frame, 'regret', regretHeadline(regret))}
      subtitle={regretSubtitle(regret)}
      source={source}
      description={sentences}
      table={tableOf(regret)}
      controls={controls}
      draw={(width) => <Cells regret={regret} width={width} label={sentences.join(' ')} />}
      Canvas={Canvas}
    />
  );
}

/** What a table of regrets measures. */
export function regretSubtitle({ key, replications }: WinterRegret): string {
  return (
    `“${outcomeOf(key).label}” of each plan in each winter, and below it how far that is from the ` +
    `best plan of that winter: means of ${replications} winters. Darker is farther.`
  );
}

/** The plan that is never far from the best. */
export function regretHeadline({ key, plans, worst, chosen }: WinterRegret): string {
  const { unit } = outcomeOf(key);
  if (worst[chosen] === 0) return `${plans[chosen]} is the best in every winter tried`;
  return (
    `Least to regret: ${plans[chosen]}, never more than ${valueWithUnit(worst[chosen], { unit })} ` +
    'from the best plan of a winter'
  );
}

/** The regrets in words, a sentence for each plan. */
export function regretSentences({ key, winters, plans, cells }: WinterRegret): string[] {
  const { unit, label } = outcomeOf(key);
  return plans.map((plan, p) => {
    const parts = winters.map((winter, w) => {
      const { mean, regret } = cells[p][w];
      const behind = regret === 0 ? 'the best' : `${plainValue(regret, unit)} from the best`;
      return `${winter} ${plainValue(mean, unit)}, ${behind}`;
    });
    return `${plan}, ${label}: ${parts.join('; ')}.`;
  });
}

function tableOf({ key, winters, plans, cells, worst }: WinterRegret): TableData {
  const { label, unit } = outcomeOf(key);
  return {
    caption: `${label} by plan and winter, and the distance from the best plan of that winter`,
    rowHeader: 'Plan',
    groups: [
      ...winters.map((winter) => ({ name: winter, columns: ['mean', 'from the best', '95 %'] })),
      { name: 'Over all winters', columns: ['worst'] },
    ],
    rows: plans.map((plan, p) => ({
      header: plan,
      cells: [
        ...cells[p].flatMap(({ mean, regret, low95, high95 }) => [
          plainValue(mean, unit),
          regret === 0 ? 'best' : plainValue(regret, unit),
          low95 === null || high95 === null
            ? '–'
            : `${plainValue(low95, unit)} to ${plainValue(high95, unit)}`,
        ]),
        plainValue(worst[p], unit),
      ],
    })),
  };
}

/** Colour of a cell: darker the farther it is from the best, beside the farthest of all. */
export function regretStep(regret: number, most: number): (typeof STEPS)[number] {
  return STEPS[Math.min(STEPS.length - 1, Math.floor((regret / most) * STEPS.length))];
}

function Cells({
  regret: { key, winters, plans, cells, worst },
  width,
  label,
}: {
  regret: WinterRegret;
  width: number;
  label: string;
}): VNode {
  const { unit } = outcomeOf(key);
  const isNarrow = width < NARROW;
  const left = isNarrow ? 0 : Math.min(260, width * 0.3);
  const cellWidth = (width - left) / winters.length;
  const most = Math.max(...worst, 1e-9);
  const headers = winters.map((winter) => wrap(winter, SMALL, cellWidth - 8));
  const top = Math.max(...headers.map((lines) => lines.length)) * LEADING + 8;
  const nameRoom = isNarrow ? 24 : 0;
  const rowHeight = ROW + nameRoom + 4;
  return (
    <Chart size={{ width, height: top + plans.length * rowHeight }} label={label}>
      {headers.map((lines, w) =>
        lines.map((text, i) => (
          <text
            x={px(left + (w + 0.5) * cellWidth)}
            y={12 + i * LEADING}
            text-anchor="middle"
            font-size={SMALL}
            fill={SOFT}
          >
            {text}
          </text>
        )),
      )}
      {plans.map((plan, p) => {
        const y = top + p * rowHeight;
        const lines = wrap(plan, MEDIUM, (isNarrow ? width : left) - 22);
        return (
          <g data-plan={plan}>
            <Mark style={styleOf(p)} x={6} y={isNarrow ? y + 11 : y + ROW / 2} area={60} />
            {(isNarrow ? lines.slice(0, 1) : lines.slice(0, 3)).map((text, i) => (
              <text
                x={18}
                y={
                  isNarrow
                    ? y + 16
                    : px(y + ROW / 2 + 5 + (i - (Math.min(3, lines.length) - 1) / 2) * LEADING)
                }
              >
                {text}
              </text>
            ))}
            {cells[p].map(({ mean, regret }, w) => {
              const step = regretStep(regret, most);
              const x = left + w * cellWidth;
              return (
                <g data-mean={mean} data-regret={regret}>
                  <rect
                    x={px(x + 1)}
                    y={y + nameRoom}
                    width={px(cellWidth - 2)}
                    height={ROW}
                    fill={step.colour}
                    stroke={regret === 0 ? INK : '#d8dde0'}
                    stroke-width={regret === 0 ? 2 : 1}
                  />
                  <text
                    x={px(x + cellWidth / 2)}
                    y={y + nameRoom + 19}
                    text-anchor="middle"
                    font-weight="bold"
                    fill={step.text}
                  >
                    {plainValue(mean, unit)}
                  </text>
                  <text
                    x={px(x + cellWidth / 2)}
                    y={y + nameRoom + 36}
                    text-anchor="middle"
                    font-size={SMALL}
                    fill={step.text}
                  >
                    {regret === 0 ? 'best' : `+${plainValue(regret, unit)}`}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
    </Chart>
  );
}
