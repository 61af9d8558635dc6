// test/model/shocks.test.ts: waves, cold, closures, sickness and growth do what they say, and nothing
// when their size is 0.

import { describe, expect, it } from 'vitest';
import { seedOf } from '../../sim/engine/seed.js';
import { simulate } from '../../sim/hospital/simulate.js';
import { factsOf } from '../../sim/outcomes/facts.js';
import { OUTCOME_KEYS, type Outcome } from '../../sim/outcomes/keys.js';
import { type Measured, measure } from '../../sim/outcomes/measures.js';
import { compile, daysOfModel } from '../../sim/scenario/compile.js';
import type { Model } from '../../sim/scenario/schema.js';
import { fingerprint } from '../../sim/verification/fingerprint.js';
import { changed, LISTER, library, mean } from './batches.js';

const REPLICATIONS = 3;
const WEEKS = 30;

type Change = (model: Model) => void;

/** A few short winters at the Lister, with some values changed. */
function winters(change: Change, lastDay = '2017-12-10'): Measured[] {
  const { model } = changed({ system: LISTER }, 'shocks', (draft) => {
    draft.period = { firstDay: '2017-11-06', lastDay, leadInDays: 21 };
    change(draft);
  });
  const bankHolidays = new Set(library.bankHolidays());
  const parameters = compile(model, { name: 'shocks', effects: 'likely', bankHolidays });
  return Array.from({ length: REPLICATIONS }, (_, replication) =>
    measure(simulate(parameters, seedOf('shocks'), replication), parameters.days),
  );
}

const interventionsOf = (plan: string) =>
  changed({ system: LISTER, plans: [plan] }, plan, () => undefined).model.interventions;

const nothing: Change = () => undefined;
const base = winters(nothing);

function outcome(runs: readonly Measured[], key: Outcome): number {
  return mean(runs.map(({ outcomes }) => outcomes[OUTCOME_KEYS.indexOf(key)]));
}

const difference = (runs: readonly Measured[], key: Outcome) =>
  outcome(runs, key) - outcome(base, key);

const wave = (rate: number, ageShare = [0, 0.1, 0.3, 0.2, 0.2, 0.2]) => ({
  weeklyAdmissionsPer100k: Array.from({ length: WEEKS }, () => rate),
  scale: 1,
  ageShare,
  stayFactor: 1,
});

const norovirus = (outbreaksPer100BedsWeek: number) => ({
  outbreaksPer100BedsWeek,
  monthIndex: Array.from({ length: 12 }, () => 1),
  wardShare: 0.25,
  bayBeds: 5,
  wardBeds: 24,
  closedDays: { distribution: 'fixed' as const, value: 7 },
});

const sickness = (absent: number) => ({
  plannedShare: 0.045,
  weeklyAbsentShare: Array.from({ length: WEEKS }, () => absent),
  coveredShare: 0,
});

it('shocks of size 0 change nothing, to the last bit', () => {
  const none = winters(({ season, demand }) => {
    season.waves = { rsv: wave(0), covid: wave(0), other: { ...wave(10), scale: 0 } };
    season.flu.ageFactor = [1, 1, 1, 1, 1, 1];
    const cold = { from: '11-10', to: '11-20', lagDays: 2, stayFactor: 2 };
    season.cold = [{ ...cold, extraAdmissionsShare65: 0, extraAttendancesShare: 0 }];
    season.infectionControl = [{ fromCovidBedsShare: 0.01, lostBedsShare: 0.5 }];
    season.norovirus = norovirus(0);
    season.sickness = sickness(0.045);
    season.calendar = [{ name: 'as ever', from: '11-10', to: '11-20', attendances: 1 }];
    demand.growthByAge = { '75-84': 0, '85+': 0 };
  });
  expect(fingerprint(none)).toBe(fingerprint(base));
});

