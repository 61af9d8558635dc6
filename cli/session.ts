// cli/session.ts: the results of a batch while it runs: in few arrays, and in the journal of its
// folder if it has one; a batch that was stopped goes on from there.

import type { Measured } from '../sim/outcomes/measures.js';
import { counted } from '../sim/scenario/problems.js';
import { Rows } from '../workers/rows.js';
import { type BatchHeader, headerText } from './batch-header.js';
import { openKeptJournal } from './kept-journal.js';
import { BATCH, type ResultsFolder } from './results-folder.js';

export interface Session {
  header: BatchHeader;
  rows: Rows[];
  /** Sentences for the person at the terminal: what was found, what is damaged. */
  notes: string[];
  /** True when a journal holds the daily series. */
  readonly journalled: boolean;
  found(scenario: number, replication: number): Measured | undefined;
  keep(scenario: number, replication: number, measured: Measured): Measured;
  /** Reads a result with its daily series again. */
  read(scenario: number, replication: number): Measured;
  /** Makes the batch one of more winters. */
  extend(replications: number): void;
  /** True when this replication is run here. */
  isMine(replication: number): boolean;
  close(): void;
}

/** Results in memory only, without their daily series. */
export function memorySession(header: BatchHeader): Session {
  const rows = header.scenarios.map(() => new Rows());
  return {
    header,
    rows,
    notes: [],
    journalled: false,
    found: (scenario, replication) => rows[scenario].get(replication),
    keep: (scenario, replication, measured) => rows[scenario].add(replication, measured),
    read: () => {
      throw new RangeError('Daily series are kept only in the folder of a batch.');
    },
    extend: (replications) => {
      header.replications = replications;
    },
    isMine: () => true,
    close: () => undefined,
  };
}

/** Results in memory without their daily series, and whole in the journal of a folder. */
export function journalSession(folder: ResultsFolder, header: BatchHeader): Session {
  const rows = header.scenarios.map(() => new Rows());
  const { shard, replications } = header;
  let there = 0;
  const journal = openKeptJournal(
    folder,
    header.id,
    (scenario, replication, measured) => {
      rows[scenario]?.add(replication, measured);
      if (replication < replications) there++;
    },
    () => rows.reduce((sum, { size }) => sum + size, 0),
  );
  const notes = [...journal.warnings];
  if (there > 0) {
    const total = rows.length * partOf(replications, header);
    notes.push(`Going on: ${there} of ${counted(total, 'winter')} are there.`);
  }
  return {
    header,
    rows,
    notes,
    journalled: true,
    found: (scenario, replication) => rows[scenario].get(replication),
    keep: (scenario, replication, measured) => {
      journal.append(scenario, replication, measured);
      return rows[scenario].add(replication, measured);
    },
    read: (scenario, replication) => journal.read(scenario, replication),
    extend: (more) => {
      header.replications = more;
      folder.write(BATCH, headerText(header));
    },
    isMine: (replication) => shard === undefined || replication % shard.of === shard.part - 1,
    close: () => journal.close(),
  };
}

/** Replications of each scenario that are run here. */
export function partOf(replications: number, { shard }: Pick<BatchHeader, 'shard'>): number {
  if (shard === undefined) return replications;
  return Math.floor((replications - shard.part + shard.of) / shard.of);
}
