// web/charts/model-diagram.tsx: how the model works, as a picture: a patient's way through A&E, beds
// and discharge, and where it backs up.

import type { VNode } from 'preact';
import { Chart } from './frame.js';
import { GRID, INK, MEDIUM, SMALL, SOFT } from './palette.js';
import { px, wrap } from './text.js';

interface Stage {
  title: string;
  words: string;
}

/** Stages of a patient's way, in order; each waits for the one that follows it. */
export const STAGES: readonly Stage[] = [
  {
    title: 'Arrival',
    words:
      'Walk-in, ambulance, referred by a GP or from the elective list; by hour, weekday and season',
  },
  {
    title: 'A&E',
    words: 'Handover, assessment, streaming, a space and a clinician, investigations, decision',
  },
  {
    title: 'Waiting for a bed',
    words: 'The patient keeps the space in A&E until a bed is free: exit block',
  },
  {
    title: 'Beds',
    words:
      'Assessment unit, medical, surgical, older people’s and children’s wards; core, escalation and flexible beds',
  },
  {
    title: 'Fit to leave',
    words: 'The clinical stay is over; assessment, choice, and a queue for care outside',
  },
  {
    title: 'Care afterwards',
    words: 'Home, home with support, community bed or care home, each with so many places',
  },
];
const BACK =
  'When places are full, beds fill; when beds are full, A&E fills; then ambulances wait.';
const WIDE = 760; // px, from which stages run from left to right
const ARROW = 26;
const LEADING = 16;
const PAD = 10;

/** Text alternative of the picture. */
export function diagramWords(): string {
  const steps = STAGES.map(({ title, words }, i) => `${i + 1}. ${title}: ${words}.`);
  return `The way of a patient in six stages. ${steps.join(' ')} ${BACK}`;
}

/** The picture, for a width in px. */
export function ModelDiagram({ width }: { width: number }): VNode {
  return width >= WIDE ? <Across width={width} /> : <Down width={width} />;
}

function Across({ width }: { width: number }): VNode {
  const box = (width - ARROW * (STAGES.length - 1)) / STAGES.length;
  const texts = STAGES.map(({ title, words }) => ({
    titles: wrap(title, MEDIUM, box - 2 * PAD, true),
    words: wrap(words, SMALL, box - 2 * PAD),
  }));
  const titleLines = Math.max(...texts.map(({ titles }) => titles.length));
  const lines = Math.max(...texts.map(({ words }) => words.length));
  const height = PAD * 2 + (titleLines + lines) * LEADING + 6;
  const backY = height + 22;
  const last = width - box / 2;
  return (
    <Chart size={{ width, height: backY + 34 }} label={diagramWords()}>
      {texts.map(({ titles, words }, i) => {
        const x = i * (box + ARROW);
        return (
          <g>
            <rect
              x={px(x + 0.5)}
              y={0.5}
              width={px(box - 1)}
              height={height - 1}
              fill="#f0f4f5"
              stroke={SOFT}
            />
            <Lines lines={titles} x={x + PAD} y={PAD + 13} bold={true} />
            <Lines lines={words} x={x + PAD} y={PAD + 17 + titleLines * LEADING} bold={false} />
            {i > 0 && <Arrow x={x - ARROW + 3} y={height / 2} length={ARROW - 6} down={false} />}
          </g>
        );
      })}
      <path
        d={`M${px(last)},${height}V${backY}H${px(box / 2)}V${height + 4}`}
        fill="none"
        stroke={INK}
        stroke-width={1.5}
        stroke-dasharray="5 3"
      />
      <path d={`M${px(box / 2 - 5)},${height + 8}l5,-8l5,8z`} fill={INK} />
      <text x={px(width / 2)} y={backY + 20} text-anchor="middle">
        {BACK}
      </text>
    </Chart>
  );
}

function Down({ width }: { width: number }): VNode {
  let y = 0;
  const boxes = STAGES.map(({ title, words }) => {
    const lines = wrap(words, SMALL, width - 2 * PAD - 1);
    const height = PAD * 2 + LEADING + lines.length * LEADING;
    const top = y;
    y += height + ARROW;
    return { title, lines, height, top };
  });
  const back = wrap(BACK, MEDIUM, width);
  return (
    <Chart size={{ width, height: y + back.length * LEADING }} label={diagramWords()}>
      {boxes.map(({ title, lines, height, top }, i) => (
        <g>
          <rect
            x={0.5}
            y={top + 0.5}
            width={width - 1}
            height={height}
            fill="#f0f4f5"
            stroke={SOFT}
          />
          <Lines lines={[title]} x={PAD} y={top + PAD + 12} bold={true} />
          <Lines lines={lines} x={PAD} y={top + PAD + 12 + LEADING} bold={false} />
          {i > 0 && <Arrow x={width / 2} y={top - ARROW + 3} length={ARROW - 6} down={true} />}
        </g>
      ))}
      <path d={`M0,${y - 14}H${width}`} stroke={GRID} />
      <Lines lines={back} x={0} y={y + 4} bold={false} />
    </Chart>
  );
}

function Lines({
  lines,
  x,
  y,
  bold,
}: {
  lines: readonly string[];
  x: number;
  y: number;
  bold: boolean;
}): VNode {
  return (
    <g font-size={bold ? MEDIUM : SMALL} font-weight={bold ? 'bold' : 'normal'}>
      {lines.map((line, i) => (
        <text x={px(x)} y={px(y + i * LEADING)}>
          {line}
        </text>
      ))}
    </g>
  );
}

function Arrow({
  x,
  y,
  length,
  down,
}: {
  x: number;
  y: number;
  length: number;
  down: boolean;
}): VNode {
  const line = down ? `M${px(x)},${y}v${length - 6}` : `M${px(x)},${px(y)}h${length - 6}`;
  const head = down
    ? `M${px(x - 5)},${y + length - 8}h10l-5,8z`
    : `M${px(x + length - 8)},${px(y - 5)}v10l8,-5z`;
  return (
    <g>
      <path d={line} stroke={INK} stroke-width={1.5} fill="none" />
      <path d={head} fill={INK} />
    </g>
  );
}
