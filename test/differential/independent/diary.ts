// test/differential/independent/diary.ts: what happened to whom and when, to be counted afterwards.

import type { Patient, Site, World } from './hospital.js';

export type Happening =
  | 'arrives'
  | 'initially assessed'
  | 'handed over'
  | 'ready to leave'
  | 'decision to admit'
  | 'leaves A&E'
  | 'leaves unseen'
  | 'same-day care'
  | 'same-day care over'
  | 'admitted'
  | 'leaves hospital'
  | 'dies'
  | 'can come back'
  | 'cancelled'
  | 'was admitted'
  | 'eligible'
  | 'reached'
  | 'changed';

export interface Entry {
  time: number;
  what: Happening;
  patient: Patient | null;
  site: Site;
  /** Number of the service, for what services do. */
  service: number;
}

/** Writes down that something happens now to a patient. */
export function note(world: World, what: Happening, patient: Patient): void {
  noteAt(world, world.agenda.now, what, patient);
}

/** The same for another moment: admissions before the start. */
export function noteAt(world: World, time: number, what: Happening, patient: Patient): void {
  world.diary.push({ time, what, patient, site: patient.site, service: -1 });
}

/** What a service does. */
export function noteService(
  world: World,
  what: 'eligible' | 'reached' | 'changed',
  patient: Patient,
  service: number,
): void {
  world.diary.push({ time: world.agenda.now, what, patient, site: patient.site, service });
}

/** An elective patient who never comes. */
export function noteCancelled(world: World, site: Site): void {
  world.diary.push({ time: world.agenda.now, what: 'cancelled', patient: null, site, service: -1 });
}
