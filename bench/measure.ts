// bench/measure.ts: what `npm run bench` prints: costs as ratios to a yardstick run beside them.
//
// Machines are shared and drift, so nothing here is an absolute promise: A and B run in turn, and
// the median of the pairwise ratios is what counts.

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { openNodeLibrary } from '../cli/node-library.js';
import { seedOf } from '../sim/engine/seed.js';
import type { Parameters } from '../sim/hospital/parameters.js';
import { simulate } from '../sim/hospital/simulate.js';
import { compile } from '../sim/scenario/compile.js';
import { resolve } from '../sim/scenario/resolve.js';
import { runBatch } from '../workers/batch.js';
import { openNodePool } from '../workers/node-pool.js';
import { Lite, type LiteResult, type WinterLite } from './lite.js';
import { runYardstick } from './yardstick.js';

/** `npm run bench -- --quick` shows that it runs; its figures mean less. */
const QUICK = process.argv.includes('--quick');
const WARM_UP = QUICK ? 0 : 8;
const ROUNDS = QUICK ? 1 : 40;
const REFERENCE = { bedsOccupiedMean: 556.6, within4hShare: 0.6214, departmentMinutesMean: 220.0 };
const REFERENCE_ROUNDS = QUICK ? 2 : 200;
const TWICE_WARM_UP = QUICK ? 0 : 3;
const TWICE_ROUNDS = QUICK ? 1 : 15;
const SPEED_UP_ROUNDS = QUICK ? 1 : 3;
const SPEED_UP_WINTERS = QUICK ? 2 : 60;
const SPIN_TURNS = QUICK ? 1e7 : 3e8;

interface Cost {
  nsPerEvent: number;
  events: number;
}

/** Runs all benchmarks and prints them. */
export async function bench(): Promise<void> {
  const model = JSON.parse(
    readFileSync(new URL('../bench/winter-lite.json', import.meta.url), 'utf8'),
  ) as WinterLite;
  const lite = new Lite(model);
  const library = openNodeLibrary();
  const resolved = resolve(library, { system: 'lister-2017-18' });
  const bankHolidays = library.bankHolidays();
  const parameters = compile(resolved.model, {
    name: resolved.name,
    effects: 'likely',
    bankHolidays: new Set(bankHolidays),
  });
  const costs: Record<'full' | 'lite' | 'yardstick', Cost[]> = {
    full: [],
    lite: [],
    yardstick: [],
  };
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const full = cost(() => simulate(parameters, seedOf('bench'), round).eventsCount);
    const yardstick = cost(() => runYardstick(model, round + 1).events);
    const onKernel = cost(() => lite.run('bench', round).events);
    if (round < WARM_UP) continue;
    costs.full.push(full);
    costs.yardstick.push(yardstick);
    costs.lite.push(onKernel);
  }
  print(
    `Node ${process.version}, ${availableParallelism()} cores; ${ROUNDS} rounds after ${WARM_UP}`,
  );
  print('', 'ns an event', 'best', 'events');
  for (const [name, rows] of Object.entries(costs)) {
    const ns = rows.map((row) => row.nsPerEvent);
    print(name, median(ns).toFixed(0), Math.min(...ns).toFixed(0), String(rows[0].events));
  }
  const ratio = (a: Cost[], b: Cost[]) =>
    median(a.map((row, i) => row.nsPerEvent / b[i].nsPerEvent)).toFixed(2);
  print();
  print('winter-lite on the kernel ÷ yardstick, CPU', ratio(costs.lite, costs.yardstick), '≤ 1.15');
  print('full model ÷ yardstick, CPU an event', ratio(costs.full, costs.yardstick));
  // In a row, as a batch runs them: between other programs a winter finds its data out of the cache.
  const inARow = Array.from({ length: ROUNDS }, (_, round) =>
    cost(() => simulate(parameters, seedOf('bench'), round).eventsCount),
  ).map((row) => row.nsPerEvent);
  print(
    'full model in a row, million events a second',
    (1000 / median(inARow)).toFixed(2),
    `best ${(1000 / Math.min(...inARow)).toFixed(2)}`,
  );
  printTwice(parameters);
  printReference(model, lite);
  await printSpeedUp(resolved, bankHolidays);
}

