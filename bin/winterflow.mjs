#!/usr/bin/env node
// The command. In a checkout it first builds what has changed; in a package everything is built.
// Written so that a Node too old for the rest still reads it, and says which one is needed.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getHeapStatistics } from 'node:v8';

// With less, Node dies in the middle of something; its limit includes about 48 MB of its own.
const HEAP_MEGABYTES_LEAST = 72;

function start() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(
      `Winterflow needs Node 20.19 or newer; this is ${process.versions.node}.\n`,
    );
    process.exitCode = 64;
    return null;
  }
  const heapMegabytes = Math.floor(getHeapStatistics().heap_size_limit / 1e6);
  if (heapMegabytes < HEAP_MEGABYTES_LEAST) {
    process.stderr.write(
      `Node may use ${heapMegabytes} MB here; at least ${HEAP_MEGABYTES_LEAST} MB are needed. ` +
        'Raise --max-old-space-size in NODE_OPTIONS.\n',
    );
    process.exitCode = 64;
    return null;
  }
  return built()
    .then(() => import('../dist/main.js'))
    .then(({ main }) => main(process.argv.slice(2)))
    .then((code) => {
      process.exitCode = code;
    });
}

function built() {
  const source = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
  if (!existsSync(source)) return Promise.resolve();
  return import('../tools/build.mjs').then(({ build, isStale }) =>
    isStale() ? build() : undefined,
  );
}

start();
