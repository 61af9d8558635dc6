// test/unit/workers/queue-answers.test.ts: of what comes back through a queue, only what fits its job is taken.

import { describe, expect, it } from 'vitest';
import { Answers } from '../../../workers/queue-answers.js';
import { type Job, jobIdOf, parseJob } from '../../../workers/queue-messages.js';
import { seal } from '../../../workers/sealed.js';
import { plain, resultOf } from './results.js';

const BATCH = '0123456789abcdef';
const HASH = 'a'.repeat(64);

/** A job of these replications of the first scenario. */
const jobOf = (...replications: number[]): Job => ({
  format: 2,
  batch: BATCH,
  replications: replications.map((replication) => ({
    ...{ scenario: 0, hash: HASH, effects: 'likely', seed: 'x', replication },
  })),
});

const textOf = (replication: number, result = resultOf(replication), batch = BATCH) =>
  seal(batch, 0, replication, result).text;

function answers(): Answers {
  const known = new Answers(BATCH);
  known.learn(HASH, Promise.resolve(resultOf(0)));
  return known;
}

describe('answers', () => {
  it('are the results of a job in its order', async () => {
    const taken = await answers().taken(jobOf(4, 7), [textOf(4), textOf(7)]);
    expect(taken?.map(plain)).toEqual([plain(resultOf(4)), plain(resultOf(7))]);
  });

  it.each([
    ['no list', textOf(4)],
    ['too few', [textOf(4)]],
    ['in another order', [textOf(7), textOf(4)]],
    ['one of another batch', [textOf(4), textOf(7, resultOf(7), 'f'.repeat(16))]],
    ['one of another shape', [textOf(4), textOf(7, resultOf(7, { days: 6 }))]],
    ['one that is no text', [textOf(4), { replication: 7 }]],
    ['nothing', undefined],
  ])('that do not fit are not taken: %s', async (_, returned) => {
    expect(await answers().taken(jobOf(4, 7), returned)).toBeNull();
  });

  it('are kept as they came, and are not sealed again', async () => {
    const text = textOf(4);
    const [four] = (await answers().taken(jobOf(4), [text])) ?? [];
    expect(seal(BATCH, 0, 4, four).text).toBe(text);
    expect(seal(BATCH, 0, 5, four).text).not.toBe(text);
    expect(seal('f'.repeat(16), 0, 4, four).text).not.toBe(text);
  });

  it('that are not written as here are sealed anew', async () => {
    const text = textOf(4);
    const { data, ...rest } = JSON.parse(text);
    const spread = JSON.stringify({ ...rest, data }, null, 1); // more than one line would hurt a journal
    const swollen = Buffer.concat([Buffer.from(data, 'base64'), Buffer.alloc(1e5)]);
    const padded = text.replace(data, swollen.toString('base64')); // would fill a disk
    for (const other of [spread, ` ${text}`, padded]) {
      const [four] = (await answers().taken(jobOf(4), [other])) ?? [];
      expect(seal(BATCH, 0, 4, four).text).toBe(text);
    }
  });

  it('that come twice must be equal', async () => {
    const known = answers();
    await known.taken(jobOf(4, 7), [textOf(4), textOf(7)]);
    expect(known.contradicted([textOf(7)])).toBeNull();
    expect(known.contradicted([textOf(5, resultOf(9))])).toBeNull(); // never came before
    expect(known.contradicted([textOf(4), textOf(7, resultOf(9))])).toBe(
      'Replication 7 of scenario 0',
    );
  });

  it('of a scenario that nobody has simulated here are not known', () => {
    expect(new Answers(BATCH).known(HASH)).toBeUndefined();
  });
});

describe('a job', () => {
  it('is named by its replications, in a way that fits a key', () => {
    expect(jobIdOf(jobOf(4, 7))).toMatch(/^0123456789abcdef-[0-9a-f]{24}$/);
    expect(jobIdOf(jobOf(4, 7))).toBe(jobIdOf(jobOf(4, 7)));
    const ids = [jobOf(4), jobOf(7), jobOf(4, 7), jobOf(4, 7, 8), jobOf(47)].map(jobIdOf);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('of no or too many replications, or of another format, is refused', () => {
    const eight = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(parseJob(jobOf(...eight)).replications).toHaveLength(8);
    expect(() => parseJob(jobOf())).toThrow(/none of Winterflow: replications: Too small/);
    expect(() => parseJob(jobOf(...eight, 9))).toThrow(/replications: Too big/);
    expect(() => parseJob({ ...jobOf(1), format: 1 })).toThrow(/none of Winterflow: format/);
  });
});
