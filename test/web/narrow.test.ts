// test/web/narrow.test.ts: narrow screens and 400 % zoom: no page needs scrolling sideways, and no chart
// cuts off words, there or on a wide screen.

import { describe, expect, it } from 'vitest';
import { ADDRESSES, goToAddress, presentCard } from './form.js';
import { layoutAt } from './layout.js';
import { SMALL, worked } from './worked.js';

const WANTED = { ...SMALL, seed: 'narrow' };

const at = worked(WANTED);

describe('no scrolling sideways, nor words cut off', () => {
  // 320 px is also what 1280 px become at a zoom of 400 %.
  it.each(ADDRESSES)('on %s at 320, 360 and 1280 px', async (address) => {
    await goToAddress(at.page, address);
    for (const width of [320, 360, 1280]) {
      expect(await layoutAt(at.page, width)).toEqual({ width, cut: [] });
    }
  });

  it('while one card is presented', async () => {
    // A full screen has a width of its own.
    await at.page.evaluate(() =>
      Reflect.set(document.documentElement, 'requestFullscreen', undefined),
    );
    await presentCard(at.page, '#occupancy');
    for (const width of [320, 1280]) {
      expect(await layoutAt(at.page, width)).toEqual({ width, cut: [] });
    }
    await at.page.keyboard.press('Escape');
  });
});

it('nothing of this breaks the policy or asks another origin', () => {
  expect(at.opened.misdeeds).toEqual([]);
});
