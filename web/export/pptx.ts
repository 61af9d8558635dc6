// web/export/pptx.ts: a board pack as PowerPoint: native charts and tables that can be edited, with
// text alternatives and notes. The same input gives the same bytes.

import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type PptxGenJS from 'pptxgenjs';
import type { Batch } from '../charts/batch.js';
import { STEPS } from '../charts/heat-map.js';
import { GRID, INK, SOFT, styleOf } from '../charts/palette.js';
import { boardPack } from './board-pack.js';
import { ALL_SLIDES, chosenSlides, type PackChoices, stampOf } from './pack-choices.js';
import type { PackChart, PackLine, PackSlide, PackTable } from './pack-slide.js';
import type { ReportModel } from './report.js';

// Inches of a 16:9 slide.
const WIDTH = 13.333;
const MARGIN = 0.5;
const INSIDE = WIDTH - 2 * MARGIN;
const TOP = 1.75; // of what stands under headline and subtitle
const BOTTOM = 6.95;
const FONT = 'Arial';
const POINTS_LARGE = 5; // points, up to which they are set large
const LONG_HEADLINE = 90; // characters, from which it is set smaller
/** Files carry a date of their own; a fixed one keeps the bytes the same. */
const STAMP = '2000-01-01T00:00:00Z';
const ZIP_TIME = new Date(2000, 0, 1);
const DASHES: Record<string, 'solid' | 'dash' | 'lgDash' | 'sysDot' | 'dashDot' | 'lgDashDot'> = {
  '5 3': 'dash',
  '12 4': 'lgDash',
  '2 3': 'sysDot',
  '10 3 2 3': 'dashDot',
  '16 3 2 3 2 3': 'lgDashDot',
};

/**
 * A board pack: the slides that were chosen, under their headlines, each stamped with what made it.
 * @returns the bytes of a .pptx file
 * @throws RangeError when no winter was simulated
 */
export async function boardPptx(
  batch: Batch,
  models: readonly ReportModel[],
  choices: PackChoices = ALL_SLIDES,
): Promise<Uint8Array<ArrayBuffer>> {
  const pack = chosenSlides(boardPack(batch, models), choices);
  const stamp = stampOf(batch.summary, models);
  const { default: Deck } = await import('pptxgenjs'); // large, and seldom needed
  const deck = new Deck();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = choices.title === '' ? batch.summary.scenarios[0].name : choices.title;
  deck.company = 'Winterflow';
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
  pack.forEach((slide, i) => {
    draw(deck, slide, stamp, `${i + 1} of ${pack.length}`);
  });
  const bytes = await deck.write({ outputType: 'uint8array', compression: true });
  return mended(bytes as Uint8Array);
}

function draw(deck: PptxGenJS, slide: PackSlide, stamp: string, page: string): void {
  const sheet = deck.addSlide();
  sheet.background = { color: 'FFFFFF' };
  const text = { fontFace: FONT, color: hex(INK), x: MARGIN, w: INSIDE, margin: 0 };
  sheet.addText(slide.headline, {
    ...text,
    y: 0.35,
    h: 0.95,
    fontSize: slide.headline.length > LONG_HEADLINE ? 22 : 26,
    bold: true,
    valign: 'top',
    fit: 'shrink',
  });
  sheet.addText(slide.subtitle, {
    ...text,
    y: 1.3,
    h: 0.4,
    fontSize: 13,
    color: hex(SOFT),
    valign: 'top',
  });
  if (slide.points) drawPoints(sheet, slide.points);
  if (slide.chart) drawChart(deck, sheet, slide.chart);
  if (slide.table) drawTable(sheet, slide.table);
  const foot = { ...text, y: 7.08, h: 0.25, fontSize: 10, color: hex(SOFT) };
  sheet.addText(stamp, { ...foot, w: INSIDE - 1, fit: 'shrink' });
  sheet.addText(page, { ...foot, x: MARGIN + INSIDE - 1, w: 1, align: 'right' });
  sheet.addNotes(`${slide.notes}\n${stamp}`);
}

function drawPoints(sheet: PptxGenJS.Slide, points: readonly string[]): void {
  sheet.addText(
    points.map((point) => ({ text: point, options: { bullet: true, breakLine: true } })),
    {
      x: MARGIN,
      y: TOP + 0.2,
      w: INSIDE,
      h: BOTTOM - TOP - 0.2,
      fontFace: FONT,
      fontSize: points.length > POINTS_LARGE ? 16 : 20,
      color: hex(INK),
      valign: 'top',
      paraSpaceAfter: 12,
      margin: 0,
    },
  );
}

