// test/queue/hosts.test.ts: workers on hosts of their own (network namespaces with a cable to the server),
// an encrypted connection with a password, and a cable that is pulled: the same bytes as here.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { BIN, scratchFolder, shortScenario, winterflow } from '../inputs/command.js';
import { makeCertificate, SERVERS, startServer } from './server.js';

const RESULTS = ['summary.json', 'outcomes.csv', 'daily.csv'];
const PASSWORD = 'a long secret';
const id = process.pid % 250; // so that two runs on one machine do not meet
const HOSTS = [1, 2].map((n) => ({
  name: `winterflow-${process.pid}-${n}`,
  cable: `wf${process.pid % 1e6}-${n}`,
  here: `10.231.${id}.${4 * n + 1}`,
  there: `10.231.${id}.${4 * n + 2}`,
}));

const ip = (...args: string[]): boolean => spawnSync('ip', args).status === 0;

/** Makes a host and its cable; false where the machine does not allow it. */
function connectHost({ name, cable, here, there }: (typeof HOSTS)[number]): boolean {
  return (
    ip('netns', 'add', name) &&
    ip('link', 'add', cable, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name) &&
    ip('addr', 'add', `${here}/30`, 'dev', cable) &&
    ip('link', 'set', cable, 'up') &&
    ip('-n', name, 'addr', 'add', `${there}/30`, 'dev', 'eth0') &&
    ip('-n', name, 'link', 'set', 'eth0', 'up')
  );
}

const removeHosts = (): void => {
  for (const { name, cable } of HOSTS) {
    ip('link', 'del', cable);
    ip('netns', 'del', name);
  }
};

const HAS_HOSTS = SERVERS.length > 0 && HOSTS.every(connectHost);
if (!HAS_HOSTS) {
  removeHosts();
  process.stderr.write('No server or no network namespaces here: other hosts are not tested.\n');
}

describe.skipIf(!HAS_HOSTS)('workers on other hosts', () => {
  const folder = scratchFolder();
  const path = (name: string) => join(folder, name);
  const workers: ChildProcess[] = [];
  afterAll(() => {
    for (const worker of workers) worker.kill('SIGKILL');
    removeHosts();
    rmSync(folder, { recursive: true });
  });

  it('give the same bytes over an encrypted connection, also when a cable is pulled', async () => {
    const [one, two] = HOSTS as [(typeof HOSTS)[0], (typeof HOSTS)[0]];
    const certificate = makeCertificate(folder, one.here);
    const server = await startServer({ password: PASSWORD, host: one.here, certificate });
    const trusted = { WINTERFLOW_QUEUE_PASSWORD: PASSWORD };
    const env = { ...trusted, NODE_EXTRA_CA_CERTS: certificate.certificate };
    // The second host reaches the server through this one.
    ip('-n', two.name, 'route', 'add', 'default', 'via', two.here);
    const status = await winterflow(['work', '--queue', server.address, '--status'], {
      env: trusted,
    });
    expect(status.code).toBe(70); // a certificate that nobody vouches for
    expect(status.err).toMatch(/^The queue server \S+ does not serve: self-signed certificate/);

    for (const { name } of HOSTS) {
      const args = ['work', '--queue', server.address, '--workers', '1', '--quiet'];
      const command = ['netns', 'exec', name, process.execPath, BIN, ...args];
      workers.push(spawn('ip', command, { env: { ...process.env, ...env }, stdio: 'ignore' }));
    }
    const args = ['run', shortScenario(folder), '--replications', '24', '--workers', '1'];
    const batch = (out: string, ...more: string[]) =>
      winterflow([...args, '--quiet', '--out', path(out), ...more], { env });
    const lines = () => {
      try {
        return readFileSync(path('hosts/journal.jsonl'), 'latin1').split('\n').length;
      } catch {
        return 0;
      }
    };
    const ended = batch('hosts', '--queue', server.address);
    while (lines() < 4) await new Promise((resolve) => setTimeout(resolve, 30));
    ip('link', 'set', one.cable, 'down');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    ip('link', 'set', one.cable, 'up');
    expect(await ended).toMatchObject({ code: 0 });
    expect(await batch('here')).toMatchObject({ code: 0 });
    for (const name of RESULTS) {
      const [there, here] = ['hosts', 'here'].map((of) => readFileSync(path(`${of}/${name}`)));
      expect(there?.equals(here as Buffer), name).toBe(true);
    }
    await server.kill();
  });
});
