// test/queue/addresses.test.ts: addresses of a server that name a database, and what is wrong with some.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { winterflow } from '../inputs/command.js';
import { SERVERS, startServer, type TestServer } from './server.js';

describe.each(SERVERS)('an address of %s', (program) => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer({ program });
  });
  afterAll(() => server.kill());

  it('of a database that the server does not have is refused, and says so', async () => {
    const { code, out, err } = await winterflow([
      ...['work', '--status', '--queue', `${server.address}/99`],
    ]);
    expect(err).toMatch(
      /^The queue server 127\.0\.0\.1:\d+ does not serve database 99: ERR DB index is out of range\.\n$/,
    );
    expect({ code, out }).toEqual({ code: 70, out: '' });
  });

  it.each(['abc', '-1', '1.5', '1/2'])('of database %s is refused at once', async (name) => {
    const { code, err } = await winterflow([
      ...['work', '--status', '--queue', `${server.address}/${name}`],
    ]);
    expect(err).toBe(
      `--queue names the database "${name}"; it takes a whole number from 0, like redis://localhost:6379/0.\n`,
    );
    expect(code).toBe(64);
  });

  it('never shows what may be part of a password', async () => {
    const { code, err } = await winterflow([
      ...['work', '--status', '--queue', 'redis://user:1/secret@localhost'],
    ]);
    expect(err).toMatch(/^--queue takes an address like redis:\/\/localhost:6379/);
    expect(err).not.toContain('secret');
    expect(code).toBe(64);
  });
});
