#!/usr/bin/env node
// The command. In a checkout it first builds what has changed; in a package everything is built.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Winterflow needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(64);
}
if (existsSync(fileURLToPath(new URL('../cli/main.ts', import.meta.url)))) {
  const { build, isStale } = await import('../tools/build.mjs');
  if (isStale()) await build();
}
const { main } = await import('../dist/main.js');
process.exitCode = await main(process.argv.slice(2));
