// web/export/pptx-style.ts: how lines and colours of charts are written in PowerPoint.

import { INK, styleOf } from '../charts/palette.js';
import type { PackLine } from './pack-slide.js';

type Dash = 'solid' | 'dash' | 'lgDash' | 'sysDot' | 'dashDot' | 'lgDashDot';

const DASHES: Record<string, Dash> = {
  '5 3': 'dash',
  '12 4': 'lgDash',
  '2 3': 'sysDot',
  '10 3 2 3': 'dashDot',
  '16 3 2 3 2 3': 'lgDashDot',
};

export interface LineStyle {
  colour: string;
  /** Points. */
  width: number;
  dash: string;
}

/** How a line is drawn: scenarios as in every chart, bands thin, levels black. */
export function styleOfLine({ style }: Pick<PackLine, 'style'>): LineStyle {
  if (style === 'level') return { colour: hex(INK), width: 1.5, dash: 'solid' };
  if (style === 'band') return { colour: 'A6A6A6', width: 0.75, dash: 'solid' };
  const { colour, dash } = styleOf(style);
  return { colour: hex(colour), width: 2.5, dash: dash === null ? 'solid' : DASHES[dash] };
}

/** "#12436d" as PowerPoint writes it. */
export function hex(colour: string): string {
  return colour.replace('#', '').toUpperCase();
}
