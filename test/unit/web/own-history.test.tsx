// test/unit/web/own-history.test.tsx: pasted figures become weeks or months, or a sentence; the card says what
// the chart shows.

import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { XmrCard } from '../../../web/charts/xmr-card.js';
import { type OwnHistory, readHistory } from '../../../web/state/own-history.js';

const read = (text: string): OwnHistory => {
  const history = readHistory(text);
  if (typeof history === 'string') throw new Error(history);
  return history;
};

describe('pasted figures', () => {
  it('are read from tabs, semicolons and commas, with names of columns, in any order', () => {
    const wanted = { dates: ['2026-01-01', '2026-02-01', '2026-03-01'], values: [1, 2.5, 3] };
    expect(read('month\tbeds\n2026-01\t1\n2026-02\t2.5\n2026-03\t3\n')).toMatchObject(wanted);
    expect(read('2026-03;3\r\n2026-01;1\r\n2026-02;2.5')).toMatchObject(wanted);
    expect(read('"month","beds"\n"2026-01",1\n2026-02,2.5\n2026-03-01,3 %')).toMatchObject(wanted);
    expect(read('01/01/2026\t1\n01/02/2026\t2.5\n01/03/2026\t3')).toMatchObject(wanted);
  });

  it('of days become means of whole weeks, and say so', () => {
    // 2026-01-05 is a Monday; the last week has two days only.
    const lines = Array.from(
      { length: 23 },
      (_, i) => `2026-01-${String(5 + i).padStart(2, '0')}\t${i}`,
    );
    const { dates, values, notes } = read(lines.join('\n'));
    expect(dates).toEqual(['2026-01-05', '2026-01-12', '2026-01-19']);
    expect(values).toEqual([3, 10, 17]);
    expect(notes).toEqual([
      'Days were averaged to 3 weeks from Monday: days of the week differ, and would look like signals.',
      'Left out: 1 week with fewer than 5 of 7 days.',
    ]);
  });

  it('without a value are left out, and said to be', () => {
    const { values, notes } = read('2026-01\t1\n2026-02\t\n2026-03\t3\n2026-04\t-\n2026-05\t5');
    expect(values).toEqual([1, 3, 5]);
    expect(notes).toEqual(['Left out: 2 dates without a value.']);
  });

  it.each([
    ['', 'The text has 0 values; allowed: at least 3.'],
    ['2026-01\t1\n2026-02\t2', 'The text has 2 values; allowed: at least 3.'],
    ['2026-01\t1\n2026-13\t2', 'Line 2: the date is "2026-13"; allowed: a date as YYYY-MM-DD.'],
    ['2026-01\t1\n2026-01\t2', 'Line 2: 2026-01 stands there twice; allowed: once.'],
    [
      '2026-01\t1\n2026-02\t1,200',
      'Line 2: the value is "1,200"; write 1200, without marks between thousands.',
    ],
    ['2026-01\t1\n2026-02\tmany', 'Line 2: the value is "many"; allowed: a number.'],
    ['2026-01\t1\t2', 'Line 1 is "2026-01\\t1\\t2"; allowed: a date and a value, in two columns.'],
    ['a\tb\nc\td', 'The text has 0 values; allowed: at least 3.'],
    ['x\n'.repeat(6000), 'The text has 6001 lines; allowed: at most 5000.'],
  ])('that cannot be read are refused in a sentence: %#', (text, sentence) => {
    expect(readHistory(text)).toBe(sentence);
  });
});

describe('the card', () => {
  const dates = Array.from(
    { length: 14 },
    (_, i) => `20${25 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`,
  );
  const values = [8, 14, 8, 14, 8, 14, 8, 14, 8, 14, 8, 14, 8, 40];
  const card = (better: 'higher' | 'lower' | 'neither', shown = values) =>
    renderToString(
      <XmrCard
        name="Long stays"
        dates={dates.slice(0, shown.length)}
        values={shown}
        better={better}
        notes={['A note.']}
        Canvas={({ draw }) => draw(800)}
      />,
    );

  it('says which values are more than chance, and whether that is better', () => {
    const html = card('lower');
    expect(html).toContain(
      'Long stays: 1 of 14 values are more than chance, the last on 1 Feb 2026',
    );
    expect(html).toContain('1 Feb 2026: 40.0, beyond a limit (high), which is worse.');
    expect(html).toContain('A note.');
    expect(card('higher')).toContain('beyond a limit (high), which is better.');
    expect(card('neither')).toContain('beyond a limit (high).');
    expect(html.match(/data-signal="limits"/g)).toHaveLength(1);
    expect(html.match(/data-signal="none"/g)).toHaveLength(13);
  });

  it('says when nothing is, and when limits are provisional', () => {
    const html = card('lower', values.slice(0, 6));
    expect(html).toContain('Long stays: nothing here is more than chance');
    expect(html).toContain('Limits from fewer than 12 values are provisional');
  });

  it('names the years on its axis, and the months that have room beside them', () => {
    const months = Array.from(
      { length: 24 },
      (_, i) =>
        `${2016 + Math.floor((i + 3) / 12)}-${String(((i + 3) % 12) + 1).padStart(2, '0')}-01`,
    );
    const html = renderToString(
      <XmrCard
        name="Within 4 hours"
        dates={months}
        values={months.map((_, i) => 70 + (i % 3))}
        better="higher"
        notes={[]}
        Canvas={({ draw }) => draw(1100)}
      />,
    );
    const names = [...html.matchAll(/>((?:[A-Z][a-z]{2})(?: 20\d\d)?)<\/text>/g)].map(
      ([, name]) => name,
    );
    expect(names.slice(0, 9)).toEqual([
      ...['Apr 2016', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec', 'Jan 2017'],
    ]);
    expect(names).toContain('Jan 2018');
    expect(names).not.toContain('Feb'); // under the year
  });
});
