// bench/curves.ts: what `npm run curves` prints: how the cost of a winter grows, in CPU seconds, which
// other load on the machine disturbs less than it disturbs the clock.

import { cpus } from 'node:os';
import { openNodeLibrary } from '../cli/node-library.js';
import { seedOf } from '../sim/engine/seed.js';
import type { Parameters } from '../sim/hospital/parameters.js';
import { simulate } from '../sim/hospital/simulate.js';
import { measure } from '../sim/outcomes/measures.js';
import { type Factor, varied } from '../sim/questions/vary.js';
import { compile } from '../sim/scenario/compile.js';
import { type Resolved, resolve } from '../sim/scenario/resolve.js';
import { runBatch } from '../workers/batch.js';
import { openNodePool } from '../workers/node-pool.js';
import { pack } from '../workers/packed.js';
import { seal, unseal } from '../workers/sealed.js';

const QUICK = process.argv.includes('--quick');
const ROUNDS = QUICK ? 2 : 9;
const BATCH_WINTERS = QUICK ? 4 : 48;
const library = openNodeLibrary();
const bankHolidays = library.bankHolidays();
const base = resolve(library, { system: 'lister-2017-18' });
const ATTENDANCES: Factor = { name: '', way: 'scale', paths: ['demand.attendancesPerDay'] };
const BEDS: Factor = {
  name: '',
  way: 'scale',
  paths: ['beds.medical', 'beds.surgical', 'beds.olderPeople'],
};

/** Prints every curve as a table. */
export async function curves(): Promise<void> {
  print(`${cpus()[0].model}, ${cpus().length} cores, Node ${process.version}; median of ${ROUNDS}`);
  table(
    'attendances',
    [0.5, 0.75, 1, 1.1].map((by) => [
      `× ${by}`,
      parametersOf(varied(base, [ATTENDANCES], [by], bankHolidays)),
    ]),
  );
  table(
    'general and acute beds',
    [0.95, 1, 1.1, 1.3].map((by) => [
      `× ${by}`,
      parametersOf(varied(base, [BEDS], [by], bankHolidays)),
    ]),
  );
  table(
    'sites',
    [1, 2, 4, 8].map((count) => [`${count}`, sitesOf(count)]),
  );
  table(
    'reported days',
    ['2017-10-31', '2017-12-30', '2018-03-31', '2018-09-30'].map((lastDay) => [
      `to ${lastDay}`,
      daysUntil(lastDay),
    ]),
  );
  keeping();
  await workers();
}

function table(what: string, cases: readonly (readonly [string, Parameters])[]): void {
  print(`\n| ${what} | events | CPU seconds a winter | ns an event |\n|---|---|---|---|`);
  for (const [name, parameters] of cases) {
    let events = 0;
    const seconds = median(
      rounds((round) => {
        const replication = simulate(parameters, seedOf('curves'), round);
        events = replication.eventsCount;
        measure(replication, parameters.days);
      }),
    );
    print(
      `| ${name} | ${events} | ${seconds.toFixed(3)} | ${((1e9 * seconds) / events).toFixed(0)} |`,
    );
  }
}

/** What it costs to keep a result, and to take it from a queue. */
function keeping(): void {
  const parameters = parametersOf(base);
  const measured = measure(simulate(parameters, seedOf('curves'), 0), parameters.days);
  const { text } = seal('batch', 0, 0, measured);
  const packing = median(rounds(() => pack(measured)));
  const sealing = median(rounds(() => seal('batch', 0, 0, measured)));
  const reading = median(rounds(() => unseal('batch', text)));
  const milliseconds = (seconds: number) => (1000 * seconds).toFixed(1);
  print(
    `\nA result of ${pack(measured).length} bytes is a line of ${text.length}. CPU milliseconds: packing ` +
      `${milliseconds(packing)}, sealing with packing ${milliseconds(sealing)}, reading ${milliseconds(reading)}.`,
  );
}

async function workers(): Promise<void> {
  print('\n| workers | winters | seconds by the clock | CPU seconds a winter |\n|---|---|---|---|');
  for (const size of [1, 2, 4]) {
    const pool = openNodePool(size);
    const run = (replications: number) =>
      runBatch([base], pool, { seed: 'curves', replications, effects: 'likely', bankHolidays });
    await run(size); // compiled and warm
    const [clock, cpu] = [performance.now(), process.cpuUsage()];
    await run(BATCH_WINTERS);
    const { user, system } = process.cpuUsage(cpu);
    const seconds = (performance.now() - clock) / 1000;
    print(
      `| ${size} | ${BATCH_WINTERS} | ${seconds.toFixed(1)} | ${((user + system) / 1e6 / BATCH_WINTERS).toFixed(3)} |`,
    );
    await pool.close();
  }
}

function parametersOf({ model, name }: Resolved): Parameters {
  return compile(model, { name, effects: 'likely', bankHolidays: new Set(bankHolidays) });
}

/** So many hospitals alike; they share a community that many times as large. */
function sitesOf(count: number): Parameters {
  const one = parametersOf(base);
  const places = one.community.places.map((byDay) => byDay.map((number) => count * number));
  const sites = Array.from({ length: count }, () => one.sites[0]);
  return { ...one, sites, community: { ...one.community, places } };
}

function daysUntil(lastDay: string): Parameters {
  const model = structuredClone(base.model);
  model.period = { ...model.period, lastDay };
  return parametersOf({ ...base, model });
}

/** CPU seconds of each round, after two that are not counted. */
function rounds(run: (round: number) => void): number[] {
  const seconds: number[] = [];
  for (let round = 0; round < ROUNDS + 2; round++) {
    const before = process.cpuUsage();
    run(round);
    const { user, system } = process.cpuUsage(before);
    if (round >= 2) seconds.push((user + system) / 1e6);
  }
  return seconds;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

await curves();
