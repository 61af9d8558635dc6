// test/unit/web/packed.test.ts: what stands packed in the page comes back to the last bit and letter, and
// what is left out of it is not read.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observedWinter } from '../../../sim/outcomes/observed-winter.js';
import { holidaysOf } from '../../../sim/scenario/library.js';
import { pageTables } from '../../../tools/page-data.js';
import { namedClasses, usedStyles } from '../../../tools/used-styles.mjs';
import { packBatch, unpackBatch } from '../../../web/packed/batch.js';
import { packNumbers, unpackNumbers } from '../../../web/packed/numbers.js';
import { packTable, tableText } from '../../../web/packed/table.js';
import { giveNames, misread, optionOf } from '../../../web/state/choices.js';
import { library } from '../../model/batches.js';
import { batchOf } from './fans.js';

describe('a packed column', () => {
  it('comes back to the last bit', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      fc.integer({ min: -9000, max: 9000 }).map((twentieths) => twentieths / 20),
      fc.integer({ min: 0, max: 10 ** 10 }).map((parts) => parts / 10 ** 10),
      fc.constant(0.1 + 0.2),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(number, fc.constant(null))), (values) => {
        const restored = unpackNumbers(JSON.parse(JSON.stringify(packNumbers(values))));
        // JSON knows no -0 either.
        expect(restored).toEqual(values.map((value) => (value === 0 ? 0 : value)));
      }),
      { examples: [[[-5e-324]], [[-0, 1]]] },
    );
  });

  it('of counts and of shares is shorter than its numbers', () => {
    const beds = Array.from({ length: 90 }, (_, day) => 560 + ((day * 37) % 20) / 20);
    const shares = beds.map((count) => Number((count / 581).toPrecision(10)));
    for (const column of [beds, shares]) {
      const packed = packNumbers(column);
      expect(packed).toBeTypeOf('string');
      expect(packed.length).toBeLessThan(JSON.stringify(column).length * 0.7);
    }
    expect(packNumbers([1.9000000000000001, 2, 3, 4])).toBeTypeOf('string');
  });
});

describe('a packed batch', () => {
  it('is the batch', () => {
    const batch = batchOf(['Base', 'Plan'], [0.93, null, 0.951, 0.9123456789], 3);
    expect(unpackBatch(JSON.parse(JSON.stringify(packBatch(batch))))).toEqual(batch);
  });
});

describe('the tables of the page', () => {
  it('come back letter for letter', () => {
    for (const text of [
      'date,open,list\n2017-12-01,580,1.5|2.0|\n2017-12-02,573.1,|2.5|3.0\n',
      'a\n\n1\n01\n',
      'name,x\nÄ b,-0.5\nc,0\n',
    ]) {
      expect(tableText(packTable(text))).toBe(text);
    }
    expect(() => packTable('a,b\n1\n')).toThrow('does not come back');
  });

  it('give the page of every observed trust what the whole files give', () => {
    const tables = pageTables();
    const whole = (path: string) =>
      readFileSync(new URL(`../../../scenarios/${path}`, import.meta.url), 'utf8');
    const part = (path: string) => (tables[path] === undefined ? null : tableText(tables[path]));
    for (const org of ['RWH', 'RLQ', 'RWP', 'MEAN']) {
      for (const year of [2016, 2017]) {
        const of = (text: (path: string) => string | null) =>
          observedWinter(org, `${year}-10-01`, `${year + 1}-03-31`, (file) => text(`data/${file}`));
        expect(of(part).days.length).toBeGreaterThan(org === 'MEAN' && year === 2016 ? -1 : 80);
        expect(of(part)).toEqual(of(whole));
      }
    }
    expect(part('trusts/trusts.csv')).toBe(whole('trusts/trusts.csv'));
    const holidays = 'data/bank_holidays_england_wales.csv';
    expect(holidaysOf(part(holidays) ?? '')).toEqual(holidaysOf(whole(holidays)));
  });
});

describe('names of files', () => {
  it('are read from their heads as a parser reads them', () => {
    expect(misread(library)).toEqual([]);
    const other = { ...library };
    giveNames(other);
    expect(optionOf(other, 'plan', 'boarding')).toEqual(optionOf(library, 'plan', 'boarding'));
    const odd = { ...library, read: () => ({ file: 'x.yaml', text: "name: 'A'\nkind: plan\n" }) };
    expect(misread(odd)).toContain('boarding');
  });
});

describe('styles of the library', () => {
  it('stay where a source of the page names their class', () => {
    const rules = ['.nhsuk-button,.nhsuk-tag', '.nhsuk-tag a', '.own .nhsuk-button:hover', 'p'].map(
      (selector) => ({ selectors: selector.split(','), parent: { type: 'root' }, isGone: false }),
    );
    const root = {
      walkRules: (look: (rule: unknown) => void) => {
        for (const rule of rules) look(Object.assign(rule, { remove: () => (rule.isGone = true) }));
      },
      walkAtRules: () => undefined,
    };
    usedStyles(new Set(['nhsuk-button'])).OnceExit(root);
    expect(rules.filter(({ isGone }) => !isGone).map(({ selectors }) => selectors)).toEqual([
      ['.nhsuk-button'],
      ['.own .nhsuk-button:hover'],
      ['p'],
    ]);
    expect([...namedClasses()]).toContain('nhsuk-details__summary-text');
    expect([...namedClasses()]).not.toContain('nhsuk-tag');
  });
});
