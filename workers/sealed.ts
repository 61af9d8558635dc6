// workers/sealed.ts: one result as one line of text, sealed for its batch, scenario and replication.

import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Measured } from '../sim/outcomes/measures.js';
import { PACKED_BYTES_MAX, pack, type Row, unpack } from './packed.js';

const COMPRESSION = 4; // a fifth of the bytes in 3 ms; more takes longer and saves little
const SUM_DIGITS = 32;
/** Replications of a scenario are numbered below this. */
export const REPLICATIONS_LIMIT = 2 ** 21;

const lineSchema = z.strictObject({
  scenario: z.int().min(0),
  replication: z
    .int()
    .min(0)
    .max(REPLICATIONS_LIMIT - 1),
  data: z.base64(),
  sum: z.string().length(SUM_DIGITS),
});

/** The text of a line without its end, and the sum that seals it. */
export interface Sealed {
  text: string;
  sum: string;
}

/** Writes a result as a line; the seal holds for this batch, scenario and replication only. */
export function seal(
  batch: string,
  scenario: number,
  replication: number,
  measured: Measured,
): Sealed {
  const packed = pack(measured);
  const sum = sumOf(batch, scenario, replication, packed);
  const data = deflateRawSync(packed, { level: COMPRESSION }).toString('base64');
  return { text: JSON.stringify({ scenario, replication, data, sum }), sum };
}

/** Reads a line; null when it is damaged or of another batch. */
export function unseal(
  batch: string,
  text: string,
): { scenario: number; replication: number; sum: string; measured: Row } | null {
  try {
    const { scenario, replication, data, sum } = lineSchema.parse(JSON.parse(text));
    const packed = inflateRawSync(Buffer.from(data, 'base64'), {
      maxOutputLength: PACKED_BYTES_MAX,
    });
    if (sumOf(batch, scenario, replication, packed) !== sum) return null;
    return { scenario, replication, sum, measured: unpack(packed) };
  } catch {
    return null;
  }
}

function sumOf(batch: string, scenario: number, replication: number, packed: Uint8Array): string {
  const hash = createHash('sha256').update(`${batch} ${scenario} ${replication}\n`);
  return hash.update(packed).digest('hex').slice(0, SUM_DIGITS);
}
