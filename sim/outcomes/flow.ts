// sim/outcomes/flow.ts: where patients come from and go to in a winter: means of counts, so that what
// comes into each place is what leaves it.

import type { DailySeriesKey, Outcome } from './keys.js';
import type { Fan, ScenarioSummary } from './summary.js';

/** Places of the flow, from left to right. */
export const FLOW_PLACES = [
  { id: 'ambulance', label: 'By ambulance', column: 0 },
  { id: 'walkIn', label: 'Walk-in', column: 0 },
  { id: 'referred', label: 'Referred by a GP', column: 0 },
  { id: 'elective', label: 'Elective', column: 0 },
  { id: 'fewer', label: 'Fewer in a bed at the end', column: 0 },
  { id: 'department', label: 'A&E', column: 1 },
  { id: 'unseen', label: 'Left without being seen', column: 2 },
  { id: 'homeFromA', label: 'Left A&E, not admitted', column: 2 },
  { id: 'sameDay', label: 'Same-day emergency care', column: 2 },
  { id: 'bed', label: 'A bed', column: 2 },
  { id: 'home', label: 'Home', column: 3 },
  { id: 'support', label: 'Home with support', column: 3 },
  { id: 'community', label: 'Community bed', column: 3 },
  { id: 'careHome', label: 'Care home', column: 3 },
  { id: 'died', label: 'Died', column: 3 },
  { id: 'more', label: 'More in a bed at the end', column: 3 },
] as const;

export type FlowPlace = (typeof FLOW_PLACES)[number]['id'];

/** Patients who go from one place to another in a winter, on average. */
export interface FlowLink {
  from: FlowPlace;
  to: FlowPlace;
  patients: number;
}

export interface Flow {
  scenario: string;
  links: FlowLink[];
}

/**
 * The flow of a scenario. What leaves A&E without a bed, and how many more or fewer are in a bed at
 * the end than at the start, follow from what is counted: nobody is lost.
 * @returns null where counts are missing, as in results of an older version
 */
export function flowOf({ name, outcomes }: ScenarioSummary, fans: readonly Fan[]): Flow | null {
  const count = (key: Outcome): number => outcomes[key].mean ?? Number.NaN;
  const attendances = count('attendancesType1Count');
  const byAmbulance = count('conveyancesCount');
  const sameDay = count('sdecCount');
  const throughA = totalOf(fans, name, 'admissionsType1');
  const toBed = throughA - sameDay;
  const referred = count('admissionsEmergencyCount') - throughA;
  const elective = count('electivesAdmittedCount');
  const unseen = count('leftWithoutBeingSeenCount');
  const alive = count('dischargesAliveCount');
  const support = count('dischargesWithSupportCount');
  const community = count('dischargesToCommunityBedCount');
  const careHome = count('dischargesToCareHomeCount');
  const died = count('deathsCount');
  const net = toBed + referred + elective - alive - died;
  const links: FlowLink[] = [
    { from: 'ambulance', to: 'department', patients: byAmbulance },
    { from: 'walkIn', to: 'department', patients: attendances - byAmbulance },
    { from: 'department', to: 'unseen', patients: unseen },
    { from: 'department', to: 'homeFromA', patients: attendances - unseen - sameDay - toBed },
    { from: 'department', to: 'sameDay', patients: sameDay },
    { from: 'department', to: 'bed', patients: toBed },
    { from: 'referred', to: 'bed', patients: referred },
    { from: 'elective', to: 'bed', patients: elective },
    { from: 'fewer', to: 'bed', patients: Math.max(0, -net) },
    { from: 'bed', to: 'home', patients: alive - support - community - careHome },
    { from: 'bed', to: 'support', patients: support },
    { from: 'bed', to: 'community', patients: community },
    { from: 'bed', to: 'careHome', patients: careHome },
    { from: 'bed', to: 'died', patients: died },
    { from: 'bed', to: 'more', patients: Math.max(0, net) },
  ];
  if (links.some(({ patients }) => Number.isNaN(patients))) return null;
  return {
    scenario: name,
    links: links.filter(({ from, to, patients }) => isDrawn(from, to, patients)),
  };
}

/** Links that change with the scenario stay, also with nobody in them; the balance goes where empty. */
function isDrawn(from: FlowPlace, to: FlowPlace, patients: number): boolean {
  return patients > 0 || (from !== 'fewer' && to !== 'more');
}

/** Patients who come into a place, and who leave it. */
export function throughput({ links }: Flow, place: FlowPlace): { in: number; out: number } {
  const sum = (of: readonly FlowLink[]) => of.reduce((total, { patients }) => total + patients, 0);
  return {
    in: sum(links.filter(({ to }) => to === place)),
    out: sum(links.filter(({ from }) => from === place)),
  };
}

/** Mean of a winter's total of a daily count; NaN where the series is not there. */
function totalOf(fans: readonly Fan[], scenario: string, series: DailySeriesKey): number {
  const fan = fans.find((one) => one.scenario === scenario && one.series === series);
  return fan === undefined ? Number.NaN : fan.mean.reduce((total, value) => total + value, 0);
}
