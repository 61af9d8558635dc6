// test/web/kept-results.test.ts: results kept in the browser: what is half there is not read, what is
// deleted is gone, tabs do not harm one another, and a browser that refuses loses nothing on the page.

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, ended, goTo, goToAddress, run } from './form.js';
import { openIdle, openSite, type Site } from './site.js';

const SOON = { timeout: 30_000 };
const WANTED = { system: 'lister-2017-18', winter: 'mild-flu', plans: [], replications: 2 };
const TWO_PLANS = ['discharge-to-assess', 'escalation-beds-24'];
const NOT_KEPT = 'This browser could not keep these results';

let site: Site;
let page: Page;

beforeAll(async () => {
  site = await openSite();
  ({ page } = await openIdle(site));
});

afterAll(() => site?.close());

/** Runs two winters with a seed phrase, which tells these results from others. */
async function simulate(of: Page, seed: string): Promise<void> {
  await choose(of, { ...WANTED, seed });
  await run(of);
}

/** What the page says of where its results are from. */
async function origin(of: Page): Promise<string> {
  await goTo(of, 'Compare');
  return (await of.locator('#page-compare .origin').textContent()) ?? '';
}

/** Keys of the database, by store. */
function keys(of: Page): Promise<{ heads: string[]; winters: string[] }> {
  return of.evaluate(async () => {
    const finished = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await finished(indexedDB.open('winterflow', 1));
    const all = async (store: string) =>
      (await finished(database.transaction(store).objectStore(store).getAllKeys())).map(String);
    const found = { heads: await all('heads'), winters: await all('winters') };
    database.close();
    return found;
  });
}

/** Moves a value of a store to another key, which takes it away from where it is looked for. */
function move(of: Page, store: string, from: string, to: string): Promise<void> {
  return of.evaluate(
    ([name, before, after]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('winterflow', 1);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction(name, 'readwrite');
          const values = writing.objectStore(name);
          const reading = values.get(before);
          reading.onsuccess = () => {
            values.put(reading.result, after);
            values.delete(before);
          };
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [store, from, to] as const,
  );
}

const headsCount = async (of: Page): Promise<number> => (await keys(of)).heads.length;

describe('results half written', () => {
  it.each(['winters', 'heads'] as const)(
    'are not read when one of the %s is missing',
    async (store) => {
      if (store === 'winters') await simulate(page, 'first run');
      await expect.poll(() => headsCount(page), SOON).toBe(1);
      const [key] = (await keys(page))[store];
      await move(page, store, key, 'aside');
      await page.reload();
      expect(await origin(page)).toContain('The example');
      await move(page, store, 'aside', key);
      await page.reload();
      await goTo(page, 'Compare');
      await page.getByText('seed phrase “first run”').first().waitFor();
    },
  );
});

describe('answers on Explore', () => {
  const headline = () => page.locator('#waterfall .card-headline').textContent();

  it('outlive a refresh with the results that they belong to, and go with them', async () => {
    await choose(page, { ...WANTED, plans: TWO_PLANS, seed: 'answered' });
    await run(page);
    await goToAddress(page, 'explore?view=together');
    await page.getByRole('button', { name: 'Simulate 2 winters of each' }).click();
    await page.locator('#waterfall').waitFor({ timeout: 60_000 });
    const before = await headline();
    const answersOf = async () => (await keys(page)).winters.filter((key) => /answers$/.test(key));
    await expect.poll(answersOf, SOON).toHaveLength(1);
    await page.reload(); // on the view itself
    await page.locator('#waterfall').waitFor(SOON);
    expect(await headline()).toBe(before);
    await goTo(page, 'Board pack');
    await page.locator('.pack-page[data-slide="waterfall"]').waitFor(SOON);
    // Of other results they are no answers.
    await simulate(page, 'first run');
    await goToAddress(page, 'explore?view=together');
    await page.getByText('Choose two or more plans').waitFor();
    await expect.poll(answersOf, SOON).toEqual([]);
    expect(await page.locator('#waterfall').count()).toBe(0);
  });
});

describe('two tabs', () => {
  let second: Page;

  it('keep results of their own', async () => {
    second = await page.context().newPage();
    await second.goto(`${site.url}#/scenarios`);
    await simulate(second, 'second run');
    await expect.poll(() => headsCount(second), SOON).toBe(2);
    for (const [tab, seed] of [
      [page, 'first run'],
      [second, 'second run'],
    ] as const) {
      await tab.reload();
      await goTo(tab, 'Compare');
      await tab.getByText(`seed phrase “${seed}”`).first().waitFor();
    }
  });

  it('forget only what is deleted, with every part of it', async () => {
    const before = await keys(page);
    await goTo(second, 'Start');
    const remove = second.getByRole('button', { name: /^Delete/ });
    await remove.first().click(); // the latest: that of the second tab
    await expect.poll(() => headsCount(second), SOON).toBe(1);
    const after = await keys(page);
    const [stays] = after.heads;
    expect(after.winters).toEqual(before.winters.filter((key) => key.startsWith(`${stays} `)));
    expect(after.winters.length).toBeGreaterThan(0);
    expect(await origin(second)).toContain('second run'); // what is open stays open
    await page.reload();
    await goTo(page, 'Compare');
    await page.getByText('seed phrase “first run”').first().waitFor();
    await second.close();
  });
});

/** Ways of refusing, as browsers do it. */
const REFUSALS = {
  'its storage is full': () => {
    const put = IDBObjectStore.prototype.put;
    let count = 0;
    IDBObjectStore.prototype.put = function (...values) {
      // The first part fits.
      if (count++ > 0) this.transaction.abort();
      return put.apply(this, values);
    };
  },
  'it has no storage': () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  },
};

describe('a browser that keeps nothing', () => {
  let context: BrowserContext;

  it.each(Object.entries(REFUSALS))(
    'because %s says so in one sentence, and shows the results',
    async (_, refuse) => {
      const { page: other, misdeeds } = await openIdle(site);
      context = other.context();
      await other.evaluate(refuse);
      await choose(other, { ...WANTED, plans: ['escalation-beds-24'], seed: 'not kept' });
      await other.getByRole('button', { name: 'Run', exact: true }).click();
      const notice = other.locator('#page-run .notice').filter({ hasText: NOT_KEPT });
      await notice.waitFor({ timeout: 60_000 });
      expect((await notice.textContent())?.match(/\.(\s|$)/g)).toHaveLength(1);
      await ended(other);
      expect(await origin(other)).toContain('seed phrase “not kept”');
      await goTo(other, 'Start');
      await other.locator('#page-start .notice').filter({ hasText: NOT_KEPT }).waitFor();
      expect(misdeeds).toEqual([]);
      if (refuse === REFUSALS['its storage is full']) {
        expect(await keys(other)).toEqual({ heads: [], winters: [] }); // nothing half written stays
      }
      await context.close();
    },
  );
});
