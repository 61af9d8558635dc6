// tools/queue-server.mjs: a Redis server of its own for a measurement, on loopback, that keeps nothing.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** A port of loopback that nobody listens on. */
export function freePort() {
  return new Promise((resolve) => {
    const listening = createServer().listen(0, '127.0.0.1', () => {
      const { port } = listening.address();
      listening.close(() => resolve(port));
    });
  });
}

/** Starts `redis-server`; resolves with its process once it takes connections. */
export function startServer(port) {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  return new Promise((resolve, reject) => {
    const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
    child.on('error', reject);
    child.stdout.on('data', (text) => {
      if (text.includes('Ready to accept')) resolve(child);
    });
  });
}

/** Resolves when a process has ended. */
export function closed(child) {
  return child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.on('close', resolve));
}
