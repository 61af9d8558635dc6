// test/unit/scenario/parse.test.ts: a file is read once, and again when it has changed; what was read cannot
// be changed by who reads it.

import { describe, expect, it } from 'vitest';
import { parseFile } from '../../../sim/scenario/parse.js';

describe('a file', () => {
  it('that has not changed is not read again; one that has is', () => {
    const first = parseFile('once.yaml', 'beds: { core: [1, 2] }\n');
    expect(parseFile('once.yaml', 'beds: { core: [1, 2] }\n')).toBe(first);
    expect(parseFile('once.yaml', 'beds: { core: [1, 3] }\n').value).toEqual({
      beds: { core: [1, 3] },
    });
    expect(parseFile('other.yaml', 'beds: { core: [1, 2] }\n')).not.toBe(first);
  });

  it('is shared by all who read it, so none of them can change it', () => {
    const { value } = parseFile('shared.yaml', 'beds: { core: [1, 2] }\n');
    const beds = value?.beds as { core: number[] };
    expect(() => Object.assign(beds, { core: [] })).toThrow(TypeError);
    expect(() => beds.core.push(3)).toThrow(TypeError);
    expect(parseFile('shared.yaml', 'beds: { core: [1, 2] }\n').value).toEqual({
      beds: { core: [1, 2] },
    });
  });
});
