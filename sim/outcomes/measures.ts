// sim/outcomes/measures.ts: the observations of one replication become outcomes and daily series.

import type { Days } from '../engine/time.js';
import { type ActionCount, addedUp, type Observed, type Series } from '../hospital/observed.js';
import { BOOKED_SLOTS, type OfferCount } from '../hospital/offers.js';
import type { Replication } from '../hospital/simulate.js';
import type { ObservedUnit } from '../hospital/unit-parameters.js';
import {
  byWeek,
  highest,
  histogramQuantile,
  longestRun,
  mean,
  ratio,
  sum,
} from './daily-series.js';
import { departmentShares } from './department-time.js';
import { dischargeDaily, dischargeValues } from './discharge-measures.js';
import { excessDeaths, excessDeathsLeast, excessDeathsMost } from './harm.js';
import { DAILY, type DailySeriesKey, OUTCOME_KEYS, type Outcome } from './keys.js';
import { shockValuesOf } from './measures-shocks.js';
import { attendancesByDay, countOf, totalsOf, type UnitCount } from './unit-counts.js';

/** Outcomes in the order of OUTCOMES, and daily series in the order of DAILY. */
export interface Measured {
  /** Of the whole system. */
  outcomes: Float64Array;
  /** Of each site, where there are several; else empty. */
  sites: Float64Array[];
  /** Bed days of delayed transfers of the whole system by cell (sim/hospital/delays.ts). */
  delays: Float64Array;
  /** What each service did in the reported period. */
  services: OfferCount[];
  /** What each urgent care unit did, where there are any. */
  units?: UnitCount[];
  /** What each action of the pressure policy did in the reported period. */
  actions: ActionCount[];
  daily: Float64Array[];
  eventsCount: number;
}

const MINUTES_PER_DAY = 1440;

/**
 * Measures one replication: the system as a whole, and each of its sites where there are several.
 * A mean over nothing is NaN ("undefined"), never 0.
 */
export function measure({ sites, units, eventsCount }: Replication, days: Days): Measured {
  const whole = sites.length === 1 ? sites[0] : addedUp(sites);
  const counts = units.map(countOf);
  const series = dailyOf(whole, units, days);
  return {
    outcomes: outcomesOf(whole, counts, days),
    sites: sites.length === 1 ? [] : sites.map((site) => outcomesOf(site, [], days)),
    delays: whole.delayMinutes.map((minutes) => minutes / MINUTES_PER_DAY),
    services: whole.offers,
    ...(units.length > 0 ? { units: counts } : {}),
    actions: whole.actions,
    daily: DAILY.map(({ key }) => series[key]),
    eventsCount,
  };
}

function outcomesOf(site: Observed, units: readonly UnitCount[], days: Days): Float64Array {
  const values = { ...valuesOf(site, units), ...dischargeValues(site, days) };
  return Float64Array.from(OUTCOME_KEYS, (key) => values[key]);
}

type DischargeOutcome = keyof ReturnType<typeof dischargeValues>;

/** Values of a site, or of the system with its units. */
function valuesOf(
  site: Observed,
  units: readonly UnitCount[],
): Record<Exclude<Outcome, DischargeOutcome>, number> {
  const { daily, days } = site;
  const total = (name: Series) => sum(daily[name]);
  const share = ratio(daily.occupied0800, daily.open0800);
  const daysOver = (limit: number) => share.filter((value) => value > limit).length;
  const emergencies =
    total('admissionsFromDepartment') + total('admissionsReferred') + total('admissionsSdec');
  const atUnits = totalsOf(units);
  const within4h = total('within4h') + atUnits.within4h;
  const handovers = total('handovers');
  const admitted = {
    hours4To6: total('admitted4To6h'),
    hours6To8: total('admitted6To8h'),
    hours8To12: total('admitted8To12h'),
    over12Hours: total('admittedOver12h'),
  };
  return {
    ...departmentShares(site),
    occupancyShareMean: total('occupiedBedMinutes') / total('openBedMinutes'),
    occupancy0800ShareMean: mean(share),
    occupancyMidnightShareMean: mean(ratio(daily.occupiedMidnight, daily.openMidnight)),
    occupancy0800ShareMax: highest(share),
    daysOver92Count: daysOver(0.92),
    daysOver95Count: daysOver(0.95),
    daysOver98Count: daysOver(0.98),
    longestRunOver92Days: longestRun(share, 0.92),
    bedsOccupiedMean: total('occupied0800') / days,
    bedsOpenMean: total('open0800') / days,
    escalationBedDays: total('escalation0800'),
    flexBedDays: total('flex0800'),
    outlierBedDays: total('outliers0800'),
    attendancesCount: total('attendances') + atUnits.attendances,
    attendancesType1Count: total('attendances'),
    attendancesType3Count: atUnits.attendances,
    conveyancesCount: total('conveyances'),
    within4hShare: within4h / (total('clocked') + atUnits.clocked),
    within4hType1Share: total('within4h') / total('clocked'),
    unitsSentOnShare: atUnits.sentOn / atUnits.attendances,
    bookedSlotShare: bookedShare(site.offers),
    assessedWithin24hShare: assessedShare(site.offers),
    crisisResponseWithin2hShare: atUnits.visitsWithin2h / atUnits.visitsBegun,
    over12hFromArrivalShare: total('over12hFromArrival') / total('clocked'),
    over12hFromDecisionCount: total('over12hFromDecision'),
    readyOver1hShare: total('readyOver1h') / total('readyTimed'),
    initialAssessmentMinutesMedian: histogramQuantile(site.assessmentWaits, 0.5),
    initialAssessmentMinutesP95: histogramQuantile(site.assessmentWaits, 0.95),
    handoverOver15Share: total('handoverOver15') / handovers,
    handoverOver30Share: total('handoverOver30') / handovers,
    handoverOver60Share: total('handoverOver60') / handovers,
    leftWithoutBeingSeenShare: total('leftUnseen') / total('attendances'),
    leftWithoutBeingSeenCount: total('leftUnseen'),
    admissionsEmergencyCount: emergencies,
    spellsZeroDayCount: total('spellsZeroDay'),
    spellsOneDayPlusCount: total('spellsOneDayPlus'),
    electivesAdmittedCount: total('electivesAdmitted'),
    electivesCancelledCount: total('electivesCancelled'),
    stayMeanDays: total('spellDays') / total('spellsOneDayPlus'),
    stays7Beds: total('stays7At0800') / days,
    stays14Beds: total('stays14At0800') / days,
    stays21Beds: total('stays21At0800') / days,
    notMeetingCriteriaToResideMean: total('delayed0800') / days,
    dtocShareMean: total('dtocBedMinutes') / total('occupiedBedMinutes'),
    dtocBedDays: total('dtocBedMinutes') / MINUTES_PER_DAY,
    awaitingBed0800Mean: total('awaitingBed0800') / days,
    sdecCount: total('admissionsSdec'),
    deathsCount: total('deaths'),
    policyDaysCount: total('policyInForce'),
    escalationPolicyBedDays: total('surgeOpen0800'),
    boardedBedDays: total('boardedBedMinutes') / MINUTES_PER_DAY,
    boardedCount: total('boardedPatients'),
    divertedCount: total('diverted'),
    transferredCount: total('transferredOut'),
    policyElectivesCancelledCount: total('policyCancelled'),
    dischargesPushedCount: total('dischargesPushed'),
    opel3DaysCount: daysAtOpel(daily.opelLevel, 3),
    opel4DaysCount: daysAtOpel(daily.opelLevel, 4),
    excessDeathsMean: excessDeaths(admitted),
    excessDeathsLeast: excessDeathsLeast(admitted),
    excessDeathsMost: excessDeathsMost(admitted),
    costPounds: Number.NaN, // not of the hospital: see costs.ts
    daysOutsideValidityCount: total('outsideValidity'),
    ...shockValuesOf(site),
  };
}

