// test/golden/rewrite.ts: `npm run golden`: runs the golden scenarios and the reference run, prints
// what moved and by how much, and rewrites them with `-- --reason "why"`, which goes to CHANGELOG.md.

import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { REFERENCE } from '../../sim/verification/reference.js';
import { type Reference, runReference } from '../../sim/verification/self-check.js';
import { library } from '../model/batches.js';
import { changelogStart, markOf, movesBetween, readGolden, writeGolden } from './files.js';
import { runGolden } from './scenarios.js';

const ROOT = resolve(import.meta.dirname, '..');
const FOLDER = resolve(ROOT, 'test/golden/results');
const CHANGELOG = resolve(ROOT, 'CHANGELOG.md');
const REFERENCE_FILE = resolve(ROOT, 'sim/verification/reference.ts');

const { values } = parseArgs({ options: { reason: { type: 'string' } } });
const before = readGolden(FOLDER);
const after = await runGolden();
const reference = runReference(library);
const moves = movesBetween(before, after);
if (reference.model !== REFERENCE.model) moves.push('reference run: another model');
else if (reference.results !== REFERENCE.results) moves.push('reference run: other results');

const count = Object.keys(after).length;
if (moves.length === 0) say(`${count} golden scenarios and the reference run: nothing moved.`);
else {
  for (const move of moves) say(move);
  if (values.reason === undefined || values.reason.trim() === '') {
    say('Nothing was written. To keep these results: npm run golden -- --reason "why they moved"');
    process.exitCode = 1;
  } else rewrite(values.reason.trim());
}

function rewrite(reason: string): void {
  writeGolden(FOLDER, after);
  writeFileSync(REFERENCE_FILE, referenceText(reference));
  const line = `${changelogStart(markOf(after, reference))}${reason}`;
  const text = readFileSync(CHANGELOG, 'utf8');
  // Under the newest version, which stands first.
  const end = text.indexOf('\n## ', text.indexOf('\n## ') + 1);
  const head = (end < 0 ? text : text.slice(0, end)).trimEnd();
  const rest = end < 0 ? '' : text.slice(end);
  const gap = /\n- [^\n]*$/.test(head) ? '\n' : '\n\n';
  writeFileSync(CHANGELOG, `${head}${gap}${line}\n${rest}`);
  say(
    `Rewritten: ${count} golden scenarios and the reference run. CHANGELOG.md now says:\n${line}`,
  );
}

function referenceText({ model, results }: Reference): string {
  return `// sim/verification/reference.ts: hashes of the reference run; written by \`npm run golden\`.

export const REFERENCE = {
  model: '${model}',
  results: '${results}',
};
`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
