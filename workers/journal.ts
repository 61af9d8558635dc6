// workers/journal.ts: what a batch has finished, one checked line for each replication, only ever
// added to: whatever happens to the process, the lines before stay, and the batch goes on from them.

import {
  closeSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import type { Measured } from '../sim/outcomes/measures.js';
import type { Row } from './packed.js';
import { REPLICATIONS_LIMIT, type Sealed, seal, unseal } from './sealed.js';

const SYNC_MILLISECONDS = 1000;
const READ_BYTES = 1 << 20;
const LINE_BYTES_MAX = 8e6;

/** A line that says other numbers than one before it: the model is not repeatable. */
export class NotRepeatable extends Error {}

/** Where a line stands in the file. */
interface Span {
  from: number;
  bytes: number;
  sum: string;
}

export class Journal {
  private readonly lines = new Map<number, Span>();
  private end = 0;
  private syncedAt = performance.now();
  private unsynced = false;
  /** One sentence for each line that cannot be used. */
  readonly warnings: string[] = [];

  private constructor(
    private readonly file: number,
    readonly batch: string,
    private readonly name: string,
    private readonly isReadOnly = false,
  ) {}

  /**
   * Opens the journal of a batch, or begins it. A last line that was not finished is cut off; a
   * damaged line is passed over with a warning.
   * @param each called with each good line
   * @throws NotRepeatable when two lines of one replication differ; errors of the file system
   */
  static open(
    path: string,
    batch: string,
    each: (scenario: number, replication: number, measured: Row) => void = () => undefined,
  ): Journal {
    const journal = new Journal(openSync(path, 'a+'), batch, path);
    try {
      journal.readAll(each);
    } catch (error) {
      closeSync(journal.file);
      throw error;
    }
    return journal;
  }

  /**
   * Reads a journal that another process may still write: nothing is changed.
   * @returns one sentence for each line that cannot be used
   */
  static scan(
    path: string,
    batch: string,
    each: (scenario: number, replication: number, measured: Row) => void,
  ): string[] {
    const journal = new Journal(openSync(path, 'r'), batch, path, true);
    try {
      journal.readAll(each);
      return journal.warnings;
    } finally {
      closeSync(journal.file);
    }
  }

  has(scenario: number, replication: number): boolean {
    return this.lines.has(keyOf(scenario, replication));
  }

  /** The sum of a replication's line: equal results have equal sums. */
  sumOf(scenario: number, replication: number): string | undefined {
    return this.lines.get(keyOf(scenario, replication))?.sum;
  }

  /** Reads a replication again, with its daily series. */
  read(scenario: number, replication: number): Row {
    const span = this.lines.get(keyOf(scenario, replication));
    const text = span === undefined ? '' : this.textAt(span.from, span.bytes);
    const line = unseal(this.batch, text);
    if (line === null) {
      throw new RangeError(`${this.name}: the line of replication ${replication} is damaged.`);
    }
    return line.measured;
  }

  /**
   * Adds a result. When the disk refuses, what was written of the line is taken back.
   * @throws errors of the file system; NotRepeatable
   */
  append(scenario: number, replication: number, measured: Measured): void {
    this.appendSealed(scenario, replication, seal(this.batch, scenario, replication, measured));
  }

  /** Adds a line of another journal of the same batch. */
  appendSealed(scenario: number, replication: number, { text, sum }: Sealed): void {
    if (!this.isNew(scenario, replication, sum)) return;
    const bytes = Buffer.from(`${text}\n`);
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(this.file, bytes, done);
      this.unsynced = true;
      if (performance.now() - this.syncedAt > SYNC_MILLISECONDS) this.sync();
    } catch (error) {
      this.takeBack();
      throw error;
    }
    this.lines.set(keyOf(scenario, replication), {
      from: this.end,
      bytes: bytes.length - 1,
      sum,
    });
    this.end += bytes.length;
  }

  /** Makes sure that the lines are on the disk. */
  sync(): void {
    if (this.unsynced) fsyncSync(this.file);
    this.unsynced = false;
    this.syncedAt = performance.now();
  }

  close(): void {
    closeSync(this.file);
  }

  private isNew(scenario: number, replication: number, sum: string): boolean {
    const before = this.lines.get(keyOf(scenario, replication));
    if (before === undefined) return true;
    if (before.sum === sum) return false;
    throw new NotRepeatable(
      `Replication ${replication} of scenario ${scenario + 1} gave two different results: the model ` +
        'is not repeatable here, and no result can be trusted.',
    );
  }

  private takeBack(): void {
    try {
      ftruncateSync(this.file, this.end);
    } catch {
      // The line that is not finished is found when the journal is opened again.
    }
  }

  private readAll(each: (scenario: number, replication: number, measured: Row) => void): void {
    const { size } = fstatSync(this.file);
    const chunk = Buffer.alloc(READ_BYTES);
    let rest = Buffer.alloc(0);
    let number = 0;
    let dropped = 0; // bytes of a line that is too long to be one
    for (let at = 0; at < size; ) {
      const read = readSync(this.file, chunk, 0, READ_BYTES, at);
      if (read === 0) break;
      at += read;
      let text = Buffer.concat([rest, chunk.subarray(0, read)]);
      for (let stop = text.indexOf(10); stop >= 0; stop = text.indexOf(10)) {
        this.end += dropped;
        this.take(text.subarray(0, stop), ++number, each);
        text = text.subarray(stop + 1);
        dropped = 0;
      }
      rest = text.length > LINE_BYTES_MAX ? text.subarray(0, 1) : text;
      dropped += text.length - rest.length;
    }
    // A last line without its end was being written when the process ended.
    if (rest.length + dropped > 0 && !this.isReadOnly) ftruncateSync(this.file, this.end);
  }

  private take(
    bytes: Buffer,
    number: number,
    each: (scenario: number, replication: number, measured: Row) => void,
  ): void {
    const line = unseal(this.batch, bytes.toString('latin1'));
    if (line === null) {
      this.warnings.push(
        `${this.name}:${number}: the line is damaged` +
          (this.isReadOnly ? ' and is passed over.' : '; its winter is simulated again.'),
      );
    } else if (this.isNew(line.scenario, line.replication, line.sum)) {
      const { scenario, replication, sum } = line;
      this.lines.set(keyOf(scenario, replication), { from: this.end, bytes: bytes.length, sum });
      each(scenario, replication, line.measured);
    }
    this.end += bytes.length + 1;
  }

  private textAt(from: number, length: number): string {
    const bytes = Buffer.alloc(length);
    readSync(this.file, bytes, 0, length, from);
    return bytes.toString('latin1');
  }
}

function keyOf(scenario: number, replication: number): number {
  return scenario * REPLICATIONS_LIMIT + replication;
}
