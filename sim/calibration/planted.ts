// sim/calibration/planted.ts: a trust whose truth is known: its levers are drawn, one winter of it is
// simulated and returned as a trust would return it, and the fit is held against what was planted.

import { toUnit } from '../engine/draws.js';
import { seedOf } from '../engine/seed.js';
import { dayNumberOf, SATURDAY, weekdayOf } from '../engine/time.js';
import { OUTCOME_KEYS } from '../outcomes/keys.js';
import type { Measured } from '../outcomes/measures.js';
import type { Model } from '../scenario/schema.js';
import { type Calendar, periodOver, type SimulateOne } from './backtest/train.js';
import { daysLater } from './backtest/winters.js';
import { daysInMonth } from './defects.js';
import { daily } from './figures.js';
import { fitTrust } from './fit-trust.js';
import type { EmergencyMonth, History } from './history.js';
import { LEVERS, type Lever, movedModel } from './levers.js';
import { sizedTrust, type TrustRow } from './trusts.js';

type LeverValues = Record<Lever['id'], number>;

/** Half-widths within which levers are planted. */
const REACH: LeverValues = {
  stay: 0.2,
  tail: 0.2,
  longer: 0.15,
  beds: 0.03,
  department: 0.2,
  waits: 0.4,
  weekend: 0.3,
};

/** A hospital of the size of Wye Valley, with beds to spare on some days. */
const ROW: TrustRow = {
  code: 'PLANTED',
  name: 'Planted',
  grade: 'A',
  reasons: '',
  winter: '2017-18',
  attendances: new Array<number>(12).fill(150),
  admitted: new Array<number>(12).fill(0.28),
  open: 240,
  openSd: 5,
  occupancy: 0.94,
  levers: { stay: -0.25, tail: 0, longer: 0, beds: 0, department: 0, waits: 0, weekend: 0 },
};
const DAYS = { from: '2017-11-20', to: '2018-03-04' };

export interface Recovered {
  truth: LeverValues;
  found: LeverValues;
}

/**
 * Plants a truth and looks for it.
 * @param plant number of the truth: each has its own levers and its own winter
 * @param simulateTruth a winter with draws that the fit does not see
 * @param tellsReady whether the return has who no longer meets the criteria to reside; only then are
 *   times to arrange care planted
 */
export async function recover(
  base: Model,
  plant: number,
  calendar: Calendar,
  simulateTruth: SimulateOne,
  simulate: SimulateOne,
  tellsReady = false,
): Promise<Recovered> {
  const truth = { ...ROW.levers };
  for (const { id } of LEVERS) {
    if ((id === 'waits' || id === 'weekend') && !tellsReady) continue;
    truth[id] += REACH[id] * (2 * toUnit(seedOf(`plant ${plant} ${id}`)[0]) - 1);
  }
  const model = movedModel(
    sizedTrust(base, ROW),
    LEVERS,
    LEVERS.map(({ id }) => truth[id]),
  );
  model.period = periodOver([DAYS.from, DAYS.to], calendar.lagDays);
  const run = await simulateTruth(model, plant);
  const dates = calendar.dates(model).map((date) => daysLater(date, -calendar.lagDays));
  const history = returned(run, dates, tellsReady);
  const { row } = await fitTrust(
    base,
    { code: ROW.code, name: ROW.name, winter: ROW.winter },
    history,
    history.months,
    calendar,
    simulate,
  );
  return { truth, found: row.levers };
}

/** What a trust would send in of one simulated winter. */
export function returned(run: Measured, dates: readonly string[], tellsReady: boolean): History {
  const inside = dates.flatMap((date, i) => (date >= DAYS.from && date <= DAYS.to ? [i] : []));
  // Only their week is used, so that as many as 100 a day will do.
  const weekend = run.outcomes[OUTCOME_KEYS.indexOf('weekendDischargeShare')];
  const days = inside.map((i) => ({
    date: dates[i],
    open: daily(run, 'bedsOpen0800')[i],
    occupied: daily(run, 'bedsOccupied0800')[i],
    over7: daily(run, 'stays7Beds0800')[i],
    over21: daily(run, 'stays21Beds0800')[i],
    ...(tellsReady ? { nctr: daily(run, 'delayed0800')[i] } : {}),
    ...(tellsReady ? { discharges: isWeekend(dates[i]) ? 100 * weekend : 100 } : {}),
  }));
  const months = [...new Set(dates.map((date) => date.slice(0, 'YYYY-MM'.length)))];
  return {
    org: ROW.code,
    days,
    months: months.flatMap((month) => monthOf(run, dates, month)),
    notes: [],
    isPinned: false,
  };
}

function isWeekend(date: string): boolean {
  return weekdayOf(dayNumberOf(date)) >= SATURDAY;
}

/** A whole month of A&E; none where days of it were not simulated. */
function monthOf(run: Measured, dates: readonly string[], month: string): EmergencyMonth[] {
  const inside = dates.flatMap((date, i) => (date.startsWith(month) ? [i] : []));
  if (inside.length < daysInMonth(month)) return [];
  const sum = (of: (i: number) => number) => inside.reduce((total, i) => total + of(i), 0);
  const attendances = daily(run, 'attendances');
  const within = daily(run, 'within4hShare');
  return [
    {
      month,
      attendances: sum((i) => attendances[i]),
      breaches: sum((i) => attendances[i] * (1 - within[i])),
      admissions: sum((i) => daily(run, 'admissionsType1')[i]),
    },
  ];
}
