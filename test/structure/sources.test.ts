// test/structure/sources.test.ts: every number from the world has its source and confidence.

import { describe, expect, it } from 'vitest';
import { parseFile } from '../../sim/scenario/parse.js';
import { resolve } from '../../sim/scenario/resolve.js';
import type { FileKind } from '../../sim/scenario/schema.js';
import { library } from '../model/batches.js';

const KINDS: FileKind[] = ['system', 'winter', 'plan'];
const files = KINDS.flatMap((kind) => library.names(kind).map((name) => ({ kind, name })));

/** Paths of all numbers in a value, header and sources left out. */
function numbersIn(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return [path];
  if (Array.isArray(value)) return value.flatMap((item, i) => numbersIn(item, `${path}[${i}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    if (path === '' && ['winterflow', 'sources'].includes(key)) return [];
    return numbersIn(item, path === '' ? key : `${path}.${key}`);
  });
}

describe.each(files)('$kind $name', ({ kind, name }) => {
  const source = library.read(kind, name);
  const value = source ? parseFile(source.file, source.text).value : undefined;
  const sources = Object.keys((value?.sources as object | undefined) ?? {});

  it('gives a source for each number', () => {
    const bare = numbersIn(value).filter(
      (path) =>
        !sources.some(
          (key) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`),
        ),
    );
    expect(bare).toEqual([]);
  });

  it('gives no source for what it does not hold', () => {
    const paths = numbersIn(value);
    const idle = sources.filter(
      (key) =>
        !paths.some(
          (path) => path === key || path.startsWith(`${key}.`) || path.startsWith(`${key}[`),
        ),
    );
    expect(idle).toEqual([]);
  });
});

it('every system runs under every winter, and with every plan', () => {
  for (const system of library.names('system')) {
    for (const winter of library.names('winter')) {
      expect(resolve(library, { system, winter }).winter).not.toBe('');
    }
    for (const plan of library.names('plan')) {
      const { model } = resolve(library, { system, plans: [plan] });
      expect(model.interventions).not.toEqual({});
    }
  }
});
