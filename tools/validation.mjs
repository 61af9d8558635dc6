// tools/validation.mjs: `npm run validation`: builds and runs what writes docs/validation.md.

import { build, bundle } from './build.mjs';

await build();
await bundle('tools/documents/write-validation.ts', 'validation.js');
await import('../dist/validation.js');
