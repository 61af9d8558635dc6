// test/inputs/scenario-files-sites.test.ts: systems of several sites, with what names a site.

import { describe } from 'vitest';
import { accepts, changes, refuses } from './refuses.js';

const SITES = 'sites:\n  north: { name: North }\n  south: { name: South }\n';
const withSdec = (sites: string) =>
  changes(`${SITES}interventions:\n  sdec: { sites: ${sites} }\n`);

describe('sites', () => {
  accepts('two, with a service at one of them', withSdec('[south]'));
  refuses(
    'a service at a site that there is not',
    withSdec('[west]'),
    '9:21: changes.interventions.sdec.sites[0] is "west"; allowed: north, south.',
  );
  refuses(
    'a service at a site where the system has only one',
    changes('interventions:\n  sdec: { sites: [south] }\n'),
    '6:21: changes.interventions.sdec.sites[0] is "south"; allowed: none named, the system has one site.',
  );
  refuses(
    'a misspelt part of a site, by its own path',
    changes('sites:\n  north: { bedss: { medical: { core: 90 } } }\n'),
    '6:14: changes.sites.north.bedss is not a known field; did you mean beds?',
  );
  refuses(
    'a part of a site that is wrong only beside what the system says',
    changes(
      'sites:\n  north:\n    beds:\n      changes:\n' +
        "        - { pool: medical, kind: closed, from: '2017-12-01', to: '2017-12-31', beds: 900 }\n",
    ),
    '9:13: changes.sites.north.beds.changes[0] leaves -714 medical beds (core 186) on 2017-12-01; allowed: 0 or more.',
  );
});
