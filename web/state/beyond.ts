// web/state/beyond.ts: what the page Explore has simulated beyond the batch that is shown, as far as it belongs
// to it, so that the board pack can have pages of it.

import { useLayoutEffect, useMemo, useReducer } from 'preact/hooks';
import { difference } from '../../sim/outcomes/intervals.js';
import { OUTCOME_KEYS, type Outcome, outcomeOf } from '../../sim/outcomes/keys.js';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import { partsOf } from '../../sim/outcomes/waterfall.js';
import { regretOfRuns } from '../../sim/questions/regret-of-runs.js';
import type { Driver } from '../charts/tornado-card.js';
import { daysOver } from '../charts/winter-card.js';
import type { Beyond, DriversFound, RegretFound } from '../export/beyond.js';
import type { WinterSource } from '../export/winter-source.js';
import {
  type Answered,
  type Answers,
  answers,
  belonging,
  type DriversRuns,
  type RegretRuns,
} from './answers.js';
import type { Shown, ShownRun } from './shown.js';

/** Keeps an answer to a question about the results that are shown. */
export function keepAnswer<K extends keyof Answers>(
  kind: K,
  shown: Shown,
  answer: NonNullable<Answers[K]>['answer'] | null,
): void {
  if (!('project' in shown) || answer === null) return;
  const { project, batch } = shown;
  answers.set({ [kind]: { project, seed: batch.summary.seed, answer } } as Partial<Answers>);
}

/** What lies beyond the results that are shown, as far as it belongs to them. */
export function beyondOf(shown: Shown): Beyond {
  const { together, drivers, regret } = answers.get();
  const own = <T>(kept: Answered<T> | null): T | undefined => belonging(kept, shown)?.answer;
  const inBatch = shown.kind === 'run' ? partsOf(shown.runs, shown.models) : null;
  const [driven, regretted] = [own(drivers), own(regret)];
  return {
    together: inBatch ?? own(together),
    drivers: driven && driversFound(driven),
    regret: regretted && regretFound(regretted),
    winters: shown.kind === 'run' ? winterSource(shown) : undefined,
  };
}

/** The same, followed as answers come. */
export function useBeyond(shown: Shown): Beyond {
  const [count, drawAgain] = useReducer((times: number) => times + 1, 0);
  useLayoutEffect(() => answers.subscribe(() => drawAgain(undefined)), []);
  return useMemo(() => beyondOf(shown), [shown, count]);
}

/** The winters of a run of this page. */
export function winterSource({ runs, dates }: Pick<ShownRun, 'runs' | 'dates'>): WinterSource {
  return {
    names: runs.map(({ name }) => name),
    dates: (scenario) => dates[scenario],
    days: (scenario) => daysOfRuns(runs[scenario]),
    number: (scenario, place) => runs[scenario].numbers?.[place] ?? place,
    at: (scenario, place) => runs[scenario].replications[place],
  };
}

function daysOfRuns({ replications }: ScenarioRuns): number[] {
  return replications.map(daysOver);
}

/** What drives outcomes, of its runs. */
function driversFound({ scenario, made, names, share, runs }: DriversRuns): DriversFound {
  return {
    scenario,
    made,
    of: (key) => ({ drivers: driversOf(runs, names, share, key), base: meanOf(runs[0], key) }),
  };
}

/** Plans in several winters, of their runs. */
function regretFound({ made, batches }: RegretRuns): RegretFound {
  return { made, of: (key) => regretOfRuns(batches, key) };
}

function driversOf(
  runs: readonly ScenarioRuns[],
  names: readonly string[],
  share: number,
  key: Outcome,
): Driver[] {
  return names.map((name, i) => {
    const [low, high] = [runs[1 + 2 * i], runs[2 + 2 * i]];
    const percent = `${Math.round(share * 100)} %`;
    return {
      name,
      from: `${percent} less`,
      to: `${percent} more`,
      atFrom: meanOf(low, key),
      atTo: meanOf(high, key),
      swing: difference(valuesOf(high, key), valuesOf(low, key), outcomeOf(key).better),
    };
  });
}

function valuesOf({ replications }: ScenarioRuns, key: Outcome): Float64Array {
  const at = OUTCOME_KEYS.indexOf(key);
  return Float64Array.from(replications, ({ outcomes }) => outcomes[at]);
}

function meanOf(runs: ScenarioRuns, key: Outcome): number {
  const values = valuesOf(runs, key).filter((value) => !Number.isNaN(value));
  return values.reduce((total, value) => total + value, 0) / values.length;
}
