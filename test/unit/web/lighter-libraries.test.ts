// test/unit/web/lighter-libraries.test.ts: the page reads scenarios with parts of zod and yaml: they find
// and say the same as the whole, and what is left out refuses.

import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { interpolateNumber, interpolateRound } from 'd3';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { interpolateParts, lighterLibraries } from '../../../tools/lighter-libraries.mjs';
import { library } from '../../model/batches.js';
import type * as Reader from './reader.js';

const ROOT = resolve(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, `dist/lighter-${process.pid}`);
let whole: typeof Reader;
let light: typeof Reader;

/** What reads scenarios, in one file as the page has it. */
async function readerWith(name: string, plugins: unknown[]): Promise<typeof Reader> {
  const bundled = await rolldown({
    input: join(import.meta.dirname, 'reader.ts'),
    platform: 'browser',
    plugins: plugins as never,
    tsconfig: join(ROOT, 'tsconfig.json'),
  });
  const file = join(FOLDER, `${name}.mjs`);
  await bundled.write({ file, format: 'esm' });
  await bundled.close();
  return (await import(pathToFileURL(file).href)) as typeof Reader;
}

beforeAll(async () => {
  whole = await readerWith('whole', []);
  light = await readerWith('light', [lighterLibraries()]);
});
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

describe('the lighter zod', () => {
  it('says the same of every field', () => {
    const words = whole.wordsOfFields();
    expect(words.length).toBeGreaterThan(300);
    expect(light.wordsOfFields()).toEqual(words);
  });

  it('finds the same in every file, and in files with wrong values', () => {
    let found = 0;
    const files = (['winter', 'plan'] as const).flatMap((kind) =>
      library
        .names(kind)
        .filter((_, i) => i % 4 === 0)
        .map((name) => ({ kind, name })),
    );
    for (const { kind, name } of [{ kind: 'system', name: 'england-average' } as const, ...files]) {
      const text = library.read(kind, name)?.text ?? '';
      const problems = whole.problemsOf(kind, text);
      found += problems.length;
      expect(light.problemsOf(kind, text), name).toEqual(problems);
    }
    expect(found).toBeGreaterThan(300);
  });

  it('refuses what it has not', () => {
    expect(whole.jsonSchema()).toContain('winterflow');
    expect(() => light.jsonSchema()).toThrow('The page writes no JSON schemas');
  });
});

describe('the lighter yaml', () => {
  it('reads and refuses the same texts', () => {
    const texts = [
      'a: 2018-01-01\nb: 0o17\nc: 1_000\nd: yes\ne: ~\nf: .inf\ng: "2"\nh: 12:30:45\n',
      'a: &x [1, 2]\nb: *x\n',
      'a: !!timestamp 2018-01-01\n',
      'a: !!binary c29tZQ==\n',
      'a: !!set {x, y}\n',
      'a: !!omap [x: 1]\n',
      'a: !own 1\n',
      '<<: {a: 1}\nb: 2\n',
      '%YAML 1.1\n---\na: yes\n',
      '%YAML 1.2\n---\na: yes\n',
      'a: [1, 2\n',
    ];
    const read = texts.map((text) => whole.readText(text));
    expect(texts.map((text) => light.readText(text))).toEqual(read);
    expect(read.slice(2, 7).map((one) => one.problems.join())).toEqual(
      Array.from({ length: 5 }, () => 'The value has a tag (!); write it without.'),
    );
  });
});

describe('the lighter scales', () => {
  it('give the bits of d3 between numbers', async () => {
    const code = `data:text/javascript,${encodeURIComponent(interpolateParts())}`;
    const parts = (await import(code)) as {
      interpolate: typeof interpolateNumber;
      interpolateRound: typeof interpolateRound;
    };
    for (const [a, b] of [
      [0, 1],
      [-3.7, 812.4],
      [1e-9, 0.3],
      [640, 0],
    ]) {
      for (const t of [0, 0.1, 1 / 3, 0.77, 1, 1.2]) {
        expect(parts.interpolate(a, b)(t)).toBe(interpolateNumber(a, b)(t));
        expect(parts.interpolateRound(a, b)(t)).toBe(interpolateRound(a, b)(t));
      }
    }
  });
});
