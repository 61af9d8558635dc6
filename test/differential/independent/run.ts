// test/differential/independent/run.ts: random scenarios on the model and on the independent
// hospital, `--scenarios` of them from number `--from`; ends with 1 at a difference. See run.mjs.

import { parseArgs } from 'node:util';
import { randomScenario } from '../random-scenario.js';
import { expectSameStory } from './compare.js';

const REPORT_EACH = 100;

const { values } = parseArgs({
  options: {
    scenarios: { type: 'string', default: '1000' },
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
  events += expectSameStory(randomScenario(first + i));
  if ((i + 1) % REPORT_EACH === 0 || i + 1 === count) {
    const seconds = ((performance.now() - start) / 1000).toFixed(0);
    process.stdout.write(`${i + 1} scenarios, ${events} events, 0 differences, ${seconds} s\n`);
  }
}
process.stdout.write(
  `${count} random scenarios (${first} to ${first + count - 1}): ${events} events equal in the ` +
    'model and in the hospital written from docs/model.md.\n',
);