function drawChart(deck: PptxGenJS, sheet: PptxGenJS.Slide, chart: PackChart): void {
  const { labels, lines, axis, labelEvery, alternative } = chart;
  const styles = lines.map(styleOfLine);
  sheet.addChart(
    deck.ChartType.line,
    lines.map(({ name, values }) => ({ name, labels, values: values as number[] })),
    {
      x: MARGIN,
      y: TOP,
      w: INSIDE,
      h: BOTTOM - TOP,
      altText: alternative,
      chartColors: styles.map(({ colour }) => colour),
      lineDataSymbol: 'none',
      lineSize: 2.25,
      showLegend: true,
      legendPos: 'b',
      legendFontSize: 12,
      legendFontFace: FONT,
      legendColor: hex(INK),
      catAxisLabelFontFace: FONT,
      catAxisLabelFontSize: 11,
      catAxisLabelColor: hex(INK),
      catAxisLabelFrequency: String(labelEvery),
      catGridLine: { style: 'none' },
      valAxisLabelFontFace: FONT,
      valAxisLabelFontSize: 12,
      valAxisLabelColor: hex(INK),
      valAxisLabelFormatCode: axis.format,
      valAxisMinVal: axis.least,
      valAxisMaxVal: axis.most,
      valAxisMajorUnit: axis.step,
      valGridLine: { color: hex(GRID), size: 0.75 },
    },
  );
}

interface LineStyle {
  colour: string;
  width: number;
  dash: string;
}

/** How a line is drawn: scenarios as in every chart, bands thin, levels black. */
function styleOfLine({ style }: PackLine): LineStyle {
  if (style === 'level') return { colour: hex(INK), width: 1.5, dash: 'solid' };
  if (style === 'band') return { colour: 'A6A6A6', width: 0.75, dash: 'solid' };
  const { colour, dash } = styleOf(style);
  return { colour: hex(colour), width: 2.5, dash: dash === null ? 'solid' : DASHES[dash] };
}

function drawTable(sheet: PptxGenJS.Slide, table: PackTable): void {
  const { header, rows, fills, firstWidth = 2.9 } = table;
  const size = table.fontSize ?? (header.length > 5 ? 11 : header.length > 3 ? 13 : 14);
  const cell = { fontFace: FONT, fontSize: size, color: hex(INK) };
  const [first, ...others] = header;
  const colW = [firstWidth, ...others.map(() => (INSIDE - firstWidth) / others.length)];
  sheet.addTable(
    [
      [first, ...others].map((text) => ({ text, options: { ...cell, bold: true } })),
      ...rows.map((row, r) =>
        row.map((text, i) => ({
          text,
          options: { ...cell, bold: i === 0, ...filled(fills?.[r][i] ?? null) },
        })),
      ),
    ],
    {
      x: MARGIN,
      y: TOP,
      w: INSIDE,
      colW,
      border: { type: 'solid', pt: 0.75, color: hex(GRID) },
      valign: 'middle',
      margin: table.fontSize !== undefined && table.fontSize < 10 ? 0.02 : 0.06,
    },
  );
}

/** A cell with a colour of its own, and text that can be read on it. */
function filled(colour: string | null) {
  if (colour === null) return {};
  const step = STEPS.find((one) => one.colour === colour);
  const color = hex(step?.text ?? INK);
  return { fill: { color: hex(colour) }, color, align: 'center' as const };
}

/**
 * Mends what the library writes: an axis that a chart names but does not have makes PowerPoint offer
 * to repair the file (PptxGenJS issue 1534); lines get widths and dashes of their own, which it has
 * only for the whole chart; and dates are fixed.
 */
function mended(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  const unpacked = unzipSync(bytes);
  const renumber = renumberedFrom(Object.keys(unpacked));
  for (const [path, content] of Object.entries(unpacked)) {
    if (path.endsWith('/')) continue;
    const own = /\.(xml|rels)$/.test(path) ? strToU8(renumber(strFromU8(content))) : content;
    files[renumber(path)] = [mend(path, own), { mtime: ZIP_TIME }];
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

function mend(path: string, content: Uint8Array): Uint8Array {
  if (/^ppt\/charts\/chart[^/]*\.xml$/.test(path)) return strToU8(mendChart(strFromU8(content)));
  if (path === 'docProps/core.xml') {
    return strToU8(strFromU8(content).replace(/>\d{4}-\d\d-\d\dT[\d:.]+Z</g, `>${STAMP}<`));
  }
  if (path.endsWith('.xlsx')) return mended(content);
  return content;
}

function mendChart(xml: string): string {
  const axes = [...xml.matchAll(/<c:(?:catAx|valAx|serAx|dateAx)>\s*<c:axId val="(\d+)"/g)];
  const known = new Set(axes.map(([, id]) => id));
  const inPlot = xml.replace(/<c:(line|bar)Chart>[\s\S]*?<\/c:\1Chart>/g, (plot) =>
    plot.replace(/<c:axId val="(\d+)"\/>/g, (axis, id) => (known.has(id) ? axis : '')),
  );
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
    const style = styleOfLine({ name: '', values: [], style: position });
    if (style.colour === colour) return [style.width, style.dash];
  }
  const other = styleOfLine({
    name: '',
    values: [],
    style: colour === hex(INK) ? 'level' : 'band',
  });
  return [other.width, other.dash];
}

/** "#12436d" as PowerPoint writes it. */
function hex(colour: string): string {
  return colour.replace('#', '').toUpperCase();
}
