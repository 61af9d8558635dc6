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

/** Thirty-day mortality of all admitted patients of the study. */
const MORTALITY_SHARE = 0.0871;
/** Standardised mortality ratios, against all admitted patients, by hours as above. */
const RATIO = { within4Hours: 0.94, hours4To6: 1.06, hours6To8: 1.14, over8Hours: 1.16 };

/** Excess deaths within 30 days: an association at the level of England, not a forecast. */
export function excessDeaths(admitted: AdmittedAfter): number {
  return (
    admitted.hours4To6 / PATIENTS_PER_DEATH.hours4To6 +
    admitted.hours6To8 / PATIENTS_PER_DEATH.hours6To8 +
    admitted.hours8To12 / PATIENTS_PER_DEATH.hours8To12 +
    admitted.over12Hours / PATIENTS_PER_DEATH.over12Hours
  );
}

/**
 * The low end: nobody below 6 hours, and one death for every 82 above, as the study's conclusion
 * puts it.
 */
export function excessDeathsLeast(admitted: AdmittedAfter): number {
  const { hours6To8, hours8To12, over12Hours } = admitted;
  return (hours6To8 + hours8To12 + over12Hours) / PATIENTS_PER_DEATH.hours6To8;
}

/**
 * The high end: compared with patients who left A&E within 4 hours (ratio 0.94) instead of with all
 * admitted patients.
 */
export function excessDeathsMost(admitted: AdmittedAfter): number {
  const { hours4To6, hours6To8, hours8To12, over12Hours } = admitted;
  const above = (ratio: number) => MORTALITY_SHARE * (ratio - RATIO.within4Hours);
  return (
    hours4To6 * above(RATIO.hours4To6) +
    hours6To8 * above(RATIO.hours6To8) +
    (hours8To12 + over12Hours) * above(RATIO.over8Hours)
  );
}
