// cli/kept-models.ts: which number a model has in a journal of winters that are kept; a list that is only
// ever added to, so that no winter is ever read as that of another model.

import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs';
import { z } from 'zod';
import { CommandError, DISK } from './exit-codes.js';
import { reasonOf } from './file-errors.js';
import { jsonOf } from './json-text.js';

const SUM_DIGITS = 16;

const lineSchema = z.strictObject({
  model: z.int().min(0),
  hash: z.string(),
  sum: z.string(),
});

export class KeptModels {
  /** One sentence for each line that cannot be used. */
  readonly warnings: string[] = [];
  private readonly numbers = new Map<string, number>();
  private next = 0;
  private file: number | null = null;
  /** Bytes of whole lines; what follows them was being written when a process ended. */
  private end: number;

  /**
   * Reads the list, if there is one.
   * @param id what the lines are sealed for
   */
  constructor(
    private readonly path: string,
    private readonly id: string,
  ) {
    const text = existsSync(path) ? readFileSync(path, 'latin1') : '';
    const lines = text.split('\n').slice(0, -1);
    this.end = text.lastIndexOf('\n') + 1;
    for (const [i, line] of lines.entries()) this.take(line, i + 1);
  }

  /** Number of a model; undefined when no winter of it is kept. */
  numberOf(hash: string): number | undefined {
    return this.numbers.get(hash);
  }

  /** Numbers from this one on are free; a journal may have winters of models whose lines are damaged. */
  startAfter(number: number): void {
    this.next = Math.max(this.next, number + 1);
  }

  /**
   * Gives a model a number. It is on the disk before any winter has it: a number that was lost and given
   * again would make one model's winters those of another.
   * @throws CommandError when the disk refuses
   */
  add(hash: string): number {
    const model = this.next;
    const line = JSON.stringify({ model, hash, sum: this.sumOf(model, hash) });
    try {
      this.file ??= openSync(this.path, 'a');
      ftruncateSync(this.file, this.end);
      const bytes = Buffer.from(`${line}\n`);
      for (let done = 0; done < bytes.length; ) done += writeSync(this.file, bytes, done);
      fsyncSync(this.file);
      this.end += bytes.length;
    } catch (error) {
      throw new CommandError(DISK, `${this.path}: cannot be written: ${reasonOf(error)}.`);
    }
    this.next = model + 1;
    this.numbers.set(hash, model);
    return model;
  }

  close(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
  }

  private take(text: string, number: number): void {
    const parsed = lineSchema.safeParse(jsonOf(text));
    if (parsed.success && parsed.data.sum === this.sumOf(parsed.data.model, parsed.data.hash)) {
      this.numbers.set(parsed.data.hash, parsed.data.model);
      this.startAfter(parsed.data.model);
    } else {
      this.warnings.push(
        `${this.path}:${number}: the line is damaged; the winters of its model are simulated again.`,
      );
    }
  }

  private sumOf(model: number, hash: string): string {
    const place = `${this.id} ${model} ${hash}`;
    return createHash('sha256').update(place).digest('hex').slice(0, SUM_DIGITS);
  }
}
