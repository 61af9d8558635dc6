// sim/verification/stroke-units-paper.ts: patients, beds and printed shares of Monks et al. 2016, for V19.
//
// Monks T, Worthington D, Allen M, Pitt M, Stein K, James MA. BMC Health Services Research 2016;16:530,
// Table 2 and supplementary Table 1; parameters as in its replication (pydesrap_stroke, MIT licence).

/** One kind of patient. Days; routes on from the acute unit as shares. */
export interface PatientType {
  acuteGapDays: number;
  rehabGapDays: number;
  acuteStay: Stay;
  /** Stay in the acute unit of who is discharged with early support, where it differs. */
  supportedAcuteStay?: Stay;
  rehabShare: number;
  supportedShare: number;
  rehabStay: Stay;
  supportedRehabStay?: Stay;
  supportedRehabShare?: number;
}

export type Stay = readonly [meanDays: number, sdDays: number];

const STROKE: PatientType = {
  acuteGapDays: 1.2,
  rehabGapDays: 21.8,
  acuteStay: [7.4, 8.61],
  supportedAcuteStay: [4.6, 4.8],
  rehabShare: 0.24,
  supportedShare: 0.13,
  rehabStay: [28.4, 27.2],
  supportedRehabStay: [30.3, 23.1],
  supportedRehabShare: 0.4,
};
const TRANSIENT: PatientType = {
  acuteGapDays: 9.3,
  rehabGapDays: Number.POSITIVE_INFINITY,
  acuteStay: [1.8, 2.3],
  rehabShare: 0.01,
  supportedShare: 0.01,
  rehabStay: [18.7, 23.5],
};
const COMPLEX_NEUROLOGICAL: PatientType = {
  acuteGapDays: 3.6,
  rehabGapDays: 31.7,
  acuteStay: [4, 5],
  rehabShare: 0.11,
  supportedShare: 0.05,
  rehabStay: [27.6, 28.4],
};
const OTHER: PatientType = {
  acuteGapDays: 3.2,
  rehabGapDays: 28.6,
  acuteStay: [3.8, 5.2],
  rehabShare: 0.05,
  supportedShare: 0.1,
  rehabStay: [16.1, 14.1],
};

export interface Scenario {
  title: string;
  types: readonly PatientType[];
  demandFactor: number;
  /** Beds and the delay printed in the paper. */
  acute: readonly (readonly [beds: number, printed: number])[];
  rehab: readonly (readonly [beds: number, printed: number])[];
}

const ALL = [STROKE, TRANSIENT, COMPLEX_NEUROLOGICAL, OTHER];

export const SCENARIOS: readonly Scenario[] = [
  {
    title: 'as admitted',
    types: ALL,
    demandFactor: 1,
    acute: pairs([9, 10, 11, 12, 13, 14], [0.19, 0.14, 0.09, 0.06, 0.04, 0.02]),
    rehab: pairs([10, 12, 13, 14, 15, 16], [0.2, 0.11, 0.08, 0.05, 0.03, 0.02]),
  },
  {
    title: '5 % more admissions',
    types: ALL,
    demandFactor: 1.05,
    acute: pairs([10, 11, 12, 13, 14], [0.16, 0.11, 0.07, 0.05, 0.03]),
    rehab: pairs([12, 13, 14, 15, 16], [0.13, 0.09, 0.07, 0.04, 0.02]),
  },
  {
    title: 'without complex neurological patients',
    types: [STROKE, TRANSIENT, OTHER],
    demandFactor: 1,
    acute: pairs([10, 11, 12, 13, 14, 15], [0.09, 0.05, 0.03, 0.02, 0.01, 0.01]),
    rehab: [],
  },
];

function pairs(beds: readonly number[], printed: readonly number[]): [number, number][] {
  return beds.map((n, i) => [n, printed[i]]);
}

/** Beds needed on average, acute and rehabilitation: admissions a day × mean stays. */
export function loadsOf({ types, demandFactor }: Pick<Scenario, 'types' | 'demandFactor'>): {
  acute: number;
  rehab: number;
} {
  let acute = 0;
  let rehab = 0;
  for (const type of types) {
    const perDay = demandFactor / type.acuteGapDays;
    const supported = type.supportedAcuteStay ?? type.acuteStay;
    const { supportedShare, rehabShare, supportedRehabShare = 0 } = type;
    acute += perDay * (supportedShare * supported[0] + (1 - supportedShare) * type.acuteStay[0]);
    const rehabPerDay = demandFactor / type.rehabGapDays + perDay * rehabShare;
    const long = type.supportedRehabStay ?? type.rehabStay;
    rehab +=
      rehabPerDay * (supportedRehabShare * long[0] + (1 - supportedRehabShare) * type.rehabStay[0]);
  }
  return { acute, rehab };
}
