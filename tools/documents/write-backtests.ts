// tools/documents/write-backtests.ts: runs both back-tests and writes docs/backtests.md. It goes on where
// it was stopped; more options of the command may follow, such as --org RWH.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { main } from '../../cli/main.js';
import { backtestsDocument, type Results } from './backtests.js';

// This runs from one folder below the root, as everything that is built.
const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
const YEARS = ['2015_16', '2016_17', '2017_18', '2019_20'];
const TARGETS = ['2017-18', '2019-20'];

const asked = process.argv.slice(2);
const files = [
  ...YEARS.map((year) => at(`scenarios/data/trusts/sitrep_daily_${year}.csv`)),
  at('scenarios/data/trusts/ae_monthly_type1_2016_18.csv'),
];
mkdirSync(at('.fits'), { recursive: true });
const results: Results[] = [];
for (const target of TARGETS) {
  const out = at(`.fits/backtest-${target}`);
  const which = asked.includes('--org') ? asked : ['--all', ...asked];
  const words = ['backtest', ...files, '--target', target, '--out', out, '--resume', ...which];
  const code = await main(words);
  if (code !== 0) process.exit(code);
  const { summaries, leftOut } = JSON.parse(readFileSync(`${out}/summary.json`, 'utf8'));
  const rows = readFileSync(`${out}/backtest.csv`, 'utf8');
  results.push({ summaries, leftOut, rows });
}
writeFileSync(at('docs/backtests.md'), backtestsDocument(results));
