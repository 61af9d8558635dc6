// sim/scenario/compile-department.ts: spaces, staff and activities of A&E.

import type { Days } from '../engine/time.js';
import { AGE_BANDS, AREAS } from '../hospital/categories.js';
import type { DepartmentParameters, Pace, StaffChange } from '../hospital/parameters.js';
import type { Model } from './schema.js';
import { tableOf, weekOf } from './tables.js';

/** What interventions add to a department, by day. */
export interface DepartmentChanges {
  staff: StaffChange[];
  pace: Pace;
  /** Share streamed to the GP, by day; the model's where null. */
  primaryCareShare: Float64Array | null;
}

export function noChanges(days: number): DepartmentChanges {
  const ones = () => new Float64Array(days).fill(1);
  const pace = { handover: ones(), investigation: ones(), specialty: ones(), departure: ones() };
  return { staff: [], pace, primaryCareShare: null };
}

export function compileDepartment(
  model: Model,
  days: Days,
  sdecSpaces: Float64Array,
  changes: DepartmentChanges,
): DepartmentParameters {
  const { department } = model;
  const { mentalHealth, monthFactor } = department;
  return {
    spaces: Int32Array.from(AREAS, (area) => department.spaces[area]),
    assessmentNurses: weekOf(department.assessmentNurses),
    clinicians: [weekOf(department.majorsClinicians), weekOf(department.minorsClinicians)],
    primaryCareClinicians: weekOf(department.primaryCareClinicians),
    sdecSpaces,
    yellowMinorsShare: department.yellowMinorsShare,
    fitToSitShare: department.fitToSitShare,
    primaryCareShare: department.primaryCareShare,
    primaryCareShareByDay:
      changes.primaryCareShare ?? new Float64Array(days.count).fill(department.primaryCareShare),
    primaryCareCompleteShare: department.primaryCareCompleteShare,
    impatientShare: department.impatientShare,
    patienceMinutes: tableOf(department.patienceMinutes),
    handoverMinutes: tableOf(department.handoverMinutes),
    assessmentMinutes: tableOf(department.assessmentMinutes),
    consultMinutes: AREAS.map((area) => tableOf(department.consultMinutes[area])),
    investigatedShare: Float64Array.from(department.investigatedShare),
    investigationMinutes: AREAS.map((area) => tableOf(department.investigationMinutes[area])),
    reviewMinutes: tableOf(department.reviewMinutes),
    ageFactor: Float64Array.from(AGE_BANDS, (band) => department.ageFactor[band]),
    workFactor: monthFactor
      ? Float64Array.from(days.month, (month) => monthFactor[month - 1])
      : null,
    specialtyMinutes: tableOf(department.specialtyMinutes),
    departureMinutes: tableOf(department.departureMinutes),
    primaryCareMinutes: tableOf(department.primaryCareMinutes),
    mentalHealth: mentalHealth
      ? {
          share: Float64Array.from(AGE_BANDS, (band) => mentalHealth.share[band]),
          staff: weekOf(mentalHealth.staff),
          minutes: tableOf(mentalHealth.assessmentMinutes),
        }
      : null,
    pace: changes.pace,
    staffChanges: changes.staff,
  };
}