describe('a wave', () => {
  const covid = winters(({ season }) => {
    season.waves = { covid: wave(20) };
  });

  it('brings as many patients as its rate says, and everybody else as before', () => {
    const expected = (20 * 3.9 * 35) / 7;
    expect(difference(covid, 'attendancesCount')).toBeGreaterThan(0.85 * expected);
    expect(difference(covid, 'attendancesCount')).toBeLessThan(1.15 * expected);
    const [before, after] = [base[0], covid[0]].map(({ daily }) => daily[attendancesAt]);
    for (const [day, count] of after.entries()) expect(count).toBeGreaterThanOrEqual(before[day]);
  });

  it('counts the spells and beds of COVID-19 apart', () => {
    const spells =
      outcome(covid, 'spellsZeroDayCovidCount') + outcome(covid, 'spellsOneDayPlusCovidCount');
    expect(spells).toBeGreaterThan(200);
    expect(spells).toBeLessThan(500);
    expect(outcome(covid, 'covidBedsMean')).toBeGreaterThan(20);
    expect(outcome(base, 'covidBedsMean')).toBe(0);
    expect(difference(covid, 'bedsOccupiedMean')).toBeGreaterThan(0);
  });

  it('of RSV in children fills their beds', () => {
    const rsv = winters(({ season }) => {
      season.waves = { rsv: wave(2, [1, 0, 0, 0, 0, 0]) };
    });
    expect(difference(rsv, 'admissionsEmergencyCount')).toBeGreaterThan(25); // 39 come
    expect(outcome(rsv, 'covidBedsMean')).toBe(0);
    const beds = difference(rsv, 'bedsOccupiedMean');
    expect(beds).toBeGreaterThan(0);
    expect(beds).toBeLessThan(4);
  });

  it('comes less from ages on which its factor is low', () => {
    const vaccinated = winters(({ season }) => {
      season.waves = { covid: { ...wave(20), ageFactor: [1, 1, 1, 0.5, 0.5, 0.5] } };
    });
    const share =
      difference(vaccinated, 'attendancesCount') / difference(covid, 'attendancesCount');
    expect(share).toBeGreaterThan(0.62);
    expect(share).toBeLessThan(0.78); // 1 - half of the three fifths who are 65 and over
  });

  it('takes beds for zoning while its patients lie in the hospital', () => {
    const zoned = winters(({ season }) => {
      season.waves = { covid: wave(20) };
      season.infectionControl = [{ fromCovidBedsShare: 0.01, lostBedsShare: 0.05 }];
    });
    const lost = outcome(zoned, 'infectionControlBedDays') / 35;
    expect(lost).toBeGreaterThan(0.04 * 530);
    expect(lost).toBeLessThan(0.055 * 530);
    const flexible = outcome(zoned, 'flexBedDays') - outcome(covid, 'flexBedDays');
    expect(flexible).toBeGreaterThan(0);
  });
});

const attendancesAt = 6; // place of the series in DAILY

describe('a cold spell', () => {
  it('adds patients of 65 and over in need of a bed, most by ambulance, after its lag', () => {
    const cold = winters(({ season }) => {
      const days = { from: '11-06', to: '12-10', lagDays: 0, stayFactor: 1 };
      season.cold = [{ ...days, extraAdmissionsShare65: 0.2, extraAttendancesShare: 0 }];
    });
    const more = difference(cold, 'attendancesCount');
    const all = outcome(base, 'admissionsEmergencyCount');
    expect(more / all).toBeGreaterThan(0.2 * 0.35);
    expect(more / all).toBeLessThan(0.2 * 0.6); // about half of emergency admissions are 65 and over
    expect(difference(cold, 'conveyancesCount')).toBeGreaterThan(0.5 * more);
    const late = winters(({ season }) => {
      const days = { from: '12-09', to: '12-10', lagDays: 5, stayFactor: 1 };
      season.cold = [{ ...days, extraAdmissionsShare65: 0.2, extraAttendancesShare: 0 }];
    });
    expect(fingerprint(late)).toBe(fingerprint(base)); // beyond the run
  });
});

describe('norovirus', () => {
  const outbreaks = winters(({ season }) => {
    season.norovirus = norovirus(0.5);
  });

  it('closes bays and wards, whose beds are lost as their patients leave', () => {
    const closed = outcome(outbreaks, 'norovirusClosedBedsMean');
    const expected = 0.5 * 4.87 * (0.75 * 5 + 0.25 * 24); // a week in all, each closed for 7 days
    expect(closed).toBeGreaterThan(0.5 * expected);
    expect(closed).toBeLessThan(1.6 * expected);
    const empty = outcome(outbreaks, 'infectionControlBedDays') / 35 / closed;
    expect(empty).toBeGreaterThan(0.1);
    expect(empty).toBeLessThan(0.6);
  });

  it('lengthens waits, or makes the hospital open flexible beds', () => {
    expect(difference(outbreaks, 'flexBedDays')).toBeGreaterThan(0);
    expect(difference(outbreaks, 'attendancesCount')).toBe(0);
  });
});

