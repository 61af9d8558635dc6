// sim/calibration/long-stay-returns.ts: beds with long stays as trusts return them: what cannot be a count
// of all such patients is left out by rule, and said.

import { type BedDay, median } from './defects.js';

type Series = 'over7' | 'over21';

const WORDS: Record<Series, string> = { over7: 'over 7 days', over21: 'over 21 days' };
/** Who stays long changes slowly: a day farther from the winter's median is another way to count. */
const AWAY_MOST: Record<Series, number> = { over7: 0.25, over21: 0.5 }; // of the median
const REPORTED_LEAST = 2 / 3; // of the days with beds
const ODD_MOST = 1 / 3; // of the days reported
const SHARE_LEAST: Record<Series, number> = { over7: 0.1, over21: 0.02 }; // of occupied beds

/**
 * The days of one winter with long stays (NaN where unknown) as far as they can be used. Single odd days
 * lose theirs; a winter loses all where too few days have them, too many are odd, or so few beds that not
 * all patients can have been counted. Limits are our own: in NHS England's daily situation reports of 2017-18
 * and 2019-20 (scenarios/data/trusts) the share of a trust moves by 6 % (over 7 days) and 10 % (over 21) of itself
 * between days of a winter at the median, and lies between 35 and 60 %, and 10 and 27 %, at 9 trusts in 10.
 */
export function usableLongStays(days: readonly BedDay[]): { days: BedDay[]; notes: string[] } {
  const notes: string[] = [];
  let kept = [...days];
  for (const series of ['over7', 'over21'] as const) {
    const { isOut, note } = oddDays(kept, series);
    if (note !== null) notes.push(note);
    kept = kept.map((day, i) => (isOut[i] ? { ...day, [series]: Number.NaN } : day));
  }
  return { days: kept, notes };
}

function oddDays(
  days: readonly BedDay[],
  series: Series,
): { isOut: boolean[]; note: string | null } {
  const shares = days.map((day) => day[series] / day.occupied);
  const known = shares.filter((share) => !Number.isNaN(share));
  const beds = `beds with stays ${WORDS[series]}`;
  const all = days.map(() => true);
  if (known.length === 0) return { isOut: all, note: null };
  const typical = median(known);
  const isOdd = (share: number) => Math.abs(share - typical) > AWAY_MOST[series] * typical;
  const odd = known.filter(isOdd).length;
  const unused = (why: string) => ({ isOut: all, note: `${beds} are not used: ${why}` });
  if (known.length < REPORTED_LEAST * days.length) {
    return unused(`only ${known.length} of ${days.length} days have them`);
  }
  if (typical < SHARE_LEAST[series]) {
    return unused(`they are ${(100 * typical).toFixed(1)} % of those occupied`);
  }
  if (odd > ODD_MOST * known.length) {
    return unused(`${odd} of ${known.length} days lie far from the median`);
  }
  const words = `${odd === 1 ? 'day' : 'days'} far from the median`;
  const note = odd === 0 ? null : `${beds} of ${odd} ${words} were left out`;
  return { isOut: shares.map(isOdd), note };
}
