// test/faults/kept-winters.test.ts: questions that keep their winters: stopped, killed or damaged they go
// on, and what is asked of a winter that is there is not simulated again.

import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder, shortScenario, winterflow } from '../inputs/command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
const path = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const solve = (...more: string[]) => [
  ...['solve', short, '--vary', 'beds.olderPeople.core', '--between', '80..200', '--step', '20'],
  ...[
    '--target',
    'occupancy0800ShareMean<=92%',
    '--replications',
    '150',
    '--workers',
    '1',
    ...more,
  ],
];
const keep = (name: string) => ['--keep', path(name)];
const file = (name: string, of: string) => join(path(name), of);
const linesOf = (name: string, of = 'journal.jsonl') =>
  existsSync(file(name, of)) ? readFileSync(file(name, of), 'latin1').split('\n').slice(0, -1) : [];
const there = (count: number) =>
  `${count} winters are there; what is asked of them is not simulated again.\n`;

/** What a question answers that keeps nothing. */
let answer = '';
/** Winters that it takes. */
let total = 0;
beforeAll(async () => {
  const alone = await winterflow(solve('--quiet'));
  expect(alone).toMatchObject({ code: 0, err: '' });
  answer = alone.out;
  expect(await winterflow(solve('--quiet', ...keep('whole')))).toEqual(alone);
  total = linesOf('whole').length;
});

/** Sends a signal once some winters are kept. */
const signalled = (name: string, signal: NodeJS.Signals) =>
  winterflow(solve('--quiet', ...keep(name)), {
    meanwhile: async (child) => {
      while (linesOf(name).length < 3 && child.exitCode === null) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      child.kill(signal);
    },
  });

describe('a question that was stopped', () => {
  it('by kill -9 goes on with the same command, and gives the same answer', async () => {
    expect(await signalled('killed', 'SIGKILL')).toMatchObject({ code: null, out: '' });
    const kept = linesOf('killed');
    expect(kept.length).toBeGreaterThanOrEqual(3);
    expect(kept.length).toBeLessThan(total);
    const { code, out, err } = await winterflow(solve(...keep('killed')), {
      env: { TZ: 'Pacific/Auckland' },
    });
    expect(err).toContain(there(kept.length));
    expect({ code, out }).toEqual({ code: 0, out: answer });
    expect(linesOf('killed').slice(0, kept.length)).toEqual(kept);
    expect(linesOf('killed')).toHaveLength(total);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`by ${signal} keeps what runs, says how far it is, ends with 130 and goes on`, async () => {
      const { code, out, err } = await signalled(signal, signal);
      const kept = linesOf(signal).length;
      expect(kept).toBeLessThan(total);
      expect(err).toBe(
        '\nStopping: what runs is finished and kept. Again to stop at once.\n' +
          `Interrupted: ${kept} winters are kept in ${path(signal)}; the same command goes on from there.\n`,
      );
      expect({ code, out }).toEqual({ code: 130, out: '' });
      expect(await winterflow(solve('--quiet', ...keep(signal)))).toMatchObject({ out: answer });
    });
  }

  it('and keeps nothing says so', async () => {
    const { code, out, err } = await winterflow(
      ['sensitivity', experiment(), '--outcome', 'occupancy0800ShareMean', '--points', '9000'],
      { meanwhile: (child) => child.stderr?.once('data', () => child.kill('SIGINT')) },
    );
    expect(err).toMatch(
      /\nStopping: nothing is kept without --keep\. Again to stop at once\.\nInterrupted: \d+ winters were simulated; nothing is kept without --keep\.\n$/,
    );
    expect({ code, out }).toEqual({ code: 130, out: '' });
  });
});

function experiment(): string {
  const vary = '  - { name: beds, set: beds.olderPeople.core, from: 111, to: 171 }\n';
  const head = `winterflow: 1\nkind: experiment\nscenario: ${short}\nvary:\n`;
  writeFileSync(path('experiment.yaml'), `${head}${vary}`);
  return path('experiment.yaml');
}

describe('winters that are there', () => {
  it('are all that the same question needs', async () => {
    cpSync(path('whole'), path('same'), { recursive: true });
    const { code, out, err } = await winterflow(solve(...keep('same')));
    expect(err).toContain(there(total));
    expect({ code, out }).toEqual({ code: 0, out: answer });
    expect(linesOf('same')).toEqual(linesOf('whole'));
  });

  it('serve another question, which simulates what is missing', async () => {
    cpSync(path('whole'), path('other'), { recursive: true });
    const other = solve('--quiet', '--chance', '0.7');
    const alone = await winterflow(other);
    expect(alone.out).not.toBe(answer);
    expect(await winterflow([...other, ...keep('other')])).toEqual(alone);
    const took = Number(/It took (\d+) winters/.exec(alone.out)?.[1]);
    expect(linesOf('other').length).toBeGreaterThanOrEqual(total);
    expect(linesOf('other').length).toBeLessThan(total + took);
  });

  const questions: [string, string[]][] = [
    [
      'best',
      [
        ...['best', short, 'lister-2016-17', '--outcome', 'occupancy0800ShareMean'],
        ...['--indifference', '0.5', '--replications', '5', '--most', '5'],
      ],
    ],
    [
      'sensitivity',
      [
        ...['sensitivity', experiment(), '--outcome', 'occupancy0800ShareMean', '--json'],
        ...['--replications', '3', '--points', '8'],
      ],
    ],
    [
      'regret',
      [
        ...['regret', 'lister-2017-18', '--in', 'mild-flu', '--plan', 'sdec-14h'],
        ...['--replications', '2'],
      ],
    ],
  ];
  for (const [name, question] of questions) {
    it(`give the same answer to ${name}`, async () => {
      const alone = await winterflow([...question, '--quiet']);
      expect(alone).toMatchObject({ code: 0, err: '' });
      const keeping = [...question, '--quiet', ...keep(name)];
      expect(await winterflow(keeping)).toEqual(alone);
      const lines = linesOf(name);
      expect(lines.length).toBeGreaterThan(3);
      expect(await winterflow(keeping)).toEqual(alone);
      expect(linesOf(name)).toEqual(lines);
    });
  }
});

