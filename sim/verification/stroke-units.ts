// sim/verification/stroke-units.ts: V19: acute stroke and rehabilitation beds of Monks et al. 2016.
//
// A published model with a closed form: two units of unlimited beds, counted every midnight. A unit
// of n beds would delay the share P(N = n) / P(N <= n) of its patients. Values: Monks T, Worthington
// D, Allen M, Pitt M, Stein K, James MA. BMC Health Services Research 2016;16:530, Table 2 and
// supplementary Table 1; parameters as in its replication (pydesrap_stroke, MIT licence).

import { Calendar } from '../engine/calendar.js';
import { type Distribution, quantileFunction } from '../engine/distributions.js';
import { Draws, tagOf, toUnit } from '../engine/draws.js';
import { type QuantileTable, quantileOf, tabulate } from '../engine/quantile-table.js';
import type { Case, Check, MeanSample, Sample, Setting } from './check.js';
import { erlangB } from './formulas.js';
import { BATCHES, runsOf, scaled, seedOfCase } from './station-case.js';
import {
  loadsOf,
  type PatientType,
  SCENARIOS,
  type Scenario,
  type Stay,
} from './stroke-units-paper.js';

const PAPER_TOLERANCE = 0.01;
const CLOSED_FORM_TOLERANCE = 0.005;

function scenarioCase(scenario: Scenario): Case {
  return {
    title: `stroke units ${scenario.title}`,
    run(setting) {
      const seed = seedOfCase(setting, scenario.title);
      const tables = scenario.types.map((type) => tablesOf(type, scenario, setting));
      const batches = Array.from({ length: runsOf(BATCHES, setting) }, (_, batch) =>
        new Units(scenario, tables, new Draws(seed, batch)).audit(),
      );
      const loads = loadsOf(scenario);
      return [
        ...unitSamples(
          'acute',
          scenario.acute,
          loads.acute,
          batches.map(({ acute }) => acute),
        ),
        ...unitSamples(
          'rehab',
          scenario.rehab,
          loads.rehab,
          batches.map(({ rehab }) => rehab),
        ),
      ];
    },
  };
}

function unitSamples(
  unit: string,
  beds: Scenario['acute'],
  load: number,
  batches: readonly Int32Array[],
): Sample[] {
  return beds.flatMap(([n, printed]) => {
    const values = batches.map((counts) => delayed(counts, n));
    const figure = `delayed, ${n} ${unit} beds`;
    const mean: Omit<MeanSample, 'expected'> = {
      kind: 'mean',
      figure,
      tolerance: CLOSED_FORM_TOLERANCE,
      bluntness: 1.5,
      values,
    };
    return [
      { ...mean, expected: erlangB(load, n) },
      {
        ...mean,
        figure: `${figure} (paper ${printed.toFixed(2)})`,
        expected: [printed - PAPER_TOLERANCE, printed + PAPER_TOLERANCE],
      },
    ];
  });
}

/** P(N = n) / P(N <= n) of counts by number in bed. */
function delayed(counts: Int32Array, n: number): number {
  let atMost = 0;
  for (let k = 0; k <= n; k++) atMost += counts[k];
  return counts[n] / atMost;
}

const ACUTE_ENDS = 1;
const REHAB_ENDS = 2;
const TO_ACUTE = 3;
const TO_REHAB = 4;
const AUDIT = 5;

// Purposes of draws, one stream for each type and unit; odd lanes belong to the same block.
const GAP = 4; // its odd lane is the route
const STAY = 6;

const WARM_UP_DAYS = 365;
const AUDITED_DAYS = 20 * 365;
const MOST_IN_BED = 100;
const LONGEST = 1 << 12; // patients in both units together never come near

/** Two units, and the days on which so many were in each at midnight. */
class Units {
  private readonly calendar = new Calendar({ bucketMinutes: 0.1 });
  private readonly acuteCounts = new Int32Array(MOST_IN_BED);
  private readonly rehabCounts = new Int32Array(MOST_IN_BED);
  private readonly keys: Int32Array;
  private readonly goesOn = new Uint8Array(LONGEST); // 1: to rehabilitation after the acute unit
  private readonly typeOf = new Uint8Array(LONGEST);
  private acute = 0;
  private rehab = 0;
  private next = 0;

  constructor(
    private readonly scenario: Scenario,
    private readonly tables: readonly Tables[],
    private readonly draws: Draws,
  ) {
    this.keys = new Int32Array(3 * scenario.types.length);
  }

