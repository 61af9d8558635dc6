// cli/solution-text.ts: what `winterflow solve` answers, in words.

import type { Point, Solution } from '../sim/questions/solve.js';
import type { Limit } from '../sim/questions/target.js';
import type { Factor } from '../sim/questions/vary.js';

/** What was asked. */
export interface Asked {
  factor: Factor;
  limit: Limit;
  /** Whether higher values help; null when they make no difference. */
  moreHelps: boolean | null;
  /** Whether the winters suffice to be sure of it. */
  isSure: boolean;
  values: readonly number[];
  simulated: number;
  /** What a grid of all values would have taken. */
  gridWinters: number;
  chance?: number;
}

/** The answer in words, with the curve that was seen. */
export function solutionText(
  { value, low, high, feasible, holdsAtOnce, curve }: Solution,
  asked: Asked,
): string {
  const { factor, limit, moreHelps, isSure, values, simulated, gridWinters, chance } = asked;
  const when =
    chance === undefined
      ? 'in the mean of winters'
      : `in ${Math.round(chance * 1000) / 10} % of winters`;
  const ends = {
    yes: '',
    no: ' It holds at no value that was asked about.',
    uncertain: ' Whether it holds within these values is uncertain.',
  };
  const from = low === null ? 'beyond' : low;
  const interval = `95 % interval ${from} to ${high === null ? 'beyond' : high}`;
  const range = `${values[0]} to ${values[values.length - 1]}`;
  const found =
    value === null
      ? `No ${factor.name} that was tried is enough`
      : `${moreHelps ? 'Smallest' : 'Largest'} ${factor.name}: ${value} (${interval})`;
  const [answer, notes] =
    moreHelps === null
      ? [
          `${factor.name} from ${range} makes no difference: the target ${holdsAtOnce ? 'holds' : 'does not hold'} at both ends`,
          [],
        ]
      : [
          found,
          [
            ...(holdsAtOnce ? [`It holds at ${value} already, where the least is changed.`] : []),
            ...(isSure
              ? []
              : ['Which way helps is uncertain: both ends differ by no more than chance.']),
          ],
        ];
  const lines = [
    `${answer}, for: ${limit.text}, ${when}.${moreHelps === null ? '' : ends[feasible]}`,
    ...notes,
    '',
    ...curve.map((point) => `  ${String(point.value).padStart(8)}  ${pointText(point, limit)}`),
    '',
    `It took ${simulated} winters; a grid of all values would have taken ${gridWinters}.`,
  ];
  return `${lines.join('\n')}\n`;
}

/** What was seen at one value, on one line. */
export function pointText(
  { mean, low95, high95, metShare, winters, holds }: Point,
  { outcome }: Limit,
): string {
  const factor = outcome.unit === 'share' ? 100 : 1;
  const [m, l, h] = [mean, low95, high95].map((value) => Number((value * factor).toPrecision(4)));
  const unit = outcome.unit === 'share' ? ' %' : '';
  return `mean ${m}${unit} (${l} to ${h}), met in ${Math.round(metShare * 100)} % of ${winters} winters${holds ? ': holds' : ''}`;
}
