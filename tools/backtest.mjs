// tools/backtest.mjs: `npm run backtest`: builds and runs what writes docs/backtests.md.

import { build, bundle } from './build.mjs';

await build();
await bundle('tools/documents/write-backtests.ts', 'backtests.js');
await import('../dist/backtests.js');
