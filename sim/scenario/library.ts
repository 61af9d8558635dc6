// sim/scenario/library.ts: where scenario files come from; the same for Node, browser and tests.

import type { FileKind } from './schema.js';

/** A text and the name by which messages call it. */
export interface SourceText {
  file: string;
  text: string;
}

/** Files by kind and name. Names are those without folder and ending; paths work where they can. */
export interface Library {
  /** The text of a file, or null when there is none. */
  read(kind: FileKind, name: string): SourceText | null;
  /** Names of a kind, sorted. */
  names(kind: FileKind): string[];
  /** ISO dates of the bank holidays of England. */
  bankHolidays(): string[];
}

/** Folder of each kind of file under scenarios/. */
export const FOLDERS: Record<FileKind, string> = {
  system: 'systems',
  winter: 'winters',
  plan: 'plans',
  scenario: 'examples',
};

/** A library of texts held in memory, by path under scenarios/. */
export function memoryLibrary(
  texts: Readonly<Record<string, string>>,
  holidays: string[],
): Library {
  return {
    read(kind, name) {
      const file = name in texts ? name : `${FOLDERS[kind]}/${name}.yaml`;
      return file in texts ? { file, text: texts[file] } : null;
    },
    names(kind) {
      const folder = `${FOLDERS[kind]}/`;
      return Object.keys(texts)
        .filter((path) => path.startsWith(folder) && path.endsWith('.yaml'))
        .map((path) => path.slice(folder.length, -'.yaml'.length))
        .sort();
    },
    bankHolidays: () => holidays,
  };
}