  audit(): { acute: Int32Array; rehab: Int32Array } {
    const { calendar } = this;
    this.scenario.types.forEach((_, type) => {
      this.expect(TO_ACUTE, type);
      this.expect(TO_REHAB, type);
    });
    calendar.schedule(WARM_UP_DAYS, AUDIT, 0);
    const end = WARM_UP_DAYS + AUDITED_DAYS;
    for (let kind = calendar.next(end); kind !== 0; kind = calendar.next(end)) {
      const { subject } = calendar;
      if (kind === TO_ACUTE) this.admitAcute(subject);
      else if (kind === TO_REHAB) {
        this.expect(TO_REHAB, subject);
        this.admitRehab(subject);
      } else if (kind === ACUTE_ENDS) {
        this.acute--;
        if (this.goesOn[subject] === 1) this.admitRehab(this.typeOf[subject]);
      } else if (kind === REHAB_ENDS) this.rehab--;
      else {
        this.acuteCounts[this.acute]++;
        this.rehabCounts[this.rehab]++;
        calendar.schedule(calendar.now + 1, AUDIT, 0);
      }
    }
    return { acute: this.acuteCounts, rehab: this.rehabCounts };
  }

  private expect(kind: number, type: number): void {
    const table = kind === TO_ACUTE ? this.tables[type].acuteGap : this.tables[type].rehabGap;
    if (table === null) return;
    const stream = 3 * type + (kind === TO_ACUTE ? 0 : 1);
    const gap = quantileOf(table, this.draws.bits(this.keys[stream]++, tagOf(stream, GAP)));
    this.calendar.schedule(this.calendar.now + gap, kind, type);
  }

  private admitAcute(type: number): void {
    const { draws, calendar } = this;
    const { rehabShare, supportedShare } = this.scenario.types[type];
    const stream = 3 * type;
    const key = this.keys[stream];
    const route = draws.unit(key, tagOf(stream, GAP + 1));
    const supported = route >= rehabShare && route < rehabShare + supportedShare;
    const { acuteStay, supportedAcuteStay } = this.tables[type];
    const days = quantileOf(
      supported ? supportedAcuteStay : acuteStay,
      draws.bits(key, tagOf(stream, STAY)),
    );
    const p = this.next++ % LONGEST;
    this.goesOn[p] = route < rehabShare ? 1 : 0;
    this.typeOf[p] = type;
    this.acute++;
    calendar.schedule(calendar.now + days, ACUTE_ENDS, p);
    this.expect(TO_ACUTE, type);
  }

  private admitRehab(type: number): void {
    const { draws, calendar } = this;
    const { supportedRehabShare = 0 } = this.scenario.types[type];
    const stream = 3 * type + 2;
    const route = toUnit(draws.block(this.keys[stream]++, tagOf(stream, STAY)));
    const { rehabStay, supportedRehabStay } = this.tables[type];
    const table = route < supportedRehabShare ? supportedRehabStay : rehabStay;
    this.rehab++;
    calendar.schedule(calendar.now + quantileOf(table, draws.other), REHAB_ENDS, 0);
  }
}

interface Tables {
  /** Null where nobody comes from outside. */
  acuteGap: QuantileTable | null;
  rehabGap: QuantileTable | null;
  acuteStay: QuantileTable;
  supportedAcuteStay: QuantileTable;
  rehabStay: QuantileTable;
  supportedRehabStay: QuantileTable;
}

function tablesOf(
  type: PatientType,
  { demandFactor }: Scenario,
  { serviceFactor }: Setting,
): Tables {
  const gap = (days: number) =>
    Number.isFinite(days)
      ? tabulate(quantileFunction({ distribution: 'exponential', mean: days / demandFactor }))
      : null;
  const stay = ([mean, sd]: Stay) => {
    const lognormal: Distribution = { distribution: 'lognormal', mean, cv: sd / mean };
    return tabulate(quantileFunction(scaled(lognormal, serviceFactor)));
  };
  return {
    acuteGap: gap(type.acuteGapDays),
    rehabGap: gap(type.rehabGapDays),
    acuteStay: stay(type.acuteStay),
    supportedAcuteStay: stay(type.supportedAcuteStay ?? type.acuteStay),
    rehabStay: stay(type.rehabStay),
    supportedRehabStay: stay(type.supportedRehabStay ?? type.rehabStay),
  };
}

export const STROKE_CHECKS: readonly Check[] = [
  {
    id: 'V19',
    title: 'Stroke units of Monks et al. 2016',
    source: 'BMC Health Services Research 2016;16:530, Table 2; M/G/∞',
    cases: SCENARIOS.map(scenarioCase),
  },
];
