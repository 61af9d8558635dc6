// tools/example.mjs: the example of the page, simulated by the command line when the page is built.
//
// What comes out is kept under dist/example until the program or the scenarios change; nothing of it
// is kept by hand or in the repository.

import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build, isStale } from './build.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const DEFINITION = join(ROOT, 'web/state/example.json');
const FOLDER = join(ROOT, 'dist/example');

/** Daily series that the page's charts are drawn from. */
const SERIES = ['occupancy0800Share', 'within4hWeekShare', 'delayed0800', 'dtoc0800'];

/** The results folder of the example; simulated now if it is not there yet. */
export async function exampleFolder() {
  if (isStale()) await build();
  const folder = join(FOLDER, keyOf());
  if (existsSync(folder)) return folder;
  const { system, plans, replications, seed } = JSON.parse(readFileSync(DEFINITION, 'utf8'));
  const aside = `${folder}-${process.pid}`;
  mkdirSync(FOLDER, { recursive: true });
  await promisify(execFile)(process.execPath, [
    join(ROOT, 'bin/winterflow.mjs'),
    ...['run', system],
    ...plans.flatMap((plan) => ['--plan', plan]),
    ...['--replications', String(replications), '--seed', seed, '--out', aside],
  ]);
  for (const old of readdirSync(FOLDER).filter((name) => join(FOLDER, name) !== aside)) {
    rmSync(join(FOLDER, old), { recursive: true, force: true });
  }
  renameSync(aside, folder);
  return folder;
}

/** What the page needs of the example: the summary, single winters, and the daily series of its charts. */
export async function exampleFiles() {
  const folder = await exampleFolder();
  const summary = readFileSync(join(folder, 'summary.json'), 'utf8');
  const [header, ...lines] = readFileSync(join(folder, 'daily.csv'), 'utf8').split('\n');
  const column = header.split(',').indexOf('series');
  // A name may hold commas, so the series is found from the end of the line.
  const fromEnd = header.split(',').length - column;
  const wanted = lines.filter((line) => SERIES.includes(line.split(',').at(-fromEnd)));
  const singles = readFileSync(join(folder, 'single-winters.csv'), 'utf8');
  return { summary, daily: `${[header, ...wanted].join('\n')}\n`, singles };
}

/** Changes with the program, the scenarios and the example itself. */
function keyOf() {
  const hash = createHash('sha256');
  const files = ['dist/main.js', 'dist/node-worker.js'].map((name) => join(ROOT, name));
  for (const path of [...files, DEFINITION, ...filesUnder(join(ROOT, 'scenarios'))]) {
    hash.update(path.slice(ROOT.length)).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
