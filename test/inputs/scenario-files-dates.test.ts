// test/inputs/scenario-files-dates.test.ts: dates that do not exist, and periods that cannot be run.

import { describe, expect, it } from 'vitest';
import { accepts, changes, refusalOf, refuses } from './refuses.js';

describe('a date', () => {
  const first = (value: string) => changes(`period: { firstDay: ${value} }`);
  const at = '5:23: changes.period.firstDay is';
  const allowed = 'allowed: a date that exists, as YYYY-MM-DD';
  refuses('2023-02-29', first('2023-02-29'), `${at} "2023-02-29"; ${allowed}.`);
  refuses('31/11/2026', first('31/11/2026'), `${at} "31/11/2026"; ${allowed}.`);
  refuses(
    '30/11/2026, which can be read in one way',
    first('30/11/2026'),
    `${at} "30/11/2026"; ${allowed}; did you mean "2026-11-30"?`,
  );
  refuses(
    '01/02/2026 without a guess which is the day',
    first('01/02/2026'),
    `${at} "01/02/2026"; ${allowed}.`,
  );
  refuses('26-11-01', first('26-11-01'), `${at} "26-11-01"; ${allowed}.`);
  refuses(
    'a date with a time zone',
    first('2026-11-01T00:00:00+01:00'),
    `${at} "2026-11-01T00:00:00+01:00"; ${allowed}; did you mean "2026-11-01"?`,
  );
  refuses(
    'a date as a number',
    first('20261101'),
    `${at} 20261101; allowed: a text; did you mean "2026-11-01"?`,
  );
  refuses(
    'a day of the year that does not exist',
    changes('demand: { dateIndex: [{ day: 31-12, index: 1 }] }'),
    '5:32: changes.demand.dateIndex[0].day is "31-12"; allowed: a day of the year, as MM-DD; ' +
      'did you mean "12-31"?',
  );
  refuses(
    'a day of the year listed twice',
    changes('demand: { dateIndex: [{ day: 12-25, index: 1 }, { day: 12-25, index: 2 }] }'),
    '5:58: changes.demand.dateIndex[1].day is "12-25" as in [0]; allowed: each day once.',
  );
});

describe('the period', () => {
  const period = (body: string) => changes(`period: { ${body} }`);
  refuses(
    'a negative lead-in',
    period('leadInDays: -1'),
    '5:25: changes.period.leadInDays is -1; allowed: a whole number from 1 to 200.',
  );
  refuses(
    'a lead-in longer than what is reported',
    period('leadInDays: 190'),
    '5:25: changes.period.leadInDays is 190, longer than the 182 reported days; allowed: 1 to 182.',
  );
  refuses(
    '0 days',
    period("firstDay: '2018-01-01', lastDay: '2017-12-31'"),
    '5:46: changes.period.lastDay is "2017-12-31"; allowed: 2018-01-01 (firstDay) or later.',
  );
  refuses(
    'a first day after the last day of the system',
    period("firstDay: '2018-11-01'"),
    '5:23: changes.period.firstDay is "2018-11-01"; allowed: 2018-03-31 (lastDay) or earlier.',
  );
  refuses(
    '40,000 days',
    period("firstDay: '2017-10-01', lastDay: '2127-04-07'"),
    '5:46: changes.period.lastDay is "2127-04-07", so that the run lasts 40028 days with its ' +
      'lead-in; allowed: at most 550.',
  );
  refuses(
    'a winter for which the bank holidays are not known',
    period("firstDay: '2031-10-01', lastDay: '2032-03-31'"),
    '5:46: changes.period.lastDay is "2032-03-31"; allowed: 2012-01-01 to 2028-12-31, where the ' +
      'bank holidays are known.',
  );
  accepts('a single day', period("firstDay: '2018-01-01', lastDay: '2018-01-01', leadInDays: 1"));
});

describe('beds by date', () => {
  const beds = (...list: string[]) => changes(`beds:\n  changes:\n    - ${list.join('\n    - ')}`);
  const change = (kind: string, from: string, to: string, count: number) =>
    `{ pool: medical, kind: ${kind}, from: ${from}, to: ${to}, beds: ${count} }`;
  const run = 'allowed: days of the run, 2017-10-01 to 2018-03-31 and the 28 days before.';
  refuses(
    'escalation beds opened before the start',
    beds(change('escalation', '2016-12-01', '2016-12-31', 24)),
    `7:50: changes.beds.changes[0].from is "2016-12-01" and "to" "2016-12-31"; ${run}`,
  );
  refuses(
    'escalation beds opened after the end',
    beds(change('escalation', '2018-12-01', '2018-12-31', 24)),
    `7:50: changes.beds.changes[0].from is "2018-12-01" and "to" "2018-12-31"; ${run}`,
  );
  refuses(
    'escalation beds opened twice',
    beds(...new Array(2).fill(change('escalation', '2017-12-01', '2017-12-31', 24))),
    '8:9: changes.beds.changes[1] repeats changes[0], escalation beds of medical from 2017-12-01 ' +
      'to 2017-12-31; allowed: each once.',
  );
  accepts(
    'two wards opened one after the other',
    beds(
      change('escalation', '2017-12-01', '2018-02-28', 24),
      change('escalation', '2018-01-01', '2018-01-31', 12),
    ),
  );
  refuses(
    'closures that overlap below zero',
    beds(
      change('closed', '2017-12-01', '2017-12-31', 100),
      change('closed', '2017-12-15', '2018-01-31', 100),
    ),
    '8:9: changes.beds.changes[1] leaves -14 medical beds (core 186) on 2017-12-15; allowed: 0 ' +
      'or more.',
  );
  refuses(
    'a ward that closes before it opens',
    beds(change('closed', '2017-12-31', '2017-12-01', 10)),
    '7:62: changes.beds.changes[0].to is "2017-12-01"; allowed: 2017-12-31 ("from") or later.',
  );
  refuses(
    'a negative closure',
    beds(change('closed', '2017-12-01', '2017-12-31', -5)),
    '7:80: changes.beds.changes[0].beds is -5; allowed: 0 or more, except for flex.',
  );
  refuses(
    'half a bed',
    beds(change('closed', '2017-12-01', '2017-12-31', 5.5)),
    '7:80: changes.beds.changes[0].beds is 5.5; allowed: a whole number from -500 to 5000.',
  );
});

describe('community places by date', () => {
  it('refuses closures below zero', () => {
    const text = changes(
      'community:\n  changes:\n' +
        '    - { pathway: p2, from: 2017-12-01, to: 2017-12-31, places: -100 }',
    );
    expect(refusalOf(text).lines).toEqual([
      'mine.yaml:7:9: changes.community.changes[0] leaves -28 p2 places (72 without changes) on ' +
        '2017-12-01; allowed: 0 or more.',
    ]);
  });
});
