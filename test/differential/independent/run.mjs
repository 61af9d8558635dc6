// test/differential/independent/run.mjs: bundles run.ts in one piece, as the product is built, and
// runs it: `npm run differential:independent -- --scenarios 1000`.

import { bundle } from '../../../tools/build.mjs';

await bundle('test/differential/independent/run.ts', 'differential-independent.js');
await import('../../../dist/differential-independent.js');
