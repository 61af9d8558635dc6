// sim/interventions/full-capacity-protocol.ts: waiting patients are pushed to wards at fixed hours.

import { z } from 'zod';
import { actionTiming, fullCapacity } from '../scenario/schema-policy.js';
import { common, define } from './definition.js';
import { addAction } from './policy-action.js';

const ID = 'full-capacity-protocol';
const NUMBER = 29;

const settings = z.strictObject({ ...common, ...actionTiming, ...fullCapacity.shape });

/** At each look a few patients go to the wards of their class, whatever the state of beds. */
export const fullCapacityProtocol = define({
  id: ID,
  number: NUMBER,
  title: 'Full capacity protocol',
  summary:
    'Once a trigger is reached, at each look patients who wait for a bed in A&E go to the wards of ' +
    'their class whatever the state of beds, a few at a time and up to a number.',
  settings,
  apply(model, { each, most, ...service }) {
    addAction(model, 'full capacity', service, { fullCapacity: { each, most } });
  },
});
