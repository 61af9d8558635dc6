// web/state/documents.ts: documents of the project whose tables the page shows, as they were when it
// was built: nothing in them is typed twice.

import modelText from '../../docs/model.md?raw';
import validationText from '../../docs/validation.md?raw';
import { type DocumentPart, partsOf } from '../components/markdown-tables.js';

/** A system beside the winter that it had. */
export interface Validated {
  title: string;
  header: string[];
  rows: string[][];
  /** Of the figures with a stated tolerance, how many are met. */
  met: number;
  missed: number;
}

/** Every system of which something was observed. */
export function validated(): Validated[] {
  return partsOf(validationText).flatMap(({ title, tables: [table] }) => {
    if (!/winter \d{4}-\d\d$/.test(title) || table === undefined) return [];
    const count = (word: string) => table.rows.filter((row) => row.at(-1) === word).length;
    return [{ title, ...table, met: count('met'), missed: count('missed') }];
  });
}

/** What is known to be weak, in sentences. */
export function weaknesses(): readonly string[] {
  return partsOf(validationText)[0].points;
}

/** Words and their meanings. */
export function glossary(): readonly string[][] {
  return part(partsOf(modelText), 'Glossary').tables[0]?.rows ?? [];
}

function part(parts: readonly DocumentPart[], title: string): DocumentPart {
  return parts.find((one) => one.title === title) ?? { title, tables: [], points: [] };
}
