// tools/documents/write.ts: writes the documents that come from the registry, the files and runs.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openNodeLibrary } from '../../cli/node-library.js';
import { interventionsDocument } from './interventions.js';
import { stressDes } from './stress-des.js';
import { systemsDocument } from './systems.js';
import { withStories } from './walkthrough.js';

// This runs from one folder below the root, as everything that is built.
const write = (name: string, text: string): void =>
  writeFileSync(new URL(`../docs/${name}`, import.meta.url), text);

const library = openNodeLibrary();
write('interventions.md', interventionsDocument(library));
write('systems.md', systemsDocument(library));
write('stress-des.md', await stressDes());
const walkthrough = readFileSync(new URL('../docs/walkthrough.md', import.meta.url), 'utf8');
const program = fileURLToPath(new URL('../bin/winterflow.mjs', import.meta.url));
write('walkthrough.md', withStories(walkthrough, program));
