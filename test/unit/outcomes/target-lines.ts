// test/unit/outcomes/target-lines.ts: what every line of a table of targets must be.

import { describe, expect, it } from 'vitest';
import { FACTS } from '../../../sim/outcomes/facts.js';
import { OUTCOME_KEYS } from '../../../sim/outcomes/keys.js';
import type { TargetLine } from '../../../sim/outcomes/targets.js';

const DERIVED = ['electivesOfPlanShare']; // of counts and facts, in summary.ts
const KEYS = [...OUTCOME_KEYS, ...FACTS.map(({ key }) => key), ...DERIVED] as string[];
const WORDS: Record<string, number> = { 'a third': 1 / 3, 'No ': 0, 'Every ': 0 };

/** The level that the words of a target name, as a share, a count or minutes. */
function levelIn(text: string): number | undefined {
  const percent = /(\d+(?:\.\d+)?) %/.exec(text);
  if (percent && !text.startsWith('No ')) return Number(percent[1]) / 100;
  const plain = /(\d+) (?:h a week|min, median)/.exec(text);
  if (plain) return Number(plain[1]);
  return Object.entries(WORDS).find(([words]) => text.includes(words))?.[1];
}

/** Describes a table: ids, words that name the level that counts, an outcome that exists, a source. */
export function describeLines(lines: readonly TargetLine[], levels: readonly string[]): void {
  describe('every target', () => {
    it('is in the table that boards know', () => {
      expect(
        lines.map((line) => {
          const { atMost, below, atLeast, lessThanBase } = line;
          if (atMost !== undefined) return `${line.id} ${line.key} ≤ ${atMost}`;
          if (below !== undefined) return `${line.id} ${line.key} < ${below}`;
          if (atLeast !== undefined) return `${line.id} ${line.key} ≥ ${round(atLeast)}`;
          return `${line.id} ${line.key}${lessThanBase === true ? ' less' : ''}`;
        }),
      ).toEqual(levels);
    });

    it.each(lines)('$id: $text', (line) => {
      const { id, text, key, source, atMost, below, atLeast, lessThanBase } = line;
      expect(id).toMatch(/^T\d{1,2}$/);
      expect(KEYS).toContain(key);
      expect(source).toMatch(/.*\d.*/);
      expect(source.length).toBeGreaterThan(5);
      const level = atMost ?? below ?? atLeast;
      if (lessThanBase === true) expect(text).toMatch(/^Fewer beds with stays over \d+ days$/);
      else if (level === undefined) expect(text).toMatch(/, no level( set)?$/);
      else expect(level).toBeCloseTo(levelIn(text) ?? Number.NaN, 9);
    });
  });
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
