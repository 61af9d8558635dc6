// test/structure/flags.test.ts: each flag of a patient is a bit of its own.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as patient from '../../sim/hospital/patients.js';

it('no two flags of a patient share a bit', () => {
  const text = readFileSync(new URL('../../sim/hospital/patients.ts', import.meta.url), 'utf8');
  const part = text.slice(text.indexOf('// Flags, set'), text.indexOf('// Flags of the front'));
  const names = [...part.matchAll(/export const (\w+)/g)].map((match) => match[1]);
  const flags = names.map((name) => (patient as unknown as Record<string, number>)[name]);
  expect(flags.length).toBeGreaterThan(10);
  expect(flags.every((flag) => flag > 0 && (flag & (flag - 1)) === 0)).toBe(true);
  expect(new Set(flags).size).toBe(flags.length);
});
