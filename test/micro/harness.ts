// test/micro/harness.ts: patients placed by hand in a tiny hospital, and the course of each.
//
// The whole model runs; only arrivals and draws are scripted, through the kernel.

import type { HourArrivals } from '../../sim/engine/arrivals.js';
import type { Draws } from '../../sim/engine/draws.js';
import { tabulate } from '../../sim/engine/quantile-table.js';
import {
  ACUITIES,
  AGE_BANDS,
  BED_CLASSES,
  type BedClass,
  PATHWAYS,
} from '../../sim/hospital/categories.js';
import { FAST_KERNEL, type Kernel } from '../../sim/hospital/kernel.js';
import { CENSUS, ELECTIVE_DUE, KIND_NAMES } from '../../sim/hospital/kinds.js';
import type { DailySeries } from '../../sim/hospital/observed.js';
import type { Parameters } from '../../sim/hospital/parameters.js';
import * as purpose from '../../sim/hospital/purposes.js';
import { type Observer, simulate } from '../../sim/hospital/simulate.js';
import { Trace } from '../../sim/hospital/trace.js';
import { compile } from '../../sim/scenario/compile.js';
import type { Model } from '../../sim/scenario/schema.js';
import { quietModel } from './quiet-model.js';

/** A patient placed by hand; what is not said falls on the side that changes nothing. */
export interface Placed {
  /** Day and time, as '0 10:00'. */
  at: string;
  /** How the patient comes; 'referred' goes straight to a bed. */
  by?: 'walking' | 'ambulance' | 'referred' | 'flu';
  acuity?: (typeof ACUITIES)[number];
  age?: (typeof AGE_BANDS)[number];
  /** Class of bed of who needs one; in A&E nobody needs one unless it is said. */
  needs?: BedClass;
  /** 0 none, 1 moderate, 2 severe. */
  frailty?: number;
  short?: boolean;
  dies?: boolean;
  pathway?: (typeof PATHWAYS)[number];
  investigated?: boolean;
  impatient?: boolean;
  /** Yellow to minors; a green ambulance patient fit to sit. */
  light?: boolean;
  /** Streamed to the GP, and whether the GP completes the care. */
  primaryCare?: 'completes' | 'sends on';
  waitsForChoice?: boolean;
  /** Days of the run on which the ward round, or the try to leave, does not succeed. */
  notFoundOn?: number[];
  staysOn?: number[];
  /** Draws of offers: purpose to uniform. */
  draws?: Record<number, number>;
}

/** What happened. */
export interface Course {
  /** Events of a patient, as '0 10:05 initially assessed'. */
  of(name: string): string[];
  /** Events of the hospital of a kind, with times. */
  events(kind: number): string[];
  /** Sum of a daily series over the reported period. */
  /** What is told of staff, beds and policy, with times. */
  told(word: string): string[];
  total(series: keyof DailySeries): number;
  daily(series: keyof DailySeries): number[];
}

const FIRST_KEY = 1000;
const [NO, YES] = [0.75, 0.25]; // of a share of a half
const STREAM = { walking: 0, ambulance: 0, referred: 1, flu: 3 } as const;

/** Runs a tiny hospital with patients by name. */
export function hospital(
  placed: Record<string, Placed>,
  change: (model: Model) => void = () => {},
  patch: (parameters: Parameters) => void = () => {},
): Course {
  const model = quietModel();
  change(model);
  const options = { name: 'Tiny', effects: 'likely', bankHolidays: new Set<string>() } as const;
  const parameters = compile(model, options);
  makeExact(parameters);
  patch(parameters);
  const names = Object.keys(placed);
  const log: { time: number; kind: number; name: string }[] = [];
  const told: string[] = [];
  const trace = new Trace(({ time, hospital: lines }) => {
    for (const line of lines) told.push(`${clock(time)} ${line}`);
  });
  const observer: Observer = (system, kind, subject) => {
    trace.observer(system, kind, subject);
    const { key, stream } = system.patients;
    const ofPatient = kind === ELECTIVE_DUE || (kind < CENSUS && stream[subject] !== 2);
    const name = ofPatient ? (names[key[subject] - FIRST_KEY] ?? 'elective') : 'elective';
    log.push({ time: system.calendar.now, kind, name });
  };
  const kernel = scripted(Object.values(placed));
  const { sites } = simulate(parameters, [0, 0], 0, observer, kernel);
  const { daily } = sites[0];
  trace.finish();
  const ownKinds = (kind: number) => !HOSPITAL_KINDS.has(kind);
  return {
    of: (name) =>
      log
        .filter((event) => event.name === name && ownKinds(event.kind))
        .map(({ time, kind }) => `${clock(time)} ${KIND_NAMES[kind]}`),
    events: (kind) => log.filter((event) => event.kind === kind).map(({ time }) => clock(time)),
    told: (word) => told.filter((line) => line.includes(word)),
    total: (series) => daily[series].reduce((a, b) => a + b, 0),
    daily: (series) => Array.from(daily[series]),
  };
}