describe('staff sickness', () => {
  it('closes beds and takes clinicians in proportion', () => {
    const ill = winters(({ season }) => {
      season.sickness = sickness(0.085);
    });
    expect(outcome(ill, 'sicknessBedDays') / 35).toBeCloseTo(0.04 * 550, -1);
    const hours = outcome(ill, 'clinicianHoursLost') / 35;
    expect(hours).toBeGreaterThan(0.02 * 220);
    expect(hours).toBeLessThan(0.05 * 220);
    expect(difference(ill, 'within4hType1Share')).toBeLessThan(0);
    expect(difference(ill, 'attendancesCount')).toBe(0);
  });
});

describe('flu vaccination', () => {
  const vaccination = (over65: number, staff: number) => ({
    evidence: 'B',
    source: 'test',
    baseUptakeShare: { over65: 0.741, atRisk: 0.488, staff: 0.5 },
    uptakeShare: { over65, atRisk: 0.488, staff },
    atRiskShare: 0.7,
    effect: {
      effectivenessShare65: { low: 0.3, likely: 0.35, high: 0.4 },
      effectivenessShareAtRisk: { low: 0.3, likely: 0.4, high: 0.5 },
      absentPer10Points: { low: 0.0019, likely: 0.00425, high: 0.0066 },
    },
  });
  const ofFlu = (over65: number) =>
    winters(({ season, interventions }) => {
      season.flu = { ...season.flu, weeklyAdmissionsPer100k: Array(WEEKS).fill(20) };
      interventions['flu-vaccination'] = vaccination(over65, 0.5);
    });

  it('changes nothing at the uptake as it was, and thins the wave of 65 and over beyond', () => {
    const plain = winters(({ season }) => {
      season.flu = { ...season.flu, weeklyAdmissionsPer100k: Array(WEEKS).fill(20) };
    });
    const asItWas = ofFlu(0.741);
    expect(fingerprint(asItWas)).toBe(fingerprint(plain));
    const all = ofFlu(1);
    const fewer = difference(all, 'attendancesCount') / difference(asItWas, 'attendancesCount');
    expect(fewer).toBeGreaterThan(0.8); // 0.6 of patients x 0.12 fewer; those of the base are few
    expect(fewer).toBeLessThan(0.98);
  });

  it('of staff lowers the beds lost to sickness', () => {
    const lost = (staff: number) =>
      outcome(
        winters(({ season, interventions }) => {
          season.sickness = sickness(0.085);
          interventions['flu-vaccination'] = vaccination(0.741, staff);
        }),
        'sicknessBedDays',
      );
    expect(lost(0.8) / lost(0.5)).toBeCloseTo(1 - 0.01275 / 0.04, 1);
  });
});

describe('an elective plan', () => {
  it('of last year in full changes nothing, and of 80 % admits fewer', () => {
    const plan = (ofPlanShare: number) =>
      winters(({ interventions }) => {
        const steps = [{ from: '10-16', ofPlanShare }];
        const common = { evidence: 'D', source: 'test', smoothWeekdays: false };
        interventions['elective-plan'] = { ...common, steps };
      });
    expect(fingerprint(plan(1))).toBe(fingerprint(base));
    const change = difference(plan(0.8), 'electivesAdmittedCount');
    expect(change / outcome(base, 'electivesAdmittedCount')).toBeLessThan(-0.1);
    const smooth = winters(({ interventions }) => {
      const common = { evidence: 'D', source: 'test', steps: [] };
      interventions['elective-plan'] = { ...common, smoothWeekdays: true };
    });
    expect(fingerprint(smooth)).not.toBe(fingerprint(base));
  });
});

describe('planned patients under pressure', () => {
  const coldSite = (coldBedsShare?: number, cancelFromOccupancyShare?: number) =>
    winters(({ interventions, demand }) => {
      demand.growthShare = 0.08;
      const common = { evidence: 'D', source: 'test', smoothWeekdays: false, steps: [] };
      interventions['elective-plan'] = { ...common, coldBedsShare, cancelFromOccupancyShare };
    });

  it('have beds of their own on a cold site, at the price of others', () => {
    const [none, cold] = [coldSite(), coldSite(0.5)];
    expect(fingerprint(coldSite(0, 1))).toBe(fingerprint(none));
    expect(outcome(cold, 'electivesAdmittedCount')).toBeGreaterThan(
      1.05 * outcome(none, 'electivesAdmittedCount'),
    );
    expect(outcome(cold, 'within4hShare')).toBeLessThan(outcome(none, 'within4hShare'));
  });

  it('are cancelled from an occupancy, but not those with such a bed', () => {
    expect(outcome(coldSite(undefined, 0), 'electivesAdmittedCount')).toBe(0);
    expect(outcome(coldSite(0.3, 0), 'electivesAdmittedCount')).toBeGreaterThan(0);
  });
});

