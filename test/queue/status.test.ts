// test/queue/status.test.ts: what `work --status` says of batches: how far each is, with what it had before and
// with what is its own part.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder, shortScenario, winterflow } from '../inputs/command.js';
import { SERVERS, startServer, startWorker, type TestServer } from './server.js';

describe.each(SERVERS)('the status of batches over %s', (program) => {
  const folder = scratchFolder();
  const short = shortScenario(folder);
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer({ program });
  });
  afterAll(async () => {
    await server.kill();
    rmSync(folder, { recursive: true });
  });

  const batch = (out: string, ...more: string[]) =>
    winterflow([
      ...['run', short, '--replications', '6', '--workers', '1', '--quiet'],
      ...['--out', join(folder, out), ...more],
    ]);

  /** What is said of batches, without the names of batch and host. */
  async function status(address = server.address): Promise<unknown[]> {
    const { code, out, err } = await winterflow(['work', '--queue', address, '--status']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.split('\n').filter((line) => line !== '');
    return lines.map((line) => {
      const { scenarios, done, total } = JSON.parse(line);
      return { scenarios, done, total };
    });
  }

  it('counts winters that were there before', async () => {
    expect(await batch('found')).toMatchObject({ code: 0 });
    const again = await batch('found', '--resume', '--queue', server.address);
    expect(again).toMatchObject({ code: 0 });
    expect(await status()).toEqual([{ scenarios: 1, done: 6, total: 6 }]);
  });

  it('counts the winters of a part as its own', async () => {
    await server.kill();
    await server.start();
    const worker = startWorker(server.address);
    const part = await batch('part', '--shard', '1/2', '--queue', server.address);
    worker.kill('SIGKILL');
    expect(part).toMatchObject({ code: 0 });
    expect(await status()).toEqual([{ scenarios: 1, done: 3, total: 3 }]);
  });

  it('is that of the database which the address names', async () => {
    expect(await status(`${server.address}/0`)).toHaveLength(1);
    expect(await status(`${server.address}/`)).toHaveLength(1);
    expect(await status(`${server.address}/3`)).toEqual([]);
  });
});
