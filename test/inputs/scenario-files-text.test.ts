// test/inputs/scenario-files-text.test.ts: files that are no readable scenario text.

import { describe, expect, it } from 'vitest';
import { accepts, changes, refusalOf, refuses, scenario } from './refuses.js';

const EMPTY = '1:1: The file is empty; it should hold a scenario, a system, a winter or a plan.';
const SHOULD = 'it should hold fields such as "winterflow: 1" and "name: …".';
const BREAKS_OFF = 'The text breaks off here: a bracket, quote or value is missing.';

describe('a file without a scenario', () => {
  refuses('an empty file', '', EMPTY);
  refuses('blank lines and comments alone', '# nothing yet\n\n', EMPTY);
  refuses('null', 'null', `1:1: The file holds null; ${SHOULD}`);
  refuses('an empty list', '[]', `1:1: The file holds []; ${SHOULD}`);
  refuses('a bare number', '42', `1:1: The file holds 42; ${SHOULD}`);
  refuses('a bare text', 'hello', `1:1: The file holds "hello"; ${SHOULD}`);
});

describe('a file truncated in mid-text', () => {
  refuses('an open quote', 'winterflow: 1\nname: "Mi', `2:10: ${BREAKS_OFF}`);
  refuses('an open bracket', changes('beds: { medical: { co').trim(), `5:24: ${BREAKS_OFF}`);
  refuses(
    'a name without its value',
    changes('beds:\n  medi').trim(),
    '6:5: changes.beds is "medi"; allowed: fields such as assessment, medical, surgical, ' +
      'olderPeople, children or changes.',
  );
  refuses(
    'a bracket left open before the next field',
    'winterflow: 1\nplans: [a, b\nname: Mine\nsystem: lister-2017-18\n',
    '3:1: A bracket above, { or [, is not closed here.',
  );
});

describe('a file of another kind', () => {
  const not = 'not a scenario in YAML.';
  refuses('a PDF renamed', '%PDF-1.7\n%\uFFFD\uFFFD', `1:1: The file is a PDF, ${not}`);
  refuses(
    'a workbook renamed',
    'PK\u0003\u0004\u0014\u0000',
    `1:1: The file is a zip archive (perhaps an Excel workbook), ${not}`,
  );
  refuses('a web page', '<!DOCTYPE html><html>', `1:1: The file is a web page, ${not}`);
  refuses('a Word text', '{\\rtf1\\ansi hello}', `1:1: The file is a Word text (RTF), ${not}`);
});

describe('a file in another encoding', () => {
  const utf16 = '1:1: The file is encoded as UTF-16; save it as UTF-8.';
  refuses('UTF-16 with its mark', '\uFFFD\uFFFDw\0i\0n\0', utf16);
  refuses('UTF-16, high byte first', '\uFFFD\uFFFD\0w\0i\0n', utf16);
  refuses('UTF-16 without a mark', 'w\0i\0n\0', utf16);
  refuses(
    'Latin-1',
    'winterflow: 1\nname: Caf\uFFFD\n',
    '2:10: The text is not UTF-8 here; save the file as UTF-8.',
  );
  refuses(
    'line ends of Windows with a NUL byte',
    'winterflow: 1\r\nname: A\0B\r\n',
    '2:8: The text holds a NUL byte here; remove it.',
  );
  const good = changes('beds: { medical: { core: 200 } }');
  accepts('line ends of Windows', good.replaceAll('\n', '\r\n'));
  accepts('UTF-8 with a byte order mark', `\uFEFF${good}`);
  accepts('JSON', '{ "winterflow": 1, "name": "Mine", "system": "lister-2017-18" }');
});

describe('a text made to overwhelm', () => {
  const long = 'The file is longer than 250000 characters; a whole system has about 20000.';
  refuses('a file of spaces', ' '.repeat(250_001), `1:1: ${long}`);
  const nine = (name: string) => `[${new Array(9).fill(name).join(', ')}]`;
  refuses(
    'aliases that explode',
    `a: &a ${nine('x')}\nb: &b ${nine('*a')}\nc: &c ${nine('*b')}\nd: ${nine('*c')}\n`,
    '1:1: The aliases (*) of the text stand for more than 100 values; write them out.',
  );
  refuses(
    'too many aliases',
    `a: &a 1\nb: [${new Array(101).fill('*a').join(', ')}]\n`,
    '1:1: The text uses 101 aliases (*); allowed: at most 100.',
  );
  refuses(
    'an alias within what it stands for',
    'a: &a [*a]\n',
    '1:8: The alias "*a" stands inside the value it stands for.',
  );
  refuses(
    'an alias of nothing',
    'a: *b\n',
    '1:4: The alias "*b" stands for nothing: no value above it is marked &b.',
  );
  it('refuses brackets without end in one sentence', () => {
    const { lines, code } = refusalOf(`a: ${'['.repeat(5000)}${']'.repeat(5000)}`);
    expect(code).toBe(65);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^mine\.yaml:1:\d+: The text is nested too deeply\.$/);
  });
  it('refuses 20,000 unknown fields by the first 20 and their number', () => {
    const fields = Array.from({ length: 20_000 }, (_, i) => `x${i}: 1`).join('\n');
    const { lines } = refusalOf(scenario(fields));
    expect(lines).toHaveLength(21);
    expect(lines[20]).toBe('… and 19980 more problems.');
  });
});

describe('a text that is nearly YAML', () => {
  refuses(
    'a tab as indentation',
    scenario('changes:\n\tbeds: {}'),
    '5:1: The line is indented with a tab; YAML needs spaces.',
  );
  refuses(
    'a colon within a text',
    'winterflow: 1\nname: Winter: severe\n',
    '2:7: The line holds a second colon; write the text after the first in quotes.',
  );
  refuses(
    'a second document',
    'winterflow: 1\n---\nname: Mine\n',
    '2:1: A second document begins here; a file holds one.',
  );
  refuses(
    'an older YAML',
    `%YAML 1.1\n---\n${scenario('plans: []')}`,
    '1:1: The file asks for YAML 1.1; leave that line out: files are YAML 1.2.',
  );
  refuses(
    'a tag',
    changes('beds: { medical: { core: !!js/function x } }'),
    '5:42: The value has a tag (!); write it without.',
  );
  refuses(
    'a line that is no field',
    'winterflow: 1\nname Mine\nsystem: lister-2017-18\n',
    '2:1: The line "name Mine" has no colon and no value.',
  );
});
