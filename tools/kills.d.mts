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
  onBatch?: (counts: Kills) => void;
}): Promise<Kills>;
