// cli/sweep-session.ts: the winters of a sweep while it runs: few numbers in memory, and every finished
// winter in the journal of its folder if it has one, so that a sweep that was stopped goes on.

import { join } from 'node:path';
import type { Measured } from '../sim/outcomes/measures.js';
import { counted } from '../sim/scenario/problems.js';
import { CANNOT_CREATE, CommandError } from './exit-codes.js';
import { openKeptJournal } from './kept-journal.js';
import { hasNoLines } from './open-session.js';
import { outcomesOnly } from './outcomes-only.js';
import { JOURNAL, MANIFEST, type ResultsFolder, SWEEP } from './results-folder.js';
import { differenceOfSweeps, parseSweep, type SweepHeader, sweepText } from './sweep-header.js';
import { figuresOf } from './swept-points.js';

/** The table of a sweep. */
export const POINTS = 'points.csv';

export interface SweepSession {
  /** Sentences for the person at the terminal: what was found, what is damaged. */
  readonly notes: readonly string[];
  /** The folder where winters are kept; null in memory. */
  readonly path: string | null;
  /** Winters that are finished. */
  count(): number;
  /** A finished winter of a point that has not all of them. */
  found(point: number, replication: number): Measured | undefined;
  /** Keeps a finished winter; gives what it keeps of it. */
  keep(point: number, replication: number, measured: Measured): Measured;
  /** Means and intervals at a point; undefined before its last winter is finished. */
  figures(point: number): Float64Array | undefined;
  close(): void;
}

/** Opens a sweep: in memory, or in a folder, where it begins or goes on. */
export function openSweep(folder: ResultsFolder | null, header: SweepHeader): SweepSession {
  const rows = new PointRows(header.points, header.replications);
  const of = {
    count: () => rows.count,
    found: (point: number, replication: number) => rows.get(point, replication),
    figures: (point: number) => rows.figures[point],
  };
  if (folder === null) {
    const keep = (point: number, replication: number, measured: Measured) =>
      rows.add(point, replication, outcomesOnly(measured));
    return { ...of, notes: [], path: null, keep, close: () => undefined };
  }
  beginOrGoOn(folder, header);
  const journal = openKeptJournal(
    folder,
    header.id,
    (point, replication, measured) => rows.add(point, replication, outcomesOnly(measured)),
    () => rows.count,
  );
  const notes = [...journal.warnings];
  const total = header.points * header.replications;
  if (rows.count > 0)
    notes.push(`Going on: ${rows.count} of ${counted(total, 'winter')} are there.`);
  return {
    ...of,
    notes,
    path: folder.path,
    keep: (point, replication, measured) => {
      const kept = outcomesOnly(measured);
      journal.append(point, replication, kept);
      return rows.add(point, replication, kept);
    },
    close: () => journal.close(),
  };
}

/** Makes a folder that of this sweep; its lines stay when it is that already. */
function beginOrGoOn(folder: ResultsFolder, wanted: SweepHeader): void {
  const there = sweepIn(folder);
  const difference = there === null ? '' : differenceOfSweeps(there, wanted);
  if (there !== null && difference === '') return;
  if (there !== null && !isFinished(folder, there) && !hasNoLines(folder, there)) {
    throw new CommandError(
      CANNOT_CREATE,
      `${folder.path}: holds an unfinished sweep with ${difference}; name another folder, or ` +
        'remove this one.',
    );
  }
  // The journal goes before what explains it.
  for (const name of [POINTS, JOURNAL, MANIFEST]) folder.remove(name);
  folder.write(SWEEP, sweepText(wanted));
}

function sweepIn(folder: ResultsFolder): SweepHeader | null {
  const text = folder.read(SWEEP);
  if (text === null) return null;
  try {
    return parseSweep(text);
  } catch (error) {
    throw new CommandError(
      CANNOT_CREATE,
      `${join(folder.path, SWEEP)}: ${(error as Error).message}.`,
    );
  }
}

function isFinished(folder: ResultsFolder, { id }: SweepHeader): boolean {
  try {
    const manifest = JSON.parse(folder.read(MANIFEST) ?? '') as Record<string, unknown>;
    return manifest.sweep === id && manifest.complete === true;
  } catch {
    return false;
  }
}

/** Winters by point, held only until the point has all of them. */
class PointRows {
  readonly figures: (Float64Array | undefined)[];
  count = 0;
  private readonly open = new Map<number, Map<number, Measured>>();

  constructor(
    points: number,
    private readonly replications: number,
  ) {
    this.figures = new Array<Float64Array | undefined>(points);
  }

  get(point: number, replication: number): Measured | undefined {
    return this.open.get(point)?.get(replication);
  }

  add(point: number, replication: number, measured: Measured): Measured {
    const winters = this.open.get(point) ?? new Map<number, Measured>();
    this.open.set(point, winters.set(replication, measured));
    this.count++;
    if (winters.size === this.replications) {
      // In the order of winters, whatever the order in which they were finished: sums are the same.
      const inOrder = [...winters].sort(([one], [other]) => one - other);
      this.figures[point] = figuresOf(inOrder.map(([, { outcomes }]) => outcomes));
      this.open.delete(point);
    }
    return measured;
  }
}
