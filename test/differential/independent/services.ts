// test/differential/independent/services.ts: services that may change a patient's way
// (docs/model.md 2.8).

import type { SiteParameters } from '../../../sim/hospital/parameters.js';
import { FIRST_OFFER, OFFER_PURPOSES } from '../../../sim/hospital/purposes.js';
import { unit } from './chance.js';
import { noteService } from './diary.js';
import type { Patient, Site, World } from './hospital.js';

const POINTS = ['streaming', 'decision', 'end of clinical stay'] as const;
type Service = SiteParameters['offers'][number];

/** Offers a patient what there is at a point; the service that changes the way, or null. */
export function offered(
  world: World,
  patient: Patient,
  point: (typeof POINTS)[number],
): Service | null {
  const { site } = patient;
  for (const [i, service] of site.parameters.offers.entries()) {
    if (service.point !== POINTS.indexOf(point)) continue;
    if (patient.wayChanged || !isEligible(patient, service)) continue;
    noteService(world, 'eligible', patient, i);
    const first = FIRST_OFFER + OFFER_PURPOSES * service.id;
    if (site.reachedToday[i] >= service.perDayMax || !worksNow(world, site, service)) continue;
    if (unit(world, patient, first) >= service.reachedShare[world.day]) continue;
    site.reachedToday[i]++;
    noteService(world, 'reached', patient, i);
    if (changes(world, patient, service, first)) {
      patient.wayChanged = true;
      noteService(world, 'changed', patient, i);
      patient.assessmentFactor *= service.assessmentFactor;
      return service;
    }
    patient.stayMinutes *= service.stayFactor;
  }
  return null;
}

function isEligible(patient: Patient, service: Service): boolean {
  const { bedClass, age, frailty, acuity, pathway } = patient;
  if (!service.eligible[(bedClass * 6 + age) * 3 + frailty]) return false;
  if (acuity < service.acuityFrom) return false;
  const isDischarge = service.point === POINTS.indexOf('end of clinical stay');
  return !isDischarge || (service.pathways & (1 << pathway)) !== 0;
}

/** Works at this hour, and has a space free if it needs one. */
function worksNow(world: World, { sameDaySpaces }: Site, service: Service): boolean {
  if (!service.hours[hourOfWeek(world)]) return false;
  return service.minutes === null || sameDaySpaces.busy < sameDaySpaces.capacity;
}

function changes(world: World, patient: Patient, service: Service, first: number): boolean {
  if (patient.stayMinutes > service.stayMinutesMax) return false;
  return unit(world, patient, first + 1) < service.changedChance;
}

/** Hour of the week, Monday 00:00 being 0; a bank holiday has the hours of a Sunday. */
export function hourOfWeek({ parameters, agenda, day }: World): number {
  const { weekday, bankHoliday } = parameters.days;
  const hour = Math.floor(agenda.now / 60) - day * 24;
  return (bankHoliday[day] ? 6 : weekday[day]) * 24 + hour;
}
