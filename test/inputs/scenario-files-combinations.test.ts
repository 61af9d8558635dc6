// test/inputs/scenario-files-combinations.test.ts: parts that are right alone and wrong together.

import { describe, expect, it } from 'vitest';
import { changes, refusalOf, refuses, scenario } from './refuses.js';

describe('Discharge to Assess', () => {
  const plan = (pathways: string, uptakeShare: number, p1: number) =>
    changes(
      `interventions:\n  discharge-to-assess:\n    pathways: [${pathways}]\n    rampDays: 0\n` +
        `    uptakeShare: ${uptakeShare}\n    extraPlaces: { p1: ${p1}, p2: 0, p3: 0 }\n` +
        '    effect: { assessmentFactor: { low: 0.2, likely: 0.5, high: 0.8 } }\n' +
        '    evidence: C\n    source: test\n',
    );
  const at = 'changes.interventions.discharge-to-assess';
  refuses(
    'all patients without any capacity',
    plan('p1, p2', 1, 0),
    `10:20: ${at}.extraPlaces is {"p1":0,"p2":0,"p3":0}, but uptakeShare 1 reaches every patient ` +
      'of p1, p2; allowed: at least one place there, or an uptakeShare below 1.',
  );
  refuses(
    'capacity on a pathway it does not cover',
    plan('p2', 1, 5),
    `10:20: ${at}.extraPlaces is {"p1":5,"p2":0,"p3":0}, but uptakeShare 1 reaches every patient ` +
      'of p2; allowed: at least one place there, or an uptakeShare below 1.',
  );
  refuses(
    'a pathway named twice, whose places would count twice',
    plan('p1, p1', 0.8, 5),
    `7:22: ${at}.pathways[1] is "p1", as before it in the list; allowed: each pathway once.`,
  );
  it('accepts some of the patients without capacity, and all with it', () => {
    expect(refusalOf(plan('p1', 0.99, 0)).lines).toEqual([]);
    expect(refusalOf(plan('p1', 1, 1)).lines).toEqual([]);
  });
});

describe('two interventions for the same patients at the same time', () => {
  refuses(
    'two plans that set one intervention',
    scenario('plans: [frailty-in-reach-50h, frailty-in-reach-70h]'),
    '4:31: The plans "Frailty in-reach 50 h" and "Frailty in-reach 70 h" both set ' +
      'frailty-in-reach, for the same patients at the same time; choose one of them.',
  );
  refuses(
    'a plan named twice',
    scenario('plans: [sdec-14h, sdec-14h]'),
    '4:19: The plan "Same-day emergency care 14 h × 7" is named a second time; name it once.',
  );
  it('refuses a plan beside a plan that contains it', () => {
    expect(refusalOf(scenario('plans: [all-together, sdec-14h]')).lines).toEqual([
      'mine.yaml:4:23: The plan "Same-day emergency care 14 h × 7" is named a second time; ' +
        'name it once.',
    ]);
  });
});

describe('an intervention outside its time', () => {
  const beds = (dates: string) =>
    changes(
      `interventions:\n  escalation-beds:\n    ${dates}\n    rampDays: 0\n    pool: medical\n` +
        '    beds: 24\n    evidence: D\n    source: test\n',
    );
  const at = 'changes.interventions.escalation-beds';
  const run = 'the run is 2017-10-01 to 2018-03-31 and the 28 days before.';
  refuses(
    'one that ends before its own start',
    beds('from: 2018-02-01\n    to: 2018-01-01'),
    `8:11: ${at}.to is "2018-01-01"; allowed: 2018-02-01 ("from") or later.`,
  );
  refuses(
    'one that ends before its own start, by days of the year',
    beds('from: 02-01\n    to: 01-01'),
    `8:11: ${at}.to is "01-01"; allowed: 02-01 ("from") or later.`,
  );
  refuses(
    'one that starts after the run',
    beds('from: 2018-05-01'),
    `7:13: ${at}.from is "2018-05-01", after the last day; ${run}`,
  );
  refuses(
    'one that ends before the run',
    beds('to: 2017-05-01'),
    `7:11: ${at}.to is "2017-05-01", before the first day; ${run}`,
  );
});

