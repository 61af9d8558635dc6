// tools/planted.mjs: `npm run planted`: builds and runs the recovery of planted truths.

import { build, bundle } from './build.mjs';

await build();
await bundle('tools/documents/planted.ts', 'planted.js');
await import('../dist/planted.js');
