// tools/results.mjs: `npm run results`: every plan against every system, into docs/results.md.
//
// npm run results -- [--replications 40] [--systems a,b] [--workers 2] [--seed PHRASE] [--out FILE] [--fresh]
// Each finished scenario is kept in .cache/results, so that a run that was stopped goes on; --fresh after a
// change of the model.

import { build, bundle } from './build.mjs';

await build();
await bundle('tools/results/run.ts', 'results.js');
await import('../dist/results.js');
