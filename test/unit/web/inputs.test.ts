// test/unit/web/inputs.test.ts: values of the base as people change them: only what differs is kept.

import { beforeAll, describe, expect, it } from 'vitest';
import { type Resolved, resolve } from '../../../sim/scenario/resolve.js';
import {
  bedsByWeek,
  INPUT_PARTS,
  parseWeeks,
  partValue,
  sourceOf,
  sourcesOf,
  typicalRange,
  withBedsByWeek,
  withPart,
} from '../../../web/state/inputs.js';
import { firstProject, type Project } from '../../../web/state/project.js';
import { library } from '../../model/batches.js';

const [BEDS] = INPUT_PARTS;
let base: Resolved;
let project: Project;

beforeAll(() => {
  base = resolve(library, { system: 'lister-2017-18' });
  project = firstProject(library);
});

describe('a part of the base', () => {
  it('keeps only what differs from the library, and nothing once it is as it was', () => {
    const beds = partValue(base, project, BEDS);
    const changed = withPart(project, base, BEDS, { ...beds, medical: { core: 200 } });
    expect(changed.changes).toEqual({ beds: { medical: { core: 200 } } });
    expect(partValue(base, changed, BEDS)).toEqual({ ...beds, medical: { core: 200 } });
    expect(withPart(changed, base, BEDS, beds)).toEqual(project);
  });

  it('replaces a distribution as a whole, as files do', () => {
    const beds = partValue(base, project, BEDS);
    const minutes = { distribution: 'fixed', value: 30 };
    const changed = withPart(project, base, BEDS, { ...beds, turnaroundMinutes: minutes });
    expect(changed.changes).toEqual({ beds: { turnaroundMinutes: minutes } });
  });

  it('knows for each field where it comes from and what is typical', () => {
    const sources = sourcesOf(library, base);
    expect(sourceOf(sources, 'beds.medical.core')?.confidence).toBe('fitted');
    const other = resolve(library, { system: 'herefordshire' }).model;
    expect(typicalRange([base.model, other], 'beds.medical.core')).toEqual([74, 186]);
    expect(typicalRange([base.model, other], 'beds.flex')).toBeNull();
  });
});

describe('beds by week', () => {
  it('are what the changes by date say', () => {
    const weeks = [
      { from: '2017-10-01', beds: 540 },
      { from: '2017-12-31', beds: 580 },
    ];
    const { period } = base.model;
    const beds = withBedsByWeek(partValue(base, project, BEDS), weeks, period.lastDay);
    const found = bedsByWeek(beds, period);
    expect(found.length).toBe(26);
    expect(found.filter(({ from }) => from < '2017-12-31').map((week) => week.beds)).toEqual(
      Array(13).fill(540),
    );
    expect(found.filter(({ from }) => from >= '2017-12-31').map((week) => week.beds)).toEqual(
      Array(13).fill(580),
    );
  });

  it.each([
    ['2017-10-02\t560\n2017-10-09\t561\n', [560, 561]],
    ['02/10/2017;560\r\n9/10/2017;561', [560, 561]],
    ['2017-10-02 560', [560]],
  ])('are read from %j', (text, beds) => {
    const weeks = parseWeeks(text);
    expect(typeof weeks === 'string' ? weeks : weeks.map((week) => week.beds)).toEqual(beds);
  });

  it.each([
    ['', 'Paste at least one line'],
    ['week 1\t560', 'Line 1, “week 1'],
    ['2017-02-30\t560', 'Line 1, “2017-02-30'],
    ['2017-10-02\t560.5', 'Line 1, '],
    ['2017-10-02\t560\n2017-10-02\t561', 'Line 2 has the date 2017-10-02'],
    ['10/13/2017\t560', 'Line 1, '],
  ])('refuse %j in one sentence', (text, start) => {
    expect(String(parseWeeks(text)).startsWith(start)).toBe(true);
  });
});
