// test/unit/outcomes/provenance.test.ts: results carry the version of the package they came from.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { VERSION } from '../../../sim/outcomes/provenance.js';

it('is the version of the package', () => {
  const file = new URL('../../../package.json', import.meta.url);
  expect(VERSION).toBe(JSON.parse(readFileSync(file, 'utf8')).version);
});
