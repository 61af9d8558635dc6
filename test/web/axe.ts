// test/web/axe.ts: automated checks against WCAG 2.2 AA, of what is shown: what is hidden, and rows of a
// table like those above them, are put aside while axe looks, which takes most of its time away.

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const ROWS_LOOKED_AT = 3;

export interface AxeOptions {
  /** Parts that are the same as when they were looked at before. */
  but?: readonly string[];
  /** Rules by name; all of the standard unless said. */
  rules?: readonly string[];
  /** While the page draws by itself its tables are left whole. */
  moves?: boolean;
}

/** What axe finds, in short. */
export async function faults(page: Page, options: AxeOptions = {}): Promise<string[]> {
  const { but = [], rules, moves = false } = options;
  await putAside(page, moves ? Number.POSITIVE_INFINITY : ROWS_LOOKED_AT);
  try {
    const axe = new AxeBuilder({ page }).setLegacyMode(); // else it opens a page for each report
    if (rules === undefined) axe.withTags(TAGS);
    else axe.withRules([...rules]);
    for (const part of but) axe.exclude(part);
    const { violations } = await axe.analyze();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(', ')}`,
    );
  } finally {
    await putBack(page);
  }
}

/** Opens everything that opens on the page that is shown, so that it is checked too. */
export function openAll(page: Page): Promise<void> {
  return setOpen(page, true);
}

export function closeAll(page: Page): Promise<void> {
  return setOpen(page, false);
}

function setOpen(page: Page, isOpen: boolean): Promise<void> {
  return page.locator('details').evaluateAll((all, open) => {
    for (const one of all) {
      if (one.closest('.page[hidden]') === null) (one as HTMLDetailsElement).open = open;
    }
  }, isOpen);
}

type Aside = Window & { aside?: { parent: Element; children: Node[] }[] };

function putAside(page: Page, rows: number): Promise<void> {
  return page.evaluate((count) => {
    const aside = [...document.querySelectorAll('.page[hidden]')].map((parent) => ({
      parent,
      children: [...parent.childNodes],
    }));
    for (const parent of document.querySelectorAll('.data-table tbody')) {
      if (parent.closest('.page[hidden]') === null) {
        aside.push({ parent, children: [...parent.children].slice(count) });
      }
    }
    for (const { children } of aside)
      for (const child of children) child.parentNode?.removeChild(child);
    (window as Aside).aside = aside;
  }, rows);
}

function putBack(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const { parent, children } of (window as Aside).aside ?? []) parent.append(...children);
    (window as Aside).aside = [];
  });
}
