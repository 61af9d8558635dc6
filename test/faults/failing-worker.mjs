// test/faults/failing-worker.mjs: a worker that fails as the seed says: "exits once MARKER-FILE".

import { existsSync, writeFileSync } from 'node:fs';

/** Does a task; replication 1 fails, or every one, always or only the first time. */
export default function work({ seed, replication }) {
  const [how, often, marker] = seed.split(' ');
  if (often === 'always' || replication === 1) {
    if (often !== 'once' || !existsSync(marker)) {
      if (often === 'once') writeFileSync(marker, '');
      fail(how);
    }
  }
  return { outcomes: Float64Array.of(replication), daily: [], eventsCount: 1 };
}

function fail(how) {
  if (how === 'throws') throw new Error('Three patients are neither in a bed nor gone.');
  if (how === 'throws-text') throw 'a text that is no error';
  if (how === 'exits') process.exit(7);
  const rows = [];
  for (;;) rows.push(Array.from({ length: 1000 }, (_, i) => ({ i })));
}
