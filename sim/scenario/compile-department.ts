// sim/scenario/compile-department.ts: spaces, staff and activities of A&E.

import type { Days } from '../engine/time.js';
import { AGE_BANDS, AREAS } from '../hospital/categories.js';
import type { DepartmentParameters } from '../hospital/parameters.js';
import type { Model } from './schema.js';
import { tableOf, weekOf } from './tables.js';

export function compileDepartment(
  model: Model,
  days: Days,
  sdecSpaces: Float64Array,
): DepartmentParameters {
  const { department } = model;
  const { monthFactor } = department;
  return {
    spaces: Int32Array.from(AREAS, (area) => department.spaces[area]),
    assessmentNurses: weekOf(department.assessmentNurses),
    clinicians: [weekOf(department.majorsClinicians), weekOf(department.minorsClinicians)],
    primaryCareClinicians: weekOf(department.primaryCareClinicians),
    sdecSpaces,
    yellowMinorsShare: department.yellowMinorsShare,
    fitToSitShare: department.fitToSitShare,
    primaryCareShare: department.primaryCareShare,
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
  };
}
