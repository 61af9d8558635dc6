// sim/interventions/seven-day-discharge.ts: weekends more like weekdays for who leaves hospital.

import { z } from 'zod';
import { type Days, SATURDAY } from '../engine/time.js';
import { serviceWeekday } from '../scenario/tables.js';
import { common, define, effectRange, strengthByDay } from './definition.js';

const ID = 'seven-day-discharge';
const NUMBER = 7;

const settings = z.strictObject({
  ...common,
  wardRounds: z.boolean().describe('ward rounds find more stays over at weekends'),
  assessors: z.boolean().describe('assessors and brokers work at weekends'),
  placeStarts: z.boolean().describe('community services start more people at weekends'),
  effect: z.strictObject({
    gapClosedShare: effectRange(0, 1, 'of the gap between a weekend day and the mean weekday'),
  }),
});

/** Bank holidays are Sundays here as everywhere. Nobody is more or less likely to be admitted. */
export const sevenDayDischarge = define({
  id: ID,
  number: NUMBER,
  title: 'Seven-day discharge services',
  summary:
    'At weekends and on bank holidays patients leave, stays are found over, assessments go on and ' +
    'community services start people more as on weekdays: a part of the gap is closed.',
  settings,
  tuneShared(tables, model, service, context) {
    if (!service.placeStarts) return;
    closeGap(tables.startShare, model.community.startShare, service, context);
  },
  tune({ discharge }, model, service, context) {
    closeGap(discharge.homeChance, model.discharge.homeChance, service, context);
    closeGap(discharge.placedChance, model.discharge.placedChance, service, context);
    if (service.wardRounds) {
      closeGap(discharge.wardRoundChance, model.discharge.wardRoundChance, service, context);
    }
    if (!service.assessors || context.effect(service.effect.gapClosedShare) === 0) return;
    const strength = strengthByDay(context.days, service);
    for (let day = 0; day < strength.length; day++) {
      if (strength[day] > 0) discharge.workingDay[day] = 1;
    }
  },
});

interface Service {
  from?: string;
  to?: string;
  rampDays: number;
  effect: { gapClosedShare: { low: number; likely: number; high: number } };
}

interface Using {
  days: Days;
  effect(range: Service['effect']['gapClosedShare']): number;
}

/** Raises the chances of weekend days towards the mean of Monday to Friday; factors of dates stay. */
function closeGap(
  chances: Float64Array,
  byWeekday: readonly number[],
  service: Service,
  { days, effect }: Using,
): void {
  const closed = effect(service.effect.gapClosedShare);
  const weekday = byWeekday.slice(0, SATURDAY).reduce((a, b) => a + b, 0) / SATURDAY;
  const strength = strengthByDay(days, service);
  for (let day = 0; day < chances.length; day++) {
    const of = serviceWeekday(days, day);
    const own = byWeekday[of];
    const gap = weekday - own;
    if (of < SATURDAY || gap <= 0 || strength[day] === 0 || closed === 0) continue;
    const raised = own + gap * closed * strength[day];
    chances[day] = Math.min(1, own > 0 ? (chances[day] / own) * raised : raised);
  }
}
