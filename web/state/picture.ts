// web/state/picture.ts: a chart on the page as a picture of its own: headline, the chart as it stands,
// and what made it, as SVG or PNG; and its table as CSV.

import { csvFormatRow } from 'd3-dsv';
import { FONT, INK, LARGE, SMALL, SOFT } from '../charts/palette.js';
import { escaped, px, wrap } from '../charts/text.js';

const PAD = 16;
const LEADING = { title: 22, foot: 16 };
const TITLE_SIZE = LARGE + 2;
/** Pixels of a PNG for one of the page: sharp on paper. */
const SCALE = 3;

/** The texts around a chart. */
export interface PictureWords {
  headline: string;
  /** What is measured, under the headline. */
  subtitle: string;
  /** Under the chart: source and stamp. */
  foot: string;
}

/** The charts of a place, each where it stands, as one SVG. */
export function svgOf(place: Element, words: PictureWords): string {
  const frame = place.getBoundingClientRect();
  const charts = [...place.querySelectorAll('svg.chart')];
  const width = Math.max(320, frame.width);
  const lines = (text: string, size: number, bold: boolean) =>
    text === '' ? [] : wrap(text, size, width, bold);
  const title = lines(words.headline, TITLE_SIZE, true);
  const subtitle = lines(words.subtitle, SMALL, false);
  const foot = lines(words.foot, SMALL, false);
  const top = PAD + title.length * LEADING.title + subtitle.length * LEADING.foot + 10;
  const height = top + frame.height + PAD + foot.length * LEADING.foot;
  const text = (rows: string[], y: number, size: number, leading: number, style: string) =>
    rows
      .map(
        (row, i) =>
          `<text x="${PAD}" y="${px(y + i * leading)}" font-size="${size}" ${style}>${escaped(row)}</text>`,
      )
      .join('');
  const inner = charts.map((chart) => {
    const at = chart.getBoundingClientRect();
    const copy = chart.cloneNode(true) as Element;
    copy.setAttribute('x', String(px(PAD + at.left - frame.left)));
    copy.setAttribute('y', String(px(top + at.top - frame.top)));
    copy.setAttribute('width', String(px(at.width)));
    copy.setAttribute('height', String(px(at.height)));
    return new XMLSerializer().serializeToString(copy);
  });
  const size = { width: px(width + 2 * PAD), height: px(height + PAD) };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" ` +
      `viewBox="0 0 ${size.width} ${size.height}" font-family="${escaped(FONT)}" role="img" ` +
      `aria-label="${escaped(words.headline)}">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    text(title, PAD + 16, TITLE_SIZE, LEADING.title, `font-weight="bold" fill="${INK}"`),
    text(subtitle, PAD + title.length * LEADING.title + 12, SMALL, LEADING.foot, `fill="${SOFT}"`),
    ...inner,
    text(foot, top + frame.height + PAD, SMALL, LEADING.foot, `fill="${SOFT}"`),
    '</svg>',
  ].join('');
}

/**
 * An SVG as a PNG, three pixels for one.
 * @throws Error when the browser cannot draw it
 */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * SCALE;
  canvas.height = image.height * SCALE;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser cannot draw pictures.');
  context.scale(SCALE, SCALE);
  context.drawImage(image, 0, 0);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('the picture is too large for this browser.'));
      else resolve(blob);
    }, 'image/png');
  });
}

/** A table as CSV; a header that spans columns stands over each of them. */
export function csvOf(table: HTMLTableElement): string {
  const heads = [...(table.tHead?.rows ?? [])].map((row) =>
    [...row.cells].flatMap((cell) => Array<string>(cell.colSpan).fill(textOf(cell))),
  );
  const [groups, columns] = heads.length > 1 ? heads : [null, heads[0] ?? []];
  const first = groups?.[0] ?? columns[0];
  const names =
    groups === null ? columns.slice(1) : columns.map((name, i) => `${groups[i + 1]}: ${name}`);
  const body = [...table.tBodies].flatMap((part) =>
    [...part.rows].map((row) => [...row.cells].map(textOf)),
  );
  return `${[[first, ...names], ...body].map((row) => csvFormatRow(row)).join('\n')}\n`;
}

function textOf(cell: Element): string {
  return (cell.textContent ?? '').trim();
}
