// test/inputs/scenario-files-policy.test.ts: pressure policies that cannot be carried out.

import { describe } from 'vitest';
import { accepts, changes, refuses } from './refuses.js';

interface Fields {
  measure?: string;
  on?: number;
  off?: number;
  relief?: string;
  more?: string;
}

const action = ({
  measure = 'occupancyShare',
  on = 0.97,
  off = 0.93,
  relief = '{ escalationBeds: { pool: medical, beds: 12 } }',
  more = '',
}: Fields = {}) =>
  `- name: surge\n  trigger: { measure: ${measure}, on: ${on}, off: ${off} }\n  hours: [8]\n` +
  `  leadHours: 4\n  leastHours: 24\n  relief: ${relief}\n${more}`;

const policy = (...actions: string[]) => {
  const lines = actions.join('').trimEnd().split('\n');
  return changes(`policy:\n  actions:\n${lines.map((line) => `    ${line}`).join('\n')}\n`);
};

const at = 'changes.policy.actions[0]';

describe('a pressure policy', () => {
  accepts('an action with a trigger, thresholds and a relief', policy(action()));
  refuses(
    'an end above the trigger',
    policy(action({ off: 0.98 })),
    `8:60: ${at}.trigger.off is 0.98; allowed: at most 0.97, the value at which it is called ("on").`,
  );
  refuses(
    'a measure that is none',
    policy(action({ measure: 'ocupancyShare' })),
    `8:29: ${at}.trigger.measure is "ocupancyShare"; allowed: occupancyShare, waitingForBed, ` +
      'longestWaitHours, crewsWaiting, delayedShare, extraBedsShare, majorsShare or opelLevel; ' +
      'did you mean "occupancyShare"?',
  );
  refuses(
    'an OPEL trigger without a table',
    policy(action({ measure: 'opelLevel', on: 3, off: 3 })),
    `8:29: ${at}.trigger.measure is "opelLevel", but no table is given; ` +
      'allowed: with policy.opel only.',
  );
  refuses(
    'an action without relief',
    policy(action({ relief: '{}' })),
    `12:17: ${at}.relief is {}; allowed: at least one relief.`,
  );
  refuses(
    'two actions of one name',
    policy(action(), action()),
    `13:15: changes.policy.actions[1].name is "surge" as in [0]; allowed: each name once.`,
  );
  refuses(
    'an action that ends before it starts',
    policy(action({ more: '  from: 02-01\n  to: 01-01\n' })),
    `14:13: ${at}.to is "01-01"; allowed: 02-01 ("from") or later.`,
  );
});

describe('actions between sites', () => {
  const sites = (a: string, b: string) => {
    const of = (to: string) =>
      `policy: { actions: [{ name: d, trigger: { measure: crewsWaiting, on: 4, off: 1 }, ` +
      `hours: [8], leadHours: 0, leastHours: 1, relief: { divert: { toSite: ${to}, share: 0.1, ` +
      'travelMinutes: 20 } } }] }';
    return changes(`sites:\n  a: { ${of(a)} }\n  b: { ${b === '' ? '' : of(b)} }\n`);
  };
  const path = (site: string) => `changes.sites.${site}.policy.actions[0].relief.divert.toSite`;
  accepts('a divert to another site', sites('b', ''));
  refuses('a divert to no known site', sites('c', ''), `6:161: ${path('a')} is "c"; allowed: b.`);
  refuses(
    'a divert to the site itself',
    sites('a', ''),
    `6:161: ${path('a')} is "a", the site itself; allowed: b.`,
  );
  refuses(
    'diverts in a circle',
    sites('b', 'a'),
    `6:161: ${path('a')} is "b", which sends ambulances back to "a"; ` +
      'allowed: diverts that lead in no circle.',
  );
});
