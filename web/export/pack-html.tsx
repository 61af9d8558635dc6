// web/export/pack-html.tsx: the board pack as one HTML file: pages of A4 landscape, ready to print, with
// every chart's words and numbers to open on the screen. It needs no script and asks for nothing.

import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import type { Batch } from '../charts/batch.js';
import type { Draw } from '../charts/chart-card.js';
import type { Beyond } from './beyond.js';
import { boardPack } from './board-pack.js';
import { ALL_SLIDES, chosenSlides, type PackChoices, stampOf, titleOf } from './pack-choices.js';
import { PACK_WIDTH, PackPage } from './pack-page.js';
import { PACK_STYLE } from './pack-style.js';
import type { ReportModel } from './report.js';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * The pack as the text of an HTML file.
 * @throws RangeError when no winter was simulated
 */
export function packHtml(
  batch: Batch,
  models: readonly ReportModel[],
  choices: PackChoices = ALL_SLIDES,
  beyond: Beyond = {},
): string {
  const slides = chosenSlides(boardPack(batch, models, beyond, choices), choices, batch);
  const title = titleOf(choices, batch);
  const stamp = stampOf(batch.summary);
  const page = (
    <html lang="en-GB">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={POLICY} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title}: board pack`}</title>
        <style dangerouslySetInnerHTML={{ __html: PACK_STYLE }} />
      </head>
      <body>
        <main>
          <h1 class="pack-title">{title}</h1>
          <h2 class="nhsuk-u-visually-hidden">Pages</h2>
          {slides.map((slide, i) => (
            <PackPage
              batch={batch}
              slide={slide}
              Canvas={ForPaper}
              stamp={stamp}
              page={`${i + 1} of ${slides.length}`}
            />
          ))}
        </main>
      </body>
    </html>
  );
  return `<!doctype html>\n${renderToStaticMarkup(page)}\n`;
}

/** Without a script a chart cannot measure its place: it is drawn for paper and scales down. */
export function ForPaper({ draw }: { draw: Draw }): VNode {
  return <div class="for-paper">{draw(PACK_WIDTH)}</div>;
}
