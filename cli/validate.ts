// cli/validate.ts: `winterflow validate`: files checked, one line for each problem.

import { InputError, problemLines } from '../sim/scenario/problems.js';
import { resolve } from '../sim/scenario/resolve.js';
import { CommandError, DONE, USAGE } from './exit-codes.js';
import { openNodeLibrary } from './node-library.js';
import { exitCodeOf } from './requests.js';

/** Checks scenario and system files; returns the exit code. */
export function validate(names: readonly string[]): number {
  if (names.length === 0) {
    throw new CommandError(
      USAGE,
      'Name the files to check, for example: winterflow validate my-winter.yaml',
    );
  }
  const library = openNodeLibrary();
  let worst = DONE;
  for (const name of names) {
    try {
      const { name: title, files } = resolve(library, { scenario: name });
      process.stdout.write(`${name}: "${title}" is in order (${files.join(', ')})\n`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      process.stderr.write(`${problemLines(error.problems).join('\n')}\n`);
      worst = Math.max(worst, exitCodeOf(error.problems));
    }
  }
  return worst;
}
