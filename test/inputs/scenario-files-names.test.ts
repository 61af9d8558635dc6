// test/inputs/scenario-files-names.test.ts: names that would harm a table, a file or a page.

import { describe, expect, it } from 'vitest';
import { exitCodeOf, resolveWanted } from '../../cli/requests.js';
import { accepted, accepts, libraryWith, refusalOf, refuses, scenario } from './refuses.js';

describe('the name of a scenario', () => {
  const named = (name: string) => `winterflow: 1\nname: ${name}\nsystem: lister-2017-18\n`;
  const begins = 'allowed: a name that begins with a letter or a digit.';
  const without = 'allowed: a name without / \\ < > | ", control characters or emoji.';
  refuses('a slash', named('a/b'), `2:7: name is "a/b"; ${without}`);
  refuses('an emoji', named('Snow ❄️'), `2:7: name is "Snow ❄️"; ${without}`);
  refuses('an emoji first', named('😀 Snow'), `2:7: name is "😀 Snow"; ${begins}`);
  refuses(
    'a script',
    named('<script>alert(1)</script>'),
    `2:7: name is "<script>alert(1)</script>"; ${begins}`,
  );
  refuses(
    'a script further in',
    named('A <script>alert(1)</script>'),
    `2:7: name is "A <script>alert(1)</script>"; ${without}`,
  );
  refuses('a formula', named('=SUM(A1)'), `2:7: name is "=SUM(A1)"; ${begins}`);
  refuses(
    '10,000 characters',
    named('x'.repeat(10_000)),
    `2:7: name is "${'x'.repeat(58)}…; allowed: a text of at most 120 characters, not 10000.`,
  );
  refuses('nothing', named('""'), '2:7: name is ""; allowed: a text that is not empty.');
  refuses('blanks', named('"   "'), `2:7: name is "   "; ${begins}`);
  refuses('a line end', named('"A\\nB"'), `2:7: name is "A\\nB"; ${without}`);
  refuses(
    'a year without quotes',
    named('2026'),
    '2:7: name is 2026; allowed: a text; did you mean "2026"?',
  );
  refuses('no value', named(''), '2:7: name is null; allowed: a text.');
  refuses(
    'no name',
    'winterflow: 1\nsystem: lister-2017-18\n',
    '1:1: name is missing; allowed: a text.',
  );
  accepts('letters of other languages', named("Ysbyty'r Faenor – gaeaf 2026 (÷2)"));
});

describe('a file that is named but is not there', () => {
  const missing = (what: string, text: string, ...lines: string[]) => {
    it(`ends with code 66 for ${what}`, () => {
      expect(refusalOf(text)).toEqual({ lines: lines.map((l) => `mine.yaml:${l}`), code: 66 });
    });
  };
  missing(
    'a system, naming the one meant',
    'winterflow: 1\nname: Mine\nsystem: lister-2018-18\n',
    '3:9: There is no system "lister-2018-18"; did you mean "lister-2017-18"?',
  );
  missing(
    'a base file',
    scenario('extends: last-year.yaml'),
    '4:10: There is no scenario "last-year.yaml"; none is known by name.',
  );
  missing(
    'a winter and a plan at once, beside what else is wrong',
    'winterflow: 1\nname: a/b\nsystem: lister-2017-18\nwinter: sever-flu\nplans: [discharge-to-asses]\n',
    '2:7: name is "a/b"; allowed: a name without / \\ < > | ", control characters or emoji.',
    '4:9: There is no winter "sever-flu"; did you mean "severe-flu"?',
    '5:9: There is no plan "discharge-to-asses"; did you mean "discharge-to-assess"?',
  );

  it('names those that exist when none is near', () => {
    const asked = () => resolveWanted(libraryWith({}), { scenarios: ['guys'], plans: [] });
    expect(asked).toThrow(
      'There is no scenario or system "guys"; known: east-north-herts, ' +
        'england-average, herefordshire, lister-2016-17, lister-2017-18, worcestershire.',
    );
  });

  it('never takes the names of what every object has for a file', () => {
    const asked = () => resolveWanted(libraryWith({}), { scenarios: ['constructor'], plans: [] });
    expect(asked).toThrow('There is no scenario or system "constructor"');
  });
});

describe('files of the wrong kind', () => {
  const system = 'system: lister-2017-18\n';
  refuses(
    'a plan where a scenario is wanted',
    'winterflow: 1\nkind: plan\nname: Mine\n',
    '2:7: The file is a plan; a scenario or a system is wanted here.',
  );
  refuses(
    'a misspelt kind',
    `winterflow: 1\nkind: scenari\nname: Mine\n${system}`,
    '2:7: kind is "scenari"; allowed: scenario or system; did you mean "scenario"?',
  );
  refuses(
    'a kind that is a name of every object',
    `winterflow: 1\nkind: constructor\nname: Mine\n${system}`,
    '2:7: kind is "constructor"; allowed: scenario or system.',
  );
  refuses(
    'no system',
    'winterflow: 1\nname: Mine\n',
    '1:1: The scenario names no system; add "system: NAME".',
  );
});

describe('two scenarios of one name', () => {
  const others = {
    'a.yaml': scenario('changes: { beds: { medical: { core: 190 } } }'),
    'b.yaml': scenario('changes: { beds: { medical: { core: 200 } } }'),
    'c.yaml': scenario('changes: { beds: { medical: { core: 190 } } }'),
  };
  const ask = (...scenarios: string[]) => {
    try {
      resolveWanted(libraryWith(others), { scenarios, plans: [] });
    } catch (error) {
      return error;
    }
    return null;
  };

  it('are refused when they differ', () => {
    expect(ask('a.yaml', 'b.yaml')).toMatchObject({
      message: 'a.yaml and b.yaml have the same name, "Mine"; give each a name of its own.',
      exitCode: 65,
    });
  });

  it('are the same scenario given twice when they do not', () => {
    expect(ask('a.yaml', 'c.yaml')).toMatchObject({
      message: 'The scenario "Mine" is given twice; give it once.',
      exitCode: 64,
    });
  });

  it('reports the problems of all files at once', () => {
    const bad = { 'x.yaml': 'a: 1', 'y.yaml': '[]' };
    const asked = () =>
      resolveWanted(libraryWith(bad), { scenarios: ['x.yaml', 'y.yaml'], plans: [] });
    expect(asked).toThrow(/^x\.yaml:1:1: [^\n]+\n(x\.yaml:[^\n]+\n)*y\.yaml:1:1: The file holds/);
  });

  it('has exit code 65 for problems of files that exist', () => {
    expect(exitCodeOf([{ file: 'a', line: 1, column: 1, path: '', message: '' }])).toBe(65);
    expect(accepted(scenario('plans: []')).name).toBe('Mine');
  });
});
