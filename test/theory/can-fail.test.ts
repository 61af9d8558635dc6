// test/theory/can-fail.test.ts: a check that cannot fail proves nothing: each is seen to fail.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { SETTING, verified } from './verified.js';

/** A quarter of the quick form is enough to see what is wrong. */
const LENGTH = 0.25;

describe('services 5 % longer than the theory knows', () => {
  const setting = { serviceFactor: 1.05, length: LENGTH };
  // The shortest case of each check.
  it.each([
    ['V1', 0],
    ['V2', 0],
    ['V3', 0],
    ['V4', 0],
    ['V6', 0],
    ['V7', 0],
    ['V8', 1],
    ['V9', 2],
    ['V10', 2],
    ['V11', 0],
    ['V12', 2],
    ['V13', 0],
    ['V14', 1],
    ['V15', 0],
    ['V16', 0],
    ['V17', 0],
    ['V18', 0],
    ['V18', 1],
    ['V19', 2],
    ['V24', 0],
  ])('fail %s (case %i)', (id, index) => {
    const { holds, findings } = verified(id, setting, (_, i) => i === index);
    expect(holds).toBe(false);
    expect(findings.some(({ verdict }) => verdict === 'off')).toBe(true);
  });
});

describe('a broken kernel', () => {
  afterEach(() => {
    vi.doUnmock('../../sim/engine/resource.js');
    vi.doUnmock('../../sim/engine/queue.js');
    vi.doUnmock('../../sim/engine/draws.js');
    vi.doUnmock('../../sim/engine/quantile-table.js');
    vi.doUnmock('../../sim/outcomes/harm.js');
    vi.doUnmock('../../sim/hospital/census.js');
    vi.resetModules();
  });

  /** Checks that do not hold, with their worst verdict, by the product as it is now loaded. */
  async function failing(...ids: string[]): Promise<string[]> {
    vi.resetModules();
    const { checksOf, reportOf, runCases } = await import('../../sim/verification/verify.js');
    const setting = { ...SETTING, length: LENGTH };
    const { checks } = reportOf([...runCases(checksOf(ids), setting)]);
    return checks.flatMap(({ id, findings }) => {
      const worst = ['off', 'blunt'].find((word) => findings.some((each) => each.verdict === word));
      return worst === undefined ? [] : [`${id} ${worst}`];
    });
  }

  it('that has one server too many fails V1, V2 and V7', async () => {
    vi.doMock('../../sim/engine/resource.js', async (original) => {
      const real = await original<typeof import('../../sim/engine/resource.js')>();
      return {
        ...real,
        Resource: class extends real.Resource {
          constructor(capacity: number, priorities?: number) {
            super(capacity + 1, priorities);
          }
        },
      };
    });
    expect(await failing('V1', 'V2', 'V7')).toEqual(['V1 off', 'V2 off', 'V7 off']);
  });

  it('that serves the last comer first fails V2, by who waits long', async () => {
    vi.doMock('../../sim/engine/queue.js', () => ({ Queue: Stack }));
    expect(await failing('V2')).toEqual(['V2 off']);
  });

  it('that forgets priorities fails V7', async () => {
    vi.doMock('../../sim/engine/resource.js', async (original) => {
      const real = await original<typeof import('../../sim/engine/resource.js')>();
      return {
        ...real,
        Resource: class extends real.Resource {
          override seize(subject: number): number {
            return super.seize(subject, 0);
          }
        },
      };
    });
    expect(await failing('V7')).toEqual(['V7 off']);
  });

  it('whose draws are one in a hundred too low fails V17', async () => {
    vi.doMock('../../sim/engine/draws.js', async (original) => {
      const real = await original<typeof import('../../sim/engine/draws.js')>();
      return {
        ...real,
        Draws: class extends real.Draws {
          override block(key: number, tag: number): number {
            const bits = super.block(key, tag) >>> 0;
            return (bits * 0.99) | 0;
          }
        },
      };
    });
    expect(await failing('V17')).toEqual(['V17 off']);
  });

  it('whose replications share their draws is seen, because nothing varies', async () => {
    vi.doMock('../../sim/engine/draws.js', async (original) => {
      const real = await original<typeof import('../../sim/engine/draws.js')>();
      return {
        ...real,
        Draws: class extends real.Draws {
          constructor(seed: readonly [number, number]) {
            super(seed, 0);
          }
        },
      };
    });
    expect(await failing('V14')).toEqual(['V14 blunt']);
  });

  it('that fills beds with fresh stays fails V18', async () => {
    vi.doMock('../../sim/engine/quantile-table.js', async (original) => {
      const real = await original<typeof import('../../sim/engine/quantile-table.js')>();
      return { ...real, lengthBiased: (table: Float64Array) => table };
    });
    expect(await failing('V18')).toEqual(['V18 off']);
  });

  it('that mistakes 82 for 83 fails V23', async () => {
    vi.doMock('../../sim/outcomes/harm.js', () => ({
      excessDeaths: ({ hours6To8 = 0 }) => hours6To8 / 83,
    }));
    expect(await failing('V23')).toEqual(['V23 off']);
  });
});

/** Last in, first out; without withdrawal, which V2 does not need. */
class Stack {
  private readonly items: number[] = [];

  get size(): number {
    return this.items.length;
  }

  push(subject: number): number {
    return this.items.push(subject);
  }

  shift(): number {
    return this.items.pop() ?? -1;
  }

  first(): number {
    return this.items[this.items.length - 1] ?? -1;
  }
}
