// test/unit/cli/serve.test.ts: the server of the page gives out its files, and nothing else.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen, serverOf } from '../../../cli/serve.js';
import { OFFLINE_WORKER_POLICY, PAGE_POLICY } from '../../../web/export/policy.js';

const folder = mkdtempSync(join(tmpdir(), 'winterflow-serve-'));
const page = join(folder, 'web');
let server: Server;

beforeAll(async () => {
  mkdirSync(page);
  writeFileSync(join(folder, 'secret.txt'), 'not of the page');
  writeFileSync(join(page, 'index.html'), '<p>the page');
  writeFileSync(join(page, 'offline.js'), '// keeps');
  writeFileSync(join(page, '.hidden'), 'hidden');
  server = serverOf(page);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  writeFileSync(join(page, 'later.txt'), 'made after the start');
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  status: number | undefined;
  headers: NodeJS.Dict<string | string[]>;
  body: string;
}

/** The path goes out as it is written, dots and all. */
function ask(path: string, method = 'GET', headers: Record<string, string> = {}): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.on('data', (text: Buffer) => {
        body += text.toString();
      });
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the server of the page', () => {
  it('gives the page with the policy that its own text has, and in no frame', async () => {
    const { status, headers, body } = await ask('/');
    expect([status, body]).toEqual([200, '<p>the page']);
    expect(headers['content-security-policy']).toBe(`${PAGE_POLICY}; frame-ancestors 'none'`);
    expect(headers['content-type']).toContain('text/html');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it('lets only the worker that keeps files ask for them', async () => {
    const { headers } = await ask('/offline.js?new');
    expect(headers['content-security-policy']).toBe(OFFLINE_WORKER_POLICY);
    expect(PAGE_POLICY).not.toContain('connect-src');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '//../secret.txt',
    '/.hidden',
    '/later.txt',
    '/nothing',
    '/%00',
    '/%ff',
  ])('has no file at %s', async (path) => {
    const { status, headers, body } = await ask(path);
    expect([status, body]).toEqual([404, '']);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
    const { status, headers } = await ask('/', method);
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  });

  it('sends a file that has not changed no second time', async () => {
    const { headers } = await ask('/');
    expect(headers['cache-control']).toBe('no-cache');
    const again = await ask('/', 'GET', { 'If-None-Match': String(headers.etag) });
    expect([again.status, again.body]).toEqual([304, '']);
  });

  it('says that a port is taken, or an address not of this machine', async () => {
    const { port } = server.address() as AddressInfo;
    await expect(listen(createServer(), { host: '127.0.0.1', port })).rejects.toThrow(
      `Port ${port} of 127.0.0.1 is taken: end what uses it, or choose another with --port.`,
    );
    await expect(listen(createServer(), { host: '192.0.2.1', port: 0 })).rejects.toThrow(
      '--host 192.0.2.1: cannot be listened on: ',
    );
  });
});
