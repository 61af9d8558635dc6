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
  /** The text of a data file under scenarios/data/, or null. */
  data(file: string): string | null;
  /** Trusts that a name might mean, in words, where it means no single one. */
  alike?(name: string): string[];
  /** The table of trusts that can be asked for by code or name, or null. */
  trusts?(): string | null;
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

/** Table of trusts under scenarios/. */
export const TRUSTS_FILE = 'trusts/trusts.csv';

/** Data file with the bank holidays: date, title. */
export const HOLIDAYS_FILE = 'bank_holidays_england_wales.csv';

/** ISO dates of a bank holiday file. */
export function holidaysOf(text: string): string[] {
  const lines = text.trim().split(/\r?\n/).slice(1);
  return lines.map((line) => line.slice(0, 'YYYY-MM-DD'.length));
}

/** A library of texts held in memory, by path under scenarios/. */
export function memoryLibrary(texts: Readonly<Record<string, string>>): Library {
  const textAt = (path: string): string | null => (Object.hasOwn(texts, path) ? texts[path] : null);
  return {
    read(kind, name) {
      const file = textAt(name) === null ? `${FOLDERS[kind]}/${name}.yaml` : name;
      const text = textAt(file);
      return text === null ? null : { file, text };
    },
    names(kind) {
      const folder = `${FOLDERS[kind]}/`;
      return Object.keys(texts)
        .filter((path) => path.startsWith(folder) && path.endsWith('.yaml'))
        .map((path) => path.slice(folder.length, -'.yaml'.length))
        .sort();
    },
    data: (file) => textAt(`data/${file}`),
    trusts: () => textAt(TRUSTS_FILE),
    bankHolidays: () => holidaysOf(textAt(`data/${HOLIDAYS_FILE}`) ?? ''),
  };
}
