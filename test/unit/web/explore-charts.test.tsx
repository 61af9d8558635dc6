// test/unit/web/explore-charts.test.tsx: charts of Explore at the edges: nothing undefined gets into a
// picture, and its words are those of its numbers.

import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { withinOutcome } from '../../../sim/outcomes/department-time.js';
import { difference } from '../../../sim/outcomes/intervals.js';
import { DEPARTMENT_HOURS } from '../../../sim/outcomes/keys-time-in-department.js';
import { summarise } from '../../../sim/outcomes/summary.js';
import { waterfallOf } from '../../../sim/outcomes/waterfall.js';
import { regretOfRuns } from '../../../sim/questions/regret-of-runs.js';
import type { Batch } from '../../../web/charts/batch.js';
import type { Draw } from '../../../web/charts/chart-card.js';
import { FlowCard } from '../../../web/charts/flow-card.js';
import { PrecisionCard, standings } from '../../../web/charts/precision-card.js';
import { RegretCard } from '../../../web/charts/regret-card.js';
import {
  departmentCurves,
  TimeInDepartmentCard,
  timeHeadline,
  timeSentence,
} from '../../../web/charts/time-in-department-card.js';
import { bySwing, TornadoCard } from '../../../web/charts/tornado-card.js';
import { WaitsCard } from '../../../web/charts/waits-card.js';
import { WaterfallCard } from '../../../web/charts/waterfall-card.js';
import { measured, PROVENANCE, runsOf } from '../outcomes/summary-of.js';
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

/** Shares that have left by each hour, the same in each winter. */
function timedBatch(shares: readonly number[]): Batch {
  const runs = NAMES.map((name, s) =>
    runsOf(
      name,
      [0, 1, 2].map(() =>
        measured(
          Object.fromEntries(
            DEPARTMENT_HOURS.map((hours, i) => [withinOutcome(hours), shares[i] + s * 0.01]),
          ),
        ),
      ),
    ),
  );
  return { ...batch, summary: summarise(runs, PROVENANCE) };
}
const timed = timedBatch([0.1, 0.4, 0.6, 0.8, 0.82, 0.88, 0.93, 0.95, 0.98, 0.985, 0.99]);
const crowded = timedBatch([0.1, 0.2, 0.3, 0.4, 0.42, 0.45, 0.48, 0.49, 0.49, 0.49, 0.49]);

const canvasOf =
  (width: number) =>
  ({ draw }: { draw: Draw }): VNode =>
    draw(width);

describe.each([1160, 300])('charts of %d px', (width) => {
  const Canvas = canvasOf(width);
  const source = 'a test';
  const cards: Record<string, VNode | null> = {
    'time in department': <TimeInDepartmentCard batch={timed} Canvas={Canvas} />,
    'time in department, most beyond 12 hours': (
      <TimeInDepartmentCard batch={crowded} Canvas={Canvas} />
    ),
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

describe('the time in A&E', () => {
  it('is told with the numbers of the curve, half of patients between two marks', () => {
    const curves = departmentCurves(timed);
    expect(timeHeadline(curves)).toBe(
      'In the middle winter 80.0 % of patients have left A&E within 4 hours; 2.0 % are still there after 12',
    );
    expect(timeSentence(curves[0])).toBe(
      'Base: half of patients have left after about 2.5 hours, 80.0 % within 4 hours and 98.0 % within 12.',
    );
    expect(timeSentence(departmentCurves(crowded)[0])).toContain(
      'after more than 24 hours, 40.0 %',
    );
  });

  it('has an axis to 12 hours where nearly all have left by then, else to 24', () => {
    const drawn = (of: Batch) =>
      renderToStaticMarkup(<TimeInDepartmentCard batch={of} Canvas={canvasOf(800)} />);
    expect(drawn(timed)).toContain('>12</text>');
    expect(drawn(timed)).not.toContain('>24</text>');
    expect(drawn(crowded)).toContain('>24</text>');
  });

  it('is left out of results that were made before it was counted', () => {
    expect(
      renderToStaticMarkup(<TimeInDepartmentCard batch={batch} Canvas={canvasOf(800)} />),
    ).toBe('');
  });
});
