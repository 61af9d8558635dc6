// test/draws/stream.ts: `npm run draws -- stream ORDER [SEED]`: an endless stream of draws as raw
// bytes on standard output, for batteries of statistical tests that read one.

import { once } from 'node:events';
import { ORDERS } from './orders.js';

const WORDS = 1 << 18;

const [order = 'model', seed = 'battery'] = process.argv.slice(2);
if (!Object.hasOwn(ORDERS, order)) {
  throw new RangeError(`There is no order "${order}"; known: ${Object.keys(ORDERS).join(', ')}.`);
}

// The reader ends first: that is no error.
process.stdout.on('error', () => process.exit(0));
const fill = ORDERS[order](seed);
for (;;) {
  const words = new Int32Array(WORDS);
  fill(words);
  if (!process.stdout.write(new Uint8Array(words.buffer))) await once(process.stdout, 'drain');
}
