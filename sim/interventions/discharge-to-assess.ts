// sim/interventions/discharge-to-assess.ts: home first, assess there (pathways 1 to 3).

import { z } from 'zod';
import { dateOfDay } from '../engine/time.js';
import { P1, P2, P3 } from '../hospital/categories.js';
import { AT_DISCHARGE, ELIGIBLE_CELLS, TO_ASSESS_LATER } from '../hospital/offers.js';
import { count, share } from '../scenario/fields.js';
import { splitWhole } from '../scenario/localities.js';
import { coverageOf } from './coverage.js';
import { common, dayOfText, define, effectRange, strengthByDay, uptake } from './definition.js';

const ID = 'discharge-to-assess';
const NUMBER = 2;
const MINUTES_PER_WEEK = 7 * 1440;

const settings = z.strictObject({
  ...common,
  uptakeShare: uptake,
  pathways: z
    .array(z.enum(['p1', 'p2', 'p3']))
    .min(1)
    .describe('pathways covered'),
  extraPlaces: z
    .strictObject({
      p1: count('more people supported at home at one time', 5000),
      p2: count('more rehabilitation or community beds', 5000),
      p3: count('more care-home places', 5000),
    })
    .describe('places funded for it: without places, faster assessment only moves the queue'),
  localities: z.array(z.string()).min(1).max(20).optional().describe('where; all if left out'),
  coverageShare: share(
    'of patients who live where it works, of a community without localities',
  ).optional(),
  fundedWeeks: z
    .number()
    .min(1)
    .max(52)
    .optional()
    .describe('care is funded for so long; then others take over and the place is free'),
  effect: z.strictObject({
    assessmentFactor: effectRange(0, 1, 'on the assessment still done in the hospital bed'),
  }),
});

const BIT = { p1: 1 << P1, p2: 1 << P2, p3: 1 << P3 } as const;

/** The assessment is done after discharge; the places that it needs are opened with it. */
export const dischargeToAssess = define({
  id: ID,
  number: NUMBER,
  title: 'Discharge to Assess',
  summary:
    'Patients on pathways 1 to 3 leave once clinically fit and are assessed where they go: the ' +
    'assessment in the hospital bed shrinks, and funded places take the people who leave earlier.',
  settings,
  applyShared(model, { extraPlaces, pathways, localities, from, to }, { days }) {
    for (const pathway of pathways) {
      if (extraPlaces[pathway] === 0) continue;
      const places = splitWhole(
        extraPlaces[pathway],
        (localities ?? ['']).map(() => 1),
      );
      const where = (locality: string) => (locality === '' ? {} : { locality });
      const dates = {
        from: dateOfDay(days, from ? dayOfText(days, from) : 0),
        to: dateOfDay(days, to ? dayOfText(days, to) : days.count - 1),
      };
      (localities ?? ['']).forEach((locality, i) => {
        model.community.changes.push({ pathway, ...where(locality), ...dates, places: places[i] });
      });
    }
  },
  offers(model, { effect, pathways, fundedWeeks, ...service }, context) {
    const strength = strengthByDay(context.days, service);
    return [
      {
        id: NUMBER,
        name: ID,
        point: AT_DISCHARGE,
        route: TO_ASSESS_LATER,
        eligible: new Uint8Array(ELIGIBLE_CELLS).fill(1),
        pathways: pathways.reduce((bits, pathway) => bits | BIT[pathway], 0),
        spaces: 0,
        acuityFrom: 0,
        stayMinutesMax: Number.POSITIVE_INFINITY,
        hours: new Uint8Array(168).fill(1),
        reachedShare: strength.map((value) => value * service.uptakeShare),
        changedChance: 1,
        stayFactor: 1,
        perDayMax: Number.POSITIVE_INFINITY,
        minutes: null,
        assessmentFactor: context.effect(effect.assessmentFactor),
        ...coverageOf(model, service),
        fundedMinutes: fundedWeeks === undefined ? undefined : fundedWeeks * MINUTES_PER_WEEK,
      },
    ];
  },
});
