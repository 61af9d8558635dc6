// tools/trusts.mjs: `npm run trusts`: builds, fits every trust of scenarios/data/trusts and puts the
// table into the library. It goes on where it was stopped.

import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const data = (name) => at(`scenarios/data/trusts/${name}.csv`);

await build();
const { main } = await import('../dist/main.js');
mkdirSync(at('.fits'), { recursive: true });
const words = ['trusts', data('sitrep_daily_2017_18'), data('ae_monthly_type1_2016_18')];
const options = ['--names', data('organisations'), '--out', at('.fits/trusts'), '--resume'];
const code = await main([...words, ...options, ...process.argv.slice(2)]);
if (code === 0) copyFileSync(at('.fits/trusts/trusts.csv'), at('scenarios/trusts/trusts.csv'));
process.exitCode = code;
