// tools/documents/write.ts: writes the documents whose figures come from runs.

import { writeFileSync } from 'node:fs';
import { stressDes } from './stress-des.js';

// This runs from one folder below the root, as everything that is built.
writeFileSync(new URL('../docs/stress-des.md', import.meta.url), await stressDes());
