// bench/run.mjs: `npm run bench`, and with a name another measurement: builds it in one piece, as the
// product is built, and runs it.

import { build, bundle } from '../tools/build.mjs';

const NAMES = ['measure', 'curves', 'memory'];
const [given] = process.argv.slice(2);
const name = NAMES.includes(given) ? given : 'measure';
await build();
await bundle(`bench/${name}.ts`, 'bench.js');
await import('../dist/bench.js');
