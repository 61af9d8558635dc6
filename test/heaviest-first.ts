// test/heaviest-first.ts: the order of test files: the longest first, so that none is left for the end
// while the other cores have nothing to do.

import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take more than some twenty seconds of one core, the longest first. */
const LONGEST = [
  'test/queue/stopping.test.ts',
  'test/web/access.test.ts',
  'test/docs/commands.test.ts',
  'test/queue/queue.test.ts',
  'test/faults/kept-winters.test.ts',
  'test/inputs/command-line-precision.test.ts',
  'test/web/results-pages.test.ts',
  'test/faults/sweep-resume.test.ts',
  'test/faults/reproduce.test.ts',
  'test/web/kept-results.test.ts',
  'test/model/directions.test.ts',
  'test/theory/verify.test.ts',
  'test/model/calibrate.test.ts',
  'test/web/question.test.ts',
  'test/differential/naive-kernel.test.ts',
  'test/differential/independent.test.ts',
  'test/web/keyboard.test.ts',
  'test/inputs/report-command.test.ts',
  'test/web/paper.test.ts',
  'test/model/mechanisms.test.ts',
  'test/model/systems.test.ts',
  'test/web/narrow.test.ts',
  'test/faults/kept-winters-folder.test.ts',
  'test/queue/hosts.test.ts',
  'test/model/repeatable.test.ts',
];

/** The longest first; the rest as vitest orders them, by what it remembers or by size. */
export class HeaviestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = LONGEST.indexOf(relative(this.ctx.config.root, moduleId));
      return rank < 0 ? LONGEST.length : rank;
    };
    return sorted
      .map((file, place) => ({ file, place, rank: rankOf(file) }))
      .sort((a, b) => a.rank - b.rank || a.place - b.place)
      .map(({ file }) => file);
  }
}
