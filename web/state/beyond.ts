// web/state/beyond.ts: what the page Explore has simulated beyond the batch that is shown, for as long as the
// page is open, so that the board pack can have pages of it.

import { useLayoutEffect, useMemo, useReducer } from 'preact/hooks';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import { type Parts, partsOf } from '../../sim/outcomes/waterfall.js';
import { daysOver } from '../charts/winter-card.js';
import type { Beyond, DriversFound, RegretFound } from '../export/beyond.js';
import type { WinterSource } from '../export/winter-source.js';
import { type Project, simulateSame } from './project.js';
import type { Shown, ShownRun } from './shown.js';
import { Store } from './store.js';

/** Answers of one kind, with the project and the seed phrase that they belong to. */
interface Answered<T> {
  project: Project;
  seed: string;
  answer: T;
}

interface Answers {
  together: Answered<Parts> | null;
  drivers: Answered<DriversFound> | null;
  regret: Answered<RegretFound> | null;
}

/** The last answer of each kind. */
export const answers = new Store<Answers>({ together: null, drivers: null, regret: null });

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
  const own = <T>(kept: Answered<T> | null): T | undefined =>
    kept !== null &&
    'project' in shown &&
    kept.seed === shown.batch.summary.seed &&
    simulateSame(kept.project, shown.project)
      ? kept.answer
      : undefined;
  const inBatch = shown.kind === 'run' ? partsOf(shown.runs, shown.models) : null;
  return {
    together: inBatch ?? own(together),
    drivers: own(drivers),
    regret: own(regret),
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
