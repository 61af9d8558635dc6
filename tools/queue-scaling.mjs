// tools/queue-scaling.mjs: `npm run scaling`: what a queue server costs beside a batch on one machine that uses
// as many cores, and how a batch gets faster with worker processes. All are slopes: the time of a long batch less
// that of a short one, over the winters between, so that what starting costs falls out. Both are long enough for
// as many winters to travel together (more than 448: workers/queue-open.ts).

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { closed, freePort, startServer } from './queue-server.mjs';

const COMMAND = fileURLToPath(new URL('../bin/winterflow.mjs', import.meta.url));
const TICKS_PER_SECOND = 100; // of the times in /proc, on every Linux that Node runs on
const POLL_MILLISECONDS = 20;
const SCENARIO = 'lister-2017-18'; // about 0.1 s a winter on a quiet machine
const SCALING_LEAST = 0.85;
const OVERHEAD_MOST = 0.02;

const { values } = parseArgs({
  options: {
    short: { type: 'string', default: '460' },
    long: { type: 'string', default: '760' },
    rounds: { type: 'string', default: '5' },
  },
});
const [short, long, rounds] = [values.short, values.long, values.rounds].map(Number);
const PROCESSES = [1, 2, 4];
const cores = availableParallelism();
const folder = mkdtempSync(join(tmpdir(), 'winterflow-scaling-'));

const port = await freePort();
const address = `redis://127.0.0.1:${port}`;
const server = await startServer(port);
const local = new Map([1, cores].map((threads) => [threads, []]));
let batches = 0;
const queued = new Map(PROCESSES.map((processes) => [processes, []]));
try {
  for (let round = 0; round < rounds; round++) {
    for (const [threads, rows] of local) rows.push(await slope([], [], threads));
    for (const processes of PROCESSES) {
      const workers = Array.from({ length: processes }, () =>
        start(['work', '--queue', address, '--workers', '1', '--quiet']),
      );
      await run(4, ['--queue', address], workers); // all of them have started once
      queued.get(processes).push(await slope(['--queue', address], [...workers, server]));
      for (const worker of workers) worker.kill('SIGKILL');
      await Promise.all(workers.map(closed));
    }
    process.stderr.write(`${round + 1} of ${rounds} rounds\n`);
  }
} finally {
  server.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}
report();

/** Seconds a winter by the clock, and of all processes together. */
async function slope(options, others, threads = 1) {
  const one = await run(short, options, others, threads);
  const two = await run(long, options, others, threads);
  const per = (of) => (two[of] - one[of]) / (long - short);
  return { wall: per('wall'), cpu: per('cpu'), beside: per('beside') };
}

/** Runs a batch of so many winters to its end. */
async function run(replications, options, others, threads = 1) {
  const out = join(folder, 'out');
  const before = others.map(({ pid }) => cpuSeconds(pid));
  const mainBefore = others.map(({ pid }) => mainThreadSeconds(pid));
  const startedAt = performance.now();
  // A seed of its own: what a server has simulated once, it does not have simulated again.
  const seed = `scaling ${++batches}`;
  const asked = ['--replications', String(replications), '--seed', seed, '--out', out];
  const workers = ['--workers', String(threads), '--quiet'];
  const batch = start(['run', SCENARIO, ...asked, ...workers, ...options]);
  let [own, ownMain] = [0, 0];
  const watch = setInterval(() => {
    own = Math.max(own, cpuSeconds(batch.pid));
    ownMain = Math.max(ownMain, mainThreadSeconds(batch.pid));
  }, POLL_MILLISECONDS);
  await closed(batch);
  clearInterval(watch);
  if (batch.exitCode !== 0) throw new Error(`A batch ended with ${batch.exitCode}: ${batch.said}`);
  const wall = (performance.now() - startedAt) / 1000;
  const theirs = others.map(({ pid }, i) => cpuSeconds(pid) - before[i]);
  const theirMain = others.map(({ pid }, i) => mainThreadSeconds(pid) - mainBefore[i]);
  rmSync(out, { recursive: true });
  const sum = (seconds, start) => seconds.reduce((all, one) => all + one, start);
  return { wall, cpu: sum(theirs, own), beside: sum(theirMain, ownMain) };
}

function start(args) {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  child.said = '';
  child.stderr.on('data', (text) => {
    child.said += text;
  });
  return child;
}

/** Processor time of a process with all its threads, from /proc; 0 when it has gone. */
function cpuSeconds(pid) {
  return secondsOf(`/proc/${pid}/stat`);
}

/** That of its first thread: all that it does but simulating, which threads of their own do. */
function mainThreadSeconds(pid) {
  return secondsOf(`/proc/${pid}/task/${pid}/stat`);
}

function secondsOf(path) {
  try {
    const fields = readFileSync(path, 'latin1').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

function report() {
  const middle = (rows, of) => median(rows.map((row) => row[of]));
  // With every core at work, whatever the server and the process that asks for winters take is lost to them.
  const inBoth = PROCESSES.includes(cores) ? cores : 1;
  const print = (...cells) =>
    process.stdout.write(
      `${cells.map((cell, i) => (i === 0 ? cell.padEnd(46) : cell.padStart(10))).join('')}\n`,
    );
  print(`${rounds} rounds of ${long} − ${short} winters, ${cores} cores`, 's by clock', 's of CPU');
  const line = (name, rows) =>
    print(name, middle(rows, 'wall').toFixed(4), middle(rows, 'cpu').toFixed(4));
  for (const [threads, rows] of local) line(`one machine, threads: ${threads}`, rows);
  for (const [processes, rows] of queued) line(`queue, worker processes: ${processes}`, rows);
  const others = [...new Set([1, inBoth])];
  for (const count of others) {
    const against = (of) =>
      median(local.get(count).map((row, i) => queued.get(count)[i][of] / row[of] - 1));
    const name = `queue against one machine, ${count} at work`;
    print(`${name}, clock`, percent(against('wall')));
    print(`${name}, CPU`, percent(against('cpu')));
  }
  // Simulating is the same in both, and its noise hides what a queue adds: this is all but simulating.
  const alone = local.get(1);
  const added = median(alone.map((row, i) => queued.get(1)[i].beside - row.beside));
  const overhead = added / middle(alone, 'cpu');
  print('beside simulating, one machine', '', middle(alone, 'beside').toFixed(4));
  print('beside simulating, queue with its server', '', middle(queued.get(1), 'beside').toFixed(4));
  print('what a queue adds to a winter, CPU', percent(overhead), `< ${percent(OVERHEAD_MOST)}`);
  let isMet = overhead < OVERHEAD_MOST;
  for (const [processes, rows] of queued) {
    if (processes === 1) continue;
    const used = Math.min(processes, cores);
    const perCore = median(rows.map((row, i) => queued.get(1)[i].wall / row.wall / used));
    if (perCore < SCALING_LEAST) isMet = false;
    print(
      `faster with ${processes} processes, for each of ${used} cores`,
      perCore.toFixed(2),
      `≥ ${SCALING_LEAST}`,
    );
  }
  process.exitCode = isMet ? 0 : 1;
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
