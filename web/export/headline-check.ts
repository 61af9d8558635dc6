// web/export/headline-check.ts: whether a headline that somebody wrote agrees with the results: every
// number in it must be theirs.

import type { Summary } from '../../sim/outcomes/summary.js';
import { numbersNotOf } from '../../sim/outcomes/true-words.js';
import { listText } from '../charts/chart-words.js';
import type { PackSlide, SlideId } from './pack-slide.js';

/** Slides whose numbers are all outcomes; the others show more, which their headlines may state. */
const OF_OUTCOMES: readonly SlideId[] = [
  'message',
  'occupancy',
  'four-hour',
  'delays',
  'differences',
];
const NUMBERS = /\d[\d,]*(?:\.\d+)?/g;

/**
 * What is wrong with a headline: the numbers that the results do not hold. Null when nothing is.
 * @param days of the winter, which a sentence may name
 * @param alsoTrue texts made from the numbers, such as the automatic headline, whose own may be stated
 */
export function headlineProblem(
  own: string,
  summary: Summary,
  days: number,
  alsoTrue = '',
): string | null {
  const stated = new Set((alsoTrue.match(NUMBERS) ?? []).map(bare));
  const strange = numbersNotOf(own, summary, days).filter((number) => !stated.has(bare(number)));
  if (strange.length === 0) return null;
  const numbers = strange.length === 1 ? 'this number' : 'these numbers';
  return `The results do not hold ${numbers}: ${listText(strange)}.`;
}

/** The same for a slide of a pack, whose own words and numbers may be stated too. */
export function slideProblem(
  slide: PackSlide,
  own: string,
  summary: Summary,
  days: number,
): string | null {
  const { id, headline, subtitle, points = [], table, chart } = slide;
  const shown = OF_OUTCOMES.includes(id)
    ? []
    : [subtitle, ...points, ...(table?.rows.flat() ?? []), chart?.alternative ?? ''];
  return headlineProblem(own, summary, days, [headline, ...shown].join(' '));
}

/** "1,200" and "1200" are one number. */
function bare(number: string): string {
  return String(Number(number.replaceAll(',', '')));
}
