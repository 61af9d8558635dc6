// test/inputs/command-line-usage.test.ts: command lines that cannot be understood, by their sentence.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { afterAll, describe, expect, it } from 'vitest';
import { BIN, program, scratchFolder, shortScenario, winterflow } from './command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
afterAll(() => rmSync(folder, { recursive: true }));

/** A test that a command line ends with exactly one sentence and a code, and prints nothing else. */
function ends(what: string, args: readonly string[], code: number, sentence: string): void {
  it(`ends with code ${code} for ${what}`, async () => {
    const ended = await winterflow(args, { cwd: folder });
    expect(ended).toEqual({ code, out: '', err: `${sentence}\n` });
  });
}

describe('a misspelt command line', () => {
  it('shows how to use it, with code 64, when there are no arguments', async () => {
    const { code, err } = await winterflow([]);
    expect(code).toBe(64);
    expect(err).toMatch(/^Usage: winterflow \[options\] \[command\]\n/);
  });
  ends(
    'a misspelt option',
    ['run', short, '--replicatons', '10'],
    64,
    'There is no option --replicatons; did you mean --replications?',
  );
  ends('a misspelt command', ['runn'], 64, 'There is no command runn; did you mean run?');
  ends('no scenario', ['run'], 64, 'Name a scenario, for example: winterflow run lister-2017-18');
  ends('a name too many', ['list', 'all'], 64, 'list takes 0 names, not 1.');
});

describe('the value of an option', () => {
  const counts = 'allowed: a whole number from 1 to 100000.';
  for (const value of ['0', '-5', '1.5', '1e9', 'abc', '']) {
    ends(
      `--replications "${value}"`,
      ['run', short, '--replications', value],
      64,
      `--replications is "${value}"; ${counts}`,
    );
  }
  ends('no replications', ['run', short, '--replications'], 64, '--replications needs a value.');
  for (const value of ['0', '10000']) {
    ends(
      `--workers ${value}`,
      ['run', short, '--workers', value],
      64,
      `--workers is "${value}"; allowed: a whole number from 1 to 256.`,
    );
  }
  ends(
    'two seeds',
    ['run', short, '--seed', 'a', '--seed', 'b'],
    64,
    '--seed is given twice; give one seed.',
  );
  ends(
    'an empty seed',
    ['run', short, '--seed', ''],
    64,
    '--seed is ""; allowed: a phrase of 1 to 200 characters.',
  );
  ends(
    'a very long seed',
    ['run', short, '--seed', 'x'.repeat(201)],
    64,
    `--seed is "${'x'.repeat(201)}"; allowed: a phrase of 1 to 200 characters.`,
  );
  ends(
    'an empty folder name',
    ['run', short, '--out', ''],
    64,
    '--out is ""; allowed: a name that is not empty.',
  );
  it('may be a seed of odd characters', async () => {
    const args = ['run', short, '--replications', '1', '--seed', '❄️ =1;\n"', '--quiet', '--json'];
    const { code, out } = await winterflow(args);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ seed: '❄️ =1;\n"' });
  });
});

describe('the scenarios of a run', () => {
  ends(
    'the same scenario twice',
    ['run', short, short],
    64,
    'The scenario "Short" is given twice; give it once.',
  );
  ends(
    'a pattern that matches nothing',
    ['run', 'winters/*.yaml'],
    66,
    'There is no scenario or system "winters/*.yaml"; known: east-north-herts, ' +
      'england-average, herefordshire, lister-2016-17, lister-2017-18, worcestershire.',
  );
  ends(
    'a plan beside two systems',
    ['run', short, 'lister-2017-18', '--plan', 'sdec-14h'],
    64,
    `--winter and --plan go with one system; 2 are named: ${short}, lister-2017-18.`,
  );
  ends(
    'a misspelt plan and a misspelt winter, both',
    ['run', 'lister-2017-18', '--winter', 'mild-fluu', '--plan', 'sdec-14'],
    66,
    'There is no winter "mild-fluu"; did you mean "mild-flu"?\n' +
      'There is no plan "sdec-14"; did you mean "sdec-14h"?',
  );

  it('are validated as files with place and sentence', async () => {
    writeFileSync(
      join(folder, 'bad.yaml'),
      'winterflow: 1\nname: Bad\nsystem: lister-2017-18\nbedss: 1\n',
    );
    const { code, out, err } = await winterflow(['validate', 'bad.yaml', 'short.yaml'], {
      cwd: folder,
    });
    expect(code).toBe(65);
    expect(err).toBe('bad.yaml:4:1: bedss is not a known field; did you mean changes.beds?\n');
    expect(out).toMatch(/^short\.yaml: "Short" is in order \(/);
  });

  it('may be winters and plans, which are tried with a system', async () => {
    const names = ['severe-flu', 'sdec-14h', '--system', 'lister-2016-17'];
    const { code, out } = await winterflow(['validate', ...names], { cwd: folder });
    expect(code).toBe(0);
    const [severe, sdec] = out.split('\n');
    expect(severe).toMatch(/^severe-flu: "Severe flu" is in order with lister-2016-17 \(/);
    expect(sdec).toMatch(/^sdec-14h: "Same-day .*" is in order with lister-2016-17 \(/);
  });

  it('are refused by run with the same sentence, before anything is simulated', async () => {
    writeFileSync(join(folder, 'utf16.yaml'), Buffer.from('\uFEFFwinterflow: 1\n', 'utf16le'));
    const ended = await winterflow(['run', 'utf16.yaml', '--out', 'never'], { cwd: folder });
    expect(ended).toEqual({
      code: 65,
      out: '',
      err: 'utf16.yaml:1:1: The file is encoded as UTF-16; save it as UTF-8.\n',
    });
  });

  it('are refused when the file is as long as a video, without reading it all', async () => {
    writeFileSync(join(folder, 'long.yaml'), Buffer.alloc(50_000_000, ' '));
    const { code, err } = await winterflow(['validate', 'long.yaml'], { cwd: folder });
    expect(code).toBe(65);
    expect(err).toBe(
      'long.yaml:1:1: The file is longer than 250000 characters; a whole system has about 20000.\n',
    );
  });
});

describe('the help of a command', () => {
  it('says what each option is for and takes, and shows no empty list', async () => {
    for (const command of ['solve', 'regret', 'run']) {
      const { code, out } = await winterflow([command, '--help']);
      expect(code).toBe(0);
      expect(out).toMatch(/--plan <name> +a plan/);
      expect(out).not.toContain('[]');
    }
  });
});

describe('an old Node', () => {
  it('is told which one is needed, in one sentence', async () => {
    const versions = '{ value: { ...process.versions, node: "18.20.4" } }';
    const fake = `Object.defineProperty(process, "versions", ${versions});`;
    const args = ['--input-type=module', '-e', `${fake} await import("${pathToFileURL(BIN)}");`];
    expect(await program(process.execPath, args)).toEqual({
      code: 64,
      out: '',
      err: 'Winterflow needs Node 20.19 or newer; this is 18.20.4.\n',
    });
  });

  it('can read the command to its end: no syntax newer than Node 12', () => {
    const text = readFileSync(BIN, 'utf8');
    const written = (target: ts.ScriptTarget) =>
      ts.transpile(text, { target, module: ts.ModuleKind.ESNext });
    expect(written(ts.ScriptTarget.ES2019)).toBe(written(ts.ScriptTarget.ESNext));
    expect(readFileSync(BIN, 'utf8')).not.toMatch(/\?\.|\?\?|\bawait\b/);
  });
});
