// test/differential/independent/wards.ts: lying in a bed, stepping down, and the end of the
// clinical stay as a ward round finds it (docs/model.md 2.5 and 2.6).

import * as purpose from '../../../sim/hospital/purposes.js';
import { askForBed, leaveBed, STEP_DOWN } from './bed-lines.js';
import { unit, value } from './chance.js';
import { note } from './diary.js';
import type { Patient, World } from './hospital.js';
import { leaveSpace } from './looks.js';

const ASSESSMENT_UNIT = 0;
const MINUTES_PER_DAY = 1440;

/** The patient lies in the bed that was reserved. */
export function arrivedInBed(world: World, patient: Patient): void {
  const { site, nextPool } = patient;
  if (nextPool === null) return;
  const isFirst = patient.pool === null;
  leaveBed(world, patient);
  site.reserved[nextPool]--;
  site.occupied[nextPool]++;
  patient.pool = nextPool;
  patient.nextPool = null;
  patient.bedsBefore++;
  if (!isFirst) return;
  patient.stage = 'in bed';
  patient.admittedAt = world.agenda.now;
  note(world, 'admitted', patient);
  if (patient.mode === 'walk-in' || patient.mode === 'ambulance')
    note(world, 'leaves A&E', patient);
  leaveSpace(world, patient);
  const end = clinicalEnd(world, patient, patient.stayMinutes);
  world.agenda.add(end, 'clinical stay ends', patient);
  if (nextPool === ASSESSMENT_UNIT && !patient.isShortStay) {
    const { assessmentStayMinutes } = site.parameters.beds;
    const what = purpose.ASSESSMENT_STAY;
    const due = world.agenda.now + value(world, patient, what, assessmentStayMinutes);
    if (due < end) world.agenda.add(due, 'step-down due', patient);
  }
}

/** When the stay is found to be over, if it is over after so many minutes from now. */
export function clinicalEnd(world: World, patient: Patient, minutes: number): number {
  const over = world.agenda.now + minutes;
  if (patient.dies || patient.isShortStay) return over;
  const { wardRoundChance, wardRoundMinute } = patient.site.parameters.discharge;
  for (let day = Math.floor(over / MINUTES_PER_DAY); ; day++) {
    const isFound = unit(world, patient, purpose.WARD_ROUND, day) < (wardRoundChance[day] ?? 1);
    const minute = value(world, patient, purpose.WARD_ROUND_MINUTE, wardRoundMinute, day);
    const round = day * MINUTES_PER_DAY + minute;
    if (isFound && round >= over) return round;
  }
}

/** The assessment is over: a ward bed is asked for. */
export function stepDownDue(world: World, patient: Patient): void {
  askForBed(world, patient, STEP_DOWN);
}
