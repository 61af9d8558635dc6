// tools/check.mjs: `npm run check`: types, types of sim/ without a page, and style, side by side. Prints
// what each says, in this order; ends with 1 when any fails.

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CHECKS = [
  ['tsc', '-p', 'tsconfig.json'],
  ['tsc', '-p', 'tsconfig.sim.json'],
  ['biome', 'check', '.'],
];

/** Runs a tool of the project; what it said, and whether it was content. */
function run([tool, ...args]) {
  const child = spawn(join(ROOT, 'node_modules/.bin', tool), args, { cwd: ROOT });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ said, isContent: code === 0 }));
  });
}

const results = await Promise.all(CHECKS.map(run));
results.forEach(({ said, isContent }, i) => {
  process.stdout.write(said);
  if (!isContent) process.stdout.write(`${CHECKS[i].join(' ')} found something.\n`);
});
process.exitCode = results.every(({ isContent }) => isContent) ? 0 : 1;
