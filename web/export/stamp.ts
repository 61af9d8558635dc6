// web/export/stamp.ts: what made the numbers of a page, in one line: version, scenarios, seed, winters, data.

import { HASH_SHOWN, winters } from '../charts/batch.js';
import type { Made } from './beyond.js';

/** The stamp of results. */
export function madeText({ version, hashes, seed, replications, data }: Made): string {
  const shown = hashes.map((hash) => hash.slice(0, HASH_SHOWN));
  return [
    `Winterflow ${version}`,
    `${shown.length > 1 ? 'scenarios' : 'scenario'} ${shown.join(', ') || 'none'}`,
    `seed “${seed}”`,
    `${winters(replications)} of each scenario`,
    `data: ${data}`,
  ].join(' · ');
}
