// test/unit/outcomes/tables.test.ts: result files as text, and daily.csv read back.

import { describe, expect, it } from 'vitest';
import { type Fan, fansOf } from '../../../sim/outcomes/summary.js';
import {
  dailyCsv,
  hasSites,
  outcomesCsv,
  parseDailyCsv,
  sitesCsv,
  summaryJson,
} from '../../../sim/outcomes/tables.js';
import { measured, runsOf, summaryOf } from './summary-of.js';

const DATES = ['2017-12-31', '2018-01-01'];
const HEADER = 'scenario,date,series,mean,p5,p25,p50,p75,p95';

function fansNamed(name: string): Fan[] {
  const winters = [0.9, 0.95, 1].map((share, i) =>
    measured({}, { occupancy0800Share: [share, share / 3], attendances: [i, 200 + i] }, 2),
  );
  return fansOf(runsOf(name, winters), DATES).filter((fan) => fan.dates.length > 0);
}

describe('daily.csv', () => {
  it.each([
    'Lister',
    'Lister, severe flu',
    'the "typical" winter',
    '24 beds\nand more',
    ' ends in space ',
    '=1+1',
    'a mark \uFEFF within',
    'Ysbyty Gwynedd – gaeaf ❄',
  ])('comes back as it was, from a scenario named "%s"', (name) => {
    const [shares, attendances] = fansNamed(name);
    const read = parseDailyCsv(dailyCsv([shares, attendances]));
    expect(read.map(({ scenario, series, dates }) => [scenario, series, dates])).toEqual([
      [name, 'occupancy0800Share', DATES],
      [name, 'attendances', DATES],
    ]);
    expect(read[1]).toEqual(attendances);
    for (const key of ['mean', 'p5', 'p25', 'p50', 'p75', 'p95'] as const) {
      read[0][key].forEach((value, day) => {
        expect(Math.abs(value / shares[key][day] - 1)).toBeLessThan(1e-9);
      });
    }
  });

  it('keeps scenarios apart that have the same series', () => {
    const fans = ['a', 'b', 'a,b'].flatMap(fansNamed);
    const read = parseDailyCsv(dailyCsv(fans));
    expect(read.map(({ scenario }) => scenario)).toEqual(['a', 'a', 'b', 'b', 'a,b', 'a,b']);
  });

  it('is the same text when read and written again', () => {
    const text = dailyCsv(fansNamed('Lister'));
    expect(dailyCsv(parseDailyCsv(text))).toBe(text);
    expect(text.split('\n')[0]).toBe(HEADER);
    expect(text.endsWith('\n')).toBe(true);
  });

  it('may start with a byte order mark and end its lines as Windows does', () => {
    const text = dailyCsv(fansNamed('Lister'));
    expect(parseDailyCsv(`\uFEFF${text.replaceAll('\n', '\r\n')}`)).toEqual(parseDailyCsv(text));
  });

  it('refuses another header', () => {
    const sentence = `daily.csv:1: the header is not "${HEADER}".`;
    for (const text of ['', 'date,mean\n', `${HEADER},more\n`]) {
      expect(() => parseDailyCsv(text)).toThrow(new RangeError(sentence));
    }
  });

  it.each([
    'Lister,2018-01-01,attendances,1,2,3,4,5',
    'Lister,2018-01-01,attendances,1,2,3,4,5,6,7',
    'Lister,2018-01-01,temperature,1,2,3,4,5,6',
    'Lister,2018-01-01,attendances,1,2,3,4,5,many',
    'Lister,2018-01-01,attendances,1,2,3,4,5,Infinity',
    'Lister,2018-01-01,attendances,NaN,2,3,4,5,6',
  ])('refuses the row "%s" and names its line', (row) => {
    const good = 'Lister,2018-01-01,attendances,1,2,3,4,5,6';
    const sentence = `daily.csv:3: "${row}" is not a row of daily.csv.`;
    expect(() => parseDailyCsv(`${HEADER}\n${good}\n${row}\n`)).toThrow(new RangeError(sentence));
  });
});

