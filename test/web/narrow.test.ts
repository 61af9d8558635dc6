// test/web/narrow.test.ts: narrow screens and 400 % zoom: no page needs scrolling sideways, and no chart
// cuts off words, there or on a wide screen.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADDRESSES, goToAddress, presentCard } from './form.js';
import { layoutAt } from './layout.js';
import type { Site, WatchedPage } from './site.js';
import { openWorked, SMALL } from './worked.js';

const WANTED = { ...SMALL, seed: 'narrow' };

let site: Site;
let opened: WatchedPage;
let page: Page;

beforeAll(async () => {
  ({ site, opened } = await openWorked(WANTED));
  page = opened.page;
}, 300_000);

afterAll(() => site?.close());

describe('no scrolling sideways, nor words cut off', () => {
  // 320 px is also what 1280 px become at a zoom of 400 %.
  it.each(ADDRESSES)('on %s at 320, 360 and 1280 px', async (address) => {
    await goToAddress(page, address);
    for (const width of [320, 360, 1280]) {
      expect(await layoutAt(page, width)).toEqual({ width, cut: [] });
    }
  });

  it('while one card is presented', async () => {
    // A full screen has a width of its own.
    await page.evaluate(() =>
      Reflect.set(document.documentElement, 'requestFullscreen', undefined),
    );
    await presentCard(page, '#occupancy');
    for (const width of [320, 1280]) {
      expect(await layoutAt(page, width)).toEqual({ width, cut: [] });
    }
    await page.keyboard.press('Escape');
  });
});

it('nothing of this breaks the policy or asks another origin', () => {
  expect(opened.misdeeds).toEqual([]);
});
