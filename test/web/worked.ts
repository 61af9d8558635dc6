// test/web/worked.ts: a page on which a person has worked: two winters are run, and their own history is shown.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { choose, goToAddress, OWN_MONTHS, run, showHistory } from './form.js';
import type { Wanted } from './headless.js';
import { openIdle, openSite, type Site, type WatchedPage } from './site.js';

/** Two plans and few winters: enough for every page to show something. */
export const SMALL: Omit<Wanted, 'seed'> = {
  system: 'lister-2017-18',
  winter: 'flu-2017-18',
  plans: ['discharge-to-assess', 'escalation-beds-24'],
  replications: 2,
};
export const WIDE = { width: 1280, height: 900 };

/** Opens the built page and works on it: a run, plans together on Explore, own history. */
async function openWorked(wanted: Wanted): Promise<{ site: Site; opened: WatchedPage }> {
  const site = await openSite();
  const opened = await openIdle(site, { viewport: WIDE });
  const { page } = opened;
  page.setDefaultTimeout(60_000);
  await choose(page, wanted);
  await run(page);
  await goToAddress(page, 'explore?view=together');
  await page.getByRole('button', { name: 'Simulate 2 winters of each' }).click();
  await page.locator('#waterfall').waitFor();
  await goToAddress(page, 'history');
  await showHistory(page, OWN_MONTHS);
  return { site, opened };
}

/** The page of a file's tests, once they run. */
export interface Worked {
  readonly site: Site;
  readonly opened: WatchedPage;
  readonly page: Page;
}

/** One page for all tests of a file: opened and worked on before them, closed after them. */
export function worked(wanted: Wanted): Worked {
  let made: Awaited<ReturnType<typeof openWorked>>;
  beforeAll(async () => {
    made = await openWorked(wanted);
  }, 300_000);
  afterAll(() => made?.site.close());
  return {
    get site() {
      return made.site;
    },
    get opened() {
      return made.opened;
    },
    get page() {
      return made.opened.page;
    },
  };
}
