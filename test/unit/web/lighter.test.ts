// test/unit/web/lighter.test.ts: what the page has of jStat gives the bits of the whole, and what it
// leaves out of zod is not asked for.

import jStat from 'jstat';
import { describe, expect, it } from 'vitest';
import { INTERVENTIONS } from '../../../sim/interventions/registry.js';
import { resolve } from '../../../sim/scenario/resolve.js';
import { jstatParts, withoutZod } from '../../../tools/lighter.mjs';
import { library } from '../../model/batches.js';

type Whole = typeof jStat;

/** A module of text. */
async function moduleOf<T>(code: string): Promise<T> {
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as T;
}

describe('the parts of jStat', () => {
  it('give the same bits as jStat, of every function that the model calls', async () => {
    const { default: parts } = await moduleOf<{ default: Whole }>(jstatParts());
    const shares = Array.from({ length: 99 }, (_, i) => (i + 1) / 100).concat(1e-12, 1 - 1e-12);
    const values = [-40, -3.2, -0.5, 0, 1e-9, 0.3, 1, 2.5, 7, 40, 900];
    const all = (of: Whole) => [
      shares.map((p) => of.normal.inv(p, 0, 1)),
      values.map((x) => of.normal.cdf(x, 0, 1)),
      values.flatMap((x) => [0.4, 1, 9, 120].map((shape) => of.gamma.cdf(x, shape, 1 / shape))),
      shares.flatMap((x) => [0.5, 2, 30].map((a) => of.beta.cdf(x, a, 0.5))),
      values.flatMap((x) => [1, 4, 199].map((degrees) => of.studentt.cdf(x, degrees))),
      [0.1, 0.5, 1, 3.3, 80].map((x) => of.gammaln(x)),
    ];
    expect(all(parts)).toEqual(all(jStat));
  });
});

describe('the worker of a run', () => {
  it('gets settings that stay the same when they are read again', () => {
    let read = 0;
    for (const plan of library.names('plan')) {
      const { model } = resolve(library, { system: 'lister-2017-18', plans: [plan] });
      for (const [id, settings] of Object.entries(model.interventions)) {
        const definition = INTERVENTIONS.find((one) => one.id === id);
        expect(definition?.settings.parse(settings), `${plan}, ${id}`).toEqual(settings);
        read++;
      }
    }
    expect(read).toBeGreaterThan(30);
  });

  it('can declare schemas, takes settings as they are, and refuses to check', async () => {
    const plugin = withoutZod();
    const load = plugin.load as (id: string) => string;
    const { z } = await moduleOf<{ z: typeof import('zod').z }>(load('\0winterflow-no-zod'));
    const schema = z.object({ beds: z.number().min(0).optional() }).strict();
    expect(schema.parse({ beds: 1 })).toEqual({ beds: 1 });
    expect(() => schema.safeParse({ beds: 1 })).toThrow('reads no input');
  });

  it('is the only one without zod', () => {
    const plugin = withoutZod();
    const start = plugin.buildStart as (options: { input: string[] }) => void;
    const find = plugin.resolveId as (source: string) => string | null;
    start({ input: ['/there/web/state/checks-worker.ts'] });
    expect(find('zod')).toBe(null);
    start({ input: ['/there/workers/browser-worker.ts'] });
    expect(find('zod')).not.toBe(null);
    expect(find('yaml')).toBe(null);
  });
});
