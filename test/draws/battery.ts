// test/draws/battery.ts: `npm run draws -- battery [ORDER...]`: the tests of dieharder (Debian's
// package of that name) on the stream of draws, in several orders. Takes hours; weekly, not in CI.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ORDERS } from './orders.js';

// Tests by their number in dieharder, with the tuples that some of them need; those it calls suspect
// itself (5, 6, 7, 14) are left out.
const TESTS: readonly (readonly [test: number, tuples?: number])[] = [
  ...[0, 1, 2, 3, 4, 8, 9, 10, 11, 12, 13, 15, 16, 17].map((test) => [test] as const), // Marsaglia
  ...[100, 101, 102].map((test) => [test] as const), // STS of NIST: bits, runs, serial
  ...[1, 2, 3, 4, 5, 6].map((tuples) => [200, tuples] as const), // Brown: distribution of bits
  ...[2, 3, 4, 5].map((tuples) => [201, tuples] as const), // minimum distance
  ...[2, 3, 4, 5].map((tuples) => [202, tuples] as const), // permutations
  ...[0, 1, 7, 31].map((tuples) => [203, tuples] as const), // lagged sums
  ...[204, 205, 206, 207, 208, 209].map((test) => [test] as const),
];
/** A p-value so near 0 or 1 that no list of tests of this length has one by chance. */
const FAILED_BELOW = 1e-6;
const WEAK_BELOW = 0.005;

interface Line {
  order: string;
  test: string;
  pValue: number;
}

/** Runs one test of dieharder on a fresh stream. */
async function runTest(
  order: string,
  [test, tuples]: readonly [number, number?],
  seed: string,
): Promise<Line[]> {
  const streamFile = fileURLToPath(new URL('./draw-stream.js', import.meta.url));
  const stream = spawn(process.execPath, [streamFile, order, seed], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const options = ['-g', '200', '-d', String(test), '-c', ','];
  if (tuples !== undefined) options.push('-n', String(tuples));
  const reader = spawn('dieharder', options, { stdio: [stream.stdout, 'pipe', 'inherit'] });
  reader.on('error', () => {
    process.stderr.write('The command dieharder is missing: apt-get install dieharder\n');
    process.exit(1);
  });
  stream.stdout.destroy();
  let text = '';
  reader.stdout.on('data', (part) => {
    text += part;
  });
  await once(reader, 'close');
  stream.kill();
  return linesOf(order, test, text);
}

/** Reads "name,ntuples,tsamples,psamples,p-value,assessment". */
function linesOf(order: string, test: number, text: string): Line[] {
  const rows = text
    .split('\n')
    .map((row) => row.split(',').map((cell) => cell.trim()))
    .filter((cells) => cells.length >= 6 && /^[01]\.\d+$/.test(cells[4]));
  if (rows.length === 0) throw new Error(`Test ${test} of dieharder said: ${text}`);
  return rows.map(([name, tuples, , , p]) => ({
    order,
    test: `${name} ${tuples}`,
    pValue: Number(p),
  }));
}

const asked = process.argv.slice(2);
const orders = asked.length > 0 ? asked : Object.keys(ORDERS);
const lines: Line[] = [];
for (const test of TESTS) {
  for (const order of orders) {
    for (const line of await runTest(order, test, 'battery')) {
      lines.push(line);
      process.stdout.write(`${order.padEnd(13)} ${line.test.padEnd(24)} ${line.pValue}\n`);
    }
  }
}
const edge = ({ pValue }: Line) => Math.min(pValue, 1 - pValue);
const failed = lines.filter((line) => edge(line) < FAILED_BELOW);
const weak = lines.filter((line) => edge(line) < WEAK_BELOW);
process.stdout.write(
  `${lines.length} p-values on ${orders.join(', ')}: ${failed.length} failed (within ` +
    `${FAILED_BELOW} of 0 or 1), ${weak.length} within ${WEAK_BELOW} of 0 or 1, of which chance ` +
    `alone gives ${(2 * WEAK_BELOW * lines.length).toFixed(1)}.\n`,
);
process.exitCode = failed.length > 0 ? 1 : 0;
