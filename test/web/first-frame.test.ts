// test/web/first-frame.test.ts: whoever is quick with the keyboard loses nothing: the focus is where it
// belongs in the first frame in which something stands, and a full screen that comes late ends nothing.

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { goTo, PAGES } from './form.js';
import { openWatched } from './site.js';
import { SMALL, WIDE, worked } from './worked.js';

const TIMES = 5;

const at = worked({ ...SMALL, seed: 'first frame' });

/** Makes every full screen of a page fail, or come when it is told to. */
function fullscreenCan(page: Page, how: 'fail' | 'wait'): Promise<void> {
  return page.evaluate((does) => {
    document.documentElement.requestFullscreen = () =>
      does === 'fail'
        ? Promise.reject(new Error('Not here.'))
        : new Promise((resolve) => addEventListener('late-fullscreen', () => resolve()));
  }, how);
}

function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click();
}

/** Presents and ends before the full screen has come. */
async function presentAndEnd(page: Page): Promise<void> {
  await goTo(page, 'Compare');
  await fullscreenCan(page, 'wait');
  await press(page, 'Present');
  await press(page, 'End');
}

/** Presses a button, and looks for an element in the first frame in which another stands. */
function inFirstFrame(
  page: Page,
  button: string,
  wanted: { stands: string; holds: string },
): Promise<boolean> {
  return page.evaluate(
    ({ name, stands, holds }) =>
      new Promise<boolean>((resolve) => {
        const look = (): void => {
          if (document.querySelector(stands) === null) requestAnimationFrame(look);
          else resolve(document.querySelector(holds) !== null);
        };
        const isIt = (one: HTMLElement): boolean =>
          one.checkVisibility() && one.textContent?.trim() === name;
        requestAnimationFrame(look);
        [...document.querySelectorAll('button')].find(isIt)?.click();
      }),
    { name: button, ...wanted },
  );
}

/** What has the focus in the first frame in which the heading of a page stands. */
function focusedFirst(page: Page, name: string): Promise<string> {
  return page.evaluate(
    (to) =>
      new Promise<string>((resolve) => {
        const look = (): void => {
          const heading = document.querySelector(`#page-${to}:not([hidden]) h1`);
          if (heading === null) requestAnimationFrame(look);
          else resolve(document.activeElement === heading ? 'heading' : 'another');
        };
        requestAnimationFrame(look);
        location.hash = `#/${to}`;
      }),
    name,
  );
}

describe('in the first frame in which something stands', () => {
  it('the heading of a page has the focus', async () => {
    const { page: fresh } = await openWatched(at.site, { viewport: WIDE });
    await fresh.goto(at.site.url);
    await fresh.locator('#page-start h1').waitFor();
    const others = PAGES.filter((name) => name !== 'start');
    for (const name of others)
      expect(`${name}: ${await focusedFirst(fresh, name)}`).toBe(`${name}: heading`);
    await fresh.context().close();
  });

  it('the bar of presenting has hidden the rest, and what comes back has the focus', async () => {
    await goTo(at.page, 'Compare');
    await fullscreenCan(at.page, 'fail'); // it would come and go some frames later
    const presented = { stands: '.present-bar', holds: 'html.presenting .card.presented' };
    for (let time = 0; time < TIMES; time++) {
      expect(await inFirstFrame(at.page, 'Present', presented)).toBe(true);
      const ended = { stands: 'html:not(.presenting)', holds: 'button:focus' };
      expect(await inFirstFrame(at.page, 'End', ended)).toBe(true);
    }
  });

  it('the headline that can be written has the focus, and its button after it', async () => {
    await goTo(at.page, 'Compare');
    const opened = { stands: '#headline-text', holds: '#headline-text:focus' };
    const closed = {
      stands: '.own-headline:not(:has(textarea))',
      holds: '.own-headline button:focus',
    };
    for (let time = 0; time < TIMES; time++) {
      expect(await inFirstFrame(at.page, 'Edit the headline', opened)).toBe(true);
      expect(await inFirstFrame(at.page, 'Cancel', closed)).toBe(true);
    }
  });

  it('the summary of errors has the focus', async () => {
    const { page: fresh } = await openWatched(at.site, { viewport: WIDE });
    await fresh.goto(`${at.site.url}#/run`);
    await fresh.locator('#field-replications').fill('none');
    const refused = { stands: '.nhsuk-error-summary', holds: '.nhsuk-error-summary:focus' };
    expect(await inFirstFrame(fresh, 'Run', refused)).toBe(true);
    await fresh.context().close();
  });

  it('a change of the address is followed', async () => {
    const { page: fresh } = await openWatched(at.site, { viewport: WIDE });
    await fresh.addInitScript(() => {
      const watch = new MutationObserver(() => {
        if (document.querySelector('#app header') === null) return;
        watch.disconnect();
        location.hash = '#/model';
      });
      watch.observe(document, { childList: true, subtree: true });
    });
    await fresh.goto(at.site.url);
    await fresh.locator('#page-model h1').waitFor();
    await fresh.context().close();
  });
});

describe('presenting, when a full screen comes after it has ended', () => {
  it('goes on the next time', async () => {
    await presentAndEnd(at.page);
    await at.page.evaluate(() => dispatchEvent(new Event('late-fullscreen')));
    await press(at.page, 'Present');
    await at.page.evaluate(() => dispatchEvent(new Event('fullscreenchange')));
    await at.page.keyboard.press('ArrowRight');
    await at.page.locator('.present-bar', { hasText: /^2 of/ }).waitFor();
    await at.page.keyboard.press('Escape');
    await at.page.getByRole('button', { name: 'Present' }).waitFor();
  });

  it('leaves that full screen', async () => {
    await presentAndEnd(at.page);
    const left = await at.page.evaluate(() => {
      let times = 0;
      const is = (element: Element | null): void => {
        Object.defineProperty(document, 'fullscreenElement', {
          value: element,
          configurable: true,
        });
      };
      document.exitFullscreen = async () => {
        times++;
        is(null);
      };
      is(document.documentElement);
      dispatchEvent(new Event('late-fullscreen'));
      return new Promise<number>((resolve) => setTimeout(() => resolve(times)));
    });
    expect(left).toBe(1);
  });
});
