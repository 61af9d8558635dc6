// test/golden/run.mjs: `npm run golden`: bundles rewrite.ts in one piece, as the product is built,
// and runs it.

import { build, bundle } from '../../tools/build.mjs';

await build();
await bundle('test/golden/rewrite.ts', 'golden.js');
await import('../../dist/golden.js');
