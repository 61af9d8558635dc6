// sim/outcomes/harm.ts: deaths that long stays in A&E are associated with.

/**
 * Admitted patients for each death more than expected, by hours from arrival to leaving A&E. Jones
 * et al., Emergency Medicine Journal 2022;39:168-173 (5.2 million admissions in England, 2016-18).
 */
const PATIENTS_PER_DEATH = { hours4To6: 191, hours6To8: 82, hours8To12: 72, over12Hours: 72 };

/** Admitted patients by hours from arrival to leaving A&E. Nobody below 4 hours is counted. */
export interface AdmittedAfter {
  hours4To6: number;
  hours6To8: number;
  hours8To12: number;
  /** The study ends at 12 hours; beyond it the last step is used, which is a floor. */
  over12Hours: number;
}

/** Excess deaths within 30 days: an association at the level of England, not a forecast. */
export function excessDeaths(admitted: AdmittedAfter): number {
  return (
    admitted.hours4To6 / PATIENTS_PER_DEATH.hours4To6 +
    admitted.hours6To8 / PATIENTS_PER_DEATH.hours6To8 +
    admitted.hours8To12 / PATIENTS_PER_DEATH.hours8To12 +
    admitted.over12Hours / PATIENTS_PER_DEATH.over12Hours
  );
}
