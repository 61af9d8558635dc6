// tools/mutate.mjs: `npm run mutate [-- FILE ...]`: changes the engine and the outcomes in one small
// place at a time (Stryker), in a copy, and lists what the unit tests of the same file do not notice.
// Exit 1 below 90 % of all, or when a change of the calendar, resources or draws goes unnoticed.
// `-- --kept` runs nothing and writes the table of what earlier runs found.

import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COPY = join(ROOT, '.cache/mutation');
const REPORT = join(COPY, 'report.json');
const KEPT = join(COPY, 'kept.json');
const PAGE = join(ROOT, 'docs/verification.md');
const [BEGIN, END] = ['<!-- mutants: begin -->', '<!-- mutants: end -->'];

/** Version 10 needs Node 22. Vitest and the rest come from the project, two folders up. */
const TOOLS = { '@stryker-mutator/core': '9.6.1', '@stryker-mutator/vitest-runner': '9.6.1' };
const FOLDERS = ['sim/engine', 'sim/outcomes'];
const COPIED = [
  'sim',
  'cli',
  'workers',
  'web',
  'test',
  'scenarios',
  'types',
  'package.json',
  'tsconfig.json',
];
const SCORE_MIN = 0.9;
/** Nothing may survive in these: every result of every winter goes through them. */
const WHOLE = ['calendar.ts', 'resource.ts', 'draws.ts'].map((name) => `sim/engine/${name}`);
const TIMEOUT_MINUTES = 90; // of one file

/** Files of types alone have nothing to change. */
const hasCode = (file) =>
  /^(export )?(const|let|function|class)\b/m.test(readFileSync(join(ROOT, file), 'utf8'));
