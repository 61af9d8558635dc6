// test/unit/web/page-words.test.ts: what the page says of a run.

import { describe, expect, it } from 'vitest';
import { announcement, durationText, progressText } from '../../../web/state/progress-words.js';
import { workersWanted } from '../../../web/state/simulate.js';

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
