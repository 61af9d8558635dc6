// test/web/offline.test.ts: `winterflow serve` gives out the page, which then opens and works without it.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { winterflow } from '../inputs/command.js';
import { chooseRun, goTo, run } from './form.js';
import { openSite, type Site } from './site.js';

const TEST_MS_MOST = 120_000;
let site: Site;

beforeAll(async () => {
  site = await openSite();
}, 200_000);
afterAll(() => site.close());

describe('the page that was opened once', () => {
  it(
    'opens, shows pages not looked at before and simulates after its server has gone',
    async () => {
      const context = await site.browser.newContext({ locale: 'en-GB' });
      const page = await context.newPage();
      const errors: string[] = [];
      page.on('pageerror', ({ message }) => errors.push(message));
      const served = await winterflow(['serve', '--port', '0'], {
        meanwhile: (child) => {
          child.stdout?.once('data', async (text: Buffer) => {
            try {
              const [address] = text.toString().match(/http:\S+/) ?? [];
              const taken = new URL(String(address)).port;
              const second = await winterflow(['serve', '--port', taken]);
              expect([second.code, second.err]).toEqual([
                75,
                `Port ${taken} of 127.0.0.1 is taken: end what uses it, or choose another with --port.\n`,
              ]);
              await page.goto(String(address));
              console.error('t ready', Math.round(performance.now() / 1000));
              await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
            } catch (error) {
              errors.push(String(error));
            }
            child.kill('SIGTERM');
          });
        },
      });
      expect(errors).toEqual([]);
      expect([served.code, served.err]).toEqual([0, '']);
      await page.reload();
      await page.locator('#page-start h1').waitFor();
      for (const name of ['Model', 'Explore']) await goTo(page, name);
      await chooseRun(page, { replications: 2, seed: 'offline' });
      await run(page);
      expect(errors).toEqual([]);
      await context.close();
    },
    TEST_MS_MOST,
  );
});
