// bench/run.mjs: `npm run bench`: builds the benchmarks in one piece, as the product is built, and
// runs them.

import { build, bundle } from '../tools/build.mjs';

await build();
await bundle('bench/measure.ts', 'bench.js');
await import('../dist/bench.js');
