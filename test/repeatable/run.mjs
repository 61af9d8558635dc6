// test/repeatable/run.mjs: `npm run repeat`: builds command, page and the comparison, fetches the
// newest Node from npm into .cache/ (not a dependency: 100 MB), and runs the comparison.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, bundle } from '../../tools/build.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CACHE = join(ROOT, '.cache/newest-node');

/** Path of the newest Node, or null where npm has none for this machine. */
function newestNode() {
  mkdirSync(CACHE, { recursive: true });
  const options = ['install', '--prefix', CACHE, '--no-save', '--no-audit', '--no-fund'];
  try {
    execFileSync('npm', [...options, 'node@latest'], { stdio: 'ignore', cwd: CACHE });
  } catch {
    process.stdout.write('npm could not fetch the newest Node.\n');
  }
  const binary = join(CACHE, 'node_modules/node/bin/node');
  return existsSync(binary) ? binary : null;
}

await build();
await bundle('test/repeatable/hashes.ts', 'repeat-hashes.js');
await bundle('test/repeatable/run.ts', 'repeat.js');
execFileSync('npx', ['vite', 'build', '--logLevel', 'error'], { cwd: ROOT, stdio: 'inherit' });
const newest = newestNode();
if (newest === null) process.stdout.write('Without the newest Node: it is not compared.\n');
else process.argv.push('--newest', newest);
await import('../../dist/repeat.js');
