// test/inputs/scenario-files-structure.test.ts: fields that are unknown, missing or given twice.

import { describe, expect, it } from 'vitest';
import { modelSchema } from '../../sim/scenario/schema.js';
import { list } from '../../sim/scenario/schema-words.js';
import { changes, refusalOf, refuses, scenario } from './refuses.js';

/** The parts of a system, as messages name them. */
const BODY = list(Object.keys(modelSchema.shape));

describe('a key given twice', () => {
  const twice = 'stands here a second time; keep one of the two values.';
  refuses(
    'a key with two values',
    changes('beds: { medical: { core: 200, core: 210 } }'),
    `5:33: The key "core" ${twice}`,
  );
  refuses(
    'a key twice at the top',
    'winterflow: 1\nname: A\nname: B\nsystem: lister-2017-18\n',
    `3:1: The key "name" ${twice}`,
  );
});

describe('a field that is not known', () => {
  refuses(
    'a misspelt field, naming the one meant',
    changes('bedss: { medical: { core: 200 } }'),
    '5:3: changes.bedss is not a known field; did you mean beds?',
  );
  refuses(
    'a misspelt field further in',
    changes('beds: { medicl: { core: 200 } }'),
    '5:11: changes.beds.medicl is not a known field; did you mean medical?',
  );
  refuses(
    'a misspelt intervention',
    changes('interventions: { escalation-bed: {} }'),
    '5:20: changes.interventions.escalation-bed is not a known field; did you mean escalation-beds?',
  );
  refuses(
    'a field like no other, naming those allowed',
    changes('beds: { medical: { colour: 200 } }'),
    '5:22: changes.beds.medical.colour is not a known field; allowed: core.',
  );
  refuses(
    'the names of what every object has',
    changes('constructor: 1'),
    `5:3: changes.constructor is not a known field; allowed: ${BODY}.`,
  );
  refuses('__proto__', changes('__proto__: {}'), '5:3: __proto__ is not a known field; remove it.');
  refuses(
    'a comma within a number, which splits it',
    changes(
      'beds: { changes: [{ pool: medical, kind: closed, from: 2018-01-01, to: 2018-01-02, beds: 1,200 }] }',
    ),
    '5:94: changes.beds.changes[0].200 is not a known field (write numbers without commas); ' +
      'allowed: pool, kind, from, to or beds.',
  );
});

describe('the version of the format', () => {
  const rest = 'name: Mine\nsystem: lister-2017-18\n';
  const allowed = 'allowed: 1 (version of the format)';
  refuses('no version', rest, `1:1: winterflow is missing; ${allowed}.`);
  refuses('a newer version', `winterflow: 2\n${rest}`, `1:13: winterflow is 2; ${allowed}.`);
  refuses(
    'a version in quotes',
    `winterflow: "1"\n${rest}`,
    `1:13: winterflow is "1"; ${allowed}; did you mean 1 without quotes?`,
  );
});

describe('a value of the wrong form', () => {
  refuses(
    'an object left empty',
    scenario('changes:'),
    '4:9: changes is null; allowed: fields such as period, catchmentPeople, demand, patients, ' +
      'department or beds.',
  );
  refuses(
    'a list where fields are wanted',
    scenario('changes: [1]'),
    '4:10: changes is [1]; allowed: fields such as period, catchmentPeople, demand, patients, ' +
      'department or beds.',
  );
  refuses(
    'one plan where a list is wanted',
    scenario('plans: sdec-14h'),
    '4:8: plans is "sdec-14h"; allowed: a list of at most 20 values, each a text; ' +
      'did you mean [sdec-14h]?',
  );
  refuses(
    'yes for true',
    changes('beds: { surgicalOutliersToMedical: yes }'),
    '5:38: changes.beds.surgicalOutliersToMedical is "yes"; allowed: true or false; ' +
      'did you mean true?',
  );
  refuses(
    'a misspelt choice',
    changes('interventions: { sdec: { evidence: E } }'),
    '5:38: changes.interventions.sdec.evidence is "E"; allowed: A, B, C or D.',
  );
});

describe('all problems at once', () => {
  refuses(
    'several values, in the order of the file',
    'winterflow: 2\nname: a/b\nsystem: lister-2017-18\nchanges:\n  bedss: {}\n' +
      '  census: { occupancyShare: 92 }\n',
    '1:13: winterflow is 2; allowed: 1 (version of the format).',
    '2:7: name is "a/b"; allowed: a name without / \\ < > | ", control characters or emoji.',
    '5:3: changes.bedss is not a known field; did you mean beds?',
    '6:29: changes.census.occupancyShare is 92; allowed: a number from 0 to 1; did you mean 0.92?',
  );

  it('shows the first 20 and counts the rest', () => {
    const fields = Array.from({ length: 23 }, (_, i) => `unknown${i}: 1`).join('\n');
    const { lines } = refusalOf(changes(fields));
    expect(lines.slice(0, 20)).toEqual(
      Array.from(
        { length: 20 },
        (_, i) =>
          `mine.yaml:${5 + i}:3: changes.unknown${i} is not a known field; allowed: ${BODY}.`,
      ),
    );
    expect(lines.slice(20)).toEqual(['… and 3 more problems.']);
  });
});