/** Of patients whom 111 refers to A&E; NaN where no such service works. */
function bookedShare(offers: readonly OfferCount[]): number {
  const slots = offers.find(({ name }) => name === BOOKED_SLOTS);
  return slots === undefined ? Number.NaN : slots.changed / slots.reached;
}

/** Of patients eligible for services that assess those they do not meet later. */
function assessedShare(offers: readonly OfferCount[]): number {
  const services = offers.filter(({ within24h }) => within24h !== undefined);
  const total = (of: (count: OfferCount) => number) =>
    services.reduce((all, count) => all + of(count), 0);
  return total(({ within24h = 0 }) => within24h) / total(({ eligible }) => eligible);
}

function dailyOf(
  site: Observed,
  units: readonly ObservedUnit[],
  days: Days,
): Record<DailySeriesKey, Float64Array> {
  const { daily } = site;
  return {
    occupancy0800Share: ratio(daily.occupied0800, daily.open0800),
    bedsOccupied0800: daily.occupied0800,
    bedsOpen0800: daily.open0800,
    flexBeds0800: daily.flex0800,
    within4hShare: ratio(daily.within4h, daily.clocked),
    within4hWeekShare: byWeek(daily.within4h, daily.clocked, days),
    attendances: daily.attendances,
    conveyances: daily.conveyances,
    spellsZeroDay: daily.spellsZeroDay,
    spellsOneDayPlus: daily.spellsOneDayPlus,
    spellsZeroDayCovid: daily.spellsZeroDayCovid,
    spellsOneDayPlusCovid: daily.spellsOneDayPlusCovid,
    attendancesType3: attendancesByDay(units, site.days),
    admissionsEmergency: daily.admissionsFromDepartment.map(
      (count, day) => count + daily.admissionsReferred[day] + daily.admissionsSdec[day],
    ),
    admissionsType1: daily.admissionsFromDepartment.map(
      (count, day) => count + daily.admissionsSdec[day],
    ),
    handoverOver30: daily.handoverOver30,
    handoverOver60: daily.handoverOver60,
    electivesCancelled: daily.electivesCancelled,
    delayed0800: daily.delayed0800,
    dtoc0800: daily.dtoc0800,
    stays7Beds0800: daily.stays7At0800,
    stays21Beds0800: daily.stays21At0800,
    awaitingBed0800: daily.awaitingBed0800,
    ...dischargeDaily(site),
    escalationPolicyBeds0800: daily.surgeOpen0800,
    boarded0800: daily.boarded0800,
    opelLevel: daily.opelLevel.map((level) => (level > 0 ? level : Number.NaN)),
    discharges: daily.discharges,
    bedsLost0800: daily.infectionLost0800.map((beds, day) => beds + daily.sicknessLost0800[day]),
  };
}

/** Days at a level or above; NaN where no table of levels is given. */
function daysAtOpel(levels: Float64Array, from: number): number {
  const counted = levels.filter((level) => level > 0);
  return counted.length > 0 ? counted.filter((level) => level >= from).length : Number.NaN;
}
