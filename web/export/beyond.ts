// web/export/beyond.ts: results beyond the means of a batch, from which a board pack may have pages: plans
// together, drivers, other winters, single winters. Each is there only where it was simulated.

import type { Outcome } from '../../sim/outcomes/keys.js';
import type { Parts } from '../../sim/outcomes/waterfall.js';
import type { WinterRegret } from '../../sim/questions/regret-of-runs.js';
import type { Driver } from '../charts/tornado-card.js';
import type { WinterSource } from './winter-source.js';

/** What made results that are not those of the batch itself. */
export interface Made {
  version: string;
  /** Of the scenarios that they begin from. */
  hashes: readonly string[];
  seed: string;
  replications: number;
  /** Names of system and winters. */
  data: string;
}

/** What drives outcomes: inputs moved one at a time. */
export interface DriversFound {
  /** The only outcome that it was asked for, where there is only one. */
  key?: Outcome;
  scenario: string;
  made: Made;
  /** Null for an outcome that it was not asked for. */
  of(key: Outcome): { drivers: Driver[]; base: number } | null;
}

/** Plans in several winters. */
export interface RegretFound {
  /** The only outcome that it was asked for, where there is only one. */
  key?: Outcome;
  made: Made;
  of(key: Outcome): WinterRegret | null;
}

export interface Beyond {
  together?: Parts;
  drivers?: DriversFound;
  regret?: RegretFound;
  winters?: WinterSource;
}
