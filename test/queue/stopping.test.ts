// test/queue/stopping.test.ts: a batch over a queue that is asked to stop: nothing is waited for that no worker
// has begun, nothing that came back is lost, and it goes on to the same bytes, here or over the queue.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, type Ended, scratchFolder, shortScenario, winterflow } from '../inputs/command.js';
import { SERVERS, startServer, startWorker, type TestServer } from './server.js';

const RESULTS = ['summary.json', 'outcomes.csv', 'daily.csv', 'single-winters.csv', 'report.html'];
/** Much longer than what workers have begun is waited for: what never ends is found, on a busy machine too. */
const STOPPED_MILLISECONDS = 60_000;
const REPLICATIONS = 600;
/** Of a tenth of a second each: some seconds more than stopping takes. */
const WHOLE_WINTERS = 100;
const SILENCE = /^No worker has answered yet; start one with: winterflow work --queue (\S+)$/m;

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const until = async (condition: () => boolean) => {
  while (!condition()) await sleep(20);
};

describe.each(SERVERS)('a batch over %s that is to stop', (program) => {
  const folder = scratchFolder();
  const short = shortScenario(folder);
  const path = (name: string) => join(folder, name);
  const args = (out: string, replications: number, ...more: string[]) => [
    ...['run', short, '--replications', String(replications), '--workers', '1'],
    ...['--out', path(out), ...more],
  ];
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer({ program });
  });
  afterAll(async () => {
    await server.kill();
    rmSync(folder, { recursive: true });
  });

  /** Lines of a journal so far. */
  function linesOf(out: string): number {
    const file = join(path(out), 'journal.jsonl');
    return existsSync(file) ? readFileSync(file, 'latin1').split('\n').length - 1 : 0;
  }

  function equal(one: string, other: string): void {
    for (const name of RESULTS) {
      const [there, here] = [one, other].map((of) => readFileSync(join(path(of), name), 'utf8'));
      expect(there, name).toBe(here);
    }
  }

  /** Jobs that the server holds for workers. */
  async function jobsLeft(): Promise<number> {
    const redis = new Redis(server.address);
    const waiting = await redis.keys('bull:winterflow-*:wait');
    const left = await Promise.all(waiting.map((key) => redis.llen(key)));
    redis.disconnect();
    return left.reduce((sum, count) => sum + count, 0);
  }

  /** Runs a batch and sends it a signal once it may be; says how long it took to end from there. */
  async function stopped(
    command: readonly string[],
    signal: NodeJS.Signals,
    when: (said: () => string) => Promise<unknown>,
  ): Promise<Ended & { milliseconds: number }> {
    let from = Number.NaN;
    const ended = await winterflow(command, {
      meanwhile: async (child) => {
        let said = '';
        child.stderr?.on('data', (text: Buffer) => {
          said += text.toString();
        });
        await when(() => said);
        from = performance.now();
        child.kill(signal);
      },
    });
    return { ...ended, milliseconds: performance.now() - from };
  }

  it('without a worker says so, ends with what there is, and is finished here', async () => {
    const address = server.address.replace('redis://', 'redis://default:@');
    const ended = await stopped(args('alone', 6, '--queue', address), 'SIGINT', (said) =>
      until(() => said().includes('No worker')),
    );
    expect(SILENCE.exec(ended.err)?.[1]).toBe(server.address);
    expect(ended.err).toContain('Interrupted: 1 of 6 winters are kept.\n');
    expect(ended.code).toBe(130);
    expect(ended.milliseconds).toBeLessThan(STOPPED_MILLISECONDS);
    const manifest = JSON.parse(readFileSync(join(path('alone'), 'manifest.json'), 'utf8'));
    expect(manifest).toMatchObject({ complete: false, replications: 1, failures: [] });
    expect(await jobsLeft()).toBe(0);
    expect(await winterflow(['run', '--resume', '--out', path('alone')])).toMatchObject({
      code: 0,
    });
    expect(await winterflow(args('here', 6))).toMatchObject({ code: 0 });
    equal('alone', 'here');
  });

  it('with --quiet does not say that it waits', async () => {
    const command = args('quiet', 6, '--quiet', '--queue', server.address);
    const { code, err, milliseconds } = await stopped(command, 'SIGTERM', async () => {
      await until(() => linesOf('quiet') > 0);
      await sleep(9000);
    });
    expect(err).not.toContain('No worker');
    expect(code).toBe(130);
    expect(milliseconds).toBeLessThan(STOPPED_MILLISECONDS);
  });

  it('whose server is gone ends with what there is', async () => {
    const command = args('gone', 6, '--queue', server.address);
    const ended = await stopped(command, 'SIGTERM', async (said) => {
      await until(() => linesOf('gone') > 0);
      await server.kill();
      await until(() => said().includes('The queue server is gone'));
    });
    await server.start();
    expect(ended.err).toContain('Interrupted: 1 of 6 winters are kept.\n');
    expect(ended.code).toBe(130);
    expect(ended.milliseconds).toBeLessThan(STOPPED_MILLISECONDS);
  });

  it('withdraws what no worker has begun, and goes on over the queue to the same bytes', async () => {
    const worker: ChildProcess = startWorker(server.address);
    const command = args('worked', REPLICATIONS, '--queue', server.address);
    const ended = await stopped(command, 'SIGINT', () => until(() => linesOf('worked') > 30));
    const kept = Number(/Interrupted: (\d+) of/.exec(ended.err)?.[1]);
    expect(ended.code).toBe(130);
    expect(kept).toBeGreaterThan(30);
    expect(kept).toBeLessThan(REPLICATIONS);
    expect(linesOf('worked')).toBe(kept);
    expect(ended.milliseconds).toBeLessThan(STOPPED_MILLISECONDS);
    expect(ended.err).not.toContain('No worker');
    expect(await jobsLeft()).toBe(0);
    const on = ['run', '--resume', '--out', path('worked'), '--queue', server.address];
    expect(await winterflow(on)).toMatchObject({ code: 0 });
    expect(await winterflow(args('whole', REPLICATIONS))).toMatchObject({ code: 0 });
    equal('worked', 'whole');
    worker.kill('SIGKILL');
  });

  it('takes what a worker has begun and still gives', async () => {
    const worker = spawn(
      process.execPath,
      [BIN, 'work', '--queue', server.address, '--workers', '2'],
      { stdio: 'ignore' },
    );
    const command = [
      ...[
        'run',
        'lister-2017-18',
        '--replications',
        String(WHOLE_WINTERS),
        '--workers',
        '1',
        '--quiet',
      ],
      ...['--out', path('begun'), '--queue', server.address],
    ];
    const ended = await stopped(command, 'SIGINT', () => until(() => linesOf('begun') > 2));
    const kept = Number(/Interrupted: (\d+) of/.exec(ended.err)?.[1]);
    expect(ended.code).toBe(130);
    expect(kept).toBeGreaterThan(3);
    expect(kept).toBeLessThan(WHOLE_WINTERS);
    worker.kill('SIGKILL');
  });
});