describe('the range of an effect', () => {
  const effect = (range: string) =>
    changes(`interventions: { sdec: { effect: { medicalTakeShare: ${range} } } }`);
  const at = 'changes.interventions.sdec.effect.medicalTakeShare';
  refuses(
    'low above high',
    effect('{ low: 0.4, likely: 0.3, high: 0.2 }'),
    `5:56: ${at} is {"low":0.4,"likely":0.3,"high":0.2}; allowed: low ≤ likely ≤ high.`,
  );
  refuses(
    'an end left out',
    effect('{ low: 0.4, likely: 0.5 }'),
    `5:56: ${at}.high is missing; allowed: a number from 0 to 1.`,
  );
});

describe('files that lead back to themselves', () => {
  refuses(
    'a scenario that extends itself',
    scenario('extends: mine.yaml'),
    '4:10: extends is "mine.yaml", which leads back to this file; allowed: a file that does not ' +
      'extend it.',
  );

  it('refuses two files that extend each other', () => {
    const others = { 'other.yaml': scenario('extends: mine.yaml') };
    expect(refusalOf(scenario('extends: other.yaml'), others).lines).toEqual([
      'other.yaml:4:10: extends is "mine.yaml", which leads back to this file; allowed: a file ' +
        'that does not extend it.',
    ]);
  });

  it('refuses a plan that puts itself together, however often', () => {
    const list = new Array(20).fill('again').join(', ');
    const others = {
      'plans/again.yaml': `winterflow: 1\nkind: plan\nname: Again\nplans: [${list}]\n`,
    };
    const { lines } = refusalOf(scenario('plans: [again]'), others);
    expect(lines).toHaveLength(20);
    expect(lines[0]).toBe(
      'plans/again.yaml:4:9: The plan "Again" is named a second time; name it once.',
    );
  });
});

describe('localities', () => {
  const at = 'changes.community.localities';
  const two = (north: string, south: string) =>
    changes(`community:\n  localities:\n    north: { ${north} }\n    south: { ${south} }\n`);
  refuses(
    'shares that do not add up',
    two('share: 0.5', 'share: 0.4'),
    `7:7: ${at} have shares that add up to 0.9; allowed: 1.`,
  );
  refuses(
    'places that are not those of the community',
    two('share: 0.5, p2: { places: 30 }', 'share: 0.5, p2: { places: 30 }'),
    `7:7: ${at} have 60 p2 places together; allowed: 72, those of community.p2.places.`,
  );
  refuses(
    'places of one of two',
    two('share: 0.5, p2: { places: 30 }', 'share: 0.5'),
    `8:14: ${at}.south gives no p2 places, others do; allowed: all of them or none.`,
  );
  refuses(
    'a change in a locality that there is not',
    changes(
      'community:\n  changes:\n    - { pathway: p2, locality: west, from: 2017-11-01, ' +
        'to: 2017-11-30, places: 3 }\n',
    ),
    '7:34: changes.community.changes[0].locality is "west"; allowed: none, the community names ' +
      'no localities.',
  );
});

describe('services of the community', () => {
  const at = 'changes.interventions.community-capacity';
  const capacity = (settings: string) =>
    changes(
      `interventions:\n  community-capacity:\n    rampDays: 0\n    ${settings}\n` +
        '    evidence: D\n    source: test\n',
    );
  refuses(
    'more places closed than there are',
    capacity('p2: { places: -73 }'),
    `8:21: ${at}.p2.places is -73, of 72 places; allowed: -72 or more.`,
  );
  refuses(
    'localities of a community without any',
    capacity('localities: [west]'),
    `8:20: ${at}.localities[0] is "west"; allowed: none, the community names no localities.`,
  );
});
