// web/export/pptx-bars.ts: bars of a board pack as a native chart of PowerPoint that can be edited, and what
// has to be mended in it.

import type PptxGenJS from 'pptxgenjs';
import { GRID, INK } from '../charts/palette.js';
import type { PackBars } from './pack-slide.js';
import { hex } from './pptx-style.js';

/** Where a chart stands, in inches. */
export interface Place {
  x: number;
  y: number;
  w: number;
  h: number;
}

const UNSEEN = 'transparent';
const FONT = 'Arial';

/** Adds the chart to a slide. */
export function drawBars(
  deck: PptxGenJS,
  sheet: PptxGenJS.Slide,
  { labels, series, stacked, axis, alternative }: PackBars,
  place: Place,
): void {
  sheet.addChart(
    deck.ChartType.bar,
    series.map(({ name, values }) => ({ name, labels, values: values as number[] })),
    {
      ...place,
      altText: alternative,
      barDir: 'bar',
      barGrouping: stacked ? 'stacked' : 'clustered',
      barGapWidthPct: 45,
      chartColors: series.map(({ colour }) => (colour === null ? UNSEEN : hex(colour))),
      // Where bars are stacked each row says what it is; applications disagree on the order of a legend.
      showLegend: !stacked,
      legendPos: 'b',
      legendFontSize: 11,
      legendFontFace: FONT,
      legendColor: hex(INK),
      catAxisLabelPos: 'low',
      catAxisLabelFontFace: FONT,
      catAxisLabelFontSize: 11,
      catAxisLabelColor: hex(INK),
      catGridLine: { style: 'none' },
      valAxisLabelFontFace: FONT,
      valAxisLabelFontSize: 11,
      valAxisLabelColor: hex(INK),
      valAxisLabelFormatCode: axis.format,
      valAxisMinVal: axis.least,
      valAxisMaxVal: axis.most,
      valAxisMajorUnit: axis.step,
      valGridLine: { color: hex(GRID), size: 0.75 },
    },
  );
}

/** Mends a chart of bars: rows read from the top, as in a table, and bars begin at their line. */
export function mendBars(xml: string, { crossesAt }: PackBars): string {
  return xml
    .replace(/<c:catAx>[\s\S]*?<\/c:catAx>/, (axis) => {
      const reversed = axis.replace(
        '<c:orientation val="minMax"/>',
        '<c:orientation val="maxMin"/>',
      );
      return crossesAt === undefined
        ? reversed
        : reversed.replace(/<c:crosses val="\w+"\/>/, `<c:crossesAt val="${crossesAt}"/>`);
    })
    .replace(/<c:valAx>[\s\S]*?<\/c:valAx>/, (axis) =>
      axis
        .replace(/<c:crosses val="\w+"\/>/, '<c:crosses val="max"/>')
        .replace(/<c:tickLblPos val="\w+"\/>/, '<c:tickLblPos val="nextTo"/>'),
    );
}
