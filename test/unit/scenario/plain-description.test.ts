// test/unit/scenario/plain-description.test.ts: what people read of a file has no references in it.

import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { plainDescription } from '../../../sim/scenario/plain-description.js';
import { library } from '../../model/batches.js';

describe('a plain description', () => {
  it.each([
    ['IV5. Beds cut (002 L1290-1293, L1432).', 'Beds cut.'],
    ['IV10, 2 vehicles (003 L1114; from 2 to 4 planned).', '2 vehicles (from 2 to 4 planned).'],
    ['IV20, review area 2 (002 L1405-1413): every unit closes.', 'Every unit closes.'],
    ['IV8 as the plan promised (003 L352, L366): fewer.', 'As the plan promised: fewer.'],
    ['Funding ends (000 L133 and 001 L311: for a time).', 'Funding ends (for a time).'],
    ['A wave (W1, W3): 0.8 % (a fifth) closed.', 'A wave: 0.8 % (a fifth) closed.'],
    ['Nothing (390,000 of them) to take out.', 'Nothing (390,000 of them) to take out.'],
    ['', ''],
  ])('of "%s" is "%s"', (text, plain) => expect(plainDescription(text)).toBe(plain));

  for (const kind of ['system', 'winter', 'plan'] as const) {
    it.each(library.names(kind))(`of the ${kind} %s has no reference left`, (name) => {
      const { description } = parse(library.read(kind, name)?.text ?? '');
      const plain = plainDescription(description);
      expect(plain).not.toMatch(/\b(IV|SYS|T|W)\d|(?<![\d,])00\d\b|\b[LC]\d{2,}/);
      expect(plain).toMatch(/^[A-Z0-9].{15,}\.$/s);
      expect(plain).not.toMatch(/ [.,;:)]|\( |\(\)|[,;:]\./);
    });
  }
});
