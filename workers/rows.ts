// workers/rows.ts: the results of one scenario in few large arrays: thousands of winters in little
// memory; daily series are held only while they are needed.

import { DAILY } from '../sim/outcomes/keys.js';
import type { Measured } from '../sim/outcomes/measures.js';
import type { DailyMemory } from './daily-memory.js';
import { Row, type Shape, shapeOf, valuesOf, widthOf } from './packed.js';

const ROWS_TOGETHER = 64;
const BYTES = 8;

/** Reads a result with its daily series again, by its replication. */
export type ReadAgain = (replication: number) => Measured;

export class Rows {
  /** Names and lengths that all results have; null before the first. */
  shape: Shape | null = null;
  private readonly rows = new Map<number, Row>();
  private block = new Float64Array(0);
  private used = 0;

  /**
   * Keeps a result without its daily series.
   * @throws RangeError when it is not shaped like the others
   */
  add(replication: number, measured: Measured): Row {
    const shape = shapeOf(measured);
    this.shape ??= shape;
    if (JSON.stringify(shape) !== JSON.stringify(this.shape)) {
      throw new RangeError(`Replication ${replication} is not shaped like those before it.`);
    }
    const width = widthOf(shape);
    if (this.used + width > this.block.length) {
      this.block = new Float64Array(width * ROWS_TOGETHER);
      this.used = 0;
    }
    const values = this.block.subarray(this.used, this.used + width);
    values.set(valuesOf(measured));
    this.used += width;
    const row = new Row(this.shape, values);
    this.rows.set(replication, row);
    return row;
  }

  get(replication: number): Row | undefined {
    return this.rows.get(replication);
  }

  get size(): number {
    return this.rows.size;
  }

  /**
   * Loads the daily series with these places in DAILY; all others are empty until `dropDaily`.
   * @param memory where they are put, over whatever was there
   */
  loadDaily(series: readonly number[], read: ReadAgain, memory: DailyMemory): void {
    const room = memory.room(this.rows.size * series.length, this.shape?.days ?? 0);
    let next = 0;
    for (const [replication, row] of this.rows) {
      const { daily } = read(replication);
      if (row.daily.length === 0) row.daily = DAILY.map(() => NOTHING);
      else row.daily.fill(NOTHING);
      for (const s of series) {
        row.daily[s] = room[next++];
        row.daily[s].set(daily[s]);
      }
    }
  }

  /** Gives the memory of daily series free. */
  dropDaily(): void {
    for (const row of this.rows.values()) row.daily = [];
  }

  /** Daily series that fit together into so many bytes; at least one. */
  seriesWithin(bytes: number): number {
    const each = Math.max(1, this.rows.size) * (this.shape?.days ?? 1) * BYTES;
    return Math.max(1, Math.min(DAILY.length, Math.floor(bytes / each)));
  }
}

const NOTHING = new Float64Array(0);