describe('a folder of winters that is damaged', () => {
  /** Damages a copy of the folder, asks again, and gives what is said. */
  async function askedAfter(name: string, damage: () => void): Promise<string> {
    cpSync(path('whole'), path(name), { recursive: true });
    damage();
    const { code, out, err } = await winterflow(solve(...keep(name)));
    expect({ code, out }).toEqual({ code: 0, out: answer });
    return err;
  }

  it('in a line of its journal simulates that winter again', async () => {
    const err = await askedAfter('journal', () => {
      const damaged = linesOf('journal').map((line, i) =>
        i === 4 ? line.replace(/"data":"..../, '"data":"AAAA') : line,
      );
      writeFileSync(file('journal', 'journal.jsonl'), `${damaged.join('\n')}\n`);
    });
    expect(err).toContain(
      `${file('journal', 'journal.jsonl')}:5: the line is damaged; its winter is simulated again.\n` +
        there(total - 1),
    );
    expect(linesOf('journal')).toHaveLength(total + 1);
  });

  it('in a line of its models gives that model a new number, and simulates its winters again', async () => {
    const models = linesOf('whole', 'models.jsonl');
    const err = await askedAfter('models', () => {
      // As if it were another model: its winters must not become those of this one.
      const [first, second, ...others] = models;
      const swapped = first.replace(/"model":\d+/, '"model":1');
      writeFileSync(file('models', 'models.jsonl'), `${[swapped, second, ...others].join('\n')}\n`);
    });
    expect(err).toContain(
      `${file('models', 'models.jsonl')}:1: the line is damaged; the winters of its model are simulated again.\n`,
    );
    const listed = linesOf('models', 'models.jsonl');
    expect(listed).toHaveLength(models.length + 1);
    expect(listed[models.length]).toContain(`{"model":${models.length},`);
    expect(linesOf('models').length).toBeGreaterThan(total);
  });

  it('whose models are gone simulates all winters again', async () => {
    await askedAfter('no-models', () => rmSync(file('no-models', 'models.jsonl')));
    expect(linesOf('no-models')).toHaveLength(2 * total);
    const models = linesOf('whole', 'models.jsonl').length;
    expect(linesOf('no-models', 'models.jsonl')[0]).toContain(`{"model":${models},`);
  });

  it('in lines that were not finished cuts them off', async () => {
    await askedAfter('torn', () => {
      for (const of of ['journal.jsonl', 'models.jsonl']) {
        const lines = linesOf('torn', of).slice(0, -1);
        writeFileSync(file('torn', of), `${lines.join('\n')}\n`);
        appendFileSync(file('torn', of), '{"model":1,"scenario":1,"repl\xff');
      }
    });
    for (const of of ['journal.jsonl', 'models.jsonl']) {
      for (const line of linesOf('torn', of)) expect(() => JSON.parse(line)).not.toThrow();
    }
    // The last model lost its line, but its winters have its number still: it is not given again.
    const models = linesOf('whole', 'models.jsonl');
    const [last] = models.slice(-1);
    const { hash } = JSON.parse(last) as { hash: string };
    expect(linesOf('torn', 'models.jsonl')).toEqual([
      ...models.slice(0, -1),
      expect.stringContaining(`{"model":${models.length},"hash":"${hash}"`),
    ]);
  });

  it('in its description is refused', async () => {
    cpSync(path('whole'), path('by-hand'), { recursive: true });
    const text = readFileSync(file('by-hand', 'winters.json'), 'utf8');
    writeFileSync(file('by-hand', 'winters.json'), text.replace('"seed": "w', '"seed": "W'));
    expect(await winterflow(solve(...keep('by-hand')))).toEqual({
      code: 73,
      out: '',
      err: `${file('by-hand', 'winters.json')}: its parts do not fit each other; name another folder.\n`,
    });
  });
});

describe('a folder of winters', () => {
  it('takes none of another seed', async () => {
    const before = linesOf('whole');
    expect(await winterflow(solve(...keep('whole'), '--seed', 'another'))).toEqual({
      code: 73,
      out: '',
      err: `${path('whole')}: holds winters of seed "winterflow", not "another"; name another folder, or remove this one.\n`,
    });
    expect(linesOf('whole')).toEqual(before);
  });

  it('takes no batch, and a batch takes no winters of questions', async () => {
    const run = (out: string) => [
      'run',
      short,
      '--replications',
      '2',
      '--quiet',
      '--out',
      path(out),
    ];
    expect(await winterflow(run('whole'))).toEqual({
      code: 73,
      out: '',
      err: `--out ${path('whole')}: holds winters of questions, and no batch can be written there; name another folder.\n`,
    });
    expect(await winterflow(run('batch'))).toMatchObject({ code: 0 });
    expect(await winterflow(solve(...keep('batch')))).toEqual({
      code: 73,
      out: '',
      err: `--keep ${path('batch')}: holds a batch, and no winters of questions can be written there; name another folder.\n`,
    });
    expect(await winterflow(solve(...keep('no/where')))).toMatchObject({
      code: 73,
      err: expect.stringMatching(
        /^--keep .*: its parent folder .* does not exist; create it first\.\n$/,
      ),
    });
  });
});
