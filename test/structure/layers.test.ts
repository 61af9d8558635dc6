// test/structure/layers.test.ts: imports go down only, and the simulation knows no machine.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** Folders from the bottom up; a file may import from its own layer and from those before. */
const LAYERS = [
  ['sim/engine'],
  ['sim/hospital'],
  ['sim/interventions', 'sim/scenario'],
  ['sim/outcomes'],
  ['sim/calibration'],
  ['sim/verification'],
  ['sim/questions'],
  ['workers'],
  ['web/charts'],
  ['web/components', 'web/packed'],
  ['web/export'],
  ['cli'],
  ['web/state'],
  ['web/controls'],
  ['web/pages'],
  ['web'],
  ['bench', 'test'],
];

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(ROOT, path)).isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

function layerOf(path: string): number {
  let best = -1;
  let length = -1;
  LAYERS.forEach((folders, layer) => {
    for (const folder of folders) {
      if (path.startsWith(`${folder}/`) && folder.length > length) {
        best = layer;
        length = folder.length;
      }
    }
  });
  return best;
}

function importsOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return [...text.matchAll(/(?:from|import)\s+'([^']+)'/g)].map((match) => match[1]);
}

const sources = ['sim', 'workers', 'cli', 'web'].flatMap(filesUnder);

describe('layers', () => {
  it('are imported downwards only', () => {
    const upward = sources.flatMap((path) =>
      importsOf(path)
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(ROOT, resolve(ROOT, dirname(path), name)))
        .filter((target) => layerOf(target) > layerOf(path))
        .map((target) => `${path} imports ${target}`),
    );
    expect(upward).toEqual([]);
  });

  it('keep the page and the command line apart', () => {
    const page = sources.filter((path) => path.startsWith('web/'));
    const found = page.filter((path) =>
      importsOf(path).some((name) => /^(\.\.\/)+cli\//.test(name)),
    );
    expect(found).toEqual([]);
  });

  it('have a place for every source file', () => {
    expect(sources.filter((path) => layerOf(path) < 0)).toEqual([]);
  });
});

describe('sim/', () => {
  const simulation = sources.filter((path) => path.startsWith('sim/'));

  it('imports nothing of Node', () => {
    const found = simulation.flatMap((path) =>
      importsOf(path)
        .filter((name) => name.startsWith('node:'))
        .map((name) => `${path}: ${name}`),
    );
    expect(found).toEqual([]);
  });

  it('uses no clock, no unseeded randomness and no locale', () => {
    const forbidden = /Math\.random|Date\.now|new Date\b|performance\.now|\bIntl\.|toLocale/;
    expect(
      simulation.filter((path) => forbidden.test(readFileSync(join(ROOT, path), 'utf8'))),
    ).toEqual([]);
  });

  it('has transcendental functions only where tables are built', () => {
    const builders = ['special.ts', 'distributions.ts', 'arrivals.ts', 'mix.ts', 'statistics.ts'];
    const hot = /Math\.(exp|expm1|log|log1p|log2|pow|sin|cos|tan|tanh|cbrt)\b/;
    const found = simulation.filter(
      (path) =>
        hot.test(readFileSync(join(ROOT, path), 'utf8')) &&
        !builders.some((name) => path.endsWith(name)) &&
        !/^sim\/(verification|questions)\//.test(path), // no simulated winter depends on them
    );
    expect(found).toEqual([]);
  });
});
