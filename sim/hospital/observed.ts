// sim/hospital/observed.ts: what is counted of one site in the reported period, day by day.
//
// Attendances are counted on the day of arrival, spells on the day of discharge, delays and beds
// on the day itself. Nothing here is read by the model: observing changes nothing.

import { ATTRIBUTIONS, DTOC_REASONS } from './categories.js';
import { DELAY_CELLS } from './delays.js';
import type { OfferCount } from './offers.js';

/**
 * Series with one number for each reported day. A class with named fields, not a record: the model
 * writes here at most events.
 */
export class DailySeries {
  attendances: Float64Array;
  conveyances: Float64Array;
  /** Attendances whose 4-hour clock has stopped, or has run past 4 hours at the end. */
  clocked: Float64Array;
  within4h: Float64Array;
  over12hFromArrival: Float64Array;
  over12hFromDecision: Float64Array;
  /** Patients admitted from A&E by hours from arrival to leaving it; none within 4 hours. */
  admitted4To6h: Float64Array;
  admitted6To8h: Float64Array;
  admitted8To12h: Float64Array;
  admittedOver12h: Float64Array;
  /** Attendances with a time from clinically ready to leaving. */
  readyTimed: Float64Array;
  readyOver1h: Float64Array;
  handovers: Float64Array;
  handoverOver15: Float64Array;
  handoverOver30: Float64Array;
  handoverOver60: Float64Array;
  leftUnseen: Float64Array;
  admissionsFromDepartment: Float64Array;
  admissionsReferred: Float64Array;
  admissionsSdec: Float64Array;
  electivesAdmitted: Float64Array;
  electivesCancelled: Float64Array;
  spellsZeroDay: Float64Array;
  spellsOneDayPlus: Float64Array;
  /** Total length of stay of emergency spells that ended. */
  spellDays: Float64Array;
  /** From beds, alive. */
  discharges: Float64Array;
  /** Of these, home with support (P1), to a community bed (P2) and to a care home (P3). */
  dischargesSupport: Float64Array;
  dischargesCommunityBed: Float64Array;
  dischargesCareHome: Float64Array;
  /** Of discharges, no short stays; and of those, from beds left before 10:00, and before noon. */
  dischargesLonger: Float64Array;
  dischargesBefore10: Float64Array;
  dischargesBeforeNoon: Float64Array;
  /** Full assessments for continuing healthcare, and those done in a bed of the hospital. */
  chcAssessments: Float64Array;
  chcInHospital: Float64Array;
  /** Emergency spells of more than 3 days that reach their third day, and those with an expected date. */
  expectedDateDue: Float64Array;
  expectedDateSet: Float64Array;
  /** In the virtual ward at 08:00. */
  virtualWard0800: Float64Array;
  deaths: Float64Array;
  open0800: Float64Array;
  occupied0800: Float64Array;
  /** Occupied beds beyond the core beds, up to the escalation beds open. */
  escalation0800: Float64Array;
  /** Flexible beds open at 08:00. */
  flex0800: Float64Array;
  outliers0800: Float64Array;
  stays7At0800: Float64Array;
  stays14At0800: Float64Array;
  stays21At0800: Float64Array;
  /** No longer meet the criteria to reside. */
  delayed0800: Float64Array;
  dtoc0800: Float64Array;
  /** In a community bed, waiting for care at home or a care home. */
  onward0800: Float64Array;
  /** In A&E after the decision to admit. */
  awaitingBed0800: Float64Array;
  /** In A&E at 08:00, waiting crews included. */
  inDepartment0800: Float64Array;
  /** 1 when more wait at 08:00 than the model can relieve (census.ts). */
  outsideValidity: Float64Array;
  /** 1 when an action of the pressure policy was in force at any hour of the day. */
  policyInForce: Float64Array;
  /** Escalation beds that the pressure policy has open at 08:00. */
  surgeOpen0800: Float64Array;
  /** Bed minutes of patients boarded beyond the beds of a ward. */
  boardedBedMinutes: Float64Array;
  /** Boarded at 08:00. */
  boarded0800: Float64Array;
  /** Patients boarded, on the day on which they were given the place. */
  boardedPatients: Float64Array;
  /** Ambulance patients sent to another site. */
  diverted: Float64Array;
  /** Patients who waited for a bed and were given one at another site. */
  transferredOut: Float64Array;
  /** Electives cancelled by the policy who would have had a bed. */
  policyCancelled: Float64Array;
  /** Discharges that would not have been on that day without the push. */
  dischargesPushed: Float64Array;
  /** OPEL level at 08:00, 1 to 4; 0 where no table is given. */
  opelLevel: Float64Array;
  openMidnight: Float64Array;
  occupiedMidnight: Float64Array;
  openBedMinutes: Float64Array;
  occupiedBedMinutes: Float64Array;
  dtocBedMinutes: Float64Array;
  delayedBedMinutes: Float64Array;
  /** Spells and beds of patients with COVID-19, and beds of flu patients. */
  spellsZeroDayCovid: Float64Array;
  spellsOneDayPlusCovid: Float64Array;
  covid0800: Float64Array;
  flu0800: Float64Array;
  /** Empty beds that cannot be used at 08:00: closed bays and zoning; staff ill. */
  infectionLost0800: Float64Array;
  sicknessLost0800: Float64Array;
  /** Beds of closed bays and wards at 08:00, those still in use too. */
  norovirusClosed0800: Float64Array;
  /** Hours of A&E clinicians missing because staff are ill. */
  clinicianHoursLost: Float64Array;
  /** Critical care beds and patients at 08:00, and those who wait there for a ward bed. */
  criticalOpen0800: Float64Array;
  critical0800: Float64Array;
  criticalDelayed0800: Float64Array;
  /** Where patients come back: admissions of who does; alive from a bed or same-day care. */
  readmissions: Float64Array;
  leftAlive: Float64Array;

