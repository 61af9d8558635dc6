// cli/drivers-table.ts: what drives an outcome, as a table: tornado, ranks, shares.

import { OUTCOMES, type Outcome } from '../sim/outcomes/keys.js';
import type { VarianceShare } from '../sim/questions/sensitivity.js';
import { terminalColumns, textTable } from './text-table.js';

/** How much a factor does: from one end of its range to the other, over the range, and as a share. */
export interface Driver {
  factor: string;
  atFrom: number;
  atTo: number;
  swing: { mean: number | null; low95: number | null; high95: number | null };
  rank: number;
  share: VarianceShare;
}

const BAR = 20;
const NOTHING = '–';

/** The table of a sensitivity analysis; – where an outcome that never varies leaves nothing to share. */
export function driversTable(
  drivers: readonly Driver[],
  noise: VarianceShare,
  key: Outcome,
): string {
  const outcome = OUTCOMES.find((known) => known.key === key);
  const factor = outcome?.unit === 'share' ? 100 : 1;
  const number = (value: number | null) =>
    String(Number(((value ?? Number.NaN) * factor).toPrecision(3)));
  const percent = (value: number) =>
    Number.isNaN(value) ? NOTHING : `${Math.round(100 * value)} %`;
  const widest = Math.max(...drivers.map(({ swing }) => Math.abs(swing.mean ?? 0)));
  const rows = drivers.map(({ factor: name, atFrom, atTo, swing, rank, share }) => [
    name,
    `${number(atFrom)} to ${number(atTo)}`,
    `${number(swing.mean)} (${number(swing.low95)} to ${number(swing.high95)})`,
    '█'.repeat(Math.round((BAR * Math.abs(swing.mean ?? 0)) / (widest || 1))),
    Number.isNaN(rank) ? NOTHING : rank.toFixed(2),
    percent(share.first),
    percent(share.total),
  ]);
  const noiseRow = [
    '(the winter itself: run noise)',
    '',
    '',
    '',
    '',
    percent(noise.first),
    percent(noise.total),
  ];
  const header = ['What varies', 'from, to', 'swing (95 %)', '', 'rank', 'alone', 'in all'];
  const title = `${outcome?.label ?? key}: what drives it${outcome?.unit === 'share' ? ', in %' : ''}`;
  return `${[title, '', ...textTable([header, ...rows, noiseRow], terminalColumns())].join('\n')}\n`;
}
