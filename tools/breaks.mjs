// tools/breaks.mjs: `npm run breaks`: breaks the program in one place at a time, in a copy, and says
// which tests and which checks of `winterflow verify` notice. Before that, none may fail. Exit 1 when
// something goes unnoticed.

import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COPY = join(ROOT, '.cache/breaks');
const PAGE = join(ROOT, 'docs/verification.md');
const [BEGIN, END] = ['<!-- breaks: begin -->', '<!-- breaks: end -->'];
const TESTS = [
  'test/unit/engine',
  'test/unit/outcomes',
  'test/micro',
  'test/property',
  'test/regressions',
  'test/coverage',
  'test/draws',
  'test/differential',
  'test/golden',
];

/** What is broken: a text of a file, and what takes its place. */
const BREAKS = [
  {
    name: 'ties in the order of scheduling reversed',
    file: 'sim/engine/calendar.ts',
    from: 'kinds || fields[a + SEQUENCE] - fields[b + SEQUENCE]',
    to: 'kinds || fields[b + SEQUENCE] - fields[a + SEQUENCE]',
  },
  {
    name: 'one server more than the capacity',
    file: 'sim/engine/resource.ts',
    from: 'if (this.busy < this.capacity && this.waiting === 0)',
    to: 'if (this.busy <= this.capacity && this.waiting === 0)',
  },
  {
    name: 'draws 1 % too low',
    file: 'sim/engine/draws.ts',
    from: 'return ((bits >>> 0) + 0.5) * 2 ** -32;',
    to: 'return ((bits >>> 0) + 0.5) * 2 ** -32 * 0.99;',
  },
  {
    name: 'the first in line lost when the line grows',
    file: 'sim/engine/queue.ts',
    from: '    this.ring = ring;',
    to: '    this.head++;\n    this.ring = ring;',
  },
  {
    name: 'lower capacity evicts',
    file: 'sim/engine/resource.ts',
    from: '    this.capacity = capacity;\n  }\n\n  /** Subjects waiting',
    to: '    this.capacity = capacity;\n    if (this.busy > capacity) this.busy = capacity;\n  }\n\n  /** Subjects waiting',
  },
  {
    name: 'interval with z in place of t',
    file: 'sim/outcomes/intervals.ts',
    from: 'studentQuantile(',
    to: '((share: number, _degrees: number) => (share > 0.5 ? 1.96 : -1.96))(',
  },
  {
    name: 'lead-in counted as reported',
    file: 'sim/hospital/system.ts',
    from: 'const day = Math.floor(time / MINUTES_PER_DAY) - this.parameters.days.reportedFrom;',
    to: 'const day = Math.max(0, Math.floor(time / MINUTES_PER_DAY) - this.parameters.days.reportedFrom);',
  },
  {
    name: 'last in, first out',
    file: 'sim/engine/queue.ts',
    from: 'const subject = this.ring[this.head++ & (this.ring.length - 1)];',
    to: 'const subject = this.ring[--this.tail & (this.ring.length - 1)];',
  },
  {
    name: 'replications share their draws',
    file: 'sim/engine/draws.ts',
    from: 'const first = this.block(replication, REPLICATION_TAG);',
    to: 'const first = this.block(replication & 0, REPLICATION_TAG);',
  },
  {
    name: 'initial census rounded down',
    file: 'sim/hospital/census.ts',
    from: 'const occupied = Math.round(beds.open[pool][0] * census.occupancyShare);',
    to: 'const occupied = Math.floor(beds.open[pool][0] * census.occupancyShare);',
  },
  {
    name: 'initial stays not length-biased',
    file: 'sim/hospital/census.ts',
    from: 'const stay = mean * quantileOf(inBed, bits);',
    to: 'const stay = mean * quantileOf(inBed === fresh ? inBed : fresh, bits);',
  },
];

copyTree();
const unbroken = { tests: failingTests(), checks: failingChecks() };
if (unbroken.tests.length + unbroken.checks.length > 0) {
  const failing = [...unbroken.tests, ...unbroken.checks].join(', ');
  process.stderr.write(`Nothing is broken yet, and this fails already: ${failing}\n`);
  process.exit(2);
}
const only = process.argv.slice(2).map(Number);
const rows = [];
for (const [index, broken] of BREAKS.entries()) {
  if (only.length > 0 && !only.includes(index)) continue;
  process.stderr.write(`${index}: ${broken.name}\n`);
  const row = { name: broken.name, ...tryOut(broken) };
  process.stderr.write(`   tests: ${row.tests.join(', ') || 'none'}\n`);
  process.stderr.write(`   verify: ${row.checks.join(', ') || 'none'}\n`);
  rows.push(row);
}
if (only.length === 0) writePage(rows);
const unnoticed = rows.filter(({ tests, checks }) => tests.length + checks.length === 0);
process.stdout.write(`${rows.length - unnoticed.length} of ${rows.length} breaks are noticed\n`);
process.exitCode = unnoticed.length > 0 ? 1 : 0;

function copyTree() {
  rmSync(COPY, { recursive: true, force: true });
  const files = execFileSync('git', ['ls-files'], { cwd: ROOT, encoding: 'utf8' })
    .trim()
    .split('\n');
  for (const file of files) {
    mkdirSync(dirname(join(COPY, file)), { recursive: true });
    cpSync(join(ROOT, file), join(COPY, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(COPY, 'node_modules'));
}

/** Breaks the copy, asks the tests and the checks, and mends it. */
function tryOut({ file, from, to }) {
  const path = join(COPY, file);
  const whole = readFileSync(path, 'utf8');
  if (!whole.includes(from)) throw new Error(`${file} no longer holds: ${from}`);
  writeFileSync(
    path,
    whole.replace(from, () => to),
  );
  try {
    return { tests: failingTests(), checks: failingChecks() };
  } finally {
    writeFileSync(path, whole);
  }
}

/** Files with a failing test, by folder: "micro (3 files)". */
function failingTests() {
  const report = join(COPY, 'report.json');
  rmSync(report, { force: true });
  spawnSync(
    join(ROOT, 'node_modules/.bin/vitest'),
    ['run', ...TESTS, '--reporter=json', `--outputFile=${report}`],
    { cwd: COPY, stdio: 'ignore' },
  );
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const counts = new Map();
  for (const { name, status } of testResults) {
    if (status !== 'failed') continue;
    const folder = dirname(name).slice(join(COPY, 'test/').length);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].map(([folder, n]) => (n > 1 ? `${folder} (${n} files)` : folder)).sort();
}

function failingChecks() {
  const { stdout } = spawnSync(
    process.execPath,
    [join(COPY, 'bin/winterflow.mjs'), 'verify', '--json', '--quiet'],
    { cwd: COPY, encoding: 'utf8' },
  );
  if (!stdout.startsWith('{')) return ['it stops'];
  const { checks } = JSON.parse(stdout);
  return checks.filter(({ holds }) => !holds).map(({ id }) => id);
}

function writePage(found) {
  const page = readFileSync(PAGE, 'utf8');
  const table = [
    '| broken | tests that fail | checks of `verify` that fail |',
    '|---|---|---|',
    ...found.map(
      ({ name, tests, checks }) =>
        `| ${name} | ${tests.join(', ') || '–'} | ${checks.join(', ') || '–'} |`,
    ),
  ].join('\n');
  const [before] = page.split(BEGIN);
  const after = page.split(END)[1];
  writeFileSync(PAGE, `${before}${BEGIN}\n${table}\n${END}${after}`);
}
