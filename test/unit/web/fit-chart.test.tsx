// test/unit/web/fit-chart.test.tsx: the chart of a fit and of a winter in its fan.

import { renderToStaticMarkup } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { FanChart } from '../../../web/charts/fan-chart.js';
import { FitChart } from '../../../web/charts/fit-chart.js';
import { fanOf } from './fans.js';

describe('the chart of a fit', () => {
  const line = { words: 'beds occupied', observed: '558.0', simulated: '551.0' };
  const drawn = (miss: number) =>
    renderToStaticMarkup(<FitChart lines={[{ ...line, miss }]} width={700} label="Fit" />);

  it('marks what is missed, and says both values', () => {
    expect(drawn(0.5)).toContain('beds occupied: observed 558.0, simulated 551.0<');
    expect(drawn(-2.5)).toContain('(missed)');
    expect(drawn(-2.5)).toContain('data-miss="-2.5"');
  });

  it('keeps what is far off inside its frame, and draws nothing of nothing', () => {
    const ends = [...drawn(40).matchAll(/cx="([\d.]+)"/g)].map(([, x]) => Number(x));
    expect(ends).toEqual([684]);
    const empty = renderToStaticMarkup(<FitChart lines={[]} width={700} label="Fit" />);
    expect(empty).toContain('There are no values to show.');
  });
});

it('a fan has the line of what was seen, with gaps where days are missing', () => {
  const fan = fanOf('A', 'occupancy0800Share', [0.9, 0.91, 0.92, 0.93, 0.94]);
  const [one, two, , four] = fan.dates;
  const observed = [one, two, four].map((date) => ({ date, value: 0.9 }));
  const svg = renderToStaticMarkup(
    <FanChart
      fan={fan}
      position={1}
      observed={observed}
      title=""
      note=""
      label="Fan"
      days={[0, 1]}
      domain={[0.8, 1]}
      references={[]}
      bankHolidays={[]}
      size={{ width: 700, height: 200 }}
    />,
  );
  const seen = svg.slice(svg.indexOf('data-series="observed"'));
  expect(seen.match(/<path/g)?.length).toBeGreaterThanOrEqual(1);
  expect(seen.match(/<circle/g)).toHaveLength(1);
});
