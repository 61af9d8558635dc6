// test/queue/server.ts: a Redis server of its own for a test, on loopback, that can be killed and started.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { BIN } from '../inputs/command.js';

/** Whether this machine has a server; else the tests say what they leave out. */
export const HAS_SERVER = spawnSync('redis-server', ['--version']).status === 0;

export interface TestServer {
  address: string;
  /** Ends it at once; nothing that it held is kept. */
  kill(): Promise<void>;
  start(): Promise<void>;
}

/** Starts a server that keeps nothing on disk. */
export async function startServer(password?: string): Promise<TestServer> {
  const port = await freePort();
  let child: ChildProcess | null = null;
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const secret = password === undefined ? [] : ['--requirepass', password];
  const start = () =>
    new Promise<void>((resolve, reject) => {
      child = spawn('redis-server', [...args, ...secret], { stdio: ['ignore', 'pipe', 'ignore'] });
      child.on('error', reject);
      child.stdout?.on('data', (text: Buffer) => {
        if (text.includes('Ready to accept connections')) resolve();
      });
    });
  await start();
  return {
    address: `redis://127.0.0.1:${port}`,
    start,
    kill: () =>
      new Promise((resolve) => {
        child?.on('close', () => resolve());
        child?.kill('SIGKILL');
      }),
  };
}

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
