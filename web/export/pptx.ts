// web/export/pptx.ts: a board pack as PowerPoint: native charts and tables that can be edited, with
// text alternatives and notes. The same input gives the same bytes.

import type PptxGenJS from 'pptxgenjs';
import type { Batch } from '../charts/batch.js';
import { STEPS } from '../charts/heat-map.js';
import { GRID, INK, SOFT } from '../charts/palette.js';
import type { Beyond } from './beyond.js';
import { boardPack } from './board-pack.js';
import { ALL_SLIDES, chosenSlides, type PackChoices, stampOf, titleOf } from './pack-choices.js';
import type { PackChart, PackSlide, PackTable } from './pack-slide.js';
import { drawBars, type Place } from './pptx-bars.js';
import { mended } from './pptx-mend.js';
import { hex, styleOfLine } from './pptx-style.js';
import type { ReportModel } from './report.js';

// Inches of a 16:9 slide.
const WIDTH = 13.333;
const MARGIN = 0.5;
const INSIDE = WIDTH - 2 * MARGIN;
const TOP = 1.82; // of what stands under headline and subtitle
const BOTTOM = 6.95;
const BARS = 6.9; // width of bars that have a table beside them
const WHOLE = { x: MARGIN, w: INSIDE };
const BESIDE = { x: MARGIN + BARS + 0.2, w: INSIDE - BARS - 0.2 };
const FONT = 'Arial';
const POINTS_LARGE = 5; // points, up to which they are set large
const LONG_HEADLINE = 90; // characters, from which it is set smaller
/**
 * A board pack: the slides that were chosen, under their headlines, each stamped with what made it.
 * @returns the bytes of a .pptx file
 * @throws RangeError when no winter was simulated
 */
export async function boardPptx(
  batch: Batch,
  models: readonly ReportModel[],
  choices: PackChoices = ALL_SLIDES,
  beyond: Beyond = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const pack = chosenSlides(boardPack(batch, models, beyond, choices), choices, batch);
  const stamp = stampOf(batch.summary);
  const { default: Deck } = await import('pptxgenjs'); // large, and seldom needed
  const deck = new Deck();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = titleOf(choices, batch);
  deck.company = 'Winterflow';
  deck.theme = { headFontFace: FONT, bodyFontFace: FONT };
  pack.forEach((slide, i) => {
    draw(deck, slide, slide.stamp ?? stamp, `${i + 1} of ${pack.length}`);
  });
  const bytes = await deck.write({ outputType: 'uint8array', compression: true });
  const charts = pack.filter(({ chart, bars }) => chart !== undefined || bars !== undefined);
  return mended(bytes as Uint8Array, charts);
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
  if (slide.bars)
    drawBars(deck, sheet, slide.bars, { x: MARGIN, y: TOP, w: BARS, h: BOTTOM - TOP });
  if (slide.table) drawTable(sheet, slide.table, slide.bars === undefined ? WHOLE : BESIDE);
  const foot = { ...text, y: 7.08, h: 0.25, fontSize: 10, color: hex(SOFT) };
  sheet.addText(stamp, { ...foot, w: INSIDE - 1, fit: 'shrink' });
  sheet.addText(page, { ...foot, x: MARGIN + INSIDE - 1, w: 1, align: 'right' });
  if (slide.warning !== undefined) {
    sheet.addText(slide.warning, { ...foot, y: 7.27, h: 0.2, bold: true, color: hex(INK) });
  }
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

function drawTable(
  sheet: PptxGenJS.Slide,
  table: PackTable,
  { x, w }: Pick<Place, 'x' | 'w'>,
): void {
  const { header, rows, fills, firstWidth = w < INSIDE ? 1.8 : 2.9 } = table;
  const size = table.fontSize ?? (header.length > 5 ? 11 : header.length > 3 ? 13 : 14);
  const cell = { fontFace: FONT, fontSize: size, color: hex(INK) };
  const [first, ...others] = header;
  const colW = [firstWidth, ...others.map(() => (w - firstWidth) / others.length)];
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
      x,
      y: TOP,
      w,
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
