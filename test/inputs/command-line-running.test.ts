// test/inputs/command-line-running.test.ts: what happens to a run from outside: signals, pipes, terminals.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { appears, BIN, program, scratchFolder, shortScenario, winterflow } from './command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const LOCK = '.winterflow-lock';
const STARTED_MILLISECONDS = 500; // between the lock and the first winters

/** Starts a long run and sends it signals: the first once it runs, the rest once it has answered. */
function signalled(scenario: string, out: string, signals: readonly NodeJS.Signals[]) {
  const args = ['run', scenario, '--replications', '100000', '--workers', '1', '--out', out];
  return winterflow(args, {
    meanwhile: async (child) => {
      const [first, ...rest] = signals;
      child.stderr?.on('data', (text: Buffer) => {
        if (text.includes('Stopping')) for (const signal of rest) child.kill(signal);
      });
      await appears(join(out, LOCK));
      setTimeout(() => child.kill(first), STARTED_MILLISECONDS);
    },
  });
}

describe('a run that is interrupted', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`finishes and saves what runs at the first ${signal}, and ends with code 130`, async () => {
      const out = join(folder, signal);
      const { code, err } = await signalled(short, out, [signal]);
      expect(err).toContain('Stopping: what runs is finished and kept. Again to stop at once.\n');
      const kept = Number(/Interrupted: (\d+) of 100000 winters are kept\./.exec(err)?.[1]);
      expect(kept).toBeGreaterThan(0);
      expect(code).toBe(130);
      const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
      expect(manifest).toMatchObject({ complete: false, replications: kept });
      const rows = readFileSync(join(out, 'outcomes.csv'), 'utf8').split('\n');
      expect(rows.some((row) => row.startsWith(`Short,${kept - 1},`))).toBe(true);
      expect(existsSync(join(out, LOCK))).toBe(false);
    });
  }

  it('stops at once at the second Ctrl-C', async () => {
    const out = join(folder, 'twice');
    const { code, err } = await signalled('lister-2017-18', out, ['SIGINT', 'SIGINT']);
    expect(code).toBe(130);
    expect(err).not.toContain('Interrupted:');
    expect(existsSync(join(out, 'summary.json'))).toBe(false);
  });
});

describe('a reader that closes early', () => {
  const shell = (command: string) => program('bash', ['-o', 'pipefail', '-c', command]);

  it('is no error: nothing is printed about it', async () => {
    const run = `"${process.execPath}" "${BIN}" schema system`;
    const { out, err } = await shell(`(${run}; echo "code $?" >&2) | head -1`);
    expect(out).toBe('{\n');
    expect(err).toBe('code 0\n');
  });
});

describe('a terminal', () => {
  const hasScript = existsSync('/usr/bin/script');
  const onTerminal = (env: Readonly<Record<string, string>>, columns: number) => {
    const run = `"${process.execPath}" "${BIN}" run "${short}" --replications 2 --workers 1`;
    const command = `stty cols ${columns} rows 24; ${run}`;
    return program('/usr/bin/script', ['-qec', command, '/dev/null'], { env });
  };
  const escapeCode = String.fromCharCode(27);

  it.skipIf(!hasScript)('gets plain lines when it is dumb', async () => {
    const { code, out } = await onTerminal({ TERM: 'dumb', NO_COLOR: '1' }, 80);
    expect(code).toBe(0);
    expect(out).toContain('2 of 2 winters simulated');
    expect(out).not.toContain(escapeCode);
  });

  it.skipIf(!hasScript)('gets no colours, with NO_COLOR or without', async () => {
    const { code, out } = await onTerminal({ TERM: 'xterm', NO_COLOR: '1' }, 100);
    expect(code).toBe(0);
    expect(out.split(escapeCode).some((part) => /^\[[\d;]*m/.test(part))).toBe(false);
  });

  it.skipIf(!hasScript)('of 20 columns is served', async () => {
    const { code, out } = await onTerminal({ TERM: 'xterm' }, 20);
    expect(code).toBe(0);
    expect(out).toContain('Short');
  });
});

describe('a small memory', () => {
  it('of 64 MB is enough for a winter of the Lister', async () => {
    const args = ['run', 'lister-2017-18', '--replications', '1', '--workers', '1', '--quiet'];
    const { code, err } = await winterflow(args, {
      env: { NODE_OPTIONS: '--max-old-space-size=64' },
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('that is too small is refused before the start, with both numbers', async () => {
    const { code, err } = await winterflow(['run', short], {
      env: { NODE_OPTIONS: '--max-old-space-size=16' },
    });
    expect(err).toMatch(
      /^Node may use \d+ MB here; at least 72 MB are needed\. Raise --max-old-space-size in NODE_OPTIONS\.\n$/,
    );
    expect(code).toBe(64);
  });
});
