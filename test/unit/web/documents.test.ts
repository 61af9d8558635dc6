// test/unit/web/documents.test.ts: tables of documents as the page shows them.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../web/components/markdown-tables.js';

const read = (name: string): string =>
  readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

describe('parts of a document', () => {
  it('have their tables, row by row, without marks', () => {
    const text =
      '- *One* [point](x.md)\n  goes on.\n\n## Two\n\n| a | **b** |\n|---|---:|\n| `1` | 2 |\n';
    expect(partsOf(text)).toEqual([
      { title: '', tables: [], points: ['One point goes on.'] },
      { title: 'Two', tables: [{ header: ['a', 'b'], rows: [['1', '2']] }], points: [] },
    ]);
  });

  it('of the validation hold a row for each line of each table', () => {
    const text = read('validation.md');
    const winters = partsOf(text).filter(({ title }) => /winter \d{4}-\d\d$/.test(title));
    expect(winters.length).toBeGreaterThan(4);
    const rows = winters.flatMap(({ tables }) => tables.flatMap((table) => table.rows));
    const missed = rows.filter((row) => row.at(-1) === 'missed').length;
    expect(missed).toBe(text.match(/\| \*\*missed\*\* \|/g)?.length);
    expect(rows.filter((row) => row.length !== 5)).toEqual([]);
  });

  it('of the model hold the glossary', () => {
    const glossary = partsOf(read('model.md')).find(({ title }) => title === 'Glossary');
    expect(glossary?.tables[0].rows.map(([word]) => word)).toContain('exit block');
  });
});
