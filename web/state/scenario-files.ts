// web/state/scenario-files.ts: the scenario files of the repository, as they were when the page was
// built.

import TABLES from 'virtual:winterflow-tables';
import TEXTS from 'virtual:winterflow-texts';
import { withTrusts } from '../../sim/calibration/trusts.js';
import { type Library, memoryLibrary } from '../../sim/scenario/library.js';
import { tableText } from '../packed/table.js';
import { giveNames } from './choices.js';

/** The scenario files of the page, by path under scenarios/; tables are unpacked when they are first read. */
export function scenarioTexts(): Record<string, string> {
  const texts: Record<string, string> = { ...TEXTS };
  for (const [path, table] of Object.entries(TABLES)) {
    let text: string | null = null;
    Object.defineProperty(texts, path, {
      enumerable: true,
      get: () => {
        text ??= tableText(table);
        return text;
      },
    });
  }
  return texts;
}

/** The library of those files. */
export function scenarioLibrary(texts: Readonly<Record<string, string>>): Library {
  const library = withTrusts(memoryLibrary(texts));
  giveNames(library);
  return library;
}
