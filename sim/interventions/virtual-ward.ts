// sim/interventions/virtual-ward.ts: hospital care at home instead of the last days, or all, of a stay.

import { z } from 'zod';
import { CHILDREN, CLASSES, FRAILTIES, SURGICAL, YELLOW } from '../hospital/categories.js';
import {
  AT_DECISION,
  AT_WARD,
  ELIGIBLE_CELLS,
  eligibleCell,
  type Offer,
  TO_VIRTUAL_WARD,
} from '../hospital/offers.js';
import { share } from '../scenario/fields.js';
import {
  common,
  define,
  effectRange,
  hoursOfWeek,
  serviceHours,
  strengthByDay,
} from './definition.js';

const ID = 'virtual-ward';
const NUMBER = 10;
const STEP_DOWN_NUMBER = 11;

const settings = z.strictObject({
  ...common,
  hours: serviceHours,
  places: z.int().min(0).max(1000).describe('patients looked after at home at one time'),
  suitableShare: share('of adult medical and older patients in the hours of the service'),
  bedDaysMin: z.number().min(0).max(30).describe('in a bed before the rest of a stay is at home'),
  leftDaysMin: z.number().min(0).max(30).describe('of the stay that must be left'),
  stayDaysMax: z.number().min(0).max(30).describe('longest stay that is wholly at home'),
  effect: z.strictObject({
    avoidedPerAdmission: effectRange(
      0,
      1,
      'stays in a bed replaced by each stay in the virtual ward: the other places go to people who ' +
        'would have been at home in any case',
    ),
  }),
});

/** Of the places, only the share that replaces beds is simulated. */
export const virtualWard = define({
  id: ID,
  number: NUMBER,
  title: 'Virtual ward',
  summary:
    'Places at home under the care of the hospital: some patients go there from A&E instead of being ' +
    'admitted, others for the rest of their stay, as long as a place is free.',
  settings,
  offers(_model, { hours, ...service }, context) {
    const strength = strengthByDay(context.days, service);
    const offer: Offer = {
      id: NUMBER,
      name: `${ID}, instead of admission`,
      point: AT_DECISION,
      route: TO_VIRTUAL_WARD,
      eligible: eligibleAdults(),
      pathways: 0,
      spaces: 0,
      acuityFrom: YELLOW,
      stayMinutesMax: service.stayDaysMax * 1440,
      hours: hoursOfWeek(hours),
      reachedShare: strength.map((value) => value * service.suitableShare),
      changedChance: 1,
      stayFactor: 1,
      perDayMax: Number.POSITIVE_INFINITY,
      minutes: null,
      assessmentFactor: 1,
    };
    const later: Partial<Offer> = {
      id: STEP_DOWN_NUMBER,
      name: `${ID}, rest of the stay`,
      point: AT_WARD,
      hours: new Uint8Array(168).fill(1),
      stayMinutesMax: Number.POSITIVE_INFINITY,
      acuityFrom: 0,
    };
    return [offer, { ...offer, ...later }];
  },
  tune(tables, _model, { places, bedDaysMin, leftDaysMin, effect }, context) {
    const replacing = Math.round(places * context.effect(effect.avoidedPerAdmission));
    if (replacing === 0) return;
    tables.virtualWard = {
      places: replacing,
      bedMinutesMin: bedDaysMin * 1440,
      leftMinutesMin: leftDaysMin * 1440,
    };
  },
});

function eligibleAdults(): Uint8Array {
  const eligible = new Uint8Array(ELIGIBLE_CELLS);
  for (let bedClass = 0; bedClass < CLASSES; bedClass++) {
    if (bedClass === SURGICAL || bedClass === CHILDREN) continue;
    for (let age = 1; age < ELIGIBLE_CELLS / CLASSES / FRAILTIES; age++) {
      for (let frailty = 0; frailty < FRAILTIES; frailty++) {
        eligible[eligibleCell(bedClass, age, frailty)] = 1;
      }
    }
  }
  return eligible;
}
