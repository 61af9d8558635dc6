// test/faults/kept-winters.test.ts: questions that keep their winters: stopped, killed or damaged they go
// on, and what is asked of a winter that is there is not simulated again.

import { cpSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { winterflow } from '../inputs/command.js';
import { askedOnce } from './kept-question.js';

const { short, path, solve, keep, linesOf, there, whole } = askedOnce();

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
    expect(kept.length).toBeLessThan(whole.total);
    const { code, out, err } = await winterflow(solve(...keep('killed')), {
      env: { TZ: 'Pacific/Auckland' },
    });
    expect(err).toContain(there(kept.length));
    expect({ code, out }).toEqual({ code: 0, out: whole.answer });
    expect(linesOf('killed').slice(0, kept.length)).toEqual(kept);
    expect(linesOf('killed')).toHaveLength(whole.total);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`by ${signal} keeps what runs, says how far it is, ends with 130 and goes on`, async () => {
      const { code, out, err } = await signalled(signal, signal);
      const kept = linesOf(signal).length;
      expect(kept).toBeLessThan(whole.total);
      expect(err).toBe(
        '\nStopping: what runs is finished and kept. Again to stop at once.\n' +
          `Interrupted: ${kept} winters are kept in ${path(signal)}; the same command goes on from there.\n`,
      );
      expect({ code, out }).toEqual({ code: 130, out: '' });
      expect(await winterflow(solve('--quiet', ...keep(signal)))).toMatchObject({
        out: whole.answer,
      });
    });
  }

  it('begins no more winters, however many it had asked for', async () => {
    const [replications, pilot] = [10_000, 2000];
    const { code } = await winterflow(
      solve('--quiet', ...keep('many'), '--replications', String(replications)),
      {
        meanwhile: async (child) => {
          while (linesOf('many').length < 30 && child.exitCode === null) {
            await new Promise((resolve) => setTimeout(resolve, 5));
          }
          child.kill('SIGINT');
        },
      },
    );
    expect(code).toBe(130);
    expect(linesOf('many').length).toBeGreaterThanOrEqual(30);
    expect(linesOf('many').length).toBeLessThan(pilot);
  });

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
    expect(err).toContain(there(whole.total));
    expect({ code, out }).toEqual({ code: 0, out: whole.answer });
    expect(linesOf('same')).toEqual(linesOf('whole'));
  });

  it('serve another question, which simulates what is missing', async () => {
    cpSync(path('whole'), path('other'), { recursive: true });
    const other = solve('--quiet', '--chance', '0.7');
    const alone = await winterflow(other);
    expect(alone.out).not.toBe(whole.answer);
    expect(await winterflow([...other, ...keep('other')])).toEqual(alone);
    const took = Number(/It took (\d+) winters/.exec(alone.out)?.[1]);
    expect(linesOf('other').length).toBeGreaterThanOrEqual(whole.total);
    expect(linesOf('other').length).toBeLessThan(whole.total + took);
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
