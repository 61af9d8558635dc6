// test/inputs/mutations.test.ts: shipped files damaged at random are accepted or refused in sentences.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../cli/requests.js';
import { InputError, PROBLEMS_SHOWN, problemLines } from '../../sim/scenario/problems.js';
import { resolve } from '../../sim/scenario/resolve.js';
import { libraryWith, SHIPPED } from './refuses.js';

const CASES = 300;
const SEED = 20171001;
const FILES = Object.keys(SHIPPED).sort();

/** Values that people and programs put where others belong. */
const ODD = [
  ...['', 'null', '~', '-1', '0', '1e9', '1e-9', '.inf', '.nan', '92%', '"560"', '560.5', 'yes'],
  ...['2023-02-29', '[]', '{}', '[[]]', '{ a: 1 }', '*x', '&x 1', '!tag x', '<<', '__proto__'],
  ...['constructor', '"', "'", '|', '>', '- - -', '? x', '#', '%', '@', '\t', '\0', '\uFFFD'],
  ...['\u2028', '😀', 'x'.repeat(2000), '['.repeat(200), 'lister-2017-18', 'all-together'],
];

/** One damage to a text; positions are shares of its length. */
type Damage = (text: string) => string;

const share = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, of: number) => Math.floor(of * text.length);
const line = (text: string, of: number) => Math.floor(of * (text.split('\n').length - 1));

const damages: fc.Arbitrary<Damage> = fc.oneof(
  // A stretch of characters is lost, or stands twice.
  fc.tuple(share, fc.integer({ min: 1, max: 80 })).map(
    ([of, length]): Damage =>
      (text) => {
        const from = at(text, of);
        return text.slice(0, from) + text.slice(from + length);
      },
  ),
  fc.tuple(share, fc.integer({ min: 1, max: 80 })).map(
    ([of, length]): Damage =>
      (text) => {
        const from = at(text, of);
        return text.slice(0, from + length) + text.slice(from);
      },
  ),
  // The text breaks off.
  share.map(
    (of): Damage =>
      (text) =>
        text.slice(0, at(text, of)),
  ),
  // Two neighbouring characters change places.
  share.map(
    (of): Damage =>
      (text) => {
        const i = at(text, of);
        return (
          text.slice(0, i) +
          text
            .slice(i, i + 2)
            .split('')
            .reverse()
            .join('') +
          text.slice(i + 2)
        );
      },
  ),
  // A line is lost, stands twice, or moves elsewhere.
  fc.tuple(share, share, fc.constantFrom('lose', 'double', 'move')).map(
    ([of, to, how]): Damage =>
      (text) => {
        const lines = text.split('\n');
        const [taken] = lines.splice(line(text, of), how === 'double' ? 0 : 1);
        if (how === 'double') lines.splice(line(text, of), 0, lines[line(text, of)]);
        if (how === 'move') lines.splice(line(text, to), 0, taken ?? '');
        return lines.join('\n');
      },
  ),
  // The value after a colon, or an item of a list, becomes an odd one.
  fc.tuple(share, fc.constantFrom(...ODD)).map(
    ([of, odd]): Damage =>
      (text) => {
        const from = text.indexOf(': ', at(text, of));
        if (from < 0) return text + odd;
        const rest = text.slice(from + 2);
        const length = Math.max(1, rest.search(/[,}\]\n]/));
        return text.slice(0, from + 2) + odd + rest.slice(length);
      },
  ),
  // Odd characters appear anywhere.
  fc.tuple(share, fc.constantFrom(...ODD)).map(
    ([of, odd]): Damage =>
      (text) => {
        return text.slice(0, at(text, of)) + odd + text.slice(at(text, of));
      },
  ),
);

/** Every sentence stands on one line, with its place, and ends. */
const SENTENCE = /^[\w./-]+:[1-9]\d*:[1-9]\d*: \S[^\n\r\u2028\0]*[.?]$/;
const MORE = /^… and \d+ more problems?\.$/;
const TRACE = /\bat .*\.(ts|js):\d+|TypeError|ReferenceError|undefined|\[object|Zod|YAMLParse/;

const requests = FILES.map((file) => {
  const [folder, name] = file.replace('.yaml', '').split('/');
  const system = 'lister-2017-18';
  if (folder === 'systems') return { file, request: { system: name } };
  if (folder === 'winters') return { file, request: { system, winter: name } };
  return { file, request: { system, plans: [name] } };
});

describe('a shipped file damaged at random', () => {
  it(`is accepted whole or refused in sentences, in each of ${CASES} cases`, () => {
    let refused = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...requests),
        fc.array(damages, { minLength: 1, maxLength: 4 }),
        ({ file, request }, made) => {
          const text = made.reduce((before, damage) => damage(before), SHIPPED[file]);
          try {
            resolve(libraryWith({ [file]: text }), request);
          } catch (error) {
            if (!(error instanceof InputError)) throw error;
            refused++;
            const lines = problemLines(error.problems);
            expect(lines.length).toBeGreaterThan(0);
            expect(lines.length).toBeLessThanOrEqual(PROBLEMS_SHOWN + 1);
            for (const each of lines) {
              if (!MORE.test(each)) expect(each).toMatch(SENTENCE);
              expect(each).not.toMatch(TRACE);
              expect(each.length).toBeLessThan(800);
            }
            expect([65, 66]).toContain(exitCodeOf(error.problems));
          }
        },
      ),
      { numRuns: CASES, seed: SEED },
    );
    expect(refused).toBeGreaterThan(CASES / 3);
  });
});
