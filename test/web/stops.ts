// test/web/stops.ts: what Tab must reach on the page that is shown, and whether one can see where it is.
// `markStops` and `atStop` run in the page.

import type { Page } from 'playwright-core';
import { drawn } from './form.js';

const DATE_PARTS_MOST = 4; // day, month, year, calendar

type Looks = Window & { looksOf?: (one: Element) => string; looks?: string[] };

/** Presses Tab from the beginning of the page to its end. @returns the stops met, and how many there are */
export async function walk(page: Page): Promise<{ met: number[]; count: number }> {
  const count = await page.evaluate(markStops, false);
  const met: number[] = [];
  for (let stop = 0; stop < count; stop++) {
    // The parts of a date are stops of one field.
    for (let parts = 0; parts < DATE_PARTS_MOST; parts++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate(atStop);
      if (at === met.at(-1) && (await page.evaluate(isDate))) continue;
      met.push(at);
      break;
    }
  }
  return { met, count };
}

function isDate(): boolean {
  return document.activeElement?.matches('[type=date]') === true;
}

/** Presses Tab until an element of the page, once it is drawn, has the focus; each stop on the way must be visible. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  const PRESSES_MOST = 60;
  await drawn(page); // a card that comes while Tab goes through the page has no number
  for (let presses = 0; presses < PRESSES_MOST; presses++) {
    await page.evaluate(markStops, true); // what was done may have changed the page
    await page.keyboard.press('Tab');
    if ((await page.evaluate(atStop)) < 0) {
      const at = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));
      throw new Error(`A stop before ${selector} cannot be seen: ${at}`);
    }
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab does not reach ${selector}.`);
}

/**
 * Numbers what Tab must reach, in the order of the document, and keeps what each looks like without the
 * focus; of a group of radios the chosen one is a stop.
 * @param stays whether the focus stays where it is; else it goes to the beginning of the page
 */
function markStops(stays: boolean): number {
  const WANTED = 'a[href], button, input, select, textarea, summary, [tabindex], [contenteditable]';
  const shown = [...document.querySelectorAll<HTMLElement>(WANTED)].filter((one) => {
    if (one.getAttribute('tabindex') === '-1' && one.matches('h1, h2, fieldset, div, section'))
      return false; // what a link or an error leads to
    if (one.matches(':disabled') || !one.checkVisibility()) return false;
    if (!(one instanceof HTMLInputElement) || one.type !== 'radio') return true;
    const group = document.querySelectorAll<HTMLInputElement>(`input[name="${one.name}"]`);
    return one.checked || ([...group].every(({ checked }) => !checked) && one === group[0]);
  });
  const looksOf = (one: Element): string => {
    const label = one.nextElementSibling; // of a radio or a checkbox, which are drawn by it
    return [
      getComputedStyle(one),
      ...(one.matches('[type=radio], [type=checkbox]') && label !== null
        ? [getComputedStyle(label, '::before')]
        : []),
    ]
      .map(({ outlineStyle, outlineWidth, boxShadow, backgroundColor, borderWidth, borderColor }) =>
        [
          outlineStyle === 'none' ? '' : outlineWidth,
          boxShadow,
          backgroundColor,
          borderWidth === '0px' ? '' : `${borderWidth} ${borderColor}`,
        ].join(' '),
      )
      .join();
  };
  if (!stays) {
    const first = document.createElement('span'); // Tab goes on from where it was
    first.tabIndex = -1;
    document.body.prepend(first);
    first.focus();
    first.remove();
  }
  for (const old of document.querySelectorAll('[data-stop]')) old.removeAttribute('data-stop');
  const own = window as Looks;
  own.looksOf = looksOf;
  own.looks = shown.map((one, i) => {
    one.setAttribute('data-stop', String(i));
    return one === document.activeElement ? '' : looksOf(one);
  });
  return shown.length;
}

/** The number of the stop that has the focus; -1 at none, -2 when nothing shows that it is there. */
function atStop(): number {
  const at = document.activeElement;
  if (at === null || !at.hasAttribute('data-stop')) return -1;
  const stop = Number(at.getAttribute('data-stop'));
  const { looksOf, looks } = window as Looks;
  const { top, bottom, left, right } = at.getBoundingClientRect();
  const isInSight = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth;
  return isInSight && looksOf?.(at) !== looks?.[stop] ? stop : -2;
}
