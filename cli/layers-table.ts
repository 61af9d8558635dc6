// cli/layers-table.ts: on the terminal: how much of the spread is ignorance, and how much is winter.

import { OUTCOMES } from '../sim/outcomes/keys.js';
import type { Layers } from '../sim/outcomes/layers.js';
import { textTable } from './text-table.js';

const SCALE: Readonly<Record<string, number>> = { share: 100 };

/** A table for each scenario; nothing for none. */
export function layersTable(layers: readonly Layers[], columns: number): string {
  return layers.map((one) => `${oneTable(one, columns)}\n`).join('\n');
}

function oneTable({ scenario, of, draws, shares }: Layers, columns: number): string {
  const rows = shares.map(({ key, share, low95, high95, unknownSd, winterSd }) => {
    const outcome = OUTCOMES.find((known) => known.key === key);
    const scale = SCALE[outcome?.unit ?? ''] ?? 1;
    const unit = outcome?.unit === 'share' ? ', points' : '';
    return [
      `${outcome?.label ?? key}${unit}`,
      percent(share),
      `${percent(low95)} to ${percent(high95)}`,
      figure(unknownSd * scale),
      figure(winterSd * scale),
    ];
  });
  const what = of === 'outcome' ? scenario : `${scenario}, difference from the base`;
  return [
    `${what}: spread over ${draws} draws of effects and fitted numbers, two winters each`,
    ...textTable(
      [['', 'share not known', '95 % interval', 'sd, not known', 'sd, between winters'], ...rows],
      columns,
      { align: ['left', 'right', 'right', 'right', 'right'] },
    ),
  ].join('\n');
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(2);
}
