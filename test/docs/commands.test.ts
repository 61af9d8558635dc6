// test/docs/commands.test.ts: every command shown in the documents runs as it is shown.

import { type ExecFileSyncOptionsWithStringEncoding, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { STORY } from '../../tools/documents/walkthrough.js';

const ROOT = resolve(import.meta.dirname, '../..');
const COMMAND = join(ROOT, 'bin/winterflow.mjs');
const DOCUMENTS = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
/** Commands that contain this test, or that the tests of the page run; by their script. */
const NOT_HERE = ['ci', 'test', 'web', 'build'];
/** Commands that take an hour or rewrite what is stored; here only that they exist. */
const LONG = [
  'backtest',
  'trusts',
  'planted',
  'breaks',
  'repeat',
  'draws',
  'golden',
  'documents',
  'results',
  'mutate',
  'differential',
  'kills',
  'curves',
  'memory',
  'pictures',
  'page-speed',
  'scaling',
];
/** Commands that a test of their own runs in full, and reads what they print. */
const ELSEWHERE: Readonly<Record<string, readonly [file: string, call: string]>> = {
  'npx winterflow serve': ['test/web/offline.test.ts', "'serve', '--port'"],
  'npx winterflow verify': ['test/theory/verify.test.ts', "'verify', ...options"],
  'npx winterflow verify --only V20,V21,V22': [
    'test/theory/verify.test.ts',
    "'verify', ...options",
  ],
};
const folder = mkdtempSync(join(tmpdir(), 'winterflow-docs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Arguments that make a command short enough for a test; its meaning stays. */
const SHORTER: Readonly<Record<string, readonly string[]>> = {
  winter: ['--within', '5', '--out', 'winter-results'],
  bench: ['--quick'],
  validation: ['--winters', '2', '--out', join(folder, 'validation.md')],
};

/** Most winters of a run without more to say about them: how a command is written does not depend on it. */
const WINTERS_MOST = 6;

/** A command as it is run here: simulating fewer winters, where nothing else depends on their number. */
function shorter(command: string): string {
  if (!/^npx winterflow run /.test(command) || /--(?:most|precision|shard)/.test(command))
    return command;
  return command.replace(/(--replications) (\d+)/, (_, option, winters) => {
    return `${option} ${Math.min(Number(winters), WINTERS_MOST)}`;
  });
}

/** Fenced blocks of a language, and what stands between backticks when it is a command. */
function commandsOf(text: string): string[] {
  const fenced = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
    block.split('\n'),
  );
  const inline = [...text.matchAll(/`((?:npx winterflow|npm run) [^`]+)`/g)].map(
    ([, code]) => code,
  );
  return [...fenced, ...inline]
    .flatMap((line) => line.split('&&'))
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && !line.startsWith('#') && !/[<…]/.test(line));
}

function filesOf(text: string): { name: string; content: string }[] {
  return [...text.matchAll(/```yaml\n# (\S+\.yaml)\n([\s\S]*?)```/g)].map(([, name, content]) => ({
    name,
    content,
  }));
}

const scripts: Record<string, string> = JSON.parse(
  readFileSync(join(ROOT, 'package.json'), 'utf8'),
).scripts;

describe.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');
  const commands = [...new Set(commandsOf(text))];

  beforeAll(() => {
    for (const { name, content } of filesOf(text)) writeFileSync(join(folder, name), content);
  });

  it('names only files that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link);
    const from = resolve(ROOT, document, '..');
    const missing = links.filter((link) => {
      try {
        readFileSync(resolve(from, link));
        return false;
      } catch {
        return true;
      }
    });
    expect(missing).toEqual([]);
  });

  it.each(commands.filter((command) => command.startsWith('npm ')))('%s is a script', (command) => {
    const name = command.replace(/^npm (run )?/, '').split(' ')[0];
    expect(name === 'ci' || name in scripts, `there is no script "${name}"`).toBe(true);
  });

  const runnable = commands.filter((command) => {
    const name = command.replace(/^npm (run )?/, '').split(/[ :]/)[0];
    return ![...NOT_HERE, ...LONG].includes(name) && !(command in ELSEWHERE);
  });
  const stories = new Map([...text.matchAll(STORY)].map(([, command, story]) => [command, story]));
  it.each(runnable)('%s runs', (command) => {
    const [words, target] = command.split(' > ');
    const output = outputOf(words);
    expect(output.length).toBeGreaterThan(0);
    const story = stories.get(command); // as it stands there (else: npm run documents)
    if (story !== undefined) expect(output).toBe(story);
    if (target !== undefined) writeFileSync(join(folder, target), output);
  });
});

it.each(Object.entries(ELSEWHERE))('%s is run by %s', (command, [test, call]) => {
  const shown = DOCUMENTS.some((document) =>
    commandsOf(readFileSync(join(ROOT, document), 'utf8')).includes(command),
  );
  expect(shown).toBe(true);
  expect(readFileSync(join(ROOT, test), 'utf8')).toContain(call);
});

const outputs = new Map<string, string>();

/** What a command prints; one that several documents show is run once. */
function outputOf(command: string): string {
  const output = outputs.get(command) ?? run(shorter(command).split(' '));
  outputs.set(command, output);
  return output;
}

function run(parts: readonly string[]): string {
  const options: ExecFileSyncOptionsWithStringEncoding = {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  };
  if (parts[0] === 'npx' && parts[1] === 'winterflow') {
    return execFileSync(process.execPath, [COMMAND, ...parts.slice(2)], options);
  }
  if (parts[0] === 'npm') {
    const name = parts[2];
    if (scripts[name].startsWith('node bin/winterflow.mjs')) {
      const words = scripts[name].split(' ').slice(2);
      const args = [COMMAND, ...words, ...parts.slice(3), ...(SHORTER[name] ?? [])];
      return execFileSync(process.execPath, args, options);
    }
    return execFileSync('npm', ['run', name, '--', ...(SHORTER[name] ?? [])], {
      ...options,
      cwd: ROOT,
    });
  }
  throw new Error(`"${parts.join(' ')}" is no command that this test knows how to run.`);
}
