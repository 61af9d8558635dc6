// web/state/scenario-files.ts: the scenario files of the repository, as they were when the page was
// built.

import NAMES from 'virtual:winterflow-names';
import { withTrusts } from '../../sim/calibration/trusts.js';
import { type Library, memoryLibrary } from '../../sim/scenario/library.js';
import { giveNames } from './choices.js';

// Only what a scenario needs and what was observed: the other data files are for calibration.
const TEXTS = import.meta.glob<string>(
  [
    '../../scenarios/systems/*.yaml',
    '../../scenarios/winters/*.yaml',
    '../../scenarios/plans/*.yaml',
    '../../scenarios/trusts/trusts.csv',
    '../../scenarios/data/bank_holidays_england_wales.csv',
    '../../scenarios/data/sitrep_daily_*.csv',
    '../../scenarios/data/ae_monthly_trust_2016_2019.csv',
  ],
  { query: '?raw', import: 'default', eager: true },
);

const FOLDER = '../../scenarios/';

/** The scenario files of the page, by path under scenarios/. */
export function scenarioTexts(): Record<string, string> {
  const entries = Object.entries(TEXTS).map(([path, text]) => [path.slice(FOLDER.length), text]);
  return Object.fromEntries(entries);
}

/** The library of the page. */
export function scenarioLibrary(): Library {
  const library = withTrusts(memoryLibrary(scenarioTexts()));
  giveNames(library, NAMES);
  return library;
}
