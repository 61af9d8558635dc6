// sim/calibration/tightness.ts: how tightly a hospital runs its beds, from its reported occupancy.
//
// Within a winter open beds follow occupied beds one to one (median elasticity of about 100 trusts
// in four winters: 1.03 to 1.10): wards open and close beds as patients come. A hospital that
// reports 97 % therefore is not one that is always full, with A&E blocked; it is one that counts
// few empty beds as open. So the higher the occupancy, the wider the range over which beds open
// and close, the fewer stand free before they close, and the smaller the pools that cannot flex.

import { POOLS } from '../hospital/categories.js';
import type { Model } from '../scenario/schema.js';

const LOOSE = 0.93; // occupancy that the base reaches with its own rules
const TIGHT = 0.962; // and the one it reaches with all of those below at 1
const MOST = 2;
// Open beds fell by 3 to 4 % at Christmas while a tenth of patients left: so many close, not more.
const CLOSED_MOST = 0.03;
const CLOSED_BEYOND = 0.02;
const BED_HOURS = [7, 9, 11, 14, 17, 20, 23];

/** 0 for a hospital with beds to spare, 1 at about 96 %, more beyond. */
export function tightnessOf(occupancy: number): number {
  return Math.max(0, Math.min(MOST, (occupancy - LOOSE) / (TIGHT - LOOSE)));
}

/**
 * Sets the beds of a model in place for a hospital that runs so tightly.
 * @param base the system that it was sized from: no pool gets much smaller than its patients need
 * @param open mean beds open
 */
export function runTightly(model: Model, base: Model, tightness: number, open: number): void {
  if (tightness === 0) return;
  const { beds } = model;
  const part = Math.min(1, tightness);
  const beyond = Math.max(0, tightness - 1);
  const most = Math.round(open * (0.06 + 0.09 * part + 0.1 * beyond));
  beds.flex = {
    ...beds.flex,
    most: Math.max(beds.flex.most, most),
    closeAboveFree: Math.round(beds.flex.closeAboveFree * Math.max(0, 1 - 2 * tightness)),
    meetingHours: tightness >= 0.5 ? BED_HOURS : beds.flex.meetingHours,
  };
  if (tightness >= 0.5) beds.outlierKeepFreeBeds = 0;
  shareOut(model, base, open * (1 - CLOSED_MOST - CLOSED_BEYOND * beyond), tightness);
}

const LEAST_OF_NEED = 0.7; // of the pool's beds for each admission at the base, which has room

/** Core beds in all, with the pools that never flex the smaller the tighter. */
function shareOut(model: Model, base: Model, core: number, tightness: number): void {
  const { beds } = model;
  const admitted = admissionsPerDay(model) / admissionsPerDay(base);
  const weights = POOLS.map((pool) => {
    const less = pool === 'children' ? 0.35 : pool === 'assessment' ? 0.25 : 0;
    const own = beds[pool]?.core ?? 0;
    const need = LEAST_OF_NEED * (base.beds[pool]?.core ?? 0) * admitted;
    return less === 0
      ? own
      : Math.max(Math.min(own, need), own * (1 - less * Math.min(1.6, tightness)));
  });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  POOLS.forEach((pool, i) => {
    if ((beds[pool]?.core ?? 0) > 0) {
      beds[pool].core = Math.max(1, Math.round((core * weights[i]) / total));
    }
  });
}

/** Emergency admissions a day, those referred among them; a share of the latter stays less than a day. */
export function admissionsPerDay({ demand, patients }: Model): number {
  return demand.attendancesPerDay * patients.admission.overallShare + demand.referredPerDay * 0.7;
}
