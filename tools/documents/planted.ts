// tools/documents/planted.ts: plants truths, fits them, and prints how far the fits lie from them.
//
// npm run planted -- 20 100        twenty truths, from number 100
//    npm run planted -- 20 100 ready  of returns that tell who is ready to leave

import { openNodeLibrary } from '../../cli/node-library.js';
import { inTurn, openSimulator, showCount } from '../../cli/simulator.js';
import { LEVER_SD } from '../../sim/calibration/lever-spread.js';
import { LEVERS } from '../../sim/calibration/levers.js';
import { recover } from '../../sim/calibration/planted.js';
import { TRUST_BASE } from '../../sim/calibration/trusts.js';

const tellsReady = process.argv.includes('ready');
const [count = 20, from = 100] = process.argv
  .slice(2)
  .filter((word) => word !== 'ready')
  .map(Number);
const library = openNodeLibrary();
const simulator = openSimulator(library, { workers: 2 });
const hidden = openSimulator(library, { workers: 1, seed: 'hidden from the fit' });
const base = simulator.resolved({ system: TRUST_BASE }).model;
const calendar = { dates: simulator.dates, lagDays: 1 };
const progress = showCount(count, 'truths', false);
const plants = Array.from({ length: count }, (_, i) => from + i);
const found = await inTurn(plants, 2, async (plant) => {
  const one = await recover(base, plant, calendar, hidden.simulate, simulator.simulate, tellsReady);
  progress();
  return one;
});
await simulator.close();
await hidden.close();
console.log('lever        mean error  sd of errors  stated sd  within the stated 95 % interval');
let [within, judged] = [0, 0];
for (const { id } of LEVERS) {
  if ((id === 'waits' || id === 'weekend') && !tellsReady) continue;
  const errors = found.map((one) => one.found[id] - one.truth[id]);
  const mean = errors.reduce((a, b) => a + b, 0) / count;
  const sd = Math.sqrt(errors.reduce((sum, x) => sum + x * x, 0) / count);
  const stated = LEVER_SD[id];
  const cells = [mean, sd].map((value) => value.toFixed(3).padStart(11));
  if (stated === null) {
    console.log(`${id.padEnd(12)}${cells.join(' ')}          no interval is stated`);
    continue;
  }
  const held = errors.filter((error) => Math.abs(error) <= 1.96 * stated).length;
  within += held;
  judged += count;
  cells.push(stated.toFixed(3).padStart(11));
  console.log(`${id.padEnd(12)}${cells.join(' ')}   ${held} of ${count}`);
}
console.log(`together: ${within} of ${judged}`);
