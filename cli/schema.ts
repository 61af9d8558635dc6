// cli/schema.ts: `winterflow schema`: the JSON Schema of a kind of file, for editors.

import { z } from 'zod';
import { type FileKind, SCHEMAS } from '../sim/scenario/schema.js';
import { CommandError, DONE, USAGE } from './exit-codes.js';

/** Prints the JSON Schema (2020-12) of scenario, system, winter or plan files. */
export function schema(kind: string): number {
  if (!Object.hasOwn(SCHEMAS, kind)) {
    throw new CommandError(
      USAGE,
      `There is no kind of file "${kind}"; known: ${Object.keys(SCHEMAS).join(', ')}.`,
    );
  }
  const json = z.toJSONSchema(SCHEMAS[kind as FileKind], {
    unrepresentable: 'any',
    io: 'input',
    reused: 'ref',
  });
  process.stdout.write(`${JSON.stringify(json, null, 2)}\n`);
  return DONE;
}