const HOSPITAL_KINDS = new Set(
  ['day begins', 'hour begins', 'bed ready', 'community round', 'elective list', 'census'].map(
    (name) => (KIND_NAMES as readonly string[]).indexOf(name),
  ),
);

/** Stays of exactly the mean, ward rounds at 10:00, discharges at 12:30. */
function makeExact({ sites }: Parameters): void {
  for (const { stays, discharge } of sites) {
    stays.unit = BED_CLASSES.map(() => tabulate(() => 1));
    discharge.wardRoundMinute = tabulate(() => 600);
    discharge.minuteOfDay = tabulate(() => 750);
  }
}

/** Minutes from the start of the run, of '0 10:00'. */
export function minuteOf(text: string): number {
  const [day, hour, minute] = text.split(/[ :]/).map(Number);
  return day * 1440 + hour * 60 + minute;
}

function clock(time: number): string {
  const day = Math.floor(time / 1440);
  const hour = Math.floor((time % 1440) / 60);
  const minute = time % 60;
  return `${day} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function scripted(placed: readonly Placed[]): Kernel {
  const arrivals = {
    count: 0,
    times: new Float64Array(placed.length),
    keys: new Int32Array(placed.length),
    draw(_draws: Draws, stream: number, hour: number) {
      this.count = 0;
      placed.forEach(({ at, by = 'walking' }, i) => {
        const time = minuteOf(at);
        if (STREAM[by] !== stream || Math.floor(time / 60) !== hour) return;
        this.times[this.count] = time;
        this.keys[this.count++] = FIRST_KEY + i;
      });
    },
  };
  const unitOf = (key: number, tag: number) => {
    const patient = placed[key - FIRST_KEY];
    if (patient === undefined) return purpose.ELECTIVE_COUNT === (tag & 255) ? 0 : YES;
    return unitFor(patient, tag & 255, (tag >> 8) & 4095);
  };
  const draws = {
    other: 0,
    bits: (key: number, tag: number) => (unitOf(key, tag) * 2 ** 32) | 0,
    unit: unitOf,
    chance: (key: number, tag: number, chance: number) => unitOf(key, tag) < chance,
    block(key: number, tag: number) {
      this.other = this.bits(key, tag | 1);
      return this.bits(key, tag & ~1);
    },
  };
  return {
    ...FAST_KERNEL,
    draws: () => draws as unknown as Draws,
    arrivals: () => arrivals as unknown as HourArrivals,
  };
}

const middleOf = (index: number, parts: number) => (index + 0.5) / parts;
const decided = (yes: boolean | undefined) => (yes === true ? YES : NO);

/** The uniform that gives a patient what the script says. */
function unitFor(patient: Placed, what: number, day: number): number {
  const { age = '18-39', acuity = 'green', needs = 'medical', pathway = 'p0' } = patient;
  switch (what) {
    case purpose.AGE:
      return middleOf(AGE_BANDS.indexOf(age), AGE_BANDS.length);
    case purpose.FRAILTY:
      return middleOf(patient.frailty ?? 0, 3);
    case purpose.MODE:
      return decided(patient.by === 'ambulance');
    case purpose.ACUITY:
      return middleOf(ACUITIES.indexOf(acuity), ACUITIES.length);
    case purpose.NEED:
      return decided(patient.needs !== undefined);
    case purpose.BED_CLASS:
      return middleOf(BED_CLASSES.indexOf(needs), BED_CLASSES.length);
    case purpose.PATHWAY:
      return middleOf(PATHWAYS.indexOf(pathway), PATHWAYS.length);
    case purpose.WARD_ROUND:
      return decided(!patient.notFoundOn?.includes(day));
    case purpose.DISCHARGE_CHANCE:
      return decided(!patient.staysOn?.includes(day));
    default:
      return patient.draws?.[what] ?? decided(sides(patient)[what]);
  }
}

function sides(patient: Placed): Record<number, boolean | undefined> {
  return {
    [purpose.SHORT_STAY]: patient.short,
    [purpose.DEATH]: patient.dies,
    [purpose.INVESTIGATE]: patient.investigated,
    [purpose.PATIENCE]: patient.impatient,
    [purpose.AREA]: patient.light,
    [purpose.PRIMARY_CARE]: patient.primaryCare !== undefined,
    [purpose.PRIMARY_CARE_COMPLETE]: patient.primaryCare === 'completes',
    [purpose.CHOICE]: patient.waitsForChoice,
  };
}
