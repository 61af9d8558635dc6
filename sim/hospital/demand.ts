// sim/hospital/demand.ts: who comes: attendances, flu patients, referrals; and who they are.

import { tagOf, toUnit } from '../engine/draws.js';
import { quantileOf } from '../engine/quantile-table.js';
import { HOURS_PER_WEEK, MINUTES_PER_HOUR, SUNDAY } from '../engine/time.js';
import { ACUITIES, AGES, AMBULANCE, CLASSES, FRAILTIES, REFERRED, WALK_IN } from './categories.js';
import { ARRIVED } from './kinds.js';
import type { SiteParameters } from './parameters.js';
import { DIES, EXPECTED, FLU, NEEDS_ADMISSION, SHORT_STAY } from './patients.js';
import * as purpose from './purposes.js';
import {
  pick,
  type Site,
  STREAM_ATTENDANCES,
  STREAM_DAYS,
  STREAM_EXTRA,
  STREAM_FLU,
  STREAM_REFERRED,
  STREAMS_PER_SITE,
  type System,
  streamOfUnit,
} from './system.js';

const MIX_ROW = { attendance: 0, referred: 1, flu: 2 } as const;

/** Draws what this winter is like at each site, beyond what could be known. */
export function drawWinterEffects(system: System): void {
  for (const site of system.sites) {
    const stream = streamOf(site, STREAM_DAYS);
    const demand = system.draws.bits(0, tagOf(stream, purpose.WINTER_DEMAND));
    const stays = system.draws.bits(0, tagOf(stream, purpose.WINTER_STAYS));
    const { parameters } = site;
    system.winterDemand[site.index] = quantileOf(parameters.demand.winterEffect, demand);
    system.winterStays[site.index] = quantileOf(parameters.stays.winterEffect, stays);
  }
}

/** Draws the effect of a new day at each site. */
export function drawDayEffects(system: System, day: number): void {
  for (const site of system.sites) {
    const tag = tagOf(streamOf(site, STREAM_DAYS), purpose.DAY_EFFECT);
    const { dayEffect } = site.parameters.demand;
    const effect = quantileOf(dayEffect, system.draws.bits(day, tag));
    system.dayEffect[site.index] = system.winterDemand[site.index] * effect;
  }
}

/** Draws the patients of an hour of the run and schedules their arrival. */
export function drawHour(system: System, hour: number): void {
  for (const site of system.sites) {
    const { demand } = site.parameters;
    const effect = system.dayEffect[site.index];
    const attendances = demand.attendancesPerHour[hour] * effect;
    const referred = demand.referredPerHour[hour] * effect;
    expectAt(system, site, STREAM_ATTENDANCES, hour, attendances);
    expectAt(system, site, STREAM_REFERRED, hour, referred);
    expectAt(system, site, STREAM_FLU, hour, demand.fluPerHour[hour]);
    for (const { stream, perHour, varies } of demand.extra) {
      expectAt(system, site, stream, hour, varies ? perHour[hour] * effect : perHour[hour]);
    }
  }
  for (const unit of system.units) {
    expect(system, streamOfUnit(unit), 0, hour, unit.parameters.perHour[hour], null);
  }
}

/** Hour of the week of an hour of the run; bank holidays count as Sundays. */
export function hourOfWeekOf(system: System, hour: number): number {
  const { days } = system.parameters;
  const day = Math.floor(hour / 24);
  const weekday = days.bankHoliday[day] ? SUNDAY : days.weekday[day];
  return (weekday * 24 + (hour % 24)) % HOURS_PER_WEEK;
}

/** Age, frailty, mode and acuity; and, for who needs a bed, its class, the stay and its end. */
export function describe(system: System, p: number): void {
  const { patients, draws } = system;
  const site = system.siteOf(p).parameters;
  const { mix, demand } = site;
  const stream = patients.stream[p] % STREAMS_PER_SITE;
  const extra = stream >= STREAM_EXTRA ? demand.extraOf[stream - STREAM_EXTRA] : null;
  const referred = stream === STREAM_REFERRED || extra?.like === 'referred';
  const key = patients.key[p];
  const base = tagOf(patients.stream[p], 0);
  const ageUnit = toUnit(draws.block(key, base | purpose.AGE));
  const age = pick(agesOf(site, stream), 0, AGES, ageUnit);
  const frailty = pick(mix.frailtyShares, age, FRAILTIES, toUnit(draws.other));
  const cell = age * FRAILTIES + frailty;
  patients.age[p] = age;
  patients.frailty[p] = frailty;
  const modeUnit = toUnit(draws.block(key, base | purpose.MODE));
  const ambulance = modeUnit < mix.ambulanceShare[cell];
  const mode = referred ? REFERRED : ambulance ? AMBULANCE : WALK_IN;
  const acuity = pick(mix.acuityShares, ambulance ? 1 : 0, ACUITIES.length, toUnit(draws.other));
  patients.mode[p] = mode;
  patients.acuity[p] = acuity;
  if (stream === STREAM_FLU) patients.set(p, FLU);
  if (extra !== null) patients.set(p, extra.flag);
  if (stream === STREAM_ATTENDANCES || extra?.like === 'attendances') {
    if (!needsAdmission(system, p, ambulance)) return;
  }
  patients.set(p, NEEDS_ADMISSION);
  describeStay(system, p);
}