const all = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}`),
).filter(hasCode);
const keptOnly = process.argv.includes('--kept');
const asked = process.argv
  .slice(2)
  .filter((word) => word !== '--kept')
  .map((path) => relative(ROOT, resolve(path)));
const unknown = asked.filter((file) => !all.includes(file));
if (unknown.length > 0) throw new Error(`No file to mutate: ${unknown.join(', ')}.`);

const tested = all.filter((file) => testsOf(file).length > 0);
if (!keptOnly) {
  install();
  copyTree();
}
// A run of all goes on where the last one ended: what neither changed nor has other tests is kept.
const kept = existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : {};
const rows = [];
for (const file of asked.length > 0 ? asked : tested) {
  const key = [file, ...testsOf(file)].map((path) => readFileSync(join(ROOT, path))).join('');
  if (keptOnly) {
    if (kept[file] !== undefined) rows.push({ ...kept[file], isOld: kept[file].key !== key });
    continue;
  }
  process.stderr.write(`${file}\n`);
  if (asked.length > 0 || kept[file]?.key !== key) kept[file] = { ...mutate(file), key };
  writeFileSync(KEPT, JSON.stringify(kept));
  const { unnoticed, killed, mutants, seconds } = kept[file];
  for (const line of unnoticed) process.stderr.write(`   ${line}\n`);
  process.stderr.write(`   ${killed} of ${mutants} noticed, ${seconds} s\n`);
  rows.push(kept[file]);
}
const total = totalOf(rows);
const table = [tableOf([...rows, total]), ...gaps(rows)].join('\n\n');
process.stdout.write(`${table}\n`);
if (asked.length === 0) writePage(table);
const holes = rows.filter(({ file, survived }) => WHOLE.includes(file) && survived > 0);
if (scoreOf(total) < SCORE_MIN || holes.length > 0) process.exitCode = 1;

function install() {
  mkdirSync(COPY, { recursive: true });
  const versions = JSON.stringify({ private: true, type: 'module', dependencies: TOOLS });
  const list = join(COPY, 'tools.json');
  if (existsSync(list) && readFileSync(list, 'utf8') === versions) return;
  rmSync(join(COPY, 'node_modules'), { recursive: true, force: true });
  writeFileSync(join(COPY, 'package.json'), versions);
  execFileSync(
    'npm',
    ['install', '--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'],
    { cwd: COPY, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  mend();
  writeFileSync(list, versions);
}

/** Stryker's runner sees single tests only; a test file that fails as a whole is a failure too. */
function mend() {
  const path = join(
    COPY,
    'node_modules/@stryker-mutator/vitest-runner/dist/src/vitest-test-runner.js',
  );
  const whole = readFileSync(path, 'utf8');
  const end = 'return { tests: testResults, status: DryRunStatus.Complete };';
  if (!whole.includes(end)) throw new Error(`${path} is not as expected.`);
  const failed = `{ id: file.name, name: file.name, timeSpentMs: 0, status: TestStatus.Failed,
    failureMessage: 'the file fails as a whole' }`;
  const also = `for (const file of this.ctx.state.getFiles())
    if (!failure && file.result?.state === 'fail') testResults.push(${failed});`;
  writeFileSync(path, whole.replace(end, `${also}\n${end}`));
}

function copyTree() {
  for (const name of ['.stryker-tmp', ...COPIED]) {
    rmSync(join(COPY, name), { recursive: true, force: true });
    if (COPIED.includes(name)) cpSync(join(ROOT, name), join(COPY, name), { recursive: true });
  }
}

/** The tests of `x.ts` are `x.test.ts` and `x.PART.test.ts` in the same place under test/unit. */
function testsOf(file) {
  const [folder, start] = [dirname(file).replace(/^sim\b/, 'test/unit'), basename(file, '.ts')];
  return readdirSync(join(ROOT, folder))
    .filter((name) => name.startsWith(`${start}.`) && name.endsWith('.test.ts'))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((name) => `${folder}/${name}`);
}

function mutate(file) {
  const vitest = { test: { include: testsOf(file), testTimeout: 60_000 } };
  writeFileSync(join(COPY, 'vitest.config.mjs'), `export default ${JSON.stringify(vitest)};\n`);
  writeFileSync(
    join(COPY, 'stryker.config.json'),
    JSON.stringify({
      testRunner: 'vitest',
      vitest: { configFile: 'vitest.config.mjs', related: false },
      plugins: ['@stryker-mutator/vitest-runner'],
      mutate: [file],
      coverageAnalysis: 'perTest',
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: REPORT },
      concurrency: 2,
      timeoutMS: 10_000, // most loops without end are seen sooner, by how often they go round
      timeoutFactor: 3,
      logLevel: 'warn',
      warnings: { slow: false },
      thresholds: { break: null },
    }),
  );
  rmSync(REPORT, { force: true });
  const started = Date.now();
  spawnSync(
    process.execPath,
    [join(COPY, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run'],
    { cwd: COPY, stdio: ['ignore', 2, 2], timeout: TIMEOUT_MINUTES * 60_000 },
  );
  if (!existsSync(REPORT)) throw new Error(`Stryker gave no report on ${file}.`);
  // A file of constants alone has nothing to change, and is not in the report.
  const { files } = JSON.parse(readFileSync(REPORT, 'utf8'));
  const { source, mutants } = files[file] ?? { source: '', mutants: [] };
  return { ...count(file, source, mutants), seconds: Math.round((Date.now() - started) / 1000) };
}

/** A change that never ends is noticed; one marked as equivalent in the source is not counted. */
function count(file, source, mutants) {
  const lines = source.split('\n');
  const of = (...states) => mutants.filter(({ status }) => states.includes(status));
  const survivors = of('Survived', 'NoCoverage');
  const killed = of('Killed', 'Timeout').length;
  const equivalent = of('Ignored').length;
  return {
    file,
    mutants: killed + survivors.length + equivalent,
    killed,
    survived: survivors.length,
    equivalent,
    unnoticed: survivors.map(({ location: { start }, mutatorName, replacement = '' }) => {
      const place = `${start.line}:${start.column} ${mutatorName}`;
      return `${place}: ${lines[start.line - 1].trim()} => ${replacement.replace(/\s+/g, ' ')}`;
    }),
  };
}

function totalOf(counts) {
  const sum = (key) => counts.reduce((total, row) => total + row[key], 0);
  return {
    file: 'all',
    mutants: sum('mutants'),
    killed: sum('killed'),
    survived: sum('survived'),
    equivalent: sum('equivalent'),
  };
}

/** What the table leaves out, and rows from before a file or its tests changed. */
function gaps(counts) {
  const missing = tested.filter((file) => !counts.some((row) => row.file === file));
  const untested = all.filter((file) => !tested.includes(file));
  const old = counts.filter(({ isOld }) => isOld).map(({ file }) => file);
  const said = (words, files) => (files.length > 0 ? [`${words}: ${files.join(', ')}.`] : []);
  return [
    ...said('Counted before the last change of the file or its tests', old),
    ...said('Not counted yet', asked.length > 0 ? [] : missing),
    ...said(
      'Without unit tests of the same name, so not counted',
      asked.length > 0 ? [] : untested,
    ),
  ];
}

/** Share of the changes that could be noticed and were. */
function scoreOf({ killed, survived }) {
  return killed + survived > 0 ? killed / (killed + survived) : 1;
}

function tableOf(counts) {
  return [
    '| file | mutants | killed | survived | equivalent | score |',
    '|---|---|---|---|---|---|',
    ...counts.map((row) => {
      const score = `${(100 * scoreOf(row)).toFixed(1)} %`;
      const { file, mutants, killed, survived, equivalent } = row;
      return `| ${[file, mutants, killed, survived, equivalent, score].join(' | ')} |`;
    }),
  ].join('\n');
}

function writePage(text) {
  const page = readFileSync(PAGE, 'utf8');
  const [before] = page.split(BEGIN);
  const after = page.split(END)[1];
  writeFileSync(PAGE, `${before}${BEGIN}\n${text}\n${END}${after}`);
}
