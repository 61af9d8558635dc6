// sim/interventions/flu-vaccination.ts: more people and staff vaccinated against flu before winter.

import { z } from 'zod';
import { AGE_65_74, AGES } from '../hospital/categories.js';
import { share } from '../scenario/fields.js';
import { common, define, effectRange } from './definition.js';

const ID = 'flu-vaccination';
const NUMBER = 12;
const { evidence, source, costPoundsPerDay } = common;

const uptakes = z.strictObject({
  over65: share('of people of 65 and over vaccinated'),
  atRisk: share('of people under 65 at risk vaccinated'),
  staff: share('of staff vaccinated'),
});

const settings = z.strictObject({
  evidence,
  source,
  costPoundsPerDay,
  baseUptakeShare: uptakes.describe('as it was in the winter that the flu wave is from'),
  uptakeShare: uptakes.describe('as planned'),
  atRiskShare: share('of flu admissions under 65 who are people at risk'),
  effect: z.strictObject({
    effectivenessShare65: effectRange(0, 1, 'fewer flu admissions of the vaccinated, 65 and over'),
    effectivenessShareAtRisk: effectRange(0, 1, 'the same of people under 65 at risk'),
    absentPer10Points: effectRange(0, 0.05, 'less staff absence for 10 points more staff uptake'),
  }),
});

/** Admissions of a group at one uptake beside those at another. */
function ratio(effectiveness: number, uptake: number, before: number): number {
  return (1 - effectiveness * uptake) / (1 - effectiveness * before);
}

/** Thins the flu wave by age, and lowers the absence of staff where the season has one. */
export const fluVaccination = define({
  id: ID,
  number: NUMBER,
  title: 'Flu vaccination',
  summary:
    'More people of 65 and over, people at risk and staff are vaccinated before the winter: fewer ' +
    'patients of the flu wave fall ill, by age, and fewer staff are absent where sickness is modelled.',
  settings,
  applyShared({ season }, { baseUptakeShare: before, uptakeShare, atRiskShare, effect }, context) {
    const old = ratio(
      context.effect(effect.effectivenessShare65),
      uptakeShare.over65,
      before.over65,
    );
    const effectiveness = context.effect(effect.effectivenessShareAtRisk);
    const atRisk = ratio(effectiveness, uptakeShare.atRisk, before.atRisk);
    const young = 1 - atRiskShare + atRiskShare * atRisk;
    const given = season.flu.ageFactor ?? Array.from({ length: AGES }, () => 1);
    season.flu.ageFactor = given.map((factor, age) => factor * (age >= AGE_65_74 ? old : young));
    if (season.sickness === undefined) return;
    const points = (uptakeShare.staff - before.staff) * 10;
    const fewer = points * context.effect(effect.absentPer10Points);
    const { weeklyAbsentShare } = season.sickness;
    season.sickness.weeklyAbsentShare = weeklyAbsentShare.map((absent) =>
      Math.min(1, Math.max(0, absent - fewer)),
    );
  },
});
