// tools/documents.mjs: `npm run documents`: builds and runs what writes the generated documents.

import { build, bundle } from './build.mjs';

await build();
await bundle('tools/documents/write.ts', 'documents.js');
await import('../dist/documents.js');
