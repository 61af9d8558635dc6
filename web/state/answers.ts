// web/state/answers.ts: what the page Explore simulated beyond the batch that is shown, with the project and
// the seed phrase that it belongs to; as it is kept, runs are bare of all but their outcomes.

import type { Measured } from '../../sim/outcomes/measures.js';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import type { Parts } from '../../sim/outcomes/waterfall.js';
import type { Made } from '../export/beyond.js';
import { type Project, simulateSame } from './project.js';
import type { Shown } from './shown.js';
import { Store } from './store.js';

/** Runs with inputs moved one at a time, in pairs behind those of the scenario as it is. */
export interface DriversRuns {
  scenario: string;
  made: Made;
  /** Of the inputs. */
  names: readonly string[];
  /** How far each is moved down and up: 0.05 is 5 %. */
  share: number;
  runs: readonly ScenarioRuns[];
}

/** The same plans in several winters, base first. */
export interface RegretRuns {
  made: Made;
  batches: readonly { winter: string; runs: readonly ScenarioRuns[] }[];
}

/** An answer of one kind, with the project and the seed phrase that it belongs to. */
export interface Answered<T> {
  project: Project;
  seed: string;
  answer: T;
}

/** The last answer of each kind. */
export interface Answers {
  together: Answered<Parts> | null;
  drivers: Answered<DriversRuns> | null;
  regret: Answered<RegretRuns> | null;
}

export const NO_ANSWERS: Answers = { together: null, drivers: null, regret: null };

export const answers = new Store<Answers>(NO_ANSWERS);

/** An answer, where it belongs to the results that are shown. */
export function belonging<T>(kept: Answered<T> | null, shown: Shown): Answered<T> | null {
  const belongs =
    kept !== null &&
    'project' in shown &&
    kept.seed === shown.batch.summary.seed &&
    simulateSame(kept.project, shown.project);
  return belongs ? kept : null;
}

/** Answers whose runs hold nothing but outcomes: all that is made of them, in a fiftieth of the room. */
export function bareAnswers({ together, drivers, regret }: Answers): Answers {
  return {
    together: together && {
      ...together,
      answer: {
        base: bare(together.answer.base),
        alone: together.answer.alone.map(bare),
        together: bare(together.answer.together),
      },
    },
    drivers: drivers && {
      ...drivers,
      answer: { ...drivers.answer, runs: drivers.answer.runs.map(bare) },
    },
    regret: regret && {
      ...regret,
      answer: {
        ...regret.answer,
        batches: regret.answer.batches.map(({ winter, runs }) => ({
          winter,
          runs: runs.map(bare),
        })),
      },
    },
  };
}

function bare(runs: ScenarioRuns): ScenarioRuns {
  return { ...runs, replications: runs.replications.map(onlyOutcomes) };
}

function onlyOutcomes({ outcomes, eventsCount }: Measured): Measured {
  const delays = new Float64Array();
  return { outcomes, sites: [], delays, services: [], actions: [], daily: [], eventsCount };
}
