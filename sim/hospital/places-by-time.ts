// sim/hospital/places-by-time.ts: places known by when each is free again: lounge and virtual ward.

/** Takes a place until a moment; false when none is free now. */
export function takePlace(until: Float64Array, now: number, to: number): boolean {
  for (let i = 0; i < until.length; i++) {
    if (until[i] > now) continue;
    until[i] = to;
    return true;
  }
  return false;
}

export function placesTaken(until: Float64Array, now: number): number {
  let taken = 0;
  for (let i = 0; i < until.length; i++) if (until[i] > now) taken++;
  return taken;
}
