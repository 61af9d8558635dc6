// test/inputs/report-command.test.ts: what winterflow report makes of a folder, and what it refuses.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserHere } from '../../cli/print-pdf.js';
import { browserProgram } from '../../tools/browser.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'winterflow-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function winterflow(args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  const command = [join(ROOT, 'bin/winterflow.mjs'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

beforeAll(() => {
  const args = [
    'run',
    'lister-2017-18',
    '--plan',
    'escalation-beds-24',
    '--replications',
    '2',
    '--out',
    'batch',
  ];
  expect(winterflow(args).status).toBe(0);
});

describe('winterflow report', () => {
  it.each([
    ['pptx', 'PK'],
    ['xlsx', 'PK'],
    ['html', '<!'],
  ])('makes a %s of a batch', (format, start) => {
    const { status, stdout, stderr } = winterflow([
      'report',
      'batch',
      '--format',
      format,
      '--out',
      'x',
    ]);
    expect({ status, stderr, stdout }).toEqual({ status: 0, stderr: '', stdout: 'x\n' });
    expect(readFileSync(join(folder, 'x'), 'latin1').slice(0, 2)).toBe(start);
  });

  it('puts the board pack beside the results unless told otherwise', () => {
    expect(winterflow(['report', 'batch']).stdout).toBe('batch/report.pptx\n');
  });

  it.each([
    ['no folder', ['none'], 66, 'There is no folder none.'],
    ['a folder without results', ['.'], 66, '. holds no summary.json; give a folder'],
    ['another format', ['batch', '--format', 'docx'], 64, 'allowed: pptx, xlsx, html, pdf.'],
    ['a page that is none', ['batch', '--pages', 'mesage'], 64, '"mesage" is no page'],
    [
      'a winter that is none',
      ['batch', '--one-winter', 'worst'],
      64,
      'allowed: typical, mild, sev',
    ],
    [
      'a page that was not simulated',
      ['batch', '--pages', 'message,waterfall'],
      66,
      'There is no page waterfall of these results: run each plan alone and all of them together',
    ],
    ['no drivers', ['batch', '--pages', 'drivers'], 66, 'add --with FILE of what winterflow sens'],
    ['no file of drivers', ['batch', '--with', 'none.json'], 66, 'There is no file none.json.'],
    [
      'a file of something else',
      ['batch', '--with', 'batch/summary.json'],
      65,
      'batch/summary.json is not what winterflow regret --json or winterflow sensitivity --json',
    ],
    [
      'a browser that is not there',
      ['batch', '--format', 'pdf', '--browser', 'no/browser'],
      66,
      '--browser no/browser: there is no such file.',
    ],
    [
      'a browser that does not print',
      ['batch', '--format', 'pdf', '--browser', process.execPath],
      73,
      'did not print: it ended too soon; make the page with --format html',
    ],
    [
      'a file that cannot be',
      ['batch', '--out', 'no/x.pptx'],
      73,
      '--out no/x.pptx: cannot be written',
    ],
  ])('refuses %s', (_name, args, code, sentence) => {
    const { status, stderr, stdout } = winterflow(['report', ...args]);
    expect(stderr).toContain(sentence);
    expect({ status, stdout }).toEqual({ status: code, stdout: '' });
  });

  it('has the pages that are asked for, of the worst winter and of other winters', () => {
    const cell = { mean: 12.25, regret: 3.5, low95: 1, high95: 6 };
    const regret = {
      ...{ version: '0.1.0', build: 'x', seed: 's', outcome: 'daysOver92Count', replications: 4 },
      ...{ system: 'Lister', hashes: ['aa', 'bb'], winters: ['mild', 'severe'], plans: ['A', 'B'] },
      cells: [
        [cell, { ...cell, regret: 0 }],
        [{ ...cell, regret: 0 }, cell],
      ],
      ...{ worst: [3.5, 3.5], chosen: 0 },
    };
    writeFileSync(join(folder, 'regret.json'), JSON.stringify(regret));
    const pages = ['--pages', 'winter,regret,message', '--one-winter', 'severe'];
    const args = [...pages, '--with', 'regret.json', '--title', 'A <b>board</b>', '--out', 'y'];
    expect(winterflow(['report', 'batch', ...args])).toEqual({
      ...{ status: 0, stderr: '', stdout: 'y\n' },
    });
    const files = unzipSync(readFileSync(join(folder, 'y')));
    const text = (path: string) => Buffer.from(files[path]).toString('utf8');
    const slides = Object.keys(files).filter((path) => /slides\/slide\d+\.xml$/.test(path));
    expect(slides).toHaveLength(3);
    expect(text('docProps/core.xml')).toContain('<dc:title>A &lt;b&gt;board&lt;/b&gt;</dc:title>');
    expect(text('ppt/slides/slide2.xml')).toContain('scenarios aa, bb · seed “s” · 4 simulated');
    expect(text('ppt/slides/slide2.xml')).toContain('>12: +3.5<');
    const lines = readFileSync(join(folder, 'batch/outcomes.csv'), 'utf8').split('\n');
    const days = lines
      .filter((line) => line.startsWith('"Lister') && line.includes(',daysOver92Count,'))
      .map((line) => Number(line.split(',').at(-1)));
    expect(days).toHaveLength(2);
    const worst = `over 92 % full on ${Math.max(...days)} of 182 days`;
    expect(text('ppt/slides/slide3.xml')).toContain(worst);
    const html = winterflow([
      'report',
      'batch',
      '--format',
      'html',
      ...pages.slice(0, 2),
      '--with',
      'regret.json',
    ]);
    expect(html.stdout).toBe('batch/board-pack.html\n');
    expect(readFileSync(join(folder, 'batch/report.html'), 'utf8')).not.toContain('pack-page');
  });

  it('has a page of the drivers that sensitivity has found, and a workbook of all that there is', async () => {
    const period =
      "changes: { period: { firstDay: '2018-01-01', lastDay: '2018-01-14', leadInDays: 7 } }";
    const factors = ['{ name: core beds, add: beds.olderPeople.core, from: -20, to: 20 }'];
    const lines = ['winterflow: 1', 'kind: experiment', 'scenario: short.yaml', 'vary:'];
    writeFileSync(
      join(folder, 'short.yaml'),
      `winterflow: 1\nname: Two weeks\nsystem: lister-2017-18\n${period}\n`,
    );
    writeFileSync(
      join(folder, 'experiment.yaml'),
      [...lines, ...factors.map((factor) => `  - ${factor}`)].join('\n'),
    );
    const few = ['--replications', '2', '--points', '8', '--json', '--quiet'];
    const found = winterflow([
      ...['sensitivity', 'experiment.yaml', '--outcome', 'bedsOccupiedMean', ...few],
    ]);
    expect(found).toMatchObject({ status: 0, stderr: '' });
    writeFileSync(join(folder, 'drivers.json'), found.stdout);
    const { drivers } = JSON.parse(found.stdout) as { drivers: { atFrom: number; atTo: number }[] };
    const pack = ['--pages', 'drivers', '--with', 'drivers.json', '--out', 'd.pptx'];
    expect(winterflow(['report', 'batch', ...pack])).toMatchObject({ status: 0, stderr: '' });
    const files = unzipSync(readFileSync(join(folder, 'd.pptx')));
    const slide = Buffer.from(files['ppt/slides/slide1.xml']).toString('utf8');
    for (const words of ['core beds', '20 fewer', '20 more', 'Two weeks']) {
      expect(slide).toContain(words);
    }
    const book = [...['--format', 'xlsx', '--with', 'drivers.json'], '--out', 'd.xlsx'];
    expect(winterflow(['report', 'batch', ...book])).toMatchObject({ status: 0, stderr: '' });
    const sheets = await readExcelFile(readFileSync(join(folder, 'd.xlsx')));
    const rows = (name: string) => sheets.find(({ sheet }) => sheet === name)?.data ?? [];
    const [{ atFrom, atTo }] = drivers;
    expect(rows('Drivers')[1].slice(4, 7)).toEqual(['core beds', '20 fewer', '20 more']);
    expect(rows('Drivers')[1].slice(8, 10)).toEqual([atFrom, atTo]);
    expect(rows('One winter')).toHaveLength(1 + 182);
    expect(rows('Why over 92').length).toBeGreaterThan(5);
  });

  it('says how to print where there is no browser', () => {
    expect(browserHere('/nowhere', ['/nowhere/chrome'])).toBeNull();
    expect(browserHere('', [process.execPath])).toBe(process.execPath);
  });

  it('prints the board pack on A4, one page for each message', async () => {
    const { program, env } = await browserProgram();
    const args = ['report', 'batch', '--format', 'pdf', '--browser', program, '--out', 'x.pdf'];
    const { status, stdout, stderr } = winterflow(args, env);
    expect({ status, stderr, stdout }).toEqual({ status: 0, stderr: '', stdout: 'x.pdf\n' });
    const pdf = readFileSync(join(folder, 'x.pdf'), 'latin1');
    const html = winterflow(['report', 'batch', '--format', 'pptx', '--out', 'x.pptx']);
    expect(html.status).toBe(0);
    const slides = Object.keys(unzipSync(readFileSync(join(folder, 'x.pptx')))).filter((path) =>
      /slides\/slide\d+\.xml$/.test(path),
    );
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(slides.length);
    expect(pdf).toMatch(/\/MediaBox \[0 0 841\.\d+ 59[45]/);
  });

  it('refuses results that break off', () => {
    cpSync(join(folder, 'batch'), join(folder, 'broken'), { recursive: true });
    const text = readFileSync(join(folder, 'batch/summary.json'), 'utf8');
    writeFileSync(join(folder, 'broken/summary.json'), text.slice(0, 500));
    const { status, stderr } = winterflow(['report', 'broken']);
    expect(stderr).toBe('summary.json is not JSON, or breaks off before its end.\n');
    expect(status).toBe(65);
  });
});
