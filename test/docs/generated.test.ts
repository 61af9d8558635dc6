// test/docs/generated.test.ts: documents made from the registry and the files are those of today.

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { interventionsDocument } from '../../tools/documents/interventions.js';
import { systemsDocument } from '../../tools/documents/systems.js';
import { library } from '../model/batches.js';

const stored = (name: string) =>
  readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');

it('docs/interventions.md is that of the registry and the plans (else: npm run documents)', () => {
  expect(interventionsDocument(library)).toBe(stored('interventions.md'));
});

it('docs/systems.md is that of the system files (else: npm run documents)', () => {
  expect(systemsDocument(library)).toBe(stored('systems.md'));
});
