// tools/kills.mjs: `npm run kills`: ends batches with kill -9 at random instants, also while they resume
// or write results, and compares what comes out in the end with a batch that nobody disturbed.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const COMMAND = fileURLToPath(new URL('../bin/winterflow.mjs', import.meta.url));
const COMPARED = [
  'summary.json',
  'outcomes.csv',
  'daily.csv',
  'single-winters.csv',
  'planning.csv',
  'report.html',
];
const SCENARIO = `winterflow: 1
name: Short
system: lister-2017-18
changes: { period: { firstDay: '2017-10-01', lastDay: '2017-10-03', leadInDays: 2 } }
`;
const END_GRACE = 0.25; // kills fall up to so much later than an undisturbed batch would end
const SPREAD = 2; // of the mean distance of kills that are to fall evenly over the winters of a batch

/**
 * Kills and resumes batches until there were enough of both.
 * @param spread whether kills come so soon after each start that they fall evenly over the winters of a
 *   batch; else anywhere in what is left of it, and so mostly while results are written
 * @returns how many kills fell before the first line, between lines, and after the last; and the files
 *   that differed (none, if all is well)
 */
export async function runKills({
  kills,
  batches,
  replications,
  spread = false,
  onBatch = () => undefined,
}) {
  const folder = mkdtempSync(join(tmpdir(), 'winterflow-kills-'));
  const counts = { kills: 0, batches: 0, beforeFirst: 0, between: 0, afterLast: 0, differing: [] };
  try {
    const scenario = join(folder, 'short.yaml');
    writeFileSync(scenario, SCENARIO);
    const perBatch = Math.ceil(kills / batches);
    const batchOf = (count, seed, out) => {
      const asked = `--replications ${count} --workers 2 --quiet`.split(' ');
      return [COMMAND, 'run', scenario, '--seed', `kills ${seed}`, ...asked, '--out', out];
    };
    const starting = spread ? await timeOf(batchOf(1, 'start', join(folder, 'one'))) : 0;
    let seed = 0;
    while (counts.kills < kills || counts.batches < batches) {
      const args = (out) => batchOf(replications, seed, out);
      const whole = join(folder, `whole-${seed}`);
      const broken = join(folder, `broken-${seed}`);
      let milliseconds = await timeOf(args(whole));
      const apart = starting + (SPREAD * Math.max(0, milliseconds - starting)) / perBatch;
      for (let k = 0; k < perBatch && counts.kills < kills; ) {
        const runAt = performance.now();
        const within = spread ? apart : milliseconds * (1 + END_GRACE);
        const ended = await end(args(broken), Math.random() * within);
        if (ended.signal !== 'SIGKILL') {
          if (ended.code !== 0) throw new Error(`A batch ended with ${ended.code}: ${ended.err}`);
          milliseconds = performance.now() - runAt; // with fewer winters to do it is faster
          continue;
        }
        k++;
        counts.kills++;
        const lines = linesIn(broken);
        if (lines === 0) counts.beforeFirst++;
        else if (lines < replications) counts.between++;
        else counts.afterLast++;
      }
      const last = await end(args(broken), null);
      if (last.code !== 0) throw new Error(`A resumed batch ended with ${last.code}: ${last.err}`);
      for (const name of COMPARED) {
        const [one, other] = [whole, broken].map((out) => readFileSync(join(out, name)));
        if (!one.equals(other)) counts.differing.push(`batch ${seed}: ${name}`);
      }
      counts.batches++;
      rmSync(whole, { recursive: true });
      rmSync(broken, { recursive: true });
      onBatch(counts);
      seed++;
    }
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Milliseconds that a batch takes which nobody disturbs. */
async function timeOf(args) {
  const startedAt = performance.now();
  const { code, err } = await end(args, null);
  if (code !== 0) throw new Error(`An undisturbed batch ended with ${code}: ${err}`);
  return performance.now() - startedAt;
}

function linesIn(out) {
  const journal = join(out, 'journal.jsonl');
  return existsSync(journal) ? readFileSync(journal, 'latin1').split('\n').length - 1 : 0;
}

/** Runs Node to its end, or kills it after a time. */
function end(args, killAfterMilliseconds) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let err = '';
    child.stderr.on('data', (text) => {
      err += text;
    });
    const timer =
      killAfterMilliseconds === null
        ? undefined
        : setTimeout(() => child.kill('SIGKILL'), killAfterMilliseconds);
    child.on('error', failed);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done({ code, signal, err });
    });
  });
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      kills: { type: 'string', default: '1000' },
      batches: { type: 'string', default: '50' },
      replications: { type: 'string', default: '12' },
      spread: { type: 'boolean', default: false },
    },
  });
  const [kills, batches, replications] = ['kills', 'batches', 'replications'].map((name) => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < 1) throw new RangeError(`--${name} is a whole number.`);
    return value;
  });
  const counts = await runKills({
    kills,
    batches,
    replications,
    spread: values.spread,
    onBatch: (so) =>
      process.stderr.write(
        `${so.batches} batches, ${so.kills} kills, ${so.differing.length} files differ\n`,
      ),
  });
  process.stdout.write(
    `${counts.kills} kills over ${counts.batches} batches: ${counts.beforeFirst} before the first ` +
      `winter was kept, ${counts.between} between winters, ${counts.afterLast} after the last (while ` +
      `results were written); ${counts.differing.length} files differ from an undisturbed batch.\n`,
  );
  for (const name of counts.differing) process.stdout.write(`${name}\n`);
  process.exitCode = counts.differing.length > 0 ? 1 : 0;
}
