// test/unit/web/turns.test.tsx: work in turn is done piece by piece in its order; tables that are written as
// text hold what stands in their cells and nothing else.

import { renderToString } from 'preact-render-to-string';
import { describe, expect, it, vi } from 'vitest';
import { DataTable } from '../../../web/charts/data-table.js';
import { inTurn, nextTask } from '../../../web/state/turns.js';

const WAIT = { interval: 0, timeout: 5000 };

describe('work in turn', () => {
  it('is done in its order, one piece a task, and can be taken back', async () => {
    const done: string[] = [];
    const work = (name: string) => (): void => {
      done.push(name);
      void Promise.resolve().then(() => done.push(`after ${name}`));
    };
    inTurn(work('one'));
    const takeBack = inTurn(work('two'));
    inTurn(work('three'));
    takeBack();
    expect(done).toEqual([]);
    await vi.waitUntil(() => done.length === 4, WAIT);
    expect(done).toEqual(['one', 'after one', 'three', 'after three']);
    inTurn(work('four'));
    await vi.waitUntil(() => done.length === 6, WAIT);
    expect(done.slice(4)).toEqual(['four', 'after four']);
  });

  it('goes on where timers wait, as those of a page that nobody looks at do', async () => {
    vi.useFakeTimers();
    try {
      const done: string[] = [];
      for (const name of ['one', 'two', 'three']) inTurn(() => done.push(name));
      for (let i = 0; i < 20; i++) await nextTask();
      expect(done).toEqual(['one', 'two', 'three']);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a table', () => {
  it('shows cells as they are, whatever they hold', () => {
    const table = {
      caption: 'Beds',
      rowHeader: 'Plan',
      groups: [{ name: '<i>', columns: ['a'] }],
      rows: [{ header: '<b onclick="x">&', cells: ['<script>1</script>'] }],
    };
    const html = renderToString(<DataTable id="t" table={table} />);
    expect(html).toContain('<th scope="row">&lt;b onclick=&quot;x&quot;&gt;&amp;</th>');
    expect(html).toContain('<td>&lt;script&gt;1&lt;/script&gt;</td>');
  });
});
