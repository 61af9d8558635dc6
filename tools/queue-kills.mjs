// tools/queue-kills.mjs: `npm run kills:queue`: kills workers of a batch over a queue server, and the
// server, at random instants, and compares what comes out with a batch simulated here.

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { closed, freePort, startServer } from './queue-server.mjs';

const COMMAND = fileURLToPath(new URL('../bin/winterflow.mjs', import.meta.url));
const COMPARED = [
  'summary.json',
  'outcomes.csv',
  'daily.csv',
  'single-winters.csv',
  'planning.csv',
  'report.html',
];
const SCENARIO = `winterflow: 1
name: Short
system: lister-2017-18
changes: { period: { firstDay: '2017-10-01', lastDay: '2017-10-03', leadInDays: 2 } }
`;
const WORKERS = 3;

const { values } = parseArgs({
  options: {
    workers: { type: 'string', default: '200' },
    servers: { type: 'string', default: '20' },
    replications: { type: 'string', default: '60' },
    seconds: { type: 'string', default: '4' },
  },
});
const [workerKills, serverKills] = [values.workers, values.servers].map(Number);
const [replications, seconds] = [values.replications, values.seconds].map(Number);

const folder = mkdtempSync(join(tmpdir(), 'winterflow-queue-kills-'));
const scenario = join(folder, 'short.yaml');
writeFileSync(scenario, SCENARIO);
const port = await freePort();
const address = `redis://127.0.0.1:${port}`;
const counts = { workers: 0, servers: 0, batches: 0, differing: [] };
let server = await startServer(port);
let workers = Array.from({ length: WORKERS }, startWorker);

while (counts.workers < workerKills || counts.servers < serverKills) {
  const seed = `queue kills ${counts.batches}`;
  const args = ['run', scenario, '--replications', String(replications), '--seed', seed, '--quiet'];
  await ended(run([...args, '--out', join(folder, 'whole')]));
  const batch = run([
    ...args,
    '--workers',
    '1',
    '--out',
    join(folder, 'queued'),
    '--queue',
    address,
  ]);
  let isOver = false;
  const over = ended(batch).finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 1000 * seconds));
    if (isOver) break;
    const share = serverKills / (workerKills + serverKills);
    if (Math.random() < share && counts.servers < serverKills) {
      server.kill('SIGKILL');
      await closed(server);
      server = await startServer(port);
      counts.servers++;
    } else if (counts.workers < workerKills) {
      const at = Math.floor(Math.random() * workers.length);
      workers[at].kill('SIGKILL');
      workers[at] = startWorker();
      counts.workers++;
    }
  }
  await over;
  for (const name of COMPARED) {
    const [one, other] = ['whole', 'queued'].map((of) => readFileSync(join(folder, of, name)));
    if (!one.equals(other)) counts.differing.push(`batch ${counts.batches}: ${name}`);
  }
  for (const of of ['whole', 'queued']) rmSync(join(folder, of), { recursive: true });
  counts.batches++;
  process.stderr.write(
    `${counts.batches} batches, ${counts.workers} workers and ${counts.servers} servers killed\n`,
  );
}
for (const worker of workers) worker.kill('SIGKILL');
workers = [];
server.kill('SIGKILL');
rmSync(folder, { recursive: true, force: true });
process.stdout.write(
  `${counts.workers} kills of workers and ${counts.servers} of the server over ${counts.batches} batches; ` +
    `${counts.differing.length} files differ from a batch simulated here.\n`,
);
for (const name of counts.differing) process.stdout.write(`${name}\n`);
process.exitCode = counts.differing.length > 0 ? 1 : 0;

function run(args) {
  return spawn(process.execPath, [COMMAND, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
}

function startWorker() {
  return run(['work', '--queue', address, '--workers', '1', '--quiet']);
}

async function ended(child) {
  await closed(child);
  if (child.exitCode !== 0) throw new Error(`A batch ended with ${child.exitCode}.`);
}
