// test/repeatable/run.ts: `npm run repeat [-- --scenarios 200]`: the same random scenarios on 1, 2, 4
// and 8 workers in shuffled orders, on this Node and the newest one, and in Chromium; every hash is
// compared with that of one worker in order. Ends with 1 when any differs.

import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { fingerprintsOf, randomTasks, shuffled } from './fingerprints.js';
import { fingerprintsInBrowser } from './in-browser.js';

const WORKERS = [1, 2, 4, 8];
const NEWEST_WORKERS = 2;
const OUTPUT_BYTES_MAX = 1 << 26;

const { values } = parseArgs({
  options: { scenarios: { type: 'string', default: '200' }, newest: { type: 'string' } },
});
const count = Number(values.scenarios);
if (!(Number.isInteger(count) && count > 0)) throw new RangeError('--scenarios takes a number.');

const tasks = randomTasks(count);
const expected = await fingerprintsOf(tasks, { workers: 1, order: tasks.map((_, i) => i) });
say(`Reference: Node ${process.version}, 1 worker, in order; ${new Set(expected).size} hashes.`);
let differences = 0;
let ways = 0;
for (const workers of WORKERS) {
  const hashes = await fingerprintsOf(tasks, { workers, order: shuffled(count, workers) });
  compare(`Node ${process.version}, ${workers} workers, shuffled`, hashes);
}
if (values.newest !== undefined) {
  const script = resolve(import.meta.dirname, 'repeat-hashes.js');
  const options = [script, String(count), String(NEWEST_WORKERS)];
  const limit = { maxBuffer: OUTPUT_BYTES_MAX };
  const { stdout } = await promisify(execFile)(values.newest, options, limit);
  const { version, hashes } = JSON.parse(stdout) as { version: string; hashes: string[] };
  compare(`Node ${version}, ${NEWEST_WORKERS} workers, shuffled`, hashes);
}
const inBrowser = await fingerprintsInBrowser(tasks, resolve(import.meta.dirname, 'web'));
compare(`Chromium ${inBrowser.version}, the page's workers`, inBrowser.hashes);
say(`${count} scenarios in ${ways} ways: ${differences} differences.`);
process.exitCode = differences > 0 ? 1 : 0;

function compare(way: string, hashes: readonly string[]): void {
  const wrong = expected.flatMap((hash, i) => (hash === hashes[i] ? [] : [tasks[i].name]));
  ways++;
  differences += wrong.length;
  say(`${way}: ${wrong.length} differences${wrong.length > 0 ? ` (${wrong.join(', ')})` : ''}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
