// test/inputs/scenario-files-wider.test.ts: units, reconfigurations, seasons and readmissions that
// cannot be.

import { describe } from 'vitest';
import { accepts, changes, refuses } from './refuses.js';

const system = (name: string, body: string) =>
  `winterflow: 1\nname: Mine\nsystem: ${name}\nchanges:\n${body}\n`;
const worcestershire = (body: string) => system('worcestershire', body);

describe('units', () => {
  refuses(
    'sending on to a site that there is not',
    worcestershire('  units: { tenbury: { sentOnTo: { worcester: 0.5, reditch: 0.5 } } }'),
    '5:60: changes.units.tenbury.sentOnTo.reditch is no site; did you mean redditch; allowed: redditch or worcester.',
  );
  refuses(
    'shares of sites that do not add up to 1',
    worcestershire('  units: { tenbury: { sentOnTo: { worcester: 0.5, redditch: 0.3 } } }'),
    '5:33: changes.units.tenbury.sentOnTo adds up to 0.8; allowed: shares that add up to 1.',
  );
  refuses(
    'sending who finds it shut to no place',
    worcestershire('  units: { tenbury: { whenClosed: { goTo: { malvren: 0.2 } } } }'),
    '5:54: changes.units.tenbury.whenClosed.goTo.malvren is no site and no other unit; did you mean malvern; allowed: a-and-e, redditch, worcester, kidderminster, evesham, malvern or bromsgrove.',
  );
  refuses(
    'more than everybody who finds it shut',
    worcestershire(
      '  units: { tenbury: { whenClosed: { goTo: { malvern: 0.9 }, returnShare: 0.4 } } }',
    ),
    '5:35: changes.units.tenbury.whenClosed adds up to 1.65 with returnShare; allowed: at most 1, the rest is looked after elsewhere.',
  );
  refuses(
    'an open hour without staff',
    worcestershire(
      `  units: { tenbury: { clinicians: { weekday: [${'1, '.repeat(12)}0${', 1'.repeat(11)}] } } }`,
    ),
    '5:83: changes.units.tenbury.clinicians.weekday[12] is 0, but the unit is open then (9 to 21); allowed: above 0 in every open hour.',
  );
  refuses(
    'changes of hours outside the run',
    worcestershire(
      "  units: { tenbury: { changes: [{ from: '2019-01-01', to: '2019-02-01', hours: { weekday: { from: 9, to: 12 }, weekend: { from: 0, to: 0 } } }] } }",
    ),
    '5:41: changes.units.tenbury.changes[0].from is "2019-01-01" and "to" "2019-02-01"; allowed: days of the run, 2017-10-01 to 2018-03-31 and the 28 days before.',
  );
});

describe('reconfigurations', () => {
  const plan = (body: string) =>
    worcestershire(
      `  interventions: { reconfiguration: { evidence: D, source: mine, rampDays: 0, ${body} } }`,
    );
  accepts(
    'beds moved between sites that there are',
    plan('moveBeds: { from: worcester, to: redditch, beds: 30, pool: medical }'),
  );
  refuses(
    'beds moved to a site that there is not',
    plan('moveBeds: { from: worcester, to: redich, beds: 30, pool: medical }'),
    '5:112: changes.interventions.reconfiguration.moveBeds.to is "redich", no site; did you mean redditch; allowed: redditch, worcester, largest or smallest.',
  );
});

describe('seasons', () => {
  refuses(
    'a cold spell that ends before it begins',
    changes(
      "season:\n  cold:\n    - { from: '2018-01-10', to: '2018-01-05', lagDays: 2, extraAdmissionsShare65: 0.1, extraAttendancesShare: 0, stayFactor: 1 }",
    ),
    '7:35: changes.season.cold[0].to is "2018-01-05"; allowed: 2018-01-10 ("from") or later.',
  );
  refuses(
    'a wave of nobody',
    changes(
      'season:\n  waves:\n    rsv: { weeklyAdmissionsPer100k: [1], scale: 1, ageShare: [0, 0, 0, 0, 0, 0], stayFactor: 1 }',
    ),
    '7:64: changes.season.waves.rsv.ageShare has 0 for every age band; allowed: at least one above 0.',
  );
  refuses(
    'a wave larger than any hospital',
    changes(
      'catchmentPeople: 20000000\nseason:\n  flu: { scale: 20, weeklyAdmissionsPer100k: [200] }',
    ),
    '7:10: changes.season.flu brings about 14286 patients in its busiest hour (catchmentPeople × scale × week); allowed: at most 1024.',
  );
});

describe('readmissions', () => {
  const share = (last: number) =>
    system('england-average', `  discharge: { readmission: { share: { '85+': ${last} } } }`);
  accepts('of a fifth', share(0.2));
  refuses(
    'of more than A&E admits',
    share(0.99),
    '5:47: changes.discharge.readmission.share.85+ is 0.99, with which 1.4 times as many would come back as A&E admits; allowed: at most as many.',
  );
  refuses(
    'on a day of which the share is missing',
    system('england-average', '  discharge: { readmission: { dayShare: [1, 2] } }'),
    '5:41: changes.discharge.readmission.dayShare has 2 values; allowed: 30 values, each a number from 0 to 1000000.',
  );
});
