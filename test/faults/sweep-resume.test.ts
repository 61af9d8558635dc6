// test/faults/sweep-resume.test.ts: sweeps that were stopped, killed or damaged go on, and give what one
// sweep left alone gives; the winters of two sweeps are never mixed.

import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder, shortScenario, winterflow } from '../inputs/command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
const path = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const WINTERS = 60;
const VALUES = [111, 121, 131, 141, 151, 161];
const TOTAL = WINTERS * VALUES.length;

function experiment(name: string, values: readonly number[]): string {
  const vary = `  - { name: beds, set: beds.olderPeople.core, values: [${values}] }\n`;
  const head = `winterflow: 1\nkind: experiment\nscenario: ${short}\nvary:\n`;
  writeFileSync(path(name), `${head}${vary}`);
  return path(name);
}
const file = experiment('experiment.yaml', VALUES);
const args = (out: string, ...more: string[]) => [
  ...['sweep', file, '--replications', String(WINTERS), '--workers', '1'],
  ...['--out', path(out), ...more],
];
const journal = (out: string) => join(path(out), 'journal.jsonl');
const linesOf = (out: string) =>
  existsSync(journal(out)) ? readFileSync(journal(out), 'latin1').split('\n').slice(0, -1) : [];
const bytes = (out: string, name: string) => readFileSync(join(path(out), name), 'latin1');

/** Tests that a folder holds what the sweep left alone gave. */
function equalsWhole(out: string): void {
  for (const name of ['points.csv', 'manifest.json', 'sweep.json']) {
    expect(bytes(out, name), name).toBe(bytes('whole', name));
  }
}

/** A folder as it is when the process was killed after some winters. */
function stopped(out: string, lines: string): void {
  cpSync(path('whole'), path(out), { recursive: true });
  for (const name of ['points.csv', 'manifest.json']) rmSync(join(path(out), name));
  writeFileSync(journal(out), lines);
}

/** Sends a signal once some winters are kept. */
const signalled = (out: string, signal: NodeJS.Signals) =>
  winterflow(args(out, '--quiet'), {
    meanwhile: async (child) => {
      while (linesOf(out).length < 3 && child.exitCode === null) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      child.kill(signal);
    },
  });

let whole = '';
beforeAll(async () => {
  expect(await winterflow(args('whole', '--quiet'))).toMatchObject({ code: 0 });
  if (existsSync(journal('whole'))) whole = readFileSync(journal('whole'), 'latin1');
});

describe('a sweep that was stopped', () => {
  it('by kill -9 goes on with the same command, and gives the same bytes', async () => {
    expect(await signalled('killed', 'SIGKILL')).toMatchObject({ code: null });
    const kept = linesOf('killed');
    expect(kept.length).toBeGreaterThanOrEqual(3);
    expect(kept.length).toBeLessThan(TOTAL);
    expect(existsSync(join(path('killed'), 'points.csv'))).toBe(false);
    const { code, err } = await winterflow(args('killed'), { env: { TZ: 'Pacific/Auckland' } });
    expect(err).toContain(`Going on: ${kept.length} of ${TOTAL} winters are there.\n`);
    expect(err).toContain(`All outcomes are in ${path('killed')}/points.csv\n`);
    expect(code).toBe(0);
    expect(linesOf('killed').slice(0, kept.length)).toEqual(kept);
    equalsWhole('killed');
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`by ${signal} ends with 130, says how far it is, and goes on`, async () => {
      const { code, out, err } = await signalled(signal, signal);
      const kept = linesOf(signal).length;
      expect(kept).toBeLessThan(TOTAL);
      expect(err).toBe(
        '\nStopping: what runs is finished and kept. Again to stop at once.\n' +
          `Interrupted: ${kept} of ${TOTAL} winters are kept in ${path(signal)}; the same command ` +
          'goes on from there.\n',
      );
      expect({ code, out }).toEqual({ code: 130, out: '' });
      expect(await winterflow(args(signal, '--workers', '2'))).toMatchObject({ code: 0 });
      equalsWhole(signal);
    });
  }

  it('without --out says that nothing is kept', async () => {
    const { code, out, err } = await winterflow(
      ['sweep', file, '--replications', '5000', '--workers', '1'],
      // Its first line says that winters are being simulated.
      { meanwhile: (child) => child.stderr?.once('data', () => child.kill('SIGINT')) },
    );
    expect(err).toMatch(
      /\nStopping: nothing is kept without --out\. Again to stop at once\.\nInterrupted: \d+ of 30000 winters were simulated; nothing is kept without --out\.\n$/,
    );
    expect({ code, out }).toEqual({ code: 130, out: '' });
  });
});

