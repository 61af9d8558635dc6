// test/faults/kept-winters-folder.test.ts: folders of winters of questions that are damaged, or hold others.

import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { winterflow } from '../inputs/command.js';
import { askedOnce } from './kept-question.js';

const { short, path, file, solve, keep, linesOf, there, whole } = askedOnce();

describe('a folder of winters that is damaged', () => {
  /** Damages a copy of the folder, asks again, and gives what is said. */
  async function askedAfter(name: string, damage: () => void): Promise<string> {
    cpSync(path('whole'), path(name), { recursive: true });
    damage();
    const { code, out, err } = await winterflow(solve(...keep(name)));
    expect({ code, out }).toEqual({ code: 0, out: whole.answer });
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
        there(whole.total - 1),
    );
    expect(linesOf('journal')).toHaveLength(whole.total + 1);
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
    expect(linesOf('models').length).toBeGreaterThan(whole.total);
  });

  it('whose models are gone simulates all winters again', async () => {
    await askedAfter('no-models', () => rmSync(file('no-models', 'models.jsonl')));
    expect(linesOf('no-models')).toHaveLength(2 * whole.total);
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
