// test/web/layout.ts: what a narrow screen or paper does to a page: its width, and words that are cut off.

import type { Page } from 'playwright-core';

/** Width of all that the page shows, in px. */
export function widthOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth);
}

/** Words of the charts of the page that is shown that are cut off by their frame. */
export function cutOff(page: Page): Promise<(string | null)[]> {
  return page.locator('.page:not([hidden]) svg.chart').evaluateAll((charts) =>
    charts.flatMap((chart) => {
      const frame = chart.getBoundingClientRect();
      return [...chart.querySelectorAll('text')]
        .filter((text) => {
          const { left, right, top, bottom } = text.getBoundingClientRect();
          const outside = left < frame.left - 1 || right > frame.right + 1;
          return outside || top < frame.top - 2 || bottom > frame.bottom + 2;
        })
        .map((text) => text.textContent);
    }),
  );
}

/** What the page is like at a width, once it is drawn anew. */
export async function layoutAt(
  page: Page,
  width: number,
): Promise<{ width: number; cut: (string | null)[] }> {
  await page.setViewportSize({ width, height: 800 });
  await page.waitForTimeout(150);
  return { width: await widthOf(page), cut: await cutOff(page) };
}
