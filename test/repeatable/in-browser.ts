// test/repeatable/in-browser.ts: the same tasks in the web workers of the built page, in Chromium.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Measured } from '../../sim/outcomes/measures.js';
import { fingerprint } from '../../sim/verification/fingerprint.js';
import { launchBrowser, serveFolder } from '../../tools/browser.mjs';
import type { Task } from '../../workers/task.js';

const WORKERS = 2;
const TASKS_AT_ONCE = 20;

/** What the page hands back: arrays of plain numbers. */
interface Plain {
  outcomes: number[];
  sites: number[][];
  delays: number[];
  services: Measured['services'];
  actions: Measured['actions'];
  daily: number[][];
  eventsCount: number;
}

/**
 * Hashes of tasks run by the worker file of the built page.
 * @param built folder of the built page
 * @throws Error when a task fails there
 */
export async function fingerprintsInBrowser(
  tasks: readonly Task[],
  built: string,
): Promise<{ version: string; hashes: string[] }> {
  const [browser, server] = await Promise.all([launchBrowser(), serveFolder(built)]);
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}nothing`); // same origin as the page, without running it
    const file = readdirSync(join(built, 'assets')).find((name) => /^browser-worker/.test(name));
    if (file === undefined) throw new Error(`No browser-worker file in ${built}/assets.`);
    const worker = `${server.url}assets/${file}`;
    const hashes: string[] = [];
    for (let from = 0; from < tasks.length; from += TASKS_AT_ONCE) {
      const part = tasks.slice(from, from + TASKS_AT_ONCE);
      const results = await page.evaluate(runInPage, { worker, tasks: part, workers: WORKERS });
      hashes.push(...results.map((plain) => fingerprint([measuredOf(plain)])));
    }
    return { version: browser.version(), hashes };
  } finally {
    await browser.close();
    await server.close();
  }
}

function measuredOf(plain: Plain): Measured {
  const { outcomes, sites, delays, services, actions, daily, eventsCount } = plain;
  return {
    outcomes: Float64Array.from(outcomes),
    sites: sites.map((values) => Float64Array.from(values)),
    delays: Float64Array.from(delays),
    services,
    actions,
    daily: daily.map((values) => Float64Array.from(values)),
    eventsCount,
  };
}

/** Runs inside the page, so it can use nothing of this file. */
async function runInPage(asked: {
  worker: string;
  tasks: readonly Task[];
  workers: number;
}): Promise<Plain[]> {
  const results: Plain[] = [];
  let next = 0;
  const runNext = async (worker: Worker): Promise<void> => {
    while (next < asked.tasks.length) {
      const id = next++;
      const reply = await new Promise<MessageEvent>((resolve, reject) => {
        worker.onmessage = resolve;
        worker.onerror = (event) => reject(new Error(event.message));
        worker.postMessage({ id, task: asked.tasks[id] });
      });
      if (reply.data.error !== undefined) throw new Error(reply.data.error);
      const { outcomes, sites, delays, services, actions } = reply.data.result;
      const { daily, eventsCount } = reply.data.result;
      const lists = (rows: Float64Array[]) => rows.map((values) => Array.from(values));
      results[id] = {
        outcomes: Array.from(outcomes),
        sites: lists(sites),
        delays: Array.from(delays as Float64Array),
        services,
        actions,
        daily: lists(daily),
        eventsCount,
      };
    }
  };
  const workers = Array.from(
    { length: asked.workers },
    () => new Worker(asked.worker, { type: 'module' }),
  );
  await Promise.all(workers.map(runNext));
  for (const worker of workers) worker.terminate();
  return results;
}
