// test/faults/kept-question.ts: a question that is asked again and again, and the folders of its winters.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { scratchFolder, shortScenario, winterflow } from '../inputs/command.js';

/** Asks the question once with nothing kept and once in the folder "whole", before the tests of a file. */
export function askedOnce() {
  const folder = scratchFolder();
  const short = shortScenario(folder);
  const path = (name: string) => join(folder, name);
  const file = (name: string, of: string) => join(path(name), of);
  /** `winterflow solve`, with more options. */
  const solve = (...more: string[]) => [
    ...['solve', short, '--vary', 'beds.olderPeople.core', '--between', '80..200', '--step', '20'],
    ...[
      '--target',
      'occupancy0800ShareMean<=92%',
      '--replications',
      '150',
      '--workers',
      '1',
      ...more,
    ],
  ];
  const keep = (name: string) => ['--keep', path(name)];
  /** Whole lines of a file of a folder. */
  const linesOf = (name: string, of = 'journal.jsonl') =>
    existsSync(file(name, of))
      ? readFileSync(file(name, of), 'latin1').split('\n').slice(0, -1)
      : [];
  /** What is said of winters that are there. */
  const there = (count: number) =>
    `${count} winters are there; what is asked of them is not simulated again.\n`;
  /** What is answered, and how many winters it takes. */
  const whole = { answer: '', total: 0 };
  beforeAll(async () => {
    const alone = await winterflow(solve('--quiet'));
    expect(alone).toMatchObject({ code: 0, err: '' });
    expect(await winterflow(solve('--quiet', ...keep('whole')))).toEqual(alone);
    whole.answer = alone.out;
    whole.total = linesOf('whole').length;
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return { short, path, file, solve, keep, linesOf, there, whole };
}
