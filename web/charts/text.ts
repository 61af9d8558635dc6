// web/charts/text.ts: room for words: widths estimated, so that no browser is needed.

const NARROW = "iIjl.,:;|!'()[] ft\u00a0";
const WIDE = 'mwMW%@+−×→←';

/**
 * Estimated width in px, for a font size in px: as DejaVu Sans needs, which stands in for Arial on
 * many Linux machines and is an eighth wider.
 */
export function widthOf(text: string, size: number, bold = false): number {
  let ems = 0;
  for (const letter of text) {
    if (NARROW.includes(letter)) ems += 0.35;
    else if (WIDE.includes(letter)) ems += 0.9;
    else if (letter >= 'A' && letter <= 'Z') ems += 0.71;
    else ems += 0.62;
  }
  return ems * size * (bold ? 1.12 : 1);
}

/** Breaks a text into lines no wider than `width`; a longer word stands alone. */
export function wrap(text: string, size: number, width: number, bold = false): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    const joined = `${last} ${word}`;
    if (last !== undefined && widthOf(joined, size, bold) <= width)
      lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}

const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A text as it stands in HTML or SVG, between tags or within double quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => MARKS[mark]);
}

/** A thing on a vertical line: where it wants its middle, and how high it is. */
export interface Placed {
  y: number;
  height: number;
}

/**
 * Moves labels apart so that none overlap, each near where it wants to be.
 * @returns the middle of each label, in the order given
 */
export function spread(labels: readonly Placed[], top: number, bottom: number): number[] {
  const order = labels.map((_, i) => i).sort((a, b) => labels[a].y - labels[b].y || a - b);
  const middles = labels.map(({ y }) => y);
  let edge = top;
  for (const i of order) {
    middles[i] = Math.max(middles[i], edge + labels[i].height / 2);
    edge = middles[i] + labels[i].height / 2;
  }
  edge = bottom;
  for (const i of order.reverse()) {
    middles[i] = Math.min(middles[i], edge - labels[i].height / 2);
    edge = middles[i] - labels[i].height / 2;
  }
  return middles;
}

/** A coordinate as it is written into SVG: two digits are finer than any screen. */
export function px(value: number): number {
  return Math.round(value * 100) / 100;
}
