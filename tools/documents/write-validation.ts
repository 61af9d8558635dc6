// tools/documents/write-validation.ts: writes docs/validation.md; `-- --winters 2 --out FILE` a shorter one elsewhere.

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openNodeLibrary } from '../../cli/node-library.js';
import { VALIDATION_WINTERS, validation } from './validation.js';

const { values } = parseArgs({
  options: {
    winters: { type: 'string', default: String(VALIDATION_WINTERS) },
    out: { type: 'string' },
  },
});
// This runs from one folder below the root, as everything that is built.
const target = values.out ?? new URL('../docs/validation.md', import.meta.url);
writeFileSync(target, await validation(openNodeLibrary(), Number(values.winters)));
