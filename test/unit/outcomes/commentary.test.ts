// test/unit/outcomes/commentary.test.ts: assumptions behind a planning table, from a library by hand.

import { describe, expect, it } from 'vitest';
import { commentaryOf } from '../../../sim/outcomes/commentary.js';
import type { Library } from '../../../sim/scenario/library.js';
import type { Resolved } from '../../../sim/scenario/resolve.js';
import { library, lister } from '../../model/batches.js';

/** A library of one file, whose sources are given; nothing else of a scenario is read. */
function withSources(file: string, kind: string, sources: Record<string, [string, string]>) {
  const text = [
    'sources:',
    ...Object.entries(sources).flatMap(([path, [source, confidence]]) => [
      `  ${path}:`,
      `    source: "${source}"`,
      `    confidence: ${confidence}`,
    ]),
  ].join('\n');
  const read = (asked: string, name: string) =>
    asked === kind && (file === name || file.endsWith(`/${name}.yaml`)) ? { file, text } : null;
  return { read } as unknown as Library;
}

const resolved = (files: string[], interventions = {}) =>
  ({ files, model: { interventions } }) as unknown as Resolved;

const FILE = 'scenarios/systems/x.yaml';
const SOURCES: Record<string, [string, string]> = {
  'beds.core': ['KH03', 'high'],
  'beds.flexible': ['sitrep', 'high'],
  discharge: ['SAFER', 'assumption'],
  'community.places[p1]': ['a   plan', 'medium'],
  communityOther: ['elsewhere', 'high'],
  'patients.ambulanceShare': ['AMBSYS', 'low'],
};

describe('the commentary', () => {
  it('names three sources of each measure, and how sure all of them are', () => {
    const text = commentaryOf(withSources(FILE, 'system', SOURCES), resolved([FILE]));
    expect(text).toEqual([
      'E.M.11: 1 low. patients.ambulanceShare: AMBSYS (low).',
      'E.M.23: 1 low. patients.ambulanceShare: AMBSYS (low).',
      'E.M.26: 2 high, 1 assumption, 1 medium. beds.core: KH03 (high); beds.flexible: sitrep ' +
        '(high); discharge: SAFER (assumption).',
    ]);
  });

  it('names a source once, under the first measure and path that it is behind', () => {
    const stays: Record<string, [string, string]> = {
      stays: ['ours', 'medium'],
      'demand.attendances': ['A&E', 'high'],
      'patients.admission': ['Scotland', 'high'],
    };
    expect(commentaryOf(withSources(FILE, 'system', stays), resolved([FILE]))).toEqual([
      'E.M.11: 1 high, 1 medium. ' + 'patients.admission: Scotland (high); stays: ours (medium).',
      'E.M.12: 1 high. demand.attendances: A&E (high).',
    ]);
  });

  it('counts how sure they are, the most first, then by name', () => {
    const sources: Record<string, [string, string]> = {
      'season.months[0]': ['a', 'medium'],
      season: ['b', 'low'],
      'stays.medical': ['c', 'high'],
      stays: ['d', 'high'],
      'patients.ages': ['e', 'assumption'],
    };
    expect(commentaryOf(withSources(FILE, 'system', sources), resolved([FILE]))).toEqual([
      'E.M.11: 2 high, 1 assumption, 1 low, 1 medium. season.months[0]: a (medium); ' +
        'season: b (low); stays.medical: c (high).',
    ]);
  });

  it('takes parts of a list, and both figures of ambulances, but no other of like name', () => {
    const sources: Record<string, [string, string]> = {
      'units[2].hours': ['a', 'high'],
      'myunits[': ['b', 'high'],
      'patients.ambulanceFrailtyOdds': ['c', 'low'],
    };
    expect(commentaryOf(withSources(FILE, 'system', sources), resolved([FILE]))).toEqual([
      'E.M.11: 1 low. patients.ambulanceFrailtyOdds: c (low).',
      'E.M.12: 1 high. units[2].hours: a (high).',
      'E.M.23: 1 low. patients.ambulanceFrailtyOdds: c (low).',
    ]);
  });

  it('reads a scenario of its own by its path, and passes over a file that is gone', () => {
    const own = 'my/winter.yaml';
    const found = withSources(own, 'scenario', { units: ['counted', 'high'] });
    expect(commentaryOf(found, resolved([own]))).toEqual([
      'E.M.12: 1 high. units: counted (high).',
    ]);
    expect(commentaryOf(found, resolved(['other.yaml']))).toEqual([]);
  });

  it('has a sentence for each service, with what is not given said so', () => {
    const services = {
      'frailty-in-reach': { from: '2017-11-01', uptakeShare: 0.456, evidence: 'B', source: 'S1' },
      sdec: {},
    };
    const text = commentaryOf(withSources(FILE, 'plan', {}), resolved([], services));
    expect(text).toHaveLength(2);
    expect(text.find((sentence) => sentence.startsWith('Frailty in-reach'))).toMatch(
      /: from 2017-11-01, uptake 46 %, evidence B\. Source: S1\.$/,
    );
    expect(text.find((sentence) => sentence.startsWith('Same-day'))).toMatch(
      /: all winter, evidence not graded\. Source: none\.$/,
    );
  });

  it('of a real plan covers every measure', () => {
    const text = commentaryOf(library, lister(['discharge-to-assess']));
    for (const start of ['E.M.11: ', 'E.M.12: ', 'E.M.23: ', 'E.M.26: ', 'Discharge to Assess: ']) {
      expect(text.filter((sentence) => sentence.startsWith(start))).toHaveLength(1);
    }
    expect(text.join(' ')).toContain('uptake 80 %, evidence C. Source: 003 L669');
  });
});
