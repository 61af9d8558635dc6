// workers/sealed.ts: one result as one line of text, sealed for its batch, scenario and replication.

import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { Measured } from '../sim/outcomes/measures.js';
import { PACKED_BYTES_MAX, pack, type Row, unpack } from './packed.js';

const COMPRESSION = 4; // a fifth of the bytes in 3 ms; more takes longer and saves little
const SUM_DIGITS = 32;
const BASE64_GROWTH = 4 / 3;
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;
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

/** Results that came sealed, with their lines: they need not be sealed again. */
const cameSealed = new WeakMap<Measured, Sealed & { place: string }>();

/** Writes a result as a line; the seal holds for this batch, scenario and replication only. */
export function seal(
  batch: string,
  scenario: number,
  replication: number,
  measured: Measured,
): Sealed {
  const came = cameSealed.get(measured);
  if (came?.place === placeOf(batch, scenario, replication)) return came;
  const packed = pack(measured);
  const sum = sumOf(batch, scenario, replication, packed);
  const data = deflateRawSync(packed, { level: COMPRESSION }).toString('base64');
  return { text: JSON.stringify({ scenario, replication, data, sum }), sum };
}

/** Reads a line, and how many bytes its numbers take; null when it is damaged or of another batch. */
export function unseal(
  batch: string,
  text: string,
): { scenario: number; replication: number; sum: string; bytes: number; measured: Row } | null {
  try {
    const { scenario, replication, data, sum } = lineSchema.parse(JSON.parse(text));
    const packed = inflateRawSync(Buffer.from(data, 'base64'), {
      maxOutputLength: PACKED_BYTES_MAX,
    });
    if (sumOf(batch, scenario, replication, packed) !== sum) return null;
    return { scenario, replication, sum, bytes: packed.length, measured: unpack(packed) };
  } catch {
    return null;
  }
}

/**
 * Reads a line as `unseal` does. Sealing its result again gives this very line, unless it is written in
 * another way than lines are written here or is longer than its numbers: then it is sealed anew.
 */
export function unsealKeeping(batch: string, text: string): ReturnType<typeof unseal> {
  const line = unseal(batch, text);
  if (line === null) return null;
  const { scenario, replication, sum, bytes, measured } = line;
  const start = `{"scenario":${scenario},"replication":${replication},"data":"`;
  const end = `","sum":"${sum}"}`;
  const isOurs =
    text.startsWith(start) &&
    text.endsWith(end) &&
    BASE64.test(text.slice(start.length, -end.length)) &&
    text.length < BASE64_GROWTH * bytes; // what is compressed is never longer
  const place = placeOf(batch, scenario, replication);
  if (isOurs) cameSealed.set(measured, { text, sum, place });
  return line;
}

function placeOf(batch: string, scenario: number, replication: number): string {
  return `${batch} ${scenario} ${replication}`;
}

function sumOf(batch: string, scenario: number, replication: number, packed: Uint8Array): string {
  const place = placeOf(batch, scenario, replication);
  const hash = createHash('sha256').update(`${place}\n`);
  return hash.update(packed).digest('hex').slice(0, SUM_DIGITS);
}
