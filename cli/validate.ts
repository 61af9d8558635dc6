// cli/validate.ts: `winterflow validate`: files checked, one line for each problem.

import type { Library } from '../sim/scenario/library.js';
import { parseFile } from '../sim/scenario/parse.js';
import { InputError, problemLines } from '../sim/scenario/problems.js';
import { type Request, resolve } from '../sim/scenario/resolve.js';
import { CommandError, DONE, USAGE } from './exit-codes.js';
import { openNodeLibrary } from './node-library.js';
import { exitCodeOf } from './requests.js';

/** Checks scenario, system, winter and plan files; returns the exit code. */
export function validate(names: readonly string[], system: string): number {
  if (names.length === 0) {
    throw new CommandError(
      USAGE,
      'Name the files to check, for example: winterflow validate my-winter.yaml',
    );
  }
  const library = openNodeLibrary();
  let worst = DONE;
  for (const name of names) {
    const { request, beside } = requestFor(library, name, system);
    try {
      const { name: title, winter, files } = resolve(library, request);
      const called = 'winter' in request ? winter : title;
      process.stdout.write(`${name}: "${called}" is in order${beside} (${files.join(', ')})\n`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      process.stderr.write(`${problemLines(error.problems).join('\n')}\n`);
      worst = Math.max(worst, exitCodeOf(error.problems));
    }
  }
  return worst;
}

/** A winter or a plan is no hospital of its own: it is tried with a system. */
function requestFor(
  library: Library,
  name: string,
  system: string,
): { request: Request; beside: string } {
  for (const kind of ['scenario', 'system', 'winter', 'plan'] as const) {
    const source = library.read(kind, name);
    if (source === null) continue;
    const said = parseFile(source.file, source.text).value?.kind ?? kind;
    const beside = ` with ${system}`;
    if (said === 'winter') return { request: { system, winter: name }, beside };
    if (said === 'plan') return { request: { system, plans: [name] }, beside };
    break;
  }
  return { request: { scenario: name }, beside: '' };
}