describe('critical care', () => {
  const critical = (shareOfRed: number, beds = 20) =>
    winters((model) => {
      const stayDays = { distribution: 'exponential', mean: 4 } as const;
      const shareByAcuity = [shareOfRed, shareOfRed / 4, 0, 0, 0];
      model.beds.criticalCare = { beds, shareByAcuity, stayDays };
    });
  const days = (runs: readonly Measured[]) => runs.map(({ daily }) => daily);

  it('that nobody needs changes nothing; where it is left out its outcomes are undefined', () => {
    expect(days(critical(0))).toEqual(days(base));
    expect(Number.isNaN(outcome(base, 'criticalCareOccupancyShareMean'))).toBe(true);
  });

  it('fills as more need it, and a full unit holds patients in A&E', () => {
    const [some, full] = [critical(0.2), critical(0.2, 1)];
    expect(outcome(some, 'criticalCareOccupancyShareMean')).toBeGreaterThan(0.1);
    expect(outcome(full, 'awaitingBed0800Mean')).toBeGreaterThan(
      outcome(some, 'awaitingBed0800Mean') + 3,
    );
    expect(outcome(some, 'criticalCareStepDownDelayedMean')).toBeGreaterThan(0);
  });
});

describe('Right Care pathways', () => {
  it('keep away as many short admissions as a year was promised, and nobody else', () => {
    const withRate = (rate: number) =>
      winters(({ interventions }) => {
        const plan = interventionsOf('right-care')['right-care'] as object;
        const range = { low: rate, likely: rate, high: rate };
        interventions['right-care'] = { ...plan, effect: { admissionsPer100kYear: range } };
      });
    const silent = (runs: readonly Measured[]) => runs.map((run) => ({ ...run, services: [] }));
    expect(fingerprint(silent(withRate(0)))).toBe(fingerprint(silent(base)));
    const promised = (88.7 * 3.9 * 35) / 365; // people of the Lister, in five weeks
    const fewer = -difference(withRate(88.7), 'attendancesCount');
    expect(fewer).toBeGreaterThan(0.7 * promised);
    expect(fewer).toBeLessThan(1.3 * promised);
  });
});

it('uptake of flu vaccine is read from its plan (T15)', () => {
  const { model } = changed({ system: LISTER, plans: ['flu-vaccination'] }, 'facts', nothing);
  const facts = factsOf(model, daysOfModel(model, new Set()));
  expect(facts).toMatchObject({ fluUptake65Share: 0.75, fluUptakeAtRiskShare: 0.55 });
  expect(facts.fluUptakeStaffShare).toBe(0.6);
});

describe('growth of an age', () => {
  it('adds patients of that age and keeps everybody, and a fall takes some away', () => {
    const grown = winters(({ demand }) => {
      demand.growthByAge = { '75-84': 0.27, '85+': 0.27 };
    });
    const more = difference(grown, 'attendancesCount') / outcome(base, 'attendancesCount');
    expect(more).toBeGreaterThan(0.27 * 0.157 * 0.8);
    expect(more).toBeLessThan(0.27 * 0.157 * 1.2);
    const [before, after] = [base[0], grown[0]].map(({ daily }) => daily[attendancesAt]);
    for (const [day, count] of after.entries()) expect(count).toBeGreaterThanOrEqual(before[day]);
    const fallen = winters(({ demand }) => {
      demand.growthByAge = { '75-84': -0.27, '85+': -0.27 };
    });
    const fewer = difference(fallen, 'attendancesCount') / outcome(base, 'attendancesCount');
    expect(fewer / more).toBeGreaterThan(-1.3);
    expect(fewer / more).toBeLessThan(-0.7);
  });
});

describe('Christmas', () => {
  it('empties beds before it and fills them again in January; stretches of days act', () => {
    const usual = winters(nothing, '2018-01-20');
    const day = (from: number, to: number, runs = usual) =>
      mean(runs.map(({ daily }) => mean([...daily[occupiedAt].subarray(from, to)])));
    const [before, christmas, january] = [day(31, 45), day(49, 51), day(60, 75)];
    expect(christmas).toBeLessThan(0.975 * before);
    expect(january).toBeGreaterThan(1.02 * christmas);
    const closed = winters((model) => {
      model.season.calendar = [
        { name: 'strike', from: '2018-01-02', to: '2018-01-05', discharges: 0, electives: 0 },
      ];
    }, '2018-01-20');
    expect(day(60, 64, closed)).toBeGreaterThan(day(60, 64) + 10);
  });
});

const occupiedAt = 1; // place of the series in DAILY
