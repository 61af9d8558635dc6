// tools/documents/calibration-checks.ts: the checks of the whole hospital to which nothing is fitted,
// as a section of docs/validation.md.

import type { Library } from '../../sim/scenario/library.js';
import { expectedText, intervalText, numberText } from '../../sim/verification/finding-words.js';
import { checksOf, reportOf, runCases } from '../../sim/verification/verify.js';

const IDS = ['V20', 'V21', 'V22'];
const SEED = 'winterflow';

/** Findings of the checks, in the settings of `winterflow verify`. */
export function calibrationChecks(library: Library): string {
  const setting = { length: 1, seed: SEED, library, serviceFactor: 1 };
  const { checks } = reportOf([...runCases(checksOf(IDS), setting)]);
  const rows = checks.flatMap(({ id, findings }) =>
    findings.map((finding) => {
      const { title, figure, expected, simulated, verdict } = finding;
      const cells = [id, title, figure, expectedText(expected), numberText(simulated)];
      return `| ${[...cells, intervalText(finding), verdict].join(' | ')} |`;
    }),
  );
  return `## Patterns to which nothing is fitted

Ready patients on national rates of leaving (V20), the rise of breaches with occupancy (V21, Paling 2020: 7.5
to 11.1 points from 85 to 100 %), and January against June (V22), as \`npx winterflow verify --only V20,V21,V22\`
prints them:

| | case | figure | expected | simulated | 95 % interval | |
|---|---|---|---:|---:|---|---|
${rows.join('\n')}

The dip at Christmas and the rebound in January (beds occupied, 24 to 26 December and 8 to 21 January) and
the cycle of the week stand in the tables of the systems below.`;
}
