// test/unit/outcomes/assumptions.test.ts: what scenarios rest on, out of their files.

import { describe, expect, it } from 'vitest';
import { assumptionsOf, pathWords } from '../../../sim/outcomes/assumptions.js';
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
  });
});
