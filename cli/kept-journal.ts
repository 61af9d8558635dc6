// cli/kept-journal.ts: the journal of a results folder, as long as the folder is ours; what the disk
// refuses is said in a sentence.

import { join } from 'node:path';
import type { Measured } from '../sim/outcomes/measures.js';
import { counted } from '../sim/scenario/problems.js';
import { Journal, NotRepeatable } from '../workers/journal.js';
import { BUSY, CommandError, DISK, SOME_FAILED } from './exit-codes.js';
import { codeOf, reasonOf } from './file-errors.js';
import { JOURNAL, type ResultsFolder } from './results-folder.js';

const OWNER_CHECK_MILLISECONDS = 1000;

export interface KeptJournal {
  /** One sentence for each line that cannot be used. */
  readonly warnings: readonly string[];
  /**
   * Adds a result.
   * @throws CommandError when the disk refuses, another process has the folder, or the model is not
   *   repeatable
   */
  append(scenario: number, replication: number, measured: Measured): void;
  /** Reads a result with its daily series again. */
  read(scenario: number, replication: number): Measured;
  close(): void;
}

/**
 * Opens the journal of a folder, or begins it.
 * @param batch what the lines are sealed for
 * @param each called with each good line
 * @param kept how many winters are there, for sentences
 */
export function openKeptJournal(
  folder: ResultsFolder,
  batch: string,
  each: (scenario: number, replication: number, measured: Measured) => void,
  kept: () => number,
): KeptJournal {
  const path = join(folder.path, JOURNAL);
  let journal: Journal;
  try {
    journal = Journal.open(path, batch, each);
  } catch (error) {
    throw refusalOf(error, path, '');
  }
  let checkedAt = performance.now();
  return {
    warnings: journal.warnings,
    append: (scenario, replication, measured) => {
      if (performance.now() - checkedAt > OWNER_CHECK_MILLISECONDS) {
        checkedAt = performance.now();
        if (!folder.isMine()) {
          throw new CommandError(
            BUSY,
            `${folder.path}: another process has taken this folder over.`,
          );
        }
      }
      try {
        journal.append(scenario, replication, measured);
      } catch (error) {
        const rest = ` ${counted(kept(), 'winter')} are kept; the same command goes on from there.`;
        throw refusalOf(error, path, rest);
      }
    },
    read: (scenario, replication) => journal.read(scenario, replication),
    close: () => {
      try {
        journal.sync();
      } finally {
        journal.close();
      }
    },
  };
}

function refusalOf(error: unknown, path: string, rest: string): CommandError {
  if (error instanceof CommandError) return error;
  if (error instanceof NotRepeatable) return new CommandError(SOME_FAILED, error.message);
  if (codeOf(error) === String(error)) throw error;
  return new CommandError(DISK, `${path}: cannot be written: ${reasonOf(error)}.${rest}`);
}