  constructor(days: number) {
    this.attendances = new Float64Array(days);
    this.conveyances = new Float64Array(days);
    this.clocked = new Float64Array(days);
    this.within4h = new Float64Array(days);
    this.over12hFromArrival = new Float64Array(days);
    this.over12hFromDecision = new Float64Array(days);
    this.admitted4To6h = new Float64Array(days);
    this.admitted6To8h = new Float64Array(days);
    this.admitted8To12h = new Float64Array(days);
    this.admittedOver12h = new Float64Array(days);
    this.readyTimed = new Float64Array(days);
    this.readyOver1h = new Float64Array(days);
    this.handovers = new Float64Array(days);
    this.handoverOver15 = new Float64Array(days);
    this.handoverOver30 = new Float64Array(days);
    this.handoverOver60 = new Float64Array(days);
    this.leftUnseen = new Float64Array(days);
    this.admissionsFromDepartment = new Float64Array(days);
    this.admissionsReferred = new Float64Array(days);
    this.admissionsSdec = new Float64Array(days);
    this.electivesAdmitted = new Float64Array(days);
    this.electivesCancelled = new Float64Array(days);
    this.spellsZeroDay = new Float64Array(days);
    this.spellsOneDayPlus = new Float64Array(days);
    this.spellDays = new Float64Array(days);
    this.discharges = new Float64Array(days);
    this.dischargesSupport = new Float64Array(days);
    this.dischargesCommunityBed = new Float64Array(days);
    this.dischargesCareHome = new Float64Array(days);
    this.dischargesLonger = new Float64Array(days);
    this.dischargesBefore10 = new Float64Array(days);
    this.dischargesBeforeNoon = new Float64Array(days);
    this.chcAssessments = new Float64Array(days);
    this.chcInHospital = new Float64Array(days);
    this.expectedDateDue = new Float64Array(days);
    this.expectedDateSet = new Float64Array(days);
    this.virtualWard0800 = new Float64Array(days);
    this.deaths = new Float64Array(days);
    this.open0800 = new Float64Array(days);
    this.occupied0800 = new Float64Array(days);
    this.escalation0800 = new Float64Array(days);
    this.flex0800 = new Float64Array(days);
    this.outliers0800 = new Float64Array(days);
    this.stays7At0800 = new Float64Array(days);
    this.stays14At0800 = new Float64Array(days);
    this.stays21At0800 = new Float64Array(days);
    this.delayed0800 = new Float64Array(days);
    this.dtoc0800 = new Float64Array(days);
    this.onward0800 = new Float64Array(days);
    this.awaitingBed0800 = new Float64Array(days);
    this.inDepartment0800 = new Float64Array(days);
    this.outsideValidity = new Float64Array(days);
    this.policyInForce = new Float64Array(days);
    this.surgeOpen0800 = new Float64Array(days);
    this.boardedBedMinutes = new Float64Array(days);
    this.boarded0800 = new Float64Array(days);
    this.boardedPatients = new Float64Array(days);
    this.diverted = new Float64Array(days);
    this.transferredOut = new Float64Array(days);
    this.policyCancelled = new Float64Array(days);
    this.dischargesPushed = new Float64Array(days);
    this.opelLevel = new Float64Array(days);
    this.openMidnight = new Float64Array(days);
    this.occupiedMidnight = new Float64Array(days);
    this.openBedMinutes = new Float64Array(days);
    this.occupiedBedMinutes = new Float64Array(days);
    this.dtocBedMinutes = new Float64Array(days);
    this.delayedBedMinutes = new Float64Array(days);
    this.spellsZeroDayCovid = new Float64Array(days);
    this.spellsOneDayPlusCovid = new Float64Array(days);
    this.covid0800 = new Float64Array(days);
    this.flu0800 = new Float64Array(days);
    this.infectionLost0800 = new Float64Array(days);
    this.sicknessLost0800 = new Float64Array(days);
    this.norovirusClosed0800 = new Float64Array(days);
    this.clinicianHoursLost = new Float64Array(days);
    this.criticalOpen0800 = new Float64Array(days);
    this.critical0800 = new Float64Array(days);
    this.criticalDelayed0800 = new Float64Array(days);
    this.readmissions = new Float64Array(days);
    this.leftAlive = new Float64Array(days);
  }
}

