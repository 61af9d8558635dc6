// test/inputs/scenario-files-numbers.test.ts: numbers out of range, in quotes, or as percentages.

import { describe } from 'vitest';
import { accepts, changes, refuses } from './refuses.js';

describe('beds', () => {
  const core = (value: string) => changes(`beds: { medical: { core: ${value} } }`);
  const at = '5:28: changes.beds.medical.core is';
  const allowed = 'allowed: a whole number from 0 to 5000';
  refuses('a number as text', core('"560"'), `${at} "560"; ${allowed}; did you mean 560?`);
  refuses('thousands set off', core('"1,200"'), `${at} "1,200"; ${allowed}; did you mean 1200?`);
  refuses('half a bed', core('560.5'), `${at} 560.5; ${allowed}.`);
  refuses('-1 beds', core('-1'), `${at} -1; ${allowed}.`);
  refuses('1e9 beds', core('1e9'), `${at} 1000000000; ${allowed}.`);
  refuses('infinitely many beds', core('.inf'), `${at} .inf; ${allowed}.`);
  refuses('what is no number', core('.nan'), `${at} .nan; ${allowed}.`);
  refuses('a word', core('many'), `${at} "many"; ${allowed}.`);
  accepts('a pool without beds', core('0'));
  refuses(
    'a hospital without beds',
    changes(
      'beds: { assessment: { core: 0 }, medical: { core: 0 }, surgical: { core: 0 }, ' +
        'olderPeople: { core: 0 }, children: { core: 0 } }',
    ),
    '5:9: changes.beds has 0 core beds in all pools; allowed: at least 1 in one pool.',
  );
});

describe('arrivals', () => {
  accepts('a quiet hospital: nobody comes', changes('demand: { attendancesPerDay: 0 }'));
  refuses(
    '10 million attendances a day',
    changes('demand: { attendancesPerDay: 10000000 }'),
    '5:32: changes.demand.attendancesPerDay is 10000000; allowed: a number from 0 to 3000.',
  );
  refuses(
    'the whole demand of a system in one hour',
    changes(
      `demand: { attendancesPerDay: 3000, hourShare: { weekday: [1${', 0'.repeat(23)}], weekend: [1${', 0'.repeat(23)}] } }`,
    ),
    '5:11: changes.demand brings 3440 attendances in its busiest hour (attendancesPerDay × growth × ' +
      'month × weekday × hour); allowed: at most 1024.',
  );
  refuses(
    'more than five times the demand',
    changes('demand: { growthShare: 5 }'),
    '5:26: changes.demand.growthShare is 5; allowed: a number from -1 to 4.',
  );
  refuses(
    'a variation too small for its table',
    changes('demand: { dayEffectCv: 1e-9 }'),
    '5:26: changes.demand.dayEffectCv is 1e-9; allowed: 0, or a number from 0.01 to 0.5.',
  );
});

describe('shares', () => {
  const share = (value: string) => changes(`census: { occupancyShare: ${value} }`);
  const at = '5:29: changes.census.occupancyShare is';
  const allowed = 'allowed: a number from 0 to 1';
  refuses('1.2', share('1.2'), `${at} 1.2; ${allowed}.`);
  refuses('-0.1', share('-0.1'), `${at} -0.1; ${allowed}.`);
  refuses('92, which means 0.92', share('92'), `${at} 92; ${allowed}; did you mean 0.92?`);
  refuses('"92%"', share('"92%"'), `${at} "92%"; ${allowed}; did you mean 0.92?`);
  refuses('92 %', share('92 %'), `${at} "92 %"; ${allowed}; did you mean 0.92?`);
  refuses('a decimal comma', share('"0,92"'), `${at} "0,92"; ${allowed}; did you mean 0.92?`);
});

describe('clinical stays', () => {
  const mean = (value: string) => changes(`stays: { meanDays: { '85+': ${value} } }`);
  const at = '5:31: changes.stays.meanDays.85+ is';
  refuses('a mean of 0', mean('0'), `${at} 0; allowed: a number above 0 and at most 400.`);
  refuses('a negative mean', mean('-2'), `${at} -2; allowed: a number above 0 and at most 400.`);
});
