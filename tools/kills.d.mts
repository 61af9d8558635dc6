// tools/kills.d.mts: types of tools/kills.mjs, for its test.

export interface Kills {
  kills: number;
  batches: number;
  beforeFirst: number;
  between: number;
  afterLast: number;
  differing: string[];
}

export function runKills(options: {
  kills: number;
  batches: number;
  replications: number;
  /** Whether kills fall evenly over the winters of a batch; else mostly while results are written. */
  spread?: boolean;
  onBatch?: (counts: Kills) => void;
}): Promise<Kills>;
