// test/unit/engine/threefry.ts: Threefry-2x32 from its published definition, plainly, on BigInt.
//
// Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC11, 2011): add
// the key, then rounds of add, rotate, exclusive or; every fourth round adds the next two of the
// three key words (the third is the parity of the two and a constant) and the number of the step.

const WORD = 2n ** 32n;
const ROTATIONS = [13n, 15n, 26n, 6n, 17n, 29n, 16n, 24n];
const PARITY = 0x1bd11bdan;

export type Words = readonly [number, number];

/** Enciphers a counter of two 32-bit words under a key of two; words may be given signed. */
export function threefry(rounds: number, key: Words, counter: Words): [number, number] {
  const [k0, k1] = key.map((word) => BigInt(word >>> 0));
  const keys = [k0, k1, k0 ^ k1 ^ PARITY];
  let x = (BigInt(counter[0] >>> 0) + keys[0]) % WORD;
  let y = (BigInt(counter[1] >>> 0) + keys[1]) % WORD;
  for (let round = 0; round < rounds; round++) {
    const rotation = ROTATIONS[round % 8];
    x = (x + y) % WORD;
    y = (((y << rotation) | (y >> (32n - rotation))) % WORD) ^ x;
    if (round % 4 === 3) {
      const step = (round + 1) / 4;
      x = (x + keys[step % 3]) % WORD;
      y = (y + keys[(step + 1) % 3] + BigInt(step)) % WORD;
    }
  }
  return [Number(x) | 0, Number(y) | 0];
}
