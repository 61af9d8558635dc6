// sim/interventions/visiting-teams.ts: teams that go to people at home in a crisis.

import { z } from 'zod';
import { TO_UNIT } from '../hospital/arrival.js';
import { AGE_65_74, FRAIL } from '../hospital/categories.js';
import { distribution } from '../scenario/fields.js';
import type { Model } from '../scenario/schema.js';
import {
  common,
  define,
  effectRange,
  hoursOfWeek,
  serviceHours,
  strengthByDay,
  uptake,
} from './definition.js';
import {
  AMBULANCES,
  arrivalShares,
  briefShare,
  offerAtArrival,
  WALK_INS,
  YELLOW_OR_MILDER,
} from './front-door-parts.js';

const settings = z.strictObject({
  ...common,
  hours: serviceHours,
  teams: z.number().min(0.5).max(100).describe('teams or vehicles on duty, all sites together'),
  visitMinutes: distribution('of a visit with its travel'),
  uptakeShare: uptake,
  patientsPerDayMax: z.int().min(1).max(1000).describe('requests that it accepts in a day, a site'),
  effect: z.strictObject({
    staysHomeShare: effectRange(0, 1, 'of patients visited who do not come to A&E afterwards'),
  }),
});

interface Team {
  id: string;
  number: number;
  title: string;
  summary: string;
  ambulancesOnly: boolean;
  frailOnly: boolean;
}

/** A team with a line of its own: who waits too long for it is seen in the outcome of 2 hours. */
function visitingTeam({ id, number, title, summary, ambulancesOnly, frailOnly }: Team) {
  return define({
    id,
    number,
    title,
    summary,
    settings,
    applyShared(model, { hours, teams, visitMinutes }) {
      const shut = { from: 0, to: 0 };
      const rota = new Array<number>(24).fill(teams);
      const even = new Array<number>(24).fill(1);
      model.units = {
        ...model.units,
        [id]: {
          name: title,
          type: 'visiting',
          attendancesPerDay: 0,
          weekdayIndex: new Array<number>(7).fill(1),
          hourShare: { weekday: even, weekend: even },
          ageShare: [1, 0, 0, 0, 0, 0],
          hours: { weekday: hours.weekday ?? shut, weekend: hours.weekend ?? shut },
          clinicians: { weekday: rota, weekend: rota },
          consultMinutes: visitMinutes,
          needsDepartmentShare: 0,
          travelMinutes: { distribution: 'fixed', value: TO_DEPARTMENT_MINUTES },
          whenClosed: { goTo: {}, returnShare: 0 },
        },
      };
    },
    offers(model, { hours, effect, ...service }, context) {
      const modes = ambulancesOnly ? AMBULANCES : AMBULANCES | WALK_INS;
      const frailtyFrom = frailOnly ? FRAIL : 0;
      const could = shareWhoCouldStay(model, modes, frailtyFrom);
      const stays = could > 0 ? context.effect(effect.staysHomeShare) / could : 0;
      const strength = strengthByDay(context.days, service);
      return [
        offerAtArrival({
          number,
          name: id,
          route: TO_UNIT,
          unitId: id,
          modes,
          acuities: YELLOW_OR_MILDER,
          ageFrom: AGE_65_74,
          frailtyFrom,
          chance: [stays, stays, stays, stays],
          stayDaysMax: AVOIDED_STAY_DAYS_MAX,
          reachedShare: strength.map((value) => value * service.uptakeShare),
          hours: hoursOfWeek(hours),
          perDayMax: service.patientsPerDayMax,
        }),
      ];
    },
  });
}

/** Of eligible patients: those who need no admission, or only a brief one. */
function shareWhoCouldStay(model: Model, modes: number, frailtyFrom: number): number {
  const shares = arrivalShares(model, YELLOW_OR_MILDER, AGE_65_74, frailtyFrom);
  const brief = briefShare(model, AVOIDED_STAY_DAYS_MAX, AGE_65_74, frailtyFrom);
  const [well, ill] = [0, 1].map((needs) => {
    const walking = modes & WALK_INS ? shares[needs] : 0;
    return walking + shares[2 + needs];
  });
  return well + ill > 0 ? (well + ill * brief) / (well + ill) : 0;
}

const TO_DEPARTMENT_MINUTES = 30; // who is visited and needs A&E after all
const AVOIDED_STAY_DAYS_MAX = 1.5; // avoided admissions are mostly of a day or less (002 L1472-1482)

/** Two-hour crisis response at home; care homes too. */
export const urgentCommunityResponse = visitingTeam({
  id: 'urgent-community-response',
  number: 20,
  title: 'Urgent community response',
  summary:
    'Teams visit frail people of 65 and over in a crisis at home or in a care home, of yellow ' +
    'acuity and milder, in their hours and first come first served; some need not come to A&E.',
  ambulancesOnly: false,
  frailOnly: true,
});

/** An ambulance clinician and an occupational therapist who go instead of an ambulance. */
export const earlyInterventionVehicle = visitingTeam({
  id: 'early-intervention-vehicle',
  number: 25,
  title: 'Early Intervention Vehicle',
  summary:
    'Vehicles go to people of 65 and over for whom an ambulance was called, of yellow acuity and ' +
    'milder; those not conveyed stay at home, the others come to A&E after the visit.',
  ambulancesOnly: true,
  frailOnly: false,
});
