// test/unit/outcomes/assumptions.test.ts: what scenarios rest on, out of their files.

import { describe, expect, it } from 'vitest';
import { assumptionsOf, assumptionsOfFile, pathWords } from '../../../sim/outcomes/assumptions.js';
import type { Library } from '../../../sim/scenario/library.js';
import { parseFile } from '../../../sim/scenario/parse.js';
import { resolve } from '../../../sim/scenario/resolve.js';
import { library } from '../../model/batches.js';

describe('assumptions of scenarios', () => {
  const scenarios = [[], ['discharge-to-assess']].map((plans) =>
    resolve(library, { system: 'lister-2017-18', plans }),
  );
  const all = assumptionsOf(library, scenarios);

  it('are those of every file that a scenario is made of, once', () => {
    const files = [...new Set(all.map(({ file }) => file))];
    expect(files).toEqual([...new Set(scenarios.flatMap((of) => of.files))]);
    const keys = all.map(({ file, path }) => `${file} ${path}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const file of files) {
      const of = all.filter((one) => one.file === file);
      const kind = file.startsWith('plans')
        ? 'plan'
        : file.startsWith('winters')
          ? 'winter'
          : 'system';
      const name = file.replace(/^.*\//, '').replace('.yaml', '');
      const text = library.read(kind, name)?.text ?? '';
      expect(of.length).toBe(Object.keys(parseFile(file, text).value?.sources ?? {}).length);
    }
  });

  it('have the value that stands at their path, a source and a confidence', () => {
    const attendances = all.find(({ path }) => path === 'demand.attendancesPerDay');
    const { model } = scenarios[0];
    expect(attendances?.value).toBe(String(model.demand.attendancesPerDay));
    expect(all.filter(({ source, confidence }) => source === '' || confidence === '')).toEqual([]);
  });

  it('have a path in words', () => {
    expect(pathWords('demand.attendancesPerDay')).toBe('demand: attendances per day');
    expect(pathWords('beds.changes[2].core')).toBe('beds: changes 3: core');
    expect(pathWords('beds.changes[12].core')).toBe('beds: changes 13: core');
    expect(pathWords('plans.discharge-to-assess.uptakeShare')).toBe(
      'plans: discharge to assess: uptake share',
    );
  });
});

describe('assumptions of one file', () => {
  const TEXT = [
    'bedsOpen: 1234',
    'shares: [0.25, 1500, 3, 4]',
    'names: { first: a, second: b, third: null, fourth: true }',
    'long: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]',
    'word: plain',
    'list:',
    ...Array.from({ length: 12 }, (_, i) => `  - { of: ${i + 100} }`),
    'sources:',
    ...[
      ...['bedsOpen', 'shares', 'names', 'long', 'word', 'list[11].of', 'list[1].of'],
      ...['word.further', 'names.third.further', 'nothing.at.all', 'shares[1]'],
    ].flatMap((path) => [
      `  ${path}:`,
      '    source: "  two  words\\n  of it  "',
      '    confidence: low',
    ]),
  ].join('\n');
  /** A library of scenario files alone, as of somebody's own folder. */
  const own = (file: string, kind = 'scenario') =>
    ({
      read: (asked: string, name: string) =>
        asked === kind && (name === file || file.endsWith(`/${name}.yaml`))
          ? { file, text: TEXT }
          : null,
    }) as unknown as Library;
  const found = assumptionsOfFile(own('mine/a.yaml.yaml'), 'mine/a.yaml.yaml');
  const wordsAt = (path: string) => found.find((one) => one.path === path)?.value;

  it('have values in words: numbers with commas, words, all below a path while they are few', () => {
    expect(wordsAt('bedsOpen')).toBe('1,234');
    expect(wordsAt('shares')).toBe('0.25, 1,500, 3, 4');
    expect(wordsAt('shares[1]')).toBe('1,500');
    expect(wordsAt('names')).toBe('a, b');
    expect(wordsAt('word')).toBe('plain');
    expect(wordsAt('list[11].of')).toBe('111');
    expect(wordsAt('list[1].of')).toBe('101');
    expect(wordsAt('long')).toBe('1, 2, 3, 4 … (14 values)');
  });

  it('have no value where nothing stands at their path', () => {
    for (const path of ['word.further', 'names.third.further', 'nothing.at.all']) {
      expect(wordsAt(path)).toBe('');
    }
  });

  it('have sources in one line', () => {
    expect(new Set(found.map(({ source }) => source))).toEqual(new Set(['two words of it']));
  });

  it('are none of a file that is not there, and those of a file of another kind with its name', () => {
    expect(assumptionsOfFile(own('mine/a.yaml'), 'mine/b.yaml')).toEqual([]);
    expect(assumptionsOfFile(own('systems/a.yaml', 'system'), 'systems/a.yaml')).toHaveLength(11);
    expect(assumptionsOfFile(own('systems/a.yaml', 'system'), 'other/a.yaml')).toEqual([]);
  });
});
