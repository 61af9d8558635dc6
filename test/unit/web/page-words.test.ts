// test/unit/web/page-words.test.ts: what the page says of a run, and the command that repeats it.

import { describe, expect, it } from 'vitest';
import { announcement, durationText, progressText } from '../../../web/state/progress-words.js';
import { commandOf, firstProject, requestsOf, withPlans } from '../../../web/state/project.js';
import { workersWanted } from '../../../web/state/simulate.js';
import { library } from '../../model/batches.js';

const PROJECT = {
  system: 'lister-2017-18',
  winter: 'typical-flu',
  plans: [
    { id: '0', library: 'sdec-14h' },
    { id: '1', library: 'escalation-beds-24' },
  ],
  together: true,
  replications: '20',
  seed: "it's cold",
};

describe('progress', () => {
  it.each([
    [0, 60, 0, '0 of 60 winters'],
    [2, 60, 9, '2 of 60 winters'],
    [20, 60, 20, '20 of 60 winters, about 40 s left'],
    [10, 610, 10, '10 of 610 winters, about 10 min left'],
    [60, 60, 60, '60 of 60 winters'],
  ])('of %d of %d after %d s reads "%s"', (done, total, seconds, text) => {
    expect(progressText(done, total, seconds)).toBe(text);
  });

  it('never promises less than a second', () => {
    expect(durationText(0.01)).toBe('1 s');
  });

  it('is read out by tenths only', () => {
    const said = Array.from({ length: 101 }, (_, done) => announcement(done, 100));
    expect(new Set(said).size).toBe(11);
  });
});

describe('a project', () => {
  it('give the base, each plan, and the plans together', () => {
    expect(requestsOf(PROJECT).map((request) => ('plans' in request ? request.plans : []))).toEqual(
      [[], ['sdec-14h'], ['escalation-beds-24'], ['sdec-14h', 'escalation-beds-24']],
    );
  });

  it('give the command that runs the same batch, safe to paste', () => {
    expect(commandOf(PROJECT)).toBe(
      'npx winterflow run lister-2017-18 --winter typical-flu --plan sdec-14h ' +
        '--plan escalation-beds-24 --plan sdec-14h+escalation-beds-24 ' +
        "--replications 20 --seed 'it'\\''s cold' --out results-folder",
    );
  });

  it('keeps the plans that stay, each with its id, when others come and go', () => {
    const more = withPlans(PROJECT, ['boarding', 'escalation-beds-24', 'virtual-ward']);
    expect(more.plans).toEqual([
      { id: '0', library: 'boarding' },
      { id: '1', library: 'escalation-beds-24' },
      { id: '2', library: 'virtual-ward' },
    ]);
  });

  it('of the opening is in the library, in its order', () => {
    const { system, winter, plans } = firstProject(library);
    expect(library.names('system')).toContain(system);
    expect(library.names('winter')).toContain(winter);
    for (const plan of plans) expect(library.names('plan')).toContain(plan.library);
    expect(plans.length).toBe(2);
  });
});

describe('the workers of a page', () => {
  it.each([
    [1, 1],
    [2, 2],
    [4, 3],
    [16, 15],
  ])('on %d cores are %d', (cores, workers) => {
    expect(workersWanted(cores)).toBe(workers);
  });
});
