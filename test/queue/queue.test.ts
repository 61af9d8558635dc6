// test/queue/queue.test.ts: batches whose winters are simulated by other processes, behind a real server:
// the same bytes as here, whatever happens to workers and server, and whatever a stranger sends.

import type { ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Job, Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildOf } from '../../cli/batch-header.js';
import { modelKey, queueName } from '../../workers/queue-messages.js';
import { scratchFolder, shortScenario, winterflow } from '../inputs/command.js';
import { PROGRAMS, SERVERS, startServer, startWorker, type TestServer } from './server.js';

const RESULTS = [
  'summary.json',
  'outcomes.csv',
  'daily.csv',
  'single-winters.csv',
  'planning.csv',
  'report.html',
];
const REPLICATIONS = 150; // so many that several travel in one job
const until = async (condition: () => boolean | Promise<boolean>) => {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 30));
};

for (const program of PROGRAMS.filter((name) => !SERVERS.includes(name))) {
  process.stderr.write(`No ${program} here: batches over it are not tested.\n`);
}

describe.each(SERVERS)('a batch over %s', (program) => {
  const folder = scratchFolder();
  const short = shortScenario(folder);
  const path = (name: string) => join(folder, name);
  const args = (out: string, ...more: string[]) => [
    ...['run', short, '--replications', String(REPLICATIONS), '--workers', '1', '--quiet'],
    ...['--out', path(out), ...more],
  ];

  function equalsWhole(out: string): void {
    for (const name of RESULTS) {
      const [one, other] = [out, 'whole'].map((of) => readFileSync(join(path(of), name), 'utf8'));
      expect(one, name).toBe(other);
    }
  }

  /** Lines of a journal so far. */
  function linesOf(out: string): number {
    try {
      return readFileSync(join(path(out), 'journal.jsonl'), 'latin1').split('\n').length - 1;
    } catch {
      return 0;
    }
  }

  let server: TestServer;
  const workers: ChildProcess[] = [];

  beforeAll(async () => {
    server = await startServer({ program });
    workers.push(startWorker(server.address), startWorker(server.address));
    expect(await winterflow(args('whole'))).toMatchObject({ code: 0 });
  });
  afterAll(async () => {
    for (const worker of workers) worker.kill('SIGKILL');
    await server.kill();
    rmSync(folder, { recursive: true });
  });

  it('gives the same bytes as one here, also when a worker is killed and another comes', async () => {
    const ended = winterflow(args('killed', '--queue', server.address));
    await until(() => linesOf('killed') > 3);
    workers.shift()?.kill('SIGKILL');
    workers.push(startWorker(server.address));
    expect(await ended).toMatchObject({ code: 0, err: `Results are in ${path('killed')}\n` });
    equalsWhole('killed');
  });

  it('survives a server that is killed and comes back empty', async () => {
    const ended = winterflow(args('lost', '--queue', server.address));
    await until(() => linesOf('lost') > 3);
    await server.kill();
    await server.start();
    expect(await ended).toMatchObject({ code: 0 });
    equalsWhole('lost');
  });

  it('shows its progress on any host', async () => {
    expect(await winterflow(args('shown', '--queue', server.address))).toMatchObject({ code: 0 });
    const { out } = await winterflow(['work', '--queue', server.address, '--status']);
    const batches = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(batches).toContainEqual(
      expect.objectContaining({ done: REPLICATIONS, total: REPLICATIONS, scenarios: 1 }),
    );
  });

  it('adds winters until the precision is reached, as one here does', async () => {
    const wanted = ['--precision', 'occupancy0800ShareMean=0.005', '--replications', '10'];
    const batch = (out: string, ...more: string[]) =>
      winterflow([...args(out, ...more), ...wanted].filter((_, i) => i !== 2 && i !== 3));
    expect(await batch('precise', '--queue', server.address)).toMatchObject({ code: 0 });
    expect(await batch('precise-here')).toMatchObject({ code: 0 });
    for (const name of [...RESULTS, 'precision.json']) {
      const [one, other] = ['precise', 'precise-here'].map((of) =>
        readFileSync(join(path(of), name)),
      );
      expect(one?.equals(other as Buffer), name).toBe(true);
    }
    expect(linesOf('precise')).toBeGreaterThan(10);
  });

  it('is not harmed by what a stranger puts on the server', async () => {
    const build = buildOf();
    const redis = new Redis(server.address, { maxRetriesPerRequest: null });
    const queue = new Queue(queueName(build), { connection: redis });
    const wanted = {
      ...{ scenario: 0, hash: '0'.repeat(64), effects: 'likely', seed: 'x', replication: 0 },
    };
    const job = { format: 2, batch: '0'.repeat(16), replications: [wanted] };
    const hostile = [
      'text',
      { ...job, replications: [{ ...wanted, replication: '../../etc' }] },
      { ...job, path: '/tmp/owned', code: 'process.exit(1)' },
      { ...job, replications: [{ ...wanted, hash: '../..' }] },
      job,
      { ...job, replications: new Array(1000).fill(wanted) },
    ];
    await redis.set(
      modelKey(build, job.batch, wanted.hash),
      '{"name":"x","model":{},"bankHolidays":[]}',
    );
    const added: Job[] = [];
    for (const data of hostile) added.push(await queue.add('replication', data));
    await until(async () => {
      const states = await Promise.all(added.map((of) => of.getState()));
      return states.every((state) => state === 'failed');
    });
    const reasons = await Promise.all(
      added.map(async ({ id }) => (await queue.getJob(id as string))?.failedReason),
    );
    expect(reasons[1]).toMatch(/^The job is none of Winterflow: replications\.0\.replication/);
    expect(reasons[2]).toMatch(/^The job is none of Winterflow: it: Unrecognized keys/);
    expect(reasons[4]).toBe('The model of the job is no possible model.');
    expect(reasons[5]).toMatch(/^The job is none of Winterflow: replications: Too big/);
    // A result that somebody put there before its job is simulated.
    const batch = JSON.parse(readFileSync(join(path('whole'), 'batch.json'), 'utf8')).id;
    const [one, two] = readFileSync(join(path('whole'), 'journal.jsonl'), 'latin1')
      .split('\n')
      .map((line) => (line === '' ? null : JSON.parse(line)));
    const swapped = { ...two, replication: one.replication };
    // Jobs of this batch that were done above, each of three replications.
    const there = async () => {
      const keys = await redis.keys(queue.toKey(`${batch}-*`));
      const jobs = await Promise.all(keys.map((key) => queue.getJob(key.split(':').at(-1) ?? '')));
      return jobs
        .flatMap((of) => (of?.data.replications?.length === 3 ? [of.id ?? ''] : []))
        .sort();
    };
    const before = await there();
    expect(before.length).toBeGreaterThan(40);
    const results = ['no line', [1, 2, 3].map(() => JSON.stringify(swapped)), [], [{}, {}, {}]];
    for (const [i, result] of results.entries()) await forge(redis, queue, before[i], result);
    expect(await there()).toHaveLength(before.length - results.length);
    const files = readdirSync(folder);
    const { code } = await winterflow(args('forged', '--queue', server.address));
    expect(code).toBe(0);
    equalsWhole('forged');
    // The batch asked for the very jobs that were forged: none was added beside them.
    expect(await there()).toEqual(before.slice(results.length));
    expect(readdirSync(folder)).toEqual([...files, 'forged'].sort());
    await queue.close();
    redis.disconnect();
  });
});

