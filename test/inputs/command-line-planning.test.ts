// test/inputs/command-line-planning.test.ts: activity by month, of a folder or simulated now, and what
// is said of a folder that holds none.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { scratchFolder, shortScenario, winterflow } from './command.js';

const folder = scratchFolder();
const short = shortScenario(folder);
afterAll(() => rmSync(folder, { recursive: true }));

const RUN = ['--replications', '2', '--workers', '1', '--quiet'];

it('prints the same of a scenario and of the folder of its batch', async () => {
  const out = join(folder, 'batch');
  await winterflow(['run', short, ...RUN, '--out', out]);
  const ofFolder = await winterflow(['planning', out]);
  const now = await winterflow(['planning', short, ...RUN]);
  expect([ofFolder.code, now.code]).toEqual([0, 0]);
  expect(ofFolder.out).toBe(now.out);
  expect(now.out).toMatch(/E\.M\.12 A&E attendances, type 1 +\d+/);
  expect(now.out).toContain('2017-10 (3 d)');
  expect(now.out).toContain('What it rests on:');
  const { scenarios } = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
  expect(scenarios[0].assumptions.length).toBeGreaterThan(3);
});

it('says in a sentence what is wrong with a folder', async () => {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  const missing = await winterflow(['planning', empty]);
  expect(missing).toMatchObject({ code: 66, out: '' });
  expect(missing.err).toContain('holds no planning.csv; name the folder of a batch');
  writeFileSync(join(empty, 'planning.csv'), 'a,b\n');
  const broken = await winterflow(['planning', empty]);
  expect(broken.code).toBe(65);
  expect(broken.err).toMatch(/empty\/planning\.csv:1: the header is not/);
});
