// web/charts/list-preview.tsx: a list of numbers as bars, live beside the field that it is typed into.

import type { VNode } from 'preact';
import { INK, SOFT } from './palette.js';

export interface ListPreviewProps {
  values: readonly number[];
  /** What each bar stands for, where that is known. */
  names: readonly string[];
  /** Text alternative. */
  label: string;
  /** In CSS px. */
  width?: number;
}

const WIDTH = 320;
const HEIGHT = 96;
const FOOT = 18;
const HEAD = 14;
const LETTER = 7; // px, about the mean width of one at this size

/** Bars from zero, with the largest value written over its bar. */
export function ListPreview({ values, names, label, width = WIDTH }: ListPreviewProps): VNode {
  const most = Math.max(...values, 1e-9);
  const step = width / values.length;
  const room = HEIGHT - FOOT - HEAD;
  const largest = values.indexOf(Math.max(...values));
  return (
    <svg
      class="chart list-preview"
      viewBox={`0 0 ${width} ${HEIGHT}`}
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={label}
    >
      {values.map((value, i) => {
        const height = (Math.max(0, value) / most) * room;
        return (
          <rect
            x={i * step + 1}
            y={HEAD + room - height}
            width={Math.max(1, step - 2)}
            height={height}
            fill="#12436D"
          />
        );
      })}
      <line x1={0} x2={width} y1={HEAD + room} y2={HEAD + room} stroke={INK} />
      <text
        x={Math.min(width - 20, Math.max(20, (largest + 0.5) * step))}
        y={11}
        font-size={12}
        text-anchor="middle"
        fill={INK}
      >
        {Number(values[largest].toPrecision(4))}
      </text>
      {names.map((name, i) => {
        const half = Math.min(width, name.length * LETTER) / 2; // the first and the last stay inside
        return (
          <text
            x={Math.min(width - half, Math.max(half, (i + 0.5) * step))}
            y={HEIGHT - 4}
            font-size={12}
            text-anchor="middle"
            fill={SOFT}
          >
            {name}
          </text>
        );
      })}
    </svg>
  );
}

const NAMES: Readonly<Record<number, readonly string[]>> = {
  7: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
  12: ['J', 'F', 'M', 'A', 'M', 'J', 'J', 'A', 'S', 'O', 'N', 'D'],
  24: Array.from({ length: 24 }, (_, hour) => (hour % 6 === 0 ? `${hour}:00` : '')),
};

/** What a list of so many numbers stands for: weekdays, months, hours; else nothing. */
export function namesOfList(length: number): readonly string[] {
  return NAMES[length] ?? [];
}
