// sim/verification/pressure-response.ts: V21: fuller beds, more breaches of four hours: as much as
// in English trusts, though nothing in the model is fitted to it.

import type { Parameters } from '../hospital/parameters.js';
import { simulate } from '../hospital/simulate.js';
import type { Case, Check, Expected, MeanSample } from './check.js';
import { leastSquares } from './least-squares.js';
import { listerWith } from './lister.js';
import { bluntnessOf, runsOf, seedOfCase } from './station-case.js';

/**
 * Ward beds added so that mean occupancies are near those of English trusts in the winter of the
 * study: 10th, 25th, 50th, 75th and 90th percentile 0.86, 0.91, 0.95, 0.97, 0.985 (NHS England daily
 * situation reports, December 2016 to February 2017, 115 trusts).
 */
const BEDS_ADDED = [102, 60, 18, -12, -45];
const WARDS = ['medical', 'surgical', 'olderPeople'] as const;
const PERIOD = { firstDay: '2017-12-01', lastDay: '2018-02-28', leadInDays: 28 };
const REPLICATIONS = 10;

interface Day {
  occupancyShare: number;
  breachShare: number;
}

/** Days of one winter of one hospital. */
function daysOf(
  parameters: Parameters,
  seed: readonly [number, number],
  replication: number,
): Day[] {
  const { daily } = simulate(parameters, seed, replication).sites[0];
  return Array.from(daily.open0800, (open, day) => ({
    occupancyShare: daily.occupied0800[day] / open,
    breachShare: 1 - daily.within4h[day] / daily.clocked[day],
  }));
}

const POWERS = [1, 2, 3];
const CENTRE = 0.95;

/** Days of all hospitals in one winter, each less the mean of its hospital. */
interface Winter {
  rows: number[][];
  breaches: number[];
}

/** Days within hospitals are compared, not hospitals: as the study does by its fixed effects. */
function withinHospitals(hospitals: readonly Day[][]): Winter {
  const rows: number[][] = [];
  const breaches: number[] = [];
  for (const days of hospitals) {
    const powers = days.map(({ occupancyShare }) => powersOf(occupancyShare));
    const means = POWERS.map((_, i) => meanOf(powers.map((row) => row[i])));
    const breach = meanOf(days.map(({ breachShare }) => breachShare));
    days.forEach(({ breachShare }, day) => {
      rows.push(powers[day].map((value, i) => value - means[i]));
      breaches.push(breachShare - breach);
    });
  }
  return { rows, breaches };
}

/** Rise of the breach share from 85 to 100 % occupancy, by a cubic over the days of winters. */
function riseOf(winters: readonly Winter[]): number {
  const fitted = leastSquares(
    winters.flatMap(({ rows }) => rows),
    winters.flatMap(({ breaches }) => breaches),
  );
  const at = (share: number) =>
    powersOf(share).reduce((sum, power, i) => sum + fitted[i] * power, 0);
  return at(1) - at(0.85);
}

/**
 * The rise over all winters, as one value for each (Tukey's jackknife): n times the estimate of all
 * less n - 1 times that without the winter. Their mean and spread are those of the estimate.
 */
function jackknifed(winters: readonly Winter[]): number[] {
  const n = winters.length;
  const all = riseOf(winters);
  return winters.map((_, k) => n * all - (n - 1) * riseOf(winters.filter((_, i) => i !== k)));
}

function powersOf(occupancyShare: number): number[] {
  // In tenths from the centre, so that the powers are of one size.
  return POWERS.map((power) => (10 * (occupancyShare - CENTRE)) ** power);
}

/** Mean breach share of days with an occupancy in a range. */
function breachBetween(hospitals: readonly Day[][], low: number, high: number): number {
  return meanOf(
    hospitals
      .flat()
      .filter(({ occupancyShare }) => occupancyShare >= low && occupancyShare < high)
      .map(({ breachShare }) => breachShare),
  );
}

function meanOf(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

const MORE: Expected = [0, Number.POSITIVE_INFINITY];

function responseCase(): Case {
  const title = 'Lister with more and fewer beds, days of December to February';
  return {
    title,
    run(setting) {
      const seed = seedOfCase(setting, title);
      const hospitals = BEDS_ADDED.map((added) =>
        listerWith(setting.library, (model) => {
          model.period = PERIOD;
          for (const ward of WARDS) model.beds[ward].core += added / WARDS.length;
        }),
      );
      const winters = Array.from({ length: runsOf(REPLICATIONS, setting) }, (_, k) =>
        hospitals.map((parameters) => daysOf(parameters, seed, k)),
      );
      const sample = (figure: string, expected: Expected, values: number[]): MeanSample => {
        return {
          kind: 'mean',
          figure,
          expected,
          tolerance: 0.018,
          bluntness: bluntnessOf(4, setting),
          values,
        };
      };
      const below = (winter: Day[][]) => breachBetween(winter, 0, 0.92);
      const middle = (winter: Day[][]) => breachBetween(winter, 0.92, 0.96);
      const above = (winter: Day[][]) => breachBetween(winter, 0.96, 2);
      const rise = jackknifed(winters.map(withinHospitals));
      const by = (of: (winter: Day[][]) => number) => winters.map(of);
      return [
        sample('breaches at 100 % less at 85 %', [0.075, 0.111], rise),
        sample(
          'rise from below 92 % to 92-96 %',
          MORE,
          by((of) => middle(of) - below(of)),
        ),
        sample(
          'rise from 92-96 % to above 96 %',
          MORE,
          by((of) => above(of) - middle(of)),
        ),
        sample(
          'the second rise less the first',
          MORE,
          by((of) => above(of) - 2 * middle(of) + below(of)),
        ),
      ];
    },
  };
}

export const PRESSURE_CHECKS: readonly Check[] = [
  {
    id: 'V21',
    title: 'Full beds and four hours',
    source: 'Paling et al., Emergency Medicine Journal 2020;37:781-786',
    cases: [responseCase()],
  },
];
