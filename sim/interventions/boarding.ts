// sim/interventions/boarding.ts: patients who wait long are boarded on wards beyond their beds.

import { z } from 'zod';
import { actionTiming, boarding as places } from '../scenario/schema-policy.js';
import { common, define } from './definition.js';
import { addAction } from './policy-action.js';

const ID = 'boarding';
const NUMBER = 30;

const settings = z.strictObject({ ...common, ...actionTiming, ...places.shape });

/** The longest waits go to the wards of their class, each to the next bed that is free there. */
export const boarding = define({
  id: ID,
  number: NUMBER,
  title: 'Boarding',
  summary:
    'Once a trigger is reached, patients who have waited long for a bed in A&E lie on the wards of ' +
    'their class beyond the beds, up to a number; they get the next free beds there.',
  settings,
  apply(model, { places: most, afterHours, ...service }) {
    addAction(model, 'boarding', service, { boarding: { places: most, afterHours } });
  },
});
