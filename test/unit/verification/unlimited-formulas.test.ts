// test/unit/verification/unlimited-formulas.test.ts: beds without limit, against printed figures.

import { describe, expect, it } from 'vitest';
import { erlangB } from '../../../sim/verification/formulas.js';
import { loadsOf, SCENARIOS } from '../../../sim/verification/stroke-units-paper.js';
import {
  afterStep,
  bedsElapsedAtLeast,
  exponentialWave,
  fixedWave,
  lognormalOf,
  poissonAtMost,
  poissonQuantile,
  staysAtLeast,
} from '../../../sim/verification/unlimited-formulas.js';
import { expectPrinted } from './printed.js';

describe('a Poisson census of 460 (V11)', () => {
  it('has the printed quantiles and chance of 500 or more', () => {
    expect(poissonQuantile(0.95, 460)).toBe(496);
    expect(poissonQuantile(0.99, 460)).toBe(511);
    expectPrinted(1 - poissonAtMost(499, 460), '.034083');
    expectPrinted(Math.sqrt(460), '21.4476');
  });

  it('by hand: of mean 1, at most 1 with chance 2/e', () => {
    expect(poissonAtMost(1, 1)).toBeCloseTo(2 / Math.E, 12);
  });
});

describe('waves of demand', () => {
  it('follow a year, a week and a day as printed (V12)', () => {
    const year = exponentialWave(0.1, 365.25, 5);
    expectPrinted(year.amplitudeShare, '.099632');
    expectPrinted(year.lag, '4.987724');
    expectPrinted(500 * (1 + year.amplitudeShare), '549.816');
    const week = exponentialWave(0.25, 7, 5);
    expectPrinted(week.amplitudeShare, '.054371');
    expectPrinted(week.lag, '1.505753');
    expectPrinted(500 * (1 - week.amplitudeShare), '472.815');
    const day = exponentialWave(0.6, 24, 4);
    expectPrinted(day.amplitudeShare, '.414373');
    expectPrinted(day.lag / 24, '.128669');
    expectPrinted(16 * (1 + day.amplitudeShare), '22.630');
  });

  it('are flattened less by stays all alike (V13)', () => {
    const wave = fixedWave(0.25, 7, 5);
    expectPrinted(wave.amplitudeShare, '.087103');
    expect(wave.lag).toBe(2.5);
  });

  it('settle after a step as printed (V14)', () => {
    const printed = ['509.0635', '516.4840', '531.6060', '543.2332', '549.0842'];
    [1, 2, 5, 10, 20].forEach((days, i) => {
      expectPrinted(afterStep(100, 110, 5, days), printed[i]);
    });
    const peak = afterStep(100, 110, 5, 14);
    expectPrinted(peak, '546.9595');
    expectPrinted(afterStep(peak / 5, 100, 5, 7), '511.5801');
  });
});

describe('lognormal stays of 7.9 days, sd 12.749 (V18)', () => {
  const stay = lognormalOf(7.9, 12.749);

  it.each([
    [7, '.3230', '.4633'],
    [14, '.1420', '.2727'],
    [21, '.0764', '.1800'],
  ])('of %i days or more are as printed, by stay and by bed', (days, byStay, byBed) => {
    expectPrinted(staysAtLeast(stay, days), byStay);
    expectPrinted(bedsElapsedAtLeast(stay, days), byBed);
  });

  it('fill every bed for at least no time', () => {
    expect(bedsElapsedAtLeast(stay, 1e-9)).toBeCloseTo(1, 6);
  });
});

describe('stroke units of Monks et al. (V19)', () => {
  const loads = SCENARIOS.map(loadsOf);

  it('need 8.355493 acute and 9.718218 rehabilitation beds on average', () => {
    expectPrinted(loads[0].acute, '8.355493');
    expectPrinted(loads[0].rehab, '9.718218');
    expectPrinted(loads[2].acute, '7.244382');
  });

  it('delay as the closed form prints', () => {
    expectPrinted(erlangB(loads[0].acute, 9), '.1915');
    expectPrinted(erlangB(loads[0].acute, 14), '.0223');
    expectPrinted(erlangB(loads[0].rehab, 10), '.2015');
    expectPrinted(erlangB(loads[1].acute, 10), '.1573');
    expectPrinted(erlangB(loads[1].rehab, 12), '.1276');
    expectPrinted(erlangB(loads[2].acute, 10), '.0887');
  });

  it('have a closed form within a hundredth of what the paper simulated', () => {
    SCENARIOS.forEach(({ acute, rehab }, i) => {
      for (const [beds, printed] of acute) {
        expect(Math.abs(erlangB(loads[i].acute, beds) - printed)).toBeLessThanOrEqual(0.01);
      }
      for (const [beds, printed] of rehab) {
        expect(Math.abs(erlangB(loads[i].rehab, beds) - printed)).toBeLessThanOrEqual(0.01);
      }
    });
  });
});