export type Series = keyof DailySeries;

/** Names of all series. */
export const SERIES = Object.keys(new DailySeries(0)) as Series[];

/** What an action of the pressure policy did in the reported period. */
export interface ActionCount {
  name: string;
  /** How often it was called, and days on which it was in force. */
  calls: number;
  days: number;
  /** Bed days that it opened (at 08:00), and patients whose way it changed. */
  bedDays: number;
  patients: number;
}

const WAIT_MINUTES_MAX = 1440;

/** Observations of one site over the reported days of one replication. */
export class Observed {
  readonly days: number;
  readonly daily: DailySeries;
  /** Attendances by whole minutes from arrival to initial assessment, capped at a day. */
  readonly assessmentWaits = new Int32Array(WAIT_MINUTES_MAX + 1);
  /**
   * Attendances by minutes in A&E on the 4-hour clock, rounded up, so that those within a limit are
   * the sum up to it; all beyond a day together. As many as are clocked.
   */
  readonly departmentMinutes = new Int32Array(WAIT_MINUTES_MAX + 2);
  readonly offers: OfferCount[];
  /** Minutes of delayed transfers by day x reason, by day x attribution, and by cell (delays.ts). */
  readonly delayMinutesByReason: Float64Array;
  readonly delayMinutesByAttribution: Float64Array;
  readonly delayMinutes = new Float64Array(DELAY_CELLS);
  readonly actions: ActionCount[];

  /**
   * @param offers names of the services of the site
   * @param actions names of the actions of its pressure policy
   */
  constructor(days: number, offers: readonly string[], actions: readonly string[]) {
    this.days = days;
    this.actions = actions.map((name) => ({ name, calls: 0, days: 0, bedDays: 0, patients: 0 }));
    this.daily = new DailySeries(days);
    this.delayMinutesByReason = new Float64Array(days * DTOC_REASONS.length);
    this.delayMinutesByAttribution = new Float64Array(days * ATTRIBUTIONS.length);
    this.offers = offers.map((name) => ({ name, eligible: 0, reached: 0, changed: 0 }));
  }

  addAssessmentWait(minutes: number): void {
    this.assessmentWaits[Math.min(Math.max(Math.floor(minutes), 0), WAIT_MINUTES_MAX)]++;
  }

  addDepartmentMinutes(minutes: number): void {
    this.departmentMinutes[Math.min(Math.max(Math.ceil(minutes), 0), WAIT_MINUTES_MAX + 1)]++;
  }
}

/**
 * What is counted of several sites as if they were one: counts and beds added up; a day is outside
 * the valid range when it is so at any of them. Services are added up by name.
 */
export function addedUp(sites: readonly Observed[]): Observed {
  const [{ days }] = sites;
  const total = new Observed(days, [], []);
  for (const site of sites) {
    const { daily, assessmentWaits, departmentMinutes } = site;
    addTo(total.delayMinutesByReason, site.delayMinutesByReason);
    addTo(total.delayMinutesByAttribution, site.delayMinutesByAttribution);
    addTo(total.delayMinutes, site.delayMinutes);
    for (const name of SERIES) {
      if (name === 'opelLevel') continue;
      const sum = total.daily[name];
      for (let day = 0; day < days; day++) sum[day] += daily[name][day];
    }
    assessmentWaits.forEach((count, minute) => {
      total.assessmentWaits[minute] += count;
    });
    departmentMinutes.forEach((count, minute) => {
      total.departmentMinutes[minute] += count;
    });
  }
  for (const { daily } of sites) {
    daily.opelLevel.forEach((level, day) => {
      total.daily.opelLevel[day] = Math.max(total.daily.opelLevel[day], level);
    });
  }
  for (const name of ['outsideValidity', 'policyInForce'] as const) {
    total.daily[name].forEach((count, day, series) => {
      series[day] = Math.min(1, count);
    });
  }
  for (const count of sites.flatMap(({ actions }) => actions)) {
    const same = total.actions.find(({ name }) => name === count.name);
    if (same === undefined) total.actions.push({ ...count });
    else {
      same.calls += count.calls;
      same.days += count.days;
      same.bedDays += count.bedDays;
      same.patients += count.patients;
    }
  }
  for (const count of sites.flatMap(({ offers }) => offers)) {
    const same = total.offers.find(({ name }) => name === count.name);
    if (same === undefined) total.offers.push({ ...count });
    else {
      same.eligible += count.eligible;
      same.reached += count.reached;
      same.changed += count.changed;
      if (count.within24h !== undefined) {
        same.within24h = (same.within24h ?? 0) + count.within24h;
      }
    }
  }
  return total;
}

function addTo(sum: Float64Array, values: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] += values[i];
}
