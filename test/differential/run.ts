// test/differential/run.ts: `npm run differential -- --scenarios 5000`: random scenarios of the
// whole model on the fast kernel and on the plain ones; ends with 1 at the first difference.

import { parseArgs } from 'node:util';
import { PLAIN_KERNELS } from './naive-kernel/kernels.js';
import { randomScenario, widerScenario } from './random-scenario.js';
import { expectSameEvents } from './same-events.js';

const REPORT_EACH = 250;

const { values } = parseArgs({
  options: {
    scenarios: { type: 'string', default: '5000' },
    from: { type: 'string', default: '1' },
  },
});
const first = Number(values.from);
const count = Number(values.scenarios);
if (!(Number.isInteger(first) && Number.isInteger(count) && count > 0)) {
  throw new RangeError('--from and --scenarios take whole numbers.');
}

let events = 0;
const start = performance.now();
for (let i = 0; i < count; i++) {
  events += expectSameEvents(randomScenario(first + i), PLAIN_KERNELS);
  events += expectSameEvents(widerScenario(first + i), PLAIN_KERNELS);
  if ((i + 1) % REPORT_EACH === 0 || i + 1 === count) {
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    process.stdout.write(`${i + 1} scenarios, ${events} events, 0 differences, ${seconds} s\n`);
  }
}
process.stdout.write(
  `${count} random scenarios (${first} to ${first + count - 1}): ${events} events equal on ` +
    `${['the fast kernel', ...Object.keys(PLAIN_KERNELS)].join(', ')}.\n`,
);
