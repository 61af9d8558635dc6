// test/golden/scenarios.ts: the scenarios whose results are kept, and how they are run.

import { estimate } from '../../sim/outcomes/intervals.js';
import { OUTCOME_KEYS, type Outcome } from '../../sim/outcomes/keys.js';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import { type Resolved, resolve } from '../../sim/scenario/resolve.js';
import { fingerprint } from '../../sim/verification/fingerprint.js';
import { batchOf, changed, LISTER, library, lister, shorten } from '../model/batches.js';

export const REPLICATIONS = 1;
const SEED = 'golden';
const DIGITS = 6; // significant, in the files; the hash sees every bit

/** A golden file: means for people, a hash for the test. */
export interface Golden {
  scenario: string;
  seed: string;
  replications: number;
  /** SHA-256 of all outcomes and daily series, to the last bit. */
  sha256: string;
  /** Mean of each outcome; null where it is undefined. */
  outcomes: Record<Outcome, number | null>;
}

const winter = (name: string): Resolved => resolve(library, { system: LISTER, winter: name });

/** A quarter of a winter at a hospital of a quarter of the size, with twice its patients. */
function smallAndCrowded(): Resolved {
  return changed({ system: LISTER }, 'small and crowded', (model) => {
    shorten(model, '2017-11-11');
    for (const pool of ['assessment', 'medical', 'surgical', 'olderPeople', 'children'] as const) {
      model.beds[pool].core = Math.round(model.beds[pool].core / 4);
    }
    model.demand.attendancesPerDay /= 2;
    model.demand.referredPerDay /= 2;
    model.electives.perDay = model.electives.perDay.map((count) => count / 2);
  });
}

function quiet(): Resolved {
  return changed({ system: LISTER }, 'quiet', (model) => {
    shorten(model, '2017-11-11');
    model.demand.attendancesPerDay = 0;
    model.demand.referredPerDay = 0;
    model.season.flu.scale = 0;
    model.electives.perDay = [0, 0, 0, 0, 0, 0, 0];
  });
}

/** By file name. */
export const GOLDEN_SCENARIOS: Readonly<Record<string, () => Resolved>> = {
  'lister-2017-18': () => lister(),
  'lister-2016-17': () => resolve(library, { system: 'lister-2016-17' }),
  'winter-mild': () => winter('mild-flu'),
  'winter-typical': () => winter('typical-flu'),
  'winter-severe': () => winter('severe-flu'),
  'plan-discharge-to-assess': () => lister(['discharge-to-assess']),
  'plan-escalation-beds-24': () => lister(['escalation-beds-24']),
  'plan-frailty-in-reach-50h': () => lister(['frailty-in-reach-50h']),
  'plan-frailty-in-reach-70h': () => lister(['frailty-in-reach-70h']),
  'plan-sdec-14h': () => lister(['sdec-14h']),
  'plan-all-together': () => lister(['all-together']),
  quiet,
  'small-and-crowded': smallAndCrowded,
};

/** Runs all scenarios as batches of the product are run, and gives the files by name. */
export async function runGolden(): Promise<Record<string, Golden>> {
  const names = Object.keys(GOLDEN_SCENARIOS);
  const scenarios = names.map((name) => ({ ...GOLDEN_SCENARIOS[name](), name }));
  const batch = await batchOf(scenarios, { replications: REPLICATIONS, seed: SEED });
  if (batch.failures.length > 0) throw new Error(batch.failures[0].cause);
  return Object.fromEntries(batch.scenarios.map((runs) => [runs.name, goldenOf(runs)]));
}

function goldenOf({ name, replications }: ScenarioRuns): Golden {
  const means = OUTCOME_KEYS.map((key, i) => {
    const { mean } = estimate(Float64Array.from(replications, ({ outcomes }) => outcomes[i]));
    return [key, mean === null ? null : Number(mean.toPrecision(DIGITS))];
  });
  return {
    scenario: name,
    seed: SEED,
    replications: REPLICATIONS,
    sha256: fingerprint(replications),
    outcomes: Object.fromEntries(means) as Record<Outcome, number | null>,
  };
}
