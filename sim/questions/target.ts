// sim/questions/target.ts: targets as people write them: "occupancy0800ShareMean<=92%".

import { OUTCOMES, type Outcome, type OutcomeKey } from '../outcomes/keys.js';

/** A limit for an outcome. */
export interface Limit {
  key: Outcome;
  outcome: OutcomeKey;
  atMost?: number;
  atLeast?: number;
  text: string;
}

/**
 * Reads a target. "%" means hundredths for a share, and hundredths of the reported days for days:
 * "daysOver92Count<=5%" is on 95 % of days.
 * @param days reported days of the scenario
 * @throws RangeError with what is allowed
 */
export function parseTarget(text: string, days: number): Limit {
  const [, name = '', sign = '', number = '', percent = ''] =
    /^\s*([A-Za-z0-9]+)\s*(<=|>=|≤|≥)\s*(-?[0-9.]+)\s*(%?)\s*$/.exec(text) ?? [];
  const value = Number(number);
  if (name === '' || number === '' || Number.isNaN(value)) {
    throw new RangeError('allowed: OUTCOME<=VALUE or >=, for example occupancy0800ShareMean<=92%.');
  }
  const outcome = OUTCOMES.find(({ key }) => key === name);
  if (outcome === undefined) throw new RangeError(`there is no outcome "${name}".`);
  const limit = limitOf(outcome, value, percent !== '', days);
  const words = `${outcome.label} ${sign.startsWith('<') || sign === '≤' ? 'at most' : 'at least'}`;
  const shown = `${words} ${number}${percent === '' ? '' : ' %'}`;
  const of = percent !== '' && outcome.unit === 'days' ? ` of ${days} days` : '';
  const side = words.endsWith('most') ? { atMost: limit } : { atLeast: limit };
  return { key: outcome.key, outcome, ...side, text: `${shown}${of}` };
}

/**
 * Refuses a size of a share that must have been meant in per cent.
 * @param ways how it can be written
 * @throws RangeError with them
 */
export function refusePercent(
  { unit, key }: Pick<OutcomeKey, 'unit' | 'key'>,
  value: number,
  ways = `${value}% or ${value / 100}`,
): void {
  if (unit !== 'share' || Math.abs(value) <= 1) return;
  throw new RangeError(`${key} is a share from 0 to 1; write ${ways}.`);
}

function limitOf(
  { unit, key }: Pick<OutcomeKey, 'unit' | 'key'>,
  value: number,
  isPercent: boolean,
  days: number,
): number {
  if (!isPercent) refusePercent({ unit, key }, value);
  if (!isPercent) return value;
  if (unit === 'share') return value / 100;
  const isCount = unit === 'days' && !key.endsWith('MeanDays'); // a mean stay is no share of the winter
  if (isCount) return (value / 100) * days;
  throw new RangeError(`${key} is in ${unit}; % goes with shares and counts of days.`);
}
