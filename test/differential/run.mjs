// test/differential/run.mjs: bundles run.ts in one piece, as the product is built, and runs it.

import { bundle } from '../../tools/build.mjs';

await bundle('test/differential/run.ts', 'differential.js');
await import('../../dist/differential.js');
