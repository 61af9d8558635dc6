// tools/documents/write-validation.ts: writes docs/validation.md.

import { writeFileSync } from 'node:fs';
import { openNodeLibrary } from '../../cli/node-library.js';
import { validation } from './validation.js';

// This runs from one folder below the root, as everything that is built.
const target = new URL('../docs/validation.md', import.meta.url);
writeFileSync(target, await validation(openNodeLibrary()));