/** Makes the server say that a job was done, with a result of one's own. */
async function forge(redis: Redis, queue: Queue, id: string, result: unknown): Promise<void> {
  await queue.remove(id);
  await queue.add('replication', {}, { jobId: id, delay: 1e9 });
  await redis.hset(queue.toKey(id), 'returnvalue', JSON.stringify(result));
}

describe.each(SERVERS)('%s with a password', (program) => {
  it('is served with it, from the address or the environment, and not without', async () => {
    const server = await startServer({ program, password: 'a secret' });
    const { address } = server;
    try {
      const without = await winterflow(['work', '--queue', address, '--status']);
      expect(without.code).toBe(70);
      expect(without.err).toMatch(/^The queue server 127\.0\.0\.1:\d+ does not serve: NOAUTH/);
      const env = { WINTERFLOW_QUEUE_PASSWORD: 'a secret' };
      expect(await winterflow(['work', '--queue', address, '--status'], { env })).toMatchObject({
        code: 0,
      });
      const inside = address.replace('redis://', 'redis://:a%20secret@');
      expect(await winterflow(['work', '--queue', inside, '--status'])).toMatchObject({ code: 0 });
    } finally {
      await server.kill();
    }
  });
});

describe.each(SERVERS)('%s that goes for good', (program) => {
  it('does not keep a worker that is to end', async () => {
    const server = await startServer({ program });
    const { code, err } = await winterflow(['work', '--queue', server.address, '--workers', '1'], {
      meanwhile: (child) => {
        const wait = (text: string, then: () => unknown) =>
          child.stderr?.on('data', (told: Buffer) => told.includes(text) && then());
        wait('Waiting for work', async () => {
          await server.kill();
          child.kill('SIGTERM');
        });
      },
    });
    expect(err).toContain('The queue server does not answer any more; what was not given back');
    expect(code).toBe(70);
  });
});

it('an address that is none is refused', async () => {
  for (const address of ['localhost', 'http://localhost:6379', '']) {
    const { code, err } = await winterflow(['work', '--queue', address]);
    expect(code).toBe(64);
    expect(err).toMatch(/^--queue (takes an address like redis:\/\/localhost:6379|is "")/);
  }
});
