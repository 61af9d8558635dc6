// test/unit/web/explore-charts.test.tsx: charts of Explore at the edges: nothing undefined gets into a
// picture, and its words are those of its numbers.

import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { difference } from '../../../sim/outcomes/intervals.js';
import { waterfallOf } from '../../../sim/outcomes/waterfall.js';
import { regretOfRuns } from '../../../sim/questions/regret-of-runs.js';
import type { Draw } from '../../../web/charts/chart-card.js';
import { FlowCard } from '../../../web/charts/flow-card.js';
import { PrecisionCard, standings } from '../../../web/charts/precision-card.js';
import { RegretCard } from '../../../web/charts/regret-card.js';
import { bySwing, TornadoCard } from '../../../web/charts/tornado-card.js';
import { WaitsCard } from '../../../web/charts/waits-card.js';
import { WaterfallCard } from '../../../web/charts/waterfall-card.js';
import { measured, runsOf } from '../outcomes/summary-of.js';
import { batchOf } from './fans.js';

const NAMES = ['Base', 'Discharge to Assess'];
const batch = batchOf(NAMES, [0.95, 0.97, 0.93]);
const runs = (name: string, days: number[]) =>
  runsOf(
    name,
    days.map((daysOver92Count) => measured({ daysOver92Count })),
  );
const swing = (low: number[], high: number[]) =>
  difference(Float64Array.from(high), Float64Array.from(low), 'lower');

const canvasOf =
  (width: number) =>
  ({ draw }: { draw: Draw }): VNode =>
    draw(width);

describe.each([1160, 300])('charts of %d px', (width) => {
  const Canvas = canvasOf(width);
  const source = 'a test';
  const cards: Record<string, VNode | null> = {
    waits: <WaitsCard batch={batch} Canvas={Canvas} />,
    'flow that is not known': <FlowCard batch={batch} Canvas={Canvas} position={1} />,
    precision: <PrecisionCard batch={batch} Canvas={Canvas} outcome="daysOver92Count" wanted={1} />,
    'precision of one winter': (
      <PrecisionCard
        batch={batchOf(NAMES, [0.95], 1)}
        Canvas={Canvas}
        outcome="daysOver92Count"
        wanted={1}
      />
    ),
    waterfall: (
      <WaterfallCard
        waterfall={waterfallOf(
          {
            base: runs('Base', [100, 110]),
            alone: [runs('A', [90, 101]), runs('B', [100, 110])],
            together: runs('A + B', [88, 98]),
          },
          'daysOver92Count',
        )}
        positions={[1, 2]}
        replications={2}
        source={source}
        Canvas={Canvas}
      />
    ),
    tornado: (
      <TornadoCard
        scenario="Base"
        outcome="daysOver92Count"
        drivers={[
          {
            name: 'Beds',
            from: 'less',
            to: 'more',
            atFrom: 120,
            atTo: 80,
            swing: swing([120, 121], [80, 82]),
          },
          {
            name: 'Nothing',
            from: 'less',
            to: 'more',
            atFrom: 100,
            atTo: 100,
            swing: swing([1, 1], [1, 1]),
          },
        ]}
        base={100}
        replications={2}
        source={source}
        Canvas={Canvas}
      />
    ),
    regret: regretCard(Canvas, source),
  };

  it.each(Object.keys(cards))('have only numbers in them: %s', (name) => {
    const svg = renderToStaticMarkup(cards[name] as VNode);
    expect(svg.match(/NaN|Infinity|null|="[^" ]*undefined/g) ?? []).toEqual([]);
  });
});

function regretCard(Canvas: ReturnType<typeof canvasOf>, source: string): VNode | null {
  const regret = regretOfRuns(
    [
      { winter: 'mild', runs: [runs('Base', [50, 52]), runs('A', [40, 42])] },
      { winter: 'severe', runs: [runs('Base', [90, 92]), runs('A', [95, 97])] },
    ],
    'daysOver92Count',
  );
  return regret && <RegretCard regret={regret} source={source} Canvas={Canvas} />;
}

it('the widest swing of a tornado stands first, whatever its sign', () => {
  const driver = (name: string, to: number) => ({
    name,
    from: '',
    to: '',
    atFrom: 0,
    atTo: to,
    swing: swing([0, 0], [to, to]),
  });
  const order = bySwing([driver('a', 3), driver('b', -9), driver('c', 5)]);
  expect(order.map(({ name }) => name)).toEqual(['b', 'c', 'a']);
});

it('a half-width that is there already needs no more winters than there are', () => {
  const [base] = standings(batch, 'daysOver92Count', 100);
  expect(base.needed).toBe(2);
  expect(base.now).toBeGreaterThan(0);
});
