// cli/undefined-outcome.ts: refuses to judge scenarios by an outcome that one of them does not give.

import type { Outcome } from '../sim/outcomes/keys.js';
import { BAD_INPUT, CommandError } from './exit-codes.js';

/** The sentence, with its place. */
export function undefinedOutcome(key: Outcome, scenario: string, winter: number): CommandError {
  return new CommandError(
    BAD_INPUT,
    `--outcome: ${key} is undefined in winter ${winter} of "${scenario}"; ` +
      'choose an outcome that every scenario gives in every winter.',
  );
}
