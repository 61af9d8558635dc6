#!/usr/bin/env node
// The command. In a checkout it first builds what has changed; in a package everything is built.
// Written so that a Node too old for the rest still reads it, and says which one is needed.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

function start() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    process.stderr.write(
      `Winterflow needs Node 20.19 or newer; this is ${process.versions.node}.\n`,
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
