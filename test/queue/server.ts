// test/queue/server.ts: a Redis or Valkey server of its own for a test, on loopback, that can be killed and started.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { BIN } from '../inputs/command.js';

/** Servers that batches are tested with. */
export const PROGRAMS = ['redis-server', 'valkey-server'] as const;
export type Program = (typeof PROGRAMS)[number];

/** Those that this machine has; the tests say what they leave out. */
export const SERVERS: readonly Program[] = PROGRAMS.filter(
  (program) => spawnSync(program, ['--version']).status === 0,
);

export interface TestServer {
  address: string;
  /** Ends it at once; nothing that it held is kept. */
  kill(): Promise<void>;
  start(): Promise<void>;
}

export interface ServerOptions {
  /** By default the first that this machine has. */
  program?: Program;
  password?: string;
  /** Where it listens; loopback unless told. */
  host?: string;
  /** Connections are encrypted, with this certificate. */
  certificate?: Certificate;
}

/** A certificate that signs itself, and the file that trusts it. */
export interface Certificate {
  key: string;
  certificate: string;
}

/** Makes a certificate for an address, in a folder. */
export function makeCertificate(folder: string, host: string): Certificate {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const args = [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    key,
    '-out',
    certificate,
  ];
  const names = [
    '-subj',
    '/CN=winterflow test',
    '-addext',
    `subjectAltName=IP:${host}`,
    '-days',
    '2',
  ];
  const { status, stderr } = spawnSync('openssl', [...args, ...names]);
  if (status !== 0) throw new Error(`openssl: ${stderr}`);
  return { key, certificate };
}

/** Starts a server that keeps nothing on disk. */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const { program = SERVERS[0], password, certificate, host = '127.0.0.1' } = options;
  const port = await freePort();
  let child: ChildProcess | null = null;
  const args = ['--bind', host, '--save', '', '--appendonly', 'no'];
  args.push(...(certificate === undefined ? ['--port', `${port}`] : encrypted(certificate, port)));
  const secret = password === undefined ? [] : ['--requirepass', password];
  const start = () =>
    new Promise<void>((resolve, reject) => {
      child = spawn(program, [...args, ...secret], { stdio: ['ignore', 'pipe', 'ignore'] });
      child.on('error', reject);
      child.stdout?.on('data', (text: Buffer) => {
        if (text.includes('Ready to accept connections')) resolve();
      });
    });
  await start();
  return {
    address: `${certificate === undefined ? 'redis' : 'rediss'}://${host}:${port}`,
    start,
    kill: () =>
      new Promise((resolve) => {
        child?.on('close', () => resolve());
        child?.kill('SIGKILL');
      }),
  };
}

const encrypted = ({ key, certificate }: Certificate, port: number): string[] => [
  ...['--port', '0', '--tls-port', `${port}`, '--tls-auth-clients', 'no'],
  ...['--tls-cert-file', certificate, '--tls-key-file', key],
];

/** Starts a worker process; it ends when it has nothing to do for a while. */
export function startWorker(address: string, untilIdle = 60): ChildProcess {
  const args = [BIN, 'work', '--queue', address, '--workers', '1', '--quiet'];
  return spawn(process.execPath, [...args, '--until-idle', String(untilIdle)], { stdio: 'ignore' });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
