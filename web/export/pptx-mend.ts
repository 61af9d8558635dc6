// web/export/pptx-mend.ts: puts right what the library of PowerPoint files writes.

import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { INK } from '../charts/palette.js';
import type { PackSlide } from './pack-slide.js';
import { mendBars } from './pptx-bars.js';
import { hex, styleOfLine } from './pptx-style.js';

/** Files carry a date of their own; a fixed one keeps the bytes the same. */
const STAMP = '2000-01-01T00:00:00Z';
const ZIP_TIME = new Date(2000, 0, 1);

/** The slides that have a chart, in their order: that of the charts in the file. */
type Charted = readonly Pick<PackSlide, 'bars'>[];

/**
 * Mends what the library writes: an axis that a chart names but does not have makes PowerPoint offer
 * to repair the file (PptxGenJS issue 1534); lines get widths and dashes of their own, which it has
 * only for the whole chart; and dates are fixed.
 */
export function mended(bytes: Uint8Array, charted: Charted): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  const unpacked = unzipSync(bytes);
  const renumber = renumberedFrom(Object.keys(unpacked));
  for (const [path, content] of Object.entries(unpacked)) {
    if (path.endsWith('/')) continue;
    const own = /\.(xml|rels)$/.test(path) ? strToU8(renumber(strFromU8(content))) : content;
    const name = renumber(path);
    files[name] = [mend(name, own, charted), { mtime: ZIP_TIME }];
  }
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(sorted), { level: 6 });
}

/** The library counts charts through all files that a process makes; here they begin at 1. */
function renumberedFrom(paths: readonly string[]): (text: string) => string {
  const numbers = paths.flatMap((path) => /charts\/chart(\d+)\.xml$/.exec(path)?.[1] ?? []);
  const before = numbers.length === 0 ? 0 : Math.min(...numbers.map(Number)) - 1;
  if (before === 0) return (text) => text;
  return (text) =>
    text.replace(
      /(chart|Microsoft_Excel_Worksheet)(\d+)(\.xml|\.xlsx)/g,
      (_, name, number, ending) => `${name}${number - before}${ending}`,
    );
}

function mend(path: string, content: Uint8Array, charted: Charted): Uint8Array {
  const chart = /^ppt\/charts\/chart(\d+)\.xml$/.exec(path);
  if (chart !== null) {
    return strToU8(mendChart(strFromU8(content), charted[Number(chart[1]) - 1]));
  }
  if (/^ppt\/slides\/slide\d+\.xml$/.test(path)) return strToU8(numbered(strFromU8(content)));
  if (path === 'docProps/core.xml') {
    return strToU8(strFromU8(content).replace(/>\d{4}-\d\d-\d\dT[\d:.]+Z</g, `>${STAMP}<`));
  }
  if (path.endsWith('.xlsx')) return mended(content, []);
  return content;
}

/** Shapes of a slide have numbers of their own: the library gives tables those of other shapes. */
function numbered(xml: string): string {
  let next = 1;
  return xml.replace(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${next++}"`);
}

function mendChart(xml: string, slide: Charted[number] | undefined): string {
  const axes = [...xml.matchAll(/<c:(?:catAx|valAx|serAx|dateAx)>\s*<c:axId val="(\d+)"/g)];
  const known = new Set(axes.map(([, id]) => id));
  const inPlot = xml
    .replace(/<c:(line|bar)Chart>[\s\S]*?<\/c:\1Chart>/g, (plot) =>
      plot.replace(/<c:axId val="(\d+)"\/>/g, (axis, id) => (known.has(id) ? axis : '')),
    )
    .replace(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, ''); // no value is a gap, not an empty number
  if (slide?.bars !== undefined) return mendBars(inPlot, slide.bars);
  return inPlot.replace(/<c:ser>[\s\S]*?<\/c:ser>/g, restyled);
}

/** Widths and dashes by what a line is, told by its name and colour. */
function restyled(series: string): string {
  const colour = /<a:ln[^>]*>\s*<a:solidFill>\s*<a:srgbClr val="([0-9A-F]{6})"/i.exec(series)?.[1];
  if (colour === undefined) return series;
  const [width, dash] = shapeOf(colour.toUpperCase());
  return series
    .replace(/<a:ln w="\d+"/, `<a:ln w="${Math.round(width * 12_700)}"`)
    .replace(/<a:prstDash val="\w+"\/>/, `<a:prstDash val="${dash}"/>`);
}

function shapeOf(colour: string): [number, string] {
  for (let position = 0; position < 6; position++) {
    const style = styleOfLine({ style: position });
    if (style.colour === colour) return [style.width, style.dash];
  }
  const other = styleOfLine({ style: colour === hex(INK) ? 'level' : 'band' });
  return [other.width, other.dash];
}
