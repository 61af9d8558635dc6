// test/unit/hospital/trace-command.test.ts: `winterflow trace` as it is typed.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const COMMAND = 'bin/winterflow.mjs';
const folder = mkdtempSync(join(tmpdir(), 'winterflow-trace-'));
const scenario = join(folder, 'short.yaml');
writeFileSync(
  scenario,
  [
    'winterflow: 1',
    'name: Two days',
    'system: lister-2017-18',
    'changes:',
    '  period: { firstDay: 2017-10-05, lastDay: 2017-10-06, leadInDays: 1 }',
  ].join('\n'),
);
afterAll(() => rmSync(folder, { recursive: true }));

const trace = (...options: string[]) =>
  execFileSync('node', [COMMAND, 'trace', scenario, '--replication', '3', ...options], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });

describe('winterflow trace', () => {
  const lines = trace().trimEnd().split('\n');

  it('prints a line for each event, with date, hour, patient and what changed', () => {
    expect(lines.length).toBeGreaterThan(3000);
    for (const line of lines) {
      expect(line).toMatch(/^2017-10-0[4-7] \d\d:\d\d {2}(patient \d+|hospital) +[a-z]/);
    }
  });

  it('tells the story of one patient, the same as within the whole', () => {
    const arrival = lines.find((line) => /arrived \| age.*needs a medical bed/.test(line)) ?? '';
    const [, patient] = /patient (\d+)/.exec(arrival) ?? [];
    const story = trace('--patient', patient).trimEnd().split('\n');
    expect(story[0]).toContain(`patient ${patient} `);
    expect(story[0]).toContain('arrived | age');
    expect(story.length).toBeGreaterThan(1);
    for (const line of story) expect(line).toContain(`patient ${patient}`);
  });

  it('prints one JSON object a line', () => {
    const rows = trace('--json').trimEnd().split('\n');
    expect(rows.length).toBe(lines.length);
    expect(JSON.parse(rows[0])).toMatchObject({ date: '2017-10-04', clock: '00:00' });
  });

  it('gives another winter for another replication', () => {
    const other = execFileSync('node', [COMMAND, 'trace', scenario, '--replication', '4'], {
      encoding: 'utf8',
      maxBuffer: 1e9,
    });
    expect(other).not.toBe(`${lines.join('\n')}\n`);
  });

  it('says which patients there are when asked for one who is not', () => {
    const args = [COMMAND, 'trace', scenario, '--replication', '3', '--patient', '9999999'];
    const { status, stderr } = spawnSync('node', args, { encoding: 'utf8' });
    expect(status).toBe(64);
    expect(stderr).toMatch(
      /^There is no patient 9999999: \d+ patients came in, numbered from 1\.\n$/,
    );
  });

  it('ends quietly when the reader stops reading', async () => {
    const child = spawn('node', [COMMAND, 'trace', scenario, '--replication', '3']);
    let complaint = '';
    child.stderr.on('data', (text) => {
      complaint += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.on('close', done));
    expect(code).toBe(0);
    expect(complaint).toBe('');
  });
});
