// bench/yardstick.ts: winter-lite as one hand-inlined loop on plain typed arrays, the measure that
// the kernel is held against. No kernel code: its own calendar (minute buckets, sorted on opening),
// its own random numbers (sfc32 and the textbook transforms), its own rings.

import type { LiteResult, WinterLite } from './lite.js';

const TRIAGED = 1;
const SEEN = 2;
const STAYED = 3;
const DELAYED = 4;
const ARRIVED = 5;
const TICK = 6;

const MINUTES = 1440;

/** Runs one replication and returns its measures. */
export function runYardstick(model: WinterLite, seed: number): LiteResult {
  let s0 = seed | 0;
  let s1 = 0x9e3779b9 | 0;
  let s2 = 0x243f6a88 | 0;
  let s3 = 1;
  const random = (): number => {
    const t = (((s0 + s1) | 0) + s3) | 0;
    s3 = (s3 + 1) | 0;
    s0 = s1 ^ (s1 >>> 9);
    s1 = (s2 + (s2 << 3)) | 0;
    s2 = ((s2 << 21) | (s2 >>> 11)) + t;
    return ((t >>> 0) + 0.5) * 2 ** -32;
  };
  for (let i = 0; i < 15; i++) random();
  let spare = 0;
  let hasSpare = false;
  const normal = (): number => {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    for (;;) {
      const u = 2 * random() - 1;
      const v = 2 * random() - 1;
      const s = u * u + v * v;
      if (s >= 1 || s === 0) continue;
      const f = Math.sqrt((-2 * Math.log(s)) / s);
      spare = v * f;
      hasSpare = true;
      return u * f;
    }
  };
  const edSigma = Math.sqrt(Math.log(1 + model.edCv ** 2));
  const edMu = Math.log(model.edMean) - edSigma ** 2 / 2;
  const losSigma = Math.sqrt(Math.log(1 + model.losCv ** 2));
  const losMu = Math.log(model.losMeanDays * MINUTES) - losSigma ** 2 / 2;
  const perMinute = model.perDay / MINUTES;
  const weightMean = model.weights.reduce((a, b) => a + b, 0) / model.weights.length;
  const weights = Float64Array.from(model.weights, (weight) => weight / weightMean);
  const weightMax = Math.max(...weights);
  const end = (model.warmDays + model.measDays) * MINUTES;
  const warm = model.warmDays * MINUTES;

  // Events: chains per minute; far events wait in chains per 4096 minutes.
  const time = new Float64Array(8192);
  const code = new Int32Array(8192); // kind | patient << 3
  const link = new Int32Array(8192);
  for (let i = 0; i < 8191; i++) link[i] = i + 1;
  let free = 0;
  const near = new Int32Array(4096).fill(-1);
  const far = new Int32Array(256).fill(-1);
  let front = -1;
  let minute = 0;
  const add = (at: number, what: number): void => {
    const slot = free;
    free = link[slot];
    time[slot] = at;
    code[slot] = what;
    const m = at | 0;
    if (m <= minute) {
      if (front === -1 || at < time[front]) {
        link[slot] = front;
        front = slot;
      } else {
        let p = front;
        while (link[p] !== -1 && time[link[p]] <= at) p = link[p];
        link[slot] = link[p];
        link[p] = slot;
      }
    } else if ((m ^ minute) < 4096) {
      link[slot] = near[m & 4095];
      near[m & 4095] = slot;
    } else {
      link[slot] = far[m >> 12];
      far[m >> 12] = slot;
    }
  };

  const arrivedAt = new Float64Array(8192);
  const freePatients = new Int32Array(8192);
  let freeCount = 8192;
  for (let i = 0; i < 8192; i++) freePatients[i] = 8191 - i;
  const triageLine = new Int32Array(4096);
  const edLine = new Int32Array(4096);
  const bedLine = new Int32Array(4096);
  let triageHead = 0;
  let triageTail = 0;
  let edHead = 0;
  let edTail = 0;
  let bedHead = 0;
  let bedTail = 0;
  let triageFree = model.triageServers;
  let edFree = model.edServers;
  let bedFree = model.beds;
  let occupied = 0;
  let events = 0;
  let ticks = 0;
  let tickSum = 0;
  let left = 0;
  let within = 0;
  let minutes = 0;

  add(-Math.log(random()) / perMinute / weightMax, ARRIVED);
  add(0, TICK);
  for (;;) {
    while (front === -1) {
      minute++;
      if ((minute & 4095) === 0) {
        let slot = far[minute >> 12];
        far[minute >> 12] = -1;
        while (slot !== -1) {
          const following = link[slot];
          const b = (time[slot] | 0) & 4095;
          link[slot] = near[b];
          near[b] = slot;
          slot = following;
        }
      }
      let slot = near[minute & 4095];
      near[minute & 4095] = -1;
      while (slot !== -1) {
        const following = link[slot];
        const at = time[slot];
        if (front === -1 || at < time[front]) {
          link[slot] = front;
          front = slot;
        } else {
          let p = front;
          while (link[p] !== -1 && time[link[p]] <= at) p = link[p];
          link[slot] = link[p];
          link[p] = slot;
        }
        slot = following;
      }
    }
    const now = time[front];
    if (now >= end) break;
    const what = code[front];
    const done = front;
    front = link[done];
    link[done] = free;
    free = done;
    const p = what >> 3;
    events++;
    switch (what & 7) {
      case ARRIVED: {
        if (random() * weightMax < weights[((now / 60) | 0) % 24]) {
          const q = freePatients[--freeCount];
          arrivedAt[q] = now;
          if (triageFree > 0) {
            triageFree--;
            add(now - Math.log(random()) * model.triageMean, TRIAGED | (q << 3));
          } else triageLine[triageTail++ & 4095] = q;
        } else events--;
        add(now - Math.log(random()) / perMinute / weightMax, ARRIVED);
        break;
      }
      case TRIAGED: {
        if (edFree > 0) {
          edFree--;
          add(now + Math.exp(edMu + edSigma * normal()), SEEN | (p << 3));
        } else edLine[edTail++ & 4095] = p;
        if (triageHead < triageTail) {
          const q = triageLine[triageHead++ & 4095];
          add(now - Math.log(random()) * model.triageMean, TRIAGED | (q << 3));
        } else triageFree++;
        break;
      }
      case SEEN: {
        let leaves = true;
        if (random() < model.pAdmit) {
          if (bedFree > 0) {
            bedFree--;
            occupied++;
            add(now + Math.exp(losMu + losSigma * normal()), STAYED | (p << 3));
          } else {
            leaves = false;
            bedLine[bedTail++ & 4095] = p;
          }
        } else freePatients[freeCount++] = p;
        if (leaves && now >= warm) {
          const t = now - arrivedAt[p];
          left++;
          minutes += t;
          if (t <= 240) within++;
        }
        if (edHead < edTail) {
          const q = edLine[edHead++ & 4095];
          add(now + Math.exp(edMu + edSigma * normal()), SEEN | (q << 3));
        } else edFree++;
        break;
      }
      case STAYED:
      case DELAYED: {
        if ((what & 7) === STAYED && random() < model.pDtoc) {
          add(now - Math.log(random()) * model.dtocMeanDays * MINUTES, DELAYED | (p << 3));
          break;
        }
        freePatients[freeCount++] = p;
        occupied--;
        if (bedHead < bedTail) {
          const q = bedLine[bedHead++ & 4095];
          occupied++;
          if (now >= warm) {
            const t = now - arrivedAt[q];
            left++;
            minutes += t;
            if (t <= 240) within++;
          }
          add(now + Math.exp(losMu + losSigma * normal()), STAYED | (q << 3));
        } else bedFree++;
        break;
      }
      default:
        if (now >= warm) {
          ticks++;
          tickSum += occupied;
        }
        add(now + 60, TICK);
    }
  }
  return {
    events,
    bedsOccupiedMean: tickSum / ticks,
    within4hShare: within / left,
    departmentMinutesMean: minutes / left,
  };
}