describe('a line of a sweep', () => {
  const lines = () => whole.split('\n').slice(0, -1);

  it('that was not finished is cut off, and its winter simulated again', async () => {
    const some = lines().slice(0, 25).join('\n');
    stopped('torn', some.slice(0, -40));
    const { code, err } = await winterflow(args('torn'));
    expect(err).toContain(`Going on: 24 of ${TOTAL} winters are there.\n`);
    expect(code).toBe(0);
    equalsWhole('torn');
  });

  it('that is damaged is named, and its winter simulated again; later ones are kept', async () => {
    const damaged = lines().map((line, i) =>
      i === 12 ? line.replace(/"data":"..../, '"data":"AAAA') : line,
    );
    stopped('damaged', `${damaged.join('\n')}\n`);
    const { code, err } = await winterflow(args('damaged'));
    expect(err).toContain(
      `${journal('damaged')}:13: the line is damaged; its winter is simulated again.\n` +
        `Going on: ${TOTAL - 1} of ${TOTAL} winters are there.\n`,
    );
    expect(code).toBe(0);
    equalsWhole('damaged');
  });
});

describe('a folder of a sweep', () => {
  const others: [string, string[], string][] = [
    ['seed', ['--seed', 'another'], 'seed "winterflow", not "another"'],
    ['number of winters', ['--replications', '9'], `${WINTERS} winters at each point, not 9`],
  ];
  for (const [what, more, difference] of others) {
    it(`that is unfinished is not used for another ${what}`, async () => {
      const out = `other ${what}`;
      stopped(out, whole.slice(0, whole.indexOf('\n') + 1));
      expect(await winterflow(args(out, ...more))).toEqual({
        code: 73,
        out: '',
        err: `${path(out)}: holds an unfinished sweep with ${difference}; name another folder, or remove this one.\n`,
      });
      expect(linesOf(out)).toHaveLength(1);
    });
  }

  it('that is unfinished is not used for another experiment', async () => {
    stopped('other', whole);
    const other = experiment('other.yaml', [111, 122]);
    const asked = ['sweep', other, '--replications', String(WINTERS), '--out', path('other')];
    const { code, err } = await winterflow(asked);
    expect(err).toBe(
      `${path('other')}: holds an unfinished sweep with another experiment; name another folder, or remove this one.\n`,
    );
    expect(code).toBe(73);
    expect(bytes('other', 'journal.jsonl')).toBe(whole);
  });

  it('whose description was changed by hand does not go on', async () => {
    stopped('by-hand', whole);
    const changed = bytes('by-hand', 'sweep.json').replace('"seed": "w', '"seed": "W');
    writeFileSync(join(path('by-hand'), 'sweep.json'), changed);
    expect(await winterflow(args('by-hand'))).toMatchObject({
      code: 73,
      err: `${join(path('by-hand'), 'sweep.json')}: its parts do not fit its id.\n`,
    });
  });

  it('that is unfinished takes no batch; one that is finished takes another sweep', async () => {
    stopped('left', whole);
    const run = ['run', short, '--replications', '2', '--out', path('left')];
    expect((await winterflow(run)).err).toMatch(/holds a sweep, and no batch can be written there/);
    const fewer = ['--replications', '2', '--quiet'];
    cpSync(path('whole'), path('again'), { recursive: true });
    expect(await winterflow(args('again', ...fewer))).toMatchObject({ code: 0 });
    expect(await winterflow(args('fresh', ...fewer))).toMatchObject({ code: 0 });
    expect(bytes('again', 'points.csv')).toBe(bytes('fresh', 'points.csv'));
    expect(linesOf('again')).toHaveLength(2 * VALUES.length);
  });
});
