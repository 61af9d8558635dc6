// web/charts/key.tsx: the key above charts: what lines, bands and marks stand for.

import type { VNode } from 'preact';
import { Chart, Swatch } from './frame.js';
import { MEDIUM, SOFT, styleOf } from './palette.js';
import { widthOf, wrap } from './text.js';

/** One entry of a key. */
export type KeyEntry =
  | { kind: 'scenario'; text: string; position: number }
  | { kind: 'band'; text: string; opacity: number; colour: string }
  | { kind: 'step'; text: string; colour: string }
  | { kind: 'line'; text: string; colour: string; dash: string | null }
  | { kind: 'holiday'; text: string };

const SYMBOL_WIDTH = 30;
const GAP = 22;
const LEADING = 22;
const TEXT_LEADING = 16;

/** A key laid out in rows as wide as the chart. */
export function Key({ entries, width }: { entries: readonly KeyEntry[]; width: number }): VNode {
  let x = 0;
  let y = 0;
  let rowHeight = LEADING;
  const placed = entries.map((entry) => {
    const lines = wrap(entry.text, MEDIUM, width - SYMBOL_WIDTH - 6);
    const textWidth = Math.max(...lines.map((line) => widthOf(line, MEDIUM)));
    if (x > 0 && x + SYMBOL_WIDTH + textWidth > width) {
      x = 0;
      y += rowHeight;
      rowHeight = LEADING;
    }
    const at = { entry, lines, x, y };
    x += SYMBOL_WIDTH + textWidth + GAP;
    rowHeight = Math.max(rowHeight, lines.length * TEXT_LEADING + 6);
    return at;
  });
  const label = `Key: ${entries.map(({ text }) => text).join('; ')}.`;
  return (
    <Chart size={{ width, height: y + rowHeight }} label={label}>
      {placed.map((at) => (
        <g transform={`translate(${Math.round(at.x)},${at.y})`}>
          <KeySymbol entry={at.entry} />
          {at.lines.map((line, i) => (
            <text x={SYMBOL_WIDTH} y={15 + i * TEXT_LEADING}>
              {line}
            </text>
          ))}
        </g>
      ))}
    </Chart>
  );
}

function KeySymbol({ entry }: { entry: KeyEntry }): VNode {
  switch (entry.kind) {
    case 'scenario':
      return <Swatch style={styleOf(entry.position)} x={0} y={11} width={24} />;
    case 'band':
      return (
        <rect x={0} y={4} width={24} height={14} fill={entry.colour} opacity={entry.opacity} />
      );
    case 'step':
      return <rect x={0} y={4} width={24} height={14} fill={entry.colour} stroke={SOFT} />;
    case 'line':
      return (
        <path
          d="M0,11h24"
          fill="none"
          stroke={entry.colour}
          stroke-width={2}
          stroke-dasharray={entry.dash ?? undefined}
        />
      );
    case 'holiday':
      return <path d="M8,7h8l-4,6z" fill={SOFT} />;
  }
}
