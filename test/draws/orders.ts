// test/draws/orders.ts: orders in which draws are looked at: neighbours in one part of their key,
// and as the model makes them. A fault of the keys shows as dependence between neighbours.

import { ATTEMPTS_MAX, Draws, PURPOSES_MAX, STREAMS_MAX, tagOf } from '../../sim/engine/draws.js';
import { seedOf } from '../../sim/engine/seed.js';
import { STAY } from '../../sim/hospital/purposes.js';

/** Fills an array with the draws (32 bits each) that follow those of the last call. */
export type Order = (words: Int32Array) => void;

const PURPOSES_USED = 64;
const POINT_BITS = 6; // of the key of an arrival: hour, strip, point (sim/engine/arrivals.ts)
const STRIP_BITS = 9;
const POINTS = 4; // on average in a strip
const STRIPS = 4;

/** The orders, each made from a seed phrase. */
export const ORDERS: Readonly<Record<string, (seed: string) => Order>> = {
  /** The same purpose of one patient after the other. */
  patients: (seed) => {
    const draws = new Draws(seedOf(seed), 0);
    const tag = tagOf(0, STAY);
    return counting((i) => draws.bits(i | 0, tag));
  },
  /** All purposes of a patient, then of the next: both halves of each hash. */
  purposes: (seed) => {
    const draws = new Draws(seedOf(seed), 0);
    return counting((i) => draws.bits((i / PURPOSES_MAX) | 0, tagOf(0, i % PURPOSES_MAX)));
  },
  /** The same purpose of the same patient in one replication after the other. */
  replications: (seed) => {
    const words = seedOf(seed);
    const tag = tagOf(0, STAY);
    return counting((i) => new Draws(words, i | 0).bits(7, tag));
  },
  /** One try after the other: days of waiting for a discharge, rounds of a ward. */
  attempts: (seed) => {
    const draws = new Draws(seedOf(seed), 0);
    return counting((i) => draws.bits((i / ATTEMPTS_MAX) | 0, tagOf(0, STAY, i % ATTEMPTS_MAX)));
  },
  /** The same key in one stream after the other: attendances, referrals, flu, electives. */
  streams: (seed) => {
    const draws = new Draws(seedOf(seed), 0);
    return counting((i) => draws.bits((i / STREAMS_MAX) | 0, tagOf(i % STREAMS_MAX, STAY)));
  },
  /** One winter after the other, hour by hour: the keys of arrivals and all their purposes. */
  model: (seed) => {
    const words = seedOf(seed);
    const perHour = STRIPS * POINTS * PURPOSES_USED;
    const hours = 182 * 24;
    let draws = new Draws(words, 0);
    let current = 0;
    return counting((i) => {
      const replication = Math.floor(i / (hours * perHour));
      if (replication !== current) {
        current = replication;
        draws = new Draws(words, replication);
      }
      const place = i % (hours * perHour);
      const patient = Math.floor((place % perHour) / PURPOSES_USED);
      const hour = Math.floor(place / perHour);
      const strip = Math.floor(patient / POINTS);
      const cell = (hour << (STRIP_BITS + POINT_BITS)) | (strip << POINT_BITS);
      return draws.bits(cell | (patient % POINTS), tagOf(0, place % PURPOSES_USED));
    });
  },
};

/** An order by the number of the draw. */
export function counting(draw: (index: number) => number): Order {
  let next = 0;
  return (words) => {
    for (let i = 0; i < words.length; i++) words[i] = draw(next++);
  };
}
