// web/export/pack-bars.ts: bars of a board pack: the waterfall of plans together and the tornado of
// drivers, as series that a native chart stacks or sets side by side.

import { type Outcome, type OutcomeKey, outcomeOf } from '../../sim/outcomes/keys.js';
import type { Waterfall } from '../../sim/outcomes/waterfall.js';
import { INK, SOFT, styleOf } from '../charts/palette.js';
import { type Driver, FROM_COLOUR, TO_COLOUR } from '../charts/tornado-card.js';
import type { PackBars } from './pack-slide.js';

type Values = (number | null)[];

/** Steps on an axis, at least. */
const STEPS_WANTED = 5;

/**
 * Bars that each begin where the one before ended: an unseen bar up to the lower end, and the change on
 * it. A bar through zero has a part on either side of it.
 */
export function waterfallBars(waterfall: Waterfall, alternative: string): PackBars {
  const { key, base, together, steps, interaction } = waterfall;
  const moves = [
    { label: 'Base', from: 0, to: base, series: 'whole' },
    ...steps.map(({ name, change }) => ({
      label: `${name} alone`,
      from: Number.NaN,
      to: change.mean ?? 0,
      series: 'alone',
    })),
    { label: 'Interaction', from: Number.NaN, to: interaction.mean ?? 0, series: 'interaction' },
    { label: 'All together', from: 0, to: together, series: 'whole' },
  ];
  let at = 0;
  const bars = moves.map(({ label, from, to, series }) => {
    // The length is the change itself, not what is left of it by adding and taking away.
    const start = Number.isNaN(from) ? at : from;
    const end = Number.isNaN(from) ? at + to : to;
    const bar = { label, series, from: start, to: end, size: Math.abs(to) };
    at = bar.to;
    return bar;
  });
  const unseen: Values = bars.map(({ from, to }) => {
    if (from * to <= 0) return 0;
    return to > 0 ? Math.min(from, to) : Math.max(from, to);
  });
  const seen = (wanted: string): Values =>
    bars.map(({ series, from, to, size }) => {
      if (series !== wanted) return null;
      return from * to < 0 ? Math.max(from, to) : size * (to + from < 0 ? -1 : 1);
    });
  const below: Values = bars.map(({ from, to }) => (from * to < 0 ? Math.min(from, to) : null));
  const ends = bars.flatMap(({ series, from, to }) => (series === 'whole' ? [to] : [from, to]));
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const room = Math.max((high - low) / 2, 1e-6);
  const least = low >= 0 && low - room <= 0 ? 0 : low - room;
  return {
    labels: bars.map(({ label }) => label),
    stacked: true,
    series: [
      { name: 'up to the bar', values: unseen, colour: null },
      { name: 'Base and all together', values: seen('whole'), colour: SOFT },
      { name: 'Plan alone', values: seen('alone'), colour: styleOf(1).colour },
      { name: 'Interaction', values: seen('interaction'), colour: INK },
      ...(below.some((value) => value !== null)
        ? [{ name: 'Below zero', values: below, colour: INK }]
        : []),
    ],
    axis: axisOf(least, high + room / 4, key),
    alternative,
  };
}

/** Two bars for each driver, from the scenario as it is to either end; widest first. */
export function driverBars(
  drivers: readonly Driver[],
  base: number,
  key: Outcome,
  alternative: string,
): PackBars {
  const values = [base, ...drivers.flatMap(({ atFrom, atTo }) => [atFrom, atTo])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((high - low) * 0.08, 1e-6);
  return {
    labels: drivers.map(({ name }) => name),
    stacked: false,
    series: [
      { name: 'at the low end', values: drivers.map(({ atFrom }) => atFrom), colour: FROM_COLOUR },
      { name: 'at the high end', values: drivers.map(({ atTo }) => atTo), colour: TO_COLOUR },
    ],
    axis: axisOf(low - room, high + room, key),
    crossesAt: base,
    alternative,
  };
}

/** An axis in whole steps of 1, 2 or 5 that holds both ends. */
function axisOf(low: number, high: number, key: Outcome): PackBars['axis'] {
  const { unit } = outcomeOf(key);
  const rough = (high - low) / STEPS_WANTED;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5].map((of) => of * power).findLast((of) => of <= rough) ?? power;
  const whole = (value: number) => Number((value * step).toPrecision(12));
  return {
    least: whole(Math.floor(low / step + 1e-9)),
    most: whole(Math.ceil(high / step - 1e-9)),
    step: Number(step.toPrecision(12)),
    format: formatOf(unit, step),
  };
}

function formatOf(unit: OutcomeKey['unit'], step: number): string {
  if (unit === 'share') return step < 0.01 ? '0.0%' : '0%';
  return step < 1 ? '#,##0.0' : '#,##0';
}
