// sim/verification/fingerprint.ts: results as one hash, exact to the last bit, on any machine.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Measured } from '../outcomes/measures.js';

const BYTES = 8; // of a double

/**
 * SHA-256 of replications in order: outcomes, of sites too, daily series, what services, units and
 * actions under pressure did, number of events; 64 hexadecimal digits.
 * Every bit of every number counts, but all undefined values (NaN) are alike, and numbers are
 * written the same way round on every machine.
 */
export function fingerprint(replications: readonly Measured[]): string {
  const hash = sha256.create();
  for (const replication of replications) {
    const { outcomes, sites, delays, services, units = [], actions } = replication;
    const { daily, eventsCount } = replication;
    const counts = services.flatMap(({ eligible, reached, changed }) => [
      eligible,
      reached,
      changed,
    ]);
    const ofUnits = units.flatMap((unit) => [
      unit.attendances,
      unit.clocked,
      unit.within4h,
      unit.begun,
      unit.within2h,
      unit.sentOn,
      unit.foundClosed,
    ]);
    const used = actions.filter(({ calls }) => calls > 0); // one never called changes nothing
    const done = used.flatMap(({ calls, days, bedDays, patients }) => [
      calls,
      days,
      bedDays,
      patients,
    ]);
    const last = Float64Array.of(...counts, ...ofUnits, ...done, eventsCount);
    for (const values of [outcomes, ...sites, delays, ...daily, last]) {
      hash.update(bytesOf(values));
    }
  }
  return bytesToHex(hash.digest());
}

function bytesOf(values: Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * BYTES));
  values.forEach((value, i) => {
    view.setFloat64(i * BYTES, Number.isNaN(value) ? Number.NaN : value, true);
  });
  return new Uint8Array(view.buffer);
}
