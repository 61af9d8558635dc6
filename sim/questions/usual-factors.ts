// sim/questions/usual-factors.ts: inputs of any system that a tornado moves by the same share, to show
// which of them matters; it says nothing about how uncertain each is.

import type { Resolved } from '../scenario/resolve.js';
import { type Factor, varied } from './vary.js';

export const USUAL_FACTORS: readonly Factor[] = [
  { name: 'Attendances at A&E', way: 'scale', paths: ['demand.attendancesPerDay'] },
  {
    name: 'Share of patients who need admission',
    way: 'scale',
    paths: ['patients.admission.overallShare'],
  },
  { name: 'Length of clinical stays', way: 'scale', paths: ['stays.meanDays'] },
  {
    name: 'Core beds',
    way: 'scale',
    paths: [
      'beds.assessment.core',
      'beds.medical.core',
      'beds.surgical.core',
      'beds.olderPeople.core',
    ],
  },
  { name: 'Flexible beds at most', way: 'scale', paths: ['beds.flex.most'] },
  { name: 'Chance of leaving a day when fit to', way: 'scale', paths: ['discharge.homeChance'] },
  {
    name: 'Places of care outside',
    way: 'scale',
    paths: ['community.p1.places', 'community.p2.places', 'community.p3.places'],
  },
  {
    name: 'Minutes of a clinician for each patient',
    way: 'scale',
    paths: [
      'department.consultMinutes.resus.mean',
      'department.consultMinutes.majors.mean',
      'department.consultMinutes.minors.mean',
    ],
  },
  { name: 'Elective admissions', way: 'scale', paths: ['electives.perDay'] },
];

/** A factor with the scenario at both ends of its range. */
export interface Moved {
  factor: Factor;
  low: Resolved;
  high: Resolved;
}

/** Each usual factor a share down and up; those that this model lacks or that would break it are left out. */
export function movedByShare(
  base: Resolved,
  share: number,
  bankHolidays: readonly string[],
): Moved[] {
  return USUAL_FACTORS.flatMap((factor) => {
    try {
      const [low, high] = [1 - share, 1 + share].map((scale) =>
        varied(base, [factor], [scale], bankHolidays),
      );
      return [{ factor, low, high }];
    } catch (error) {
      if (error instanceof RangeError) return [];
      throw error;
    }
  });
}
