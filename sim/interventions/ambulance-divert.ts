// sim/interventions/ambulance-divert.ts: a share of ambulances goes to another site under pressure.

import { z } from 'zod';
import { actionTiming, divert } from '../scenario/schema-policy.js';
import { common, define } from './definition.js';
import { addAction } from './policy-action.js';

const ID = 'ambulance-divert';
const NUMBER = 31;

const settings = z.strictObject({ ...common, ...actionTiming, ...divert.shape });

/** The crew drives on to the other site, where the patient arrives later and is looked after. */
export const ambulanceDivert = define({
  id: ID,
  number: NUMBER,
  title: 'Ambulance divert',
  summary:
    'Once a trigger is reached at a site, a share of its ambulances goes to another site, some ' +
    'minutes further.',
  settings,
  apply(model, { toSite, share, travelMinutes, ...service }) {
    addAction(model, 'divert', service, { divert: { toSite, share, travelMinutes } });
  },
});
