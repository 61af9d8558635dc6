// test/docs/stress-des.test.ts: the generated document is what a run gives today.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { stressDes } from '../../tools/documents/stress-des.js';

it('docs/stress-des.md holds the figures of a run made now (else: npm run documents)', async () => {
  const stored = readFileSync(new URL('../../docs/stress-des.md', import.meta.url), 'utf8');
  expect(await stressDes()).toBe(stored);
});
