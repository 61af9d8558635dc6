// test/draws/run.mjs: `npm run draws -- stream ORDER` and `npm run draws -- battery [ORDER...]`,
// each bundled in one piece, as the product is built.

import { bundle } from '../../tools/build.mjs';

await bundle('test/draws/stream.ts', 'draw-stream.js');
await bundle('test/draws/battery.ts', 'draw-battery.js');
const [what] = process.argv.splice(2, 1);
await import(what === 'stream' ? '../../dist/draw-stream.js' : '../../dist/draw-battery.js');
