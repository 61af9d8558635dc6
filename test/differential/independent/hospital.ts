// test/differential/independent/hospital.ts: patients, sites and community as plain objects.

import { Draws } from '../../../sim/engine/draws.js';
import type { Seed } from '../../../sim/engine/seed.js';
import type { Parameters, SiteParameters } from '../../../sim/hospital/parameters.js';
import { Agenda, type Event } from './agenda.js';
import type { Entry } from './diary.js';
import { Servers } from './servers.js';

export type Stage =
  | 'expected'
  | 'awaiting handover'
  | 'in department'
  | 'awaiting a bed in A&E'
  | 'awaiting a bed elsewhere'
  | 'in same-day emergency care'
  | 'in bed'
  | 'delayed in bed'
  | 'in community';

export type Mode = 'walk-in' | 'ambulance' | 'referred' | 'planned' | 'in bed at the start';

/** Streams of subjects (docs/model.md 2.11); a second site adds 16 to each. */
export const STREAM = {
  attendances: 0,
  referred: 1,
  electives: 2,
  flu: 3,
  census: 4,
  days: 5,
  community: 6,
} as const;
export const STREAMS_PER_SITE = 16;

export interface Patient {
  key: number;
  stream: number;
  site: Site;
  stage: Stage;
  mode: Mode;
  age: number;
  frailty: number;
  acuity: number;
  hasFlu: boolean;
  needsAdmission: boolean;
  bedClass: number;
  isShortStay: boolean;
  stayMinutes: number;
  dies: boolean;
  /** In A&E: the area of the space wanted or held, and whether it is held. */
  area: number;
  holdsSpace: boolean;
  crewWaits: boolean;
  waitsFor: Servers | null;
  losesPatience: Event | null;
  hasLostPatience: boolean;
  /** Of investigations: the next look is the second. */
  hasResults: boolean;
  /** Beds. */
  line: number | null;
  askedAt: number;
  looksAgain: Event | null;
  pool: number | null;
  nextPool: number | null;
  bedsBefore: number;
  admittedAt: number;
  /** Discharge. */
  pathway: number;
  hasPlace: boolean;
  isDelayedTransfer: boolean;
  /** Services that changed or shortened this patient's way. */
  wayChanged: boolean;
  assessmentFactor: number;
  /** How often the patient has come back. */
  returns: number;
}

export interface Site {
  number: number;
  parameters: SiteParameters;
  winterDemand: number;
  winterStays: number;
  dayEffect: number;
  nurses: Servers;
  spaces: Servers[];
  teams: Servers[];
  gps: Servers;
  sameDaySpaces: Servers;
  open: number[];
  occupied: number[];
  reserved: number[];
  cleaning: number[];
  flexible: number[];
  /** Patients waiting for a bed, by class of bed and source. */
  lines: Patient[][];
  reachedToday: number[];
  electivesPlanned: number;
}

/** Everything there is. */
export interface World {
  parameters: Parameters;
  draws: Draws;
  agenda: Agenda;
  sites: Site[];
  day: number;
  /** In A&E, awaiting a bed, or in one. */
  present: Set<Patient>;
  /** What happened to patients; read by nothing but the counts. */
  diary: Entry[];
  community: { places: number[]; taken: number[]; queues: Patient[][] };
}

/** A world without patients. */
export function emptyWorld(parameters: Parameters, seed: Seed, replication: number): World {
  return {
    parameters,
    draws: new Draws(seed, replication),
    agenda: new Agenda(),
    sites: parameters.sites.map(emptySite),
    day: 0,
    present: new Set(),
    diary: [],
    community: { places: [0, 0, 0, 0], taken: [0, 0, 0, 0], queues: [[], [], [], []] },
  };
}

function emptySite(parameters: SiteParameters, number: number): Site {
  const pools = () => parameters.beds.open.map(() => 0);
  return {
    number,
    parameters,
    winterDemand: 1,
    winterStays: 1,
    dayEffect: 1,
    nurses: new Servers(),
    spaces: Array.from(parameters.department.spaces, (count) => new Servers(count)),
    teams: parameters.department.clinicians.map(() => new Servers()),
    gps: new Servers(),
    sameDaySpaces: new Servers(),
    open: pools(),
    occupied: pools(),
    reserved: pools(),
    cleaning: pools(),
    flexible: pools(),
    lines: parameters.beds.waitForPool.map(() => []),
    reachedToday: parameters.offers.map(() => 0),
    electivesPlanned: 0,
  };
}

/** A patient of whom nothing is known yet but where the draws come from. */
export function newPatient(site: Site, stream: number, key: number, stage: Stage): Patient {
  return {
    key,
    stream: site.number * STREAMS_PER_SITE + stream,
    site,
    stage,
    mode: 'walk-in',
    age: 0,
    frailty: 0,
    acuity: 0,
    hasFlu: false,
    needsAdmission: false,
    bedClass: 0,
    isShortStay: false,
    stayMinutes: 0,
    dies: false,
    area: -1,
    holdsSpace: false,
    crewWaits: false,
    waitsFor: null,
    losesPatience: null,
    hasLostPatience: false,
    hasResults: false,
    line: null,
    askedAt: 0,
    looksAgain: null,
    pool: null,
    nextPool: null,
    bedsBefore: 0,
    admittedAt: Number.NaN,
    pathway: 0,
    hasPlace: false,
    isDelayedTransfer: false,
    wayChanged: false,
    assessmentFactor: 1,
    returns: 0,
  };
}
