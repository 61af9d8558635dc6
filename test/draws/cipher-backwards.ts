// test/draws/cipher-backwards.ts: Threefry-2x32-13 run backwards, each step undone in turn.

type Words = readonly [number, number];

const PARITY = 0x1bd11bda;
const ROTATIONS = [13, 15, 26, 6, 17, 29, 16, 24];
const ROUNDS = 13;

/** The counter that the cipher under this key turned into `out`. */
export function threefryBackwards(key: Words, out: Words): [number, number] {
  const keys = [key[0], key[1], key[0] ^ key[1] ^ PARITY];
  let [x, y] = out;
  for (let round = ROUNDS - 1; round >= 0; round--) {
    if ((round + 1) % 4 === 0) {
      const step = (round + 1) / 4;
      x = (x - keys[step % 3]) | 0;
      y = (y - keys[(step + 1) % 3] - step) | 0;
    }
    const mixed = y ^ x;
    const turn = ROTATIONS[round % 8];
    y = (mixed >>> turn) | (mixed << (32 - turn));
    x = (x - y) | 0;
  }
  return [(x - keys[0]) | 0, (y - keys[1]) | 0];
}
