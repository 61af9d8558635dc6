// web/state/documents.ts: what the page shows of documents of the project, as they were when it was
// built (tools/page-data.ts): nothing in them is typed twice.

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

/** What the page shows of the documents. */
export interface Documents {
  /** Every system of which something was observed. */
  validated: readonly Validated[];
  /** What is known to be weak, in sentences. */
  weaknesses: readonly string[];
  /** Words and their meanings. */
  glossary: readonly (readonly string[])[];
}

/** Takes it out of the texts of docs/model.md and docs/validation.md. */
export function documentsOf(modelText: string, validationText: string): Documents {
  const parts = partsOf(validationText);
  const glossary = partsOf(modelText).find(({ title }) => title === 'Glossary');
  return {
    validated: parts.flatMap(validatedOf),
    weaknesses: parts[0].points,
    glossary: glossary?.tables[0]?.rows ?? [],
  };
}

function validatedOf({ title, tables: [table] }: DocumentPart): Validated[] {
  if (!/winter \d{4}-\d\d$/.test(title) || table === undefined) return [];
  const count = (word: string) => table.rows.filter((row) => row.at(-1) === word).length;
  return [{ title, ...table, met: count('met'), missed: count('missed') }];
}