/** What a system of two such hospitals costs against one: they share a community of twice the size. */
function printTwice(one: Parameters): void {
  const [site] = one.sites;
  const places = one.community.places.map((byDay) => byDay.map((count) => 2 * count));
  const two = { ...one, sites: [site, site], community: { ...one.community, places } };
  const ratios: number[] = [];
  const events: number[] = [];
  for (let round = 0; round < TWICE_WARM_UP + TWICE_ROUNDS; round++) {
    const run = (parameters: Parameters) =>
      cost(() => simulate(parameters, seedOf('bench'), round).eventsCount);
    const [single, double] = [run(one), run(two)];
    if (round < TWICE_WARM_UP) continue;
    ratios.push((double.nsPerEvent * double.events) / (single.nsPerEvent * single.events));
    events.push(double.events / single.events);
  }
  print('two sites against one, CPU', median(ratios).toFixed(2), '≤ 2.20');
  print('two sites against one, events', median(events).toFixed(2));
}

/** CPU time of one run, all threads of the process. */
function cost(run: () => number): Cost {
  const before = process.cpuUsage();
  const events = run();
  const { user, system } = process.cpuUsage(before);
  return { nsPerEvent: ((user + system) * 1000) / events, events };
}

/** Both programs must give what every engine gives on this model. */
function printReference(model: WinterLite, lite: Lite): void {
  const means = (runs: LiteResult[], key: keyof LiteResult) =>
    runs.reduce((sum, run) => sum + run[key], 0) / runs.length;
  const rounds = Array.from({ length: REFERENCE_ROUNDS }, (_, round) => round);
  const onKernel = rounds.map((round) => lite.run('reference', round));
  const inlined = rounds.map((round) => runYardstick(model, round + 1000));
  print();
  print(`winter-lite, mean of ${REFERENCE_ROUNDS}`, 'reference', 'kernel', 'yardstick');
  for (const key of ['bedsOccupiedMean', 'within4hShare', 'departmentMinutesMean'] as const) {
    const digits = key === 'within4hShare' ? 4 : 1;
    print(
      key,
      REFERENCE[key].toFixed(digits),
      means(onKernel, key).toFixed(digits),
      means(inlined, key).toFixed(digits),
    );
  }
}

/** How much faster two workers are than one, in wall time, on the same winters. */
async function printSpeedUp(
  resolved: ReturnType<typeof resolve>,
  bankHolidays: string[],
): Promise<void> {
  const ratios: number[] = [];
  const machine: number[] = [];
  for (let round = 0; round < SPEED_UP_ROUNDS; round++) {
    machine.push((2 * (await spinSeconds(1))) / (await spinSeconds(2)));
    const seconds: number[] = [];
    for (const workers of [1, 2]) {
      const pool = openNodePool(workers);
      const options = { seed: 'speed-up', effects: 'likely', bankHolidays } as const;
      await runBatch([resolved], pool, { ...options, replications: 8 * workers });
      const start = performance.now();
      await runBatch([resolved], pool, { ...options, replications: SPEED_UP_WINTERS });
      seconds.push((performance.now() - start) / 1000);
      await pool.close();
    }
    ratios.push(seconds[0] / seconds[1]);
  }
  print();
  print('two workers against one, wall time', median(ratios).toFixed(2), '≥ 1.85');
  print('two empty loops against one on this machine', median(machine).toFixed(2));
}

/** Wall seconds that so many threads take for one empty loop each: what the machine can give. */
async function spinSeconds(threads: number): Promise<number> {
  const loop = `let x = 1; for (let i = 0; i < ${SPIN_TURNS}; i++) x = (x * 48271) % 2147483647;`;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: threads }, () => once(new Worker(loop, { eval: true }), 'exit')),
  );
  return (performance.now() - start) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function print(...cells: string[]): void {
  const [first = '', ...rest] = cells;
  process.stdout.write(`${first.padEnd(46)}${rest.map((cell) => cell.padStart(14)).join('')}\n`);
}

await bench();
