// web/charts/beds-enough.ts: how many open beds would be enough, in words and tables: "630 beds would
// hold in 9 winters of 10".

import { CONFIDENCE } from '../../sim/outcomes/intervals.js';
import {
  bedsForChance,
  chanceEnough,
  DAY_SHARES,
  type DayShare,
  type SingleWinters,
} from '../../sim/outcomes/single-winters.js';
import { withCommas } from '../../sim/outcomes/words.js';
import { orderBounds } from '../../sim/questions/order-bounds.js';
import type { TableData } from './data-table.js';

/** Shares of winters that tables show; the one that headlines name. */
const CHANCES = [0.5, 0.75, 0.8, 0.9, 0.95, 1];
export const CHANCE_WANTED = 0.9;
export const DAY_SHARE_WANTED: DayShare = 0.95;

/** "on every day", "on 19 days of 20" */
export function dayShareText(share: DayShare): string {
  const texts: Record<DayShare, string> = {
    1: 'on every day',
    0.95: 'on 19 days of 20',
    0.9: 'on 9 days of 10',
    0.75: 'on 3 days of 4',
    0.5: 'on half of the days',
  };
  return texts[share];
}

/** Beds needed in each winter of a scenario, for a share of days. */
export function neededOf(singles: SingleWinters, share: DayShare): readonly number[] {
  return singles.bedsNeeded[DAY_SHARES.indexOf(share)] ?? [];
}

/** "in 9 winters of 10", or a percentage where tenths do not say it. */
export function winterShareText(chance: number): string {
  if (chance >= 1) return 'in every winter';
  if (chance <= 0) return 'in no winter';
  const tenths = chance * 10;
  const isWhole = Math.abs(tenths - Math.round(tenths)) < 1e-9;
  if (isWhole && Math.round(tenths) === 5) return 'in half of the winters';
  return isWhole
    ? `in ${Math.round(tenths)} ${Math.round(tenths) === 1 ? 'winter' : 'winters'} of 10`
    : `in ${percentText(chance)} % of winters`;
}

/** What the marker says of a scenario: "630 beds would hold in 9 winters of 10 (Base)." */
export function markerSentence(singles: SingleWinters, share: DayShare, beds: number): string {
  const chance = chanceEnough(neededOf(singles, share), beds);
  return `${bedsText(beds)} beds would hold ${winterShareText(chance)} (${singles.scenario}).`;
}

/** Message of the chart. */
export function bedsEnoughHeadline(all: readonly SingleWinters[], share: DayShare): string {
  const [base, ...plans] = all;
  const beds = (of: SingleWinters) => bedsForChance(neededOf(of, share), CHANCE_WANTED);
  const start =
    `${bedsText(beds(base))} open beds would keep occupancy at or under 92 % ` +
    `${dayShareText(share)} ${winterShareText(CHANCE_WANTED)}`;
  const fewest = plans.reduce<SingleWinters | null>(
    (least, plan) => (beds(plan) < beds(least ?? base) ? plan : least),
    null,
  );
  return fewest === null
    ? start
    : `${start}; with ${fewest.scenario} ${bedsText(beds(fewest))} would`;
}

/** The curve of one scenario in words. */
export function bedsEnoughSentence(singles: SingleWinters, share: DayShare): string {
  const needed = neededOf(singles, share);
  const beds = (chance: number) => bedsText(bedsForChance(needed, chance));
  return (
    `${singles.scenario}: ${dayShareText(share)}, ${beds(0.5)} beds are enough in half of the ` +
    `winters, ${beds(CHANCE_WANTED)} in 9 of 10 and ${beds(1)} in all ${needed.length}. ` +
    surenessSentence(needed)
  );
}

/** How well the number for 9 winters in 10 is known: exact bounds of a quantile. */
function surenessSentence(needed: readonly number[]): string {
  const rising = [...needed].sort((a, b) => a - b);
  const { least, surely } = orderBounds(rising.length, CHANCE_WANTED, CONFIDENCE);
  const from = rising[Math.max(0, least - 1)];
  const to = rising[surely - 1];
  const start = `With so many winters the number for 9 in 10 is known`;
  return to === undefined
    ? `${start} only to be ${bedsText(from)} or more.`
    : `${start} to be between ${bedsText(from)} and ${bedsText(to)} (95 % interval).`;
}

/** Beds by share of winters, for each scenario. */
export function bedsEnoughTable(all: readonly SingleWinters[], share: DayShare): TableData {
  return {
    caption: `Fewest open beds for occupancy at or under 92 % ${dayShareText(share)}`,
    rowHeader: 'Share of winters',
    groups: [{ name: 'Open beds needed', columns: all.map(({ scenario }) => scenario) }],
    rows: CHANCES.map((chance) => ({
      header: `${percentText(chance)} %`,
      cells: all.map((singles) => bedsText(bedsForChance(neededOf(singles, share), chance))),
    })),
  };
}

/** Lowest and highest number of beds that any winter needs. */
export function bedsRange(all: readonly SingleWinters[], share: DayShare): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const singles of all) {
    for (const beds of neededOf(singles, share)) {
      if (!Number.isFinite(beds)) continue;
      least = Math.min(least, beds);
      most = Math.max(most, beds);
    }
  }
  return least > most ? [0, 1] : [least, most];
}

/** The winters for which so many beds are enough, at each number of beds that a winter needs. */
export function stepsOf(needed: readonly number[]): [beds: number, winters: number][] {
  const counts = new Map<number, number>();
  for (const beds of needed) {
    if (Number.isFinite(beds)) counts.set(beds, (counts.get(beds) ?? 0) + 1);
  }
  let winters = 0;
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([beds, more]) => {
      winters += more;
      return [beds, winters];
    });
}

export function bedsText(beds: number): string {
  return Number.isFinite(beds) ? withCommas(beds, 0) : '–';
}

function percentText(share: number): string {
  return String(Number((share * 100).toFixed(1)));
}
