// test/repeatable/hashes.ts: `node dist/repeat-hashes.js COUNT WORKERS`: prints the hashes of random
// scenarios as JSON, to be run by whichever Node is to be compared.

import { fingerprintsOf, randomTasks, shuffled } from './fingerprints.js';

const [count, workers] = process.argv.slice(2).map(Number);
const tasks = randomTasks(count);
const hashes = await fingerprintsOf(tasks, { workers, order: shuffled(count, workers) });
process.stdout.write(JSON.stringify({ version: process.version, hashes }));