describe('a wrong row of daily.csv', () => {
  it('is shown by its first 60 characters', () => {
    const row = `Lister,2018-01-01,${'x'.repeat(100)}`;
    expect(() => parseDailyCsv(`${HEADER}\n${row}\n`)).toThrow(
      new RangeError(`daily.csv:2: "${row.slice(0, 60)}" is not a row of daily.csv.`),
    );
  });
});

describe('outcomes.csv', () => {
  it('has a row for each defined outcome of each replication', () => {
    const runs = runsOf('one, "two"', [
      measured({ daysOver92Count: 84, within4hType1Share: 1 / 3 }),
      measured({ daysOver92Count: 0 }),
    ]);
    expect(outcomesCsv([runs])).toBe(
      'scenario,replication,outcome,value\n' +
        '"one, ""two""",0,daysOver92Count,84\n' +
        '"one, ""two""",0,within4hType1Share,0.3333333333\n' +
        '"one, ""two""",1,daysOver92Count,0\n',
    );
  });
});

describe('sites.csv', () => {
  const winter = (...days: number[]) => ({
    ...measured({ daysOver92Count: 99 }),
    sites: days.map((daysOver92Count) => measured({ daysOver92Count }).outcomes),
  });
  const base = {
    ...runsOf('base', [winter(1, 2), winter(3, 4)]),
    siteNames: ['North', 'South, E'],
  };

  it('has a row for each defined outcome of each site in each replication', () => {
    const some = { ...base, name: 'plan', numbers: [4, 9] };
    expect(sitesCsv([base, some])).toBe(
      'scenario,site,replication,outcome,value\n' +
        'base,North,0,daysOver92Count,1\nbase,"South, E",0,daysOver92Count,2\n' +
        'base,North,1,daysOver92Count,3\nbase,"South, E",1,daysOver92Count,4\n' +
        'plan,North,4,daysOver92Count,1\nplan,"South, E",4,daysOver92Count,2\n' +
        'plan,North,9,daysOver92Count,3\nplan,"South, E",9,daysOver92Count,4\n',
    );
  });

  it('is there where one scenario has several sites, or none where none has', () => {
    const alone = runsOf('alone', [measured({ daysOver92Count: 1 })]);
    expect([hasSites([alone, base]), hasSites([alone]), hasSites([])]).toEqual([
      true,
      false,
      false,
    ]);
    expect(hasSites([runsOf('empty', [])])).toBe(false);
    expect(sitesCsv([alone, base])).toBe(sitesCsv([base]));
    expect(sitesCsv([alone])).toBeNull();
  });
});

describe('summary.json', () => {
  const summary = summaryOf({ base: { days: [80, 84, 89], fourHour: [0.8, 0.81, 0.83] } });
  const text = summaryJson(summary);

  it('reads back as the summary, to the last digit', () => {
    // Means that ten digits round to a tie, which tables then round up: 4461.5 is 4,462 beds.
    const tied = [4461.5, 4461.5, 4461.4999999999];
    const near = summaryOf({ base: { days: tied, fourHour: [1 / 3, 0.7, 0.61] } });
    const { mean } = near.scenarios[0].outcomes.daysOver92Count;
    expect(Number(mean?.toPrecision(10)).toFixed(0)).not.toBe(mean?.toFixed(0));
    const read = JSON.parse(summaryJson(near));
    expect(read).toEqual(JSON.parse(JSON.stringify(near)));
    expect(read.scenarios[0].outcomes.daysOver92Count.mean).toBe(mean);
  });

  it('has null where an outcome is undefined, never 0', () => {
    expect(JSON.parse(text).scenarios[0].outcomes.sdecCount.mean).toBeNull();
  });

  it('ends with a line break, and is the same text each time', () => {
    expect(text.endsWith('}\n')).toBe(true);
    expect(summaryJson(summary)).toBe(text);
  });
});
