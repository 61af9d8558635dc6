// bench/run.mjs: `npm run bench`, and with a name another measurement: builds it in one piece, as the
// product is built, and runs it in a process of its own: what building takes is not counted.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build, bundle } from '../tools/build.mjs';

const NAMES = ['measure', 'curves', 'memory'];
const [given] = process.argv.slice(2);
const name = NAMES.includes(given) ? given : 'measure';
await build();
await bundle(`bench/${name}.ts`, 'bench.js');
const program = fileURLToPath(new URL('../dist/bench.js', import.meta.url));
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
