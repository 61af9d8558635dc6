// test/web/report.test.ts: the report of a batch, one HTML file, for everybody: automated checks against
// WCAG 2.2 AA, and narrow screens.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PlanningTable } from '../../sim/outcomes/planning.js';
import type { Summary } from '../../sim/outcomes/summary.js';
import { reportHtml } from '../../web/export/report.js';
import { closeAll, faults, openAll } from './axe.js';
import { headless } from './headless.js';
import { widthOf } from './layout.js';
import { openSite, openWatched, type Site, type WatchedPage } from './site.js';
import { SMALL } from './worked.js';

const WANTED = { ...SMALL, seed: 'for everybody' };

const CELLS = ['2017-10', '2017-11', '2017-12'].map(() => ({ mean: 9, low95: 8, high95: 10 }));
const ACTIVITY: Omit<PlanningTable, 'scenario'> = {
  months: ['2017-10', '2017-11', '2017-12'].map((month) => ({ month, days: 30, whole: true })),
  rows: [{ measure: 'E.M.11', name: 'Non-elective spells', unit: 'spells', cells: CELLS }],
};

let site: Site;
let folder: string;
let opened: WatchedPage;

beforeAll(async () => {
  site = await openSite();
  folder = mkdtempSync(join(tmpdir(), 'winterflow-report-'));
  const batch = await headless(WANTED);
  const summary = withSites(batch.summary);
  const planning = summary.scenarios.map(({ name }) => ({ ...ACTIVITY, scenario: name }));
  const file = join(folder, 'report.html');
  const bankHolidays = ['2017-12-25'];
  writeFileSync(
    file,
    reportHtml({ summary, fans: batch.fans, models: [], bankHolidays, planning }),
  );
  opened = await openWatched(site);
  await opened.page.goto(pathToFileURL(file).href);
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await site?.close();
});

/** The same batch as if it were of two sites. */
function withSites(summary: Summary): Summary {
  const scenarios = summary.scenarios.map((scenario) => {
    const { outcomes } = scenario;
    return { ...scenario, sites: ['North', 'South'].map((name) => ({ name, outcomes })) };
  });
  return { ...summary, scenarios };
}

it('axe finds nothing, with all that opens', async () => {
  await openAll(opened.page);
  expect(await faults(opened.page)).toEqual([]);
  await closeAll(opened.page);
});

it.each([360, 320])('needs no scrolling sideways at %d px', async (width) => {
  await opened.page.setViewportSize({ width, height: 740 });
  expect(await widthOf(opened.page)).toBe(width);
});

it('breaks no policy and asks nothing of anybody', () => {
  expect(opened.misdeeds).toEqual([]);
});
