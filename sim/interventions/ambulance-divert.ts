// sim/interventions/ambulance-divert.ts: a share of ambulances goes to another site under pressure.

import { z } from 'zod';
import { actionTiming, divert } from '../scenario/schema-policy.js';
import { common, define } from './definition.js';
import { addAction } from './policy-action.js';
import { siteNamed } from './site-names.js';

const ID = 'ambulance-divert';
const NUMBER = 31;

const settings = z.strictObject({ ...common, ...actionTiming, ...divert.shape });

/** The crew drives on to the other site, where the patient arrives later and is looked after. */
export const ambulanceDivert = define({
  id: ID,
  number: NUMBER,
  title: 'Ambulance divert',
  summary:
    'Once a trigger is reached at a site, a share of its ambulances goes to another site (named, or ' +
    '"largest" or "smallest"), some minutes further. A system of one site has none to go to.',
  settings,
  apply(model, { toSite, share, travelMinutes, ...service }, { sites, siteId }) {
    const to = siteNamed(toSite, sites);
    if (to === siteId) return; // the site by whose size it is named, or the only one
    addAction(model, 'divert', service, { divert: { toSite: to, share, travelMinutes } });
  },
});
