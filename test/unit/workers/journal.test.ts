// test/unit/workers/journal.test.ts: a journal keeps what was finished, and notices what was damaged.

import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { Journal, NotRepeatable } from '../../../workers/journal.js';
import { seal, unseal } from '../../../workers/sealed.js';
import { plain, resultOf } from './results.js';

const folder = mkdtempSync(join(tmpdir(), 'winterflow-journal-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const fresh = () => join(folder, `${files++}.jsonl`);

/** A journal of six results of two scenarios. */
function written(): string {
  const path = fresh();
  const journal = Journal.open(path, 'batch');
  for (let k = 0; k < 3; k++) for (const s of [0, 1]) journal.append(s, k, resultOf(10 * s + k));
  journal.close();
  return path;
}

/** Opens a journal; which results it has, and what it warns of. */
function opened(path: string, batch = 'batch') {
  const there: string[] = [];
  const journal = Journal.open(path, batch, (s, k) => there.push(`${s}/${k}`));
  return { journal, there, warnings: journal.warnings };
}

const ALL = ['0/0', '1/0', '0/1', '1/1', '0/2', '1/2'];

describe('a journal', () => {
  it('gives back what was added, to the last bit', () => {
    const { journal, there, warnings } = opened(written());
    expect({ there, warnings }).toEqual({ there: ALL, warnings: [] });
    expect(plain(journal.read(1, 2))).toEqual(plain(resultOf(12)));
    expect(journal.has(1, 3)).toBe(false);
    journal.close();
  });

  it('cut anywhere keeps every line that was finished, and goes on', () => {
    const whole = readFileSync(written());
    const ends = [...whole.keys()].filter((i) => whole[i] === 10);
    for (let cut = 0; cut <= whole.length; cut += 997) {
      const path = fresh();
      writeFileSync(path, whole.subarray(0, cut));
      const { journal, there, warnings } = opened(path);
      expect(warnings).toEqual([]);
      expect(there).toEqual(ALL.slice(0, ends.filter((end) => end < cut).length));
      for (const s of [0, 1]) {
        for (let k = 0; k < 3; k++) journal.append(s, k, resultOf(10 * s + k));
      }
      expect(plain(journal.read(0, 1))).toEqual(plain(resultOf(1)));
      journal.close();
      expect(opened(path).there.sort()).toEqual([...ALL].sort());
    }
  });

  it('warns of a damaged line in the middle, by its number, and keeps those after it', () => {
    const path = written();
    const bytes = readFileSync(path);
    const second = bytes.indexOf(10) + 200;
    bytes[second] = bytes[second] === 65 ? 66 : 65;
    writeFileSync(path, bytes);
    const { journal, there, warnings } = opened(path);
    expect(there).toEqual(ALL.filter((name) => name !== '1/0'));
    expect(warnings).toEqual([`${path}:2: the line is damaged; its winter is simulated again.`]);
    journal.append(1, 0, resultOf(10));
    expect(plain(journal.read(1, 0))).toEqual(plain(resultOf(10)));
    journal.close();
    expect(opened(path).there).toEqual([...ALL.filter((name) => name !== '1/0'), '1/0']);
  });

  it('passes over a line of megabytes without end, and finds what comes after it', () => {
    const path = written();
    appendFileSync(path, `${'x'.repeat(9e6)}\n`);
    const before = opened(path);
    before.journal.append(0, 3, resultOf(3));
    expect(plain(before.journal.read(0, 3))).toEqual(plain(resultOf(3)));
    before.journal.close();
    const { there, warnings } = opened(path);
    expect(there).toEqual([...ALL, '0/3']);
    expect(warnings).toHaveLength(1);
  });

  it('does not take the lines of another batch', () => {
    expect(opened(written(), 'another').there).toEqual([]);
  });

  it('takes a line that is there once more only if it says the same', () => {
    const path = written();
    const { size } = statSync(path);
    const { journal } = opened(path);
    journal.append(0, 0, resultOf(0));
    expect(statSync(path).size).toBe(size);
    expect(() => journal.append(0, 0, resultOf(5))).toThrow(NotRepeatable);
    journal.close();
    appendFileSync(path, `${seal('batch', 0, 0, resultOf(5)).text}\n`);
    expect(() => opened(path)).toThrow('gave two different results');
  });

  it('refuses a line whose numbers unpack to more than a result can have', () => {
    const sealed = seal('batch', 0, 0, resultOf(0));
    expect(unseal('batch', sealed.text)).not.toBeNull();
    const line = JSON.parse(sealed.text) as { data: string };
    const bomb = deflateRawSync(Buffer.alloc(5e7)).toString('base64');
    expect(bomb.length).toBeLessThan(1e5);
    expect(unseal('batch', JSON.stringify({ ...line, data: bomb }))).toBeNull();
  });

  it('of an empty file, or one of zeros, holds nothing', () => {
    const path = fresh();
    writeFileSync(path, '');
    truncateSync(path, 5000);
    expect(opened(path)).toMatchObject({ there: [], warnings: [] });
    expect(statSync(path).size).toBe(0);
  });
});