/** Whether a patient whose age, frailty and acuity are known needs admission: one draw. */
export function needsAdmission(system: System, p: number, ambulance: boolean): boolean {
  const { patients } = system;
  const { mix, demand } = system.siteOf(p).parameters;
  const row = patients.ageFrailty(p) * 2 + (ambulance ? 1 : 0);
  const chance = mix.admissionChance[row * ACUITIES.length + patients.acuity[p]];
  const day = Math.floor(patients.arrivedAt[p] / 1440);
  return system.unit(p, purpose.NEED) < chance * demand.conversionIndex[day];
}

/** Class of bed, length of the clinical stay, and whether it ends in death. */
export function describeStay(system: System, p: number): void {
  const { patients, draws } = system;
  const site = system.siteOf(p).parameters;
  const cell = patients.ageFrailty(p);
  const key = patients.key[p];
  const base = tagOf(patients.stream[p], 0);
  const classUnit = toUnit(draws.block(key, base | purpose.BED_CLASS));
  const bedClass = pick(site.mix.classShares, cell, CLASSES, classUnit);
  const short = toUnit(draws.other) < site.stays.shortShare[bedClass][cell];
  patients.bedClass[p] = bedClass;
  const stayBits = draws.block(key, base | purpose.STAY);
  if (short) {
    patients.set(p, SHORT_STAY);
    patients.stayMinutes[p] = quantileOf(site.stays.shortMinutes, stayBits);
    return;
  }
  if (toUnit(draws.other) < site.stays.deathChance[cell]) patients.set(p, DIES);
  const day = Math.floor(patients.arrivedAt[p] / 1440);
  const stream =
    patients.returns(p) > 0 ? STREAM_ATTENDANCES : patients.stream[p] % STREAMS_PER_SITE;
  const flu = illnessFactor(site, stream);
  const winter = system.winterStays[patients.site[p]];
  const mean = site.stays.meanMinutes[bedClass][cell] * site.stays.index[day] * flu * winter;
  patients.stayMinutes[p] = mean * quantileOf(site.stays.unit[bedClass], stayBits);
}

/** Factor of an illness on the clinical stay. */
function illnessFactor({ stays, demand }: SiteParameters, stream: number): number {
  if (stream === STREAM_FLU) return stays.fluFactor;
  return stream < STREAM_EXTRA ? 1 : (demand.extraOf[stream - STREAM_EXTRA]?.stayFactor ?? 1);
}

/** Cumulative shares of ages of a stream. */
function agesOf({ mix, demand }: SiteParameters, stream: number): Float64Array {
  if (stream === STREAM_FLU) return mix.ageShares[MIX_ROW.flu];
  if (stream === STREAM_REFERRED) return mix.ageShares[MIX_ROW.referred];
  const extra = stream >= STREAM_EXTRA ? demand.extraOf[stream - STREAM_EXTRA] : null;
  return extra === null ? mix.ageShares[MIX_ROW.attendance] : extra.ageShares;
}

/** Whether a candidate comes, where some ages come less often; the age is that of `describe`. */
function comes(system: System, site: number, stream: number, kept: Float64Array, key: number) {
  const { parameters } = system.sites[site];
  const unit = toUnit(system.draws.block(key, tagOf(stream, purpose.AGE)));
  const age = pick(agesOf(parameters, stream % STREAMS_PER_SITE), 0, AGES, unit);
  return kept[age] >= 1 || system.draws.unit(key, tagOf(stream, purpose.KEPT)) < kept[age];
}

/** Stream of a site. */
export function streamOf(site: Site, stream: number): number {
  return site.index * STREAMS_PER_SITE + stream;
}

function expectAt(
  system: System,
  site: Site,
  stream: number,
  hour: number,
  ratePerHour: number,
): void {
  const kept = site.parameters.demand.keptByAge[stream];
  expect(system, streamOf(site, stream), site.index, hour, ratePerHour, kept);
}

function expect(
  system: System,
  stream: number,
  site: number,
  hour: number,
  ratePerHour: number,
  kept: Float64Array | null,
): void {
  if (ratePerHour === 0) return;
  const { patients, calendar, draws, arrivals } = system;
  arrivals.draw(draws, stream, hour, ratePerHour);
  const end = system.parameters.days.count * 24 * MINUTES_PER_HOUR;
  for (let i = 0; i < arrivals.count; i++) {
    const time = arrivals.times[i];
    if (time >= end) continue;
    if (kept !== null && !comes(system, site, stream, kept, arrivals.keys[i])) continue;
    const p = patients.take(arrivals.keys[i], stream, site, EXPECTED);
    patients.arrivedAt[p] = time;
    calendar.schedule(time, ARRIVED, p);
  }
}
