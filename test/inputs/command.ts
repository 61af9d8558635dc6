// test/inputs/command.ts: runs the real command, and collects what it prints and how it ends.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const BIN = join(import.meta.dirname, '../../bin/winterflow.mjs');
const MILLISECONDS_MAX = 100_000; // of one command, on a machine that is busy

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

export interface CommandOptions {
  cwd?: string;
  env?: Readonly<Record<string, string>>;
  /** Called once the process runs. */
  meanwhile?: (child: ChildProcess) => unknown;
}

/** Runs `winterflow` with arguments. */
export function winterflow(args: readonly string[], options: CommandOptions = {}): Promise<Ended> {
  return program(process.execPath, [BIN, ...args], options);
}

/** Runs any program to its end. */
export function program(
  file: string,
  args: readonly string[],
  { cwd, env, meanwhile }: CommandOptions = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: MILLISECONDS_MAX,
    });
    const ended: Ended = { code: null, out: '', err: '' };
    child.stdout.on('data', (text: Buffer) => {
      ended.out += text.toString();
    });
    child.stderr.on('data', (text: Buffer) => {
      ended.err += text.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...ended, code }));
    meanwhile?.(child);
  });
}

/** A folder of its own for a test file. */
export function scratchFolder(): string {
  return mkdtempSync(join(tmpdir(), 'winterflow-inputs-'));
}

/** Writes a scenario of the Lister with a run of a few days; returns its path. */
export function shortScenario(folder: string): string {
  const path = join(folder, 'short.yaml');
  const days = "{ firstDay: '2017-10-01', lastDay: '2017-10-03', leadInDays: 2 }";
  writeFileSync(
    path,
    `winterflow: 1\nname: Short\nsystem: lister-2017-18\nchanges: { period: ${days} }\n`,
  );
  return path;
}

/** Resolves once a file exists. */
export async function appears(path: string): Promise<void> {
  while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 20));
}
