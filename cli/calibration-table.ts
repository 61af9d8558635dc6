// cli/calibration-table.ts: a fit on the terminal: targets with what is simulated, and the numbers.

import type { Calibration, TargetMet } from '../sim/calibration/calibrate.js';
import type { FittedNumber } from '../sim/calibration/fitted-number.js';
import { textTable } from './text-table.js';

/** Both tables, with a sentence on whether every target is met. */
export function fitTable(
  org: string,
  { targets, numbers, looks, isMet }: Calibration,
  columns: number,
): string {
  const met = isMet ? 'every target is met' : 'not every target is met';
  const fitted = targets.map((target) => [
    target.words,
    figureText(target, target.target),
    figureText(target, target.simulated),
    figureText(target, target.residual),
    target.isMet ? 'met' : `missed, allowed ${figureText(target, target.tolerance)}`,
  ]);
  const found = numbers.map((number) => [
    number.path,
    String(number.value),
    intervalOf(number),
    number.confidence,
    number.basis,
  ]);
  return [
    `${org}: ${met} after ${looks} systems tried`,
    ...textTable([['target', 'observed', 'simulated', 'difference', ''], ...fitted], columns),
    '',
    ...textTable([['number', 'value', '95 % interval', '', 'fitted to'], ...found], columns),
    '',
  ].join('\n');
}

function figureText({ unit }: TargetMet, value: number): string {
  return unit === 'share' ? `${(100 * value).toFixed(1)} %` : value.toFixed(1);
}

function intervalOf({ low, high }: FittedNumber): string {
  return low === null || high === null ? '' : `${low} to ${high}`;
}
