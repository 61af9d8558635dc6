// test/differential/independent/counts.ts: the daily series of docs/model.md and keys.ts, counted
// from the diary after the run and from looks at the beds.

import type { Series } from '../../../sim/hospital/observed.js';
import type { Event } from './agenda.js';
import type { Happening } from './diary.js';
import type { Patient, Site, World } from './hospital.js';

const MINUTES_PER_DAY = 1440;
const FOUR_HOURS = 240;
const TWELVE_HOURS = 720;
const HANDOVER_CLOCK_MINUTES = 15;
const MOST_MINUTES: Record<string, number> = { assessmentWaits: 1440, departmentMinutes: 1441 };
const ASSESSMENT_UNIT = 0;

type Times = Partial<Record<Happening, number>>;
/** Daily series by name; waits by whole minutes; what each service did. */
export type Counts = Record<string, number[]>;

/** Counts of who leaves to each pathway; home without more is not counted by itself. */
const PLACES_AFTER = [
  null,
  'dischargesSupport',
  'dischargesCommunityBed',
  'dischargesCareHome',
] as const;

/** What is counted of each site; give it every event, then take the counts. */
export class Counter {
  private readonly bySite: Counts[] = [];
  private before = 0;

  /** Looks at the hospital just before an event. */
  watch(world: World, event: Event): void {
    this.addBedMinutes(world, event.time - this.before);
    this.before = event.time;
    for (const site of world.sites) {
      if (event.kind === 'census') this.countAtEight(world, site);
      if (event.kind === 'day begins') {
        this.add(world, site, world.day, 'openMidnight', openBeds(site));
        this.add(world, site, world.day, 'occupiedMidnight', sum(site.occupied));
      }
    }
  }

  /** The counts of each site once the run is over. */
  finish(world: World): Counts[] {
    const stories = new Map<Patient, Times>();
    for (const site of world.sites) this.bySite[site.number] ??= {};
    for (const { time, what, patient, site, service } of world.diary) {
      if (patient === null) this.add(world, site, dayOf(time), 'electivesCancelled');
      else if (service >= 0) this.countService(world, site, time, `${what} for ${service}`);
      else stories.set(patient, { ...stories.get(patient), [what]: time });
    }
    for (const [patient, times] of stories) {
      this.countAttendance(world, patient, times);
      this.countAdmission(world, patient, times);
      this.countSpell(world, patient, times);
    }
    return this.bySite;
  }

  private add(world: World, site: Site, day: number, series: Series, amount = 1): void {
    const { reportedFrom, count } = world.parameters.days;
    if (day < reportedFrom || day >= count) return;
    this.bySite[site.number] ??= {};
    const counts = this.bySite[site.number];
    counts[series] ??= new Array<number>(count - reportedFrom).fill(0);
    counts[series][day - reportedFrom] += amount;
  }

  private countService(world: World, site: Site, time: number, name: string): void {
    const counts = this.bySite[site.number];
    if (dayOf(time) >= world.parameters.days.reportedFrom)
      counts[name] = [(counts[name]?.[0] ?? 0) + 1];
  }

  /** Counts somebody who came on a reported day by minutes; from the most on all together. */
  private countMinutes(world: World, { site }: Patient, at: number, name: string, minutes: number) {
    if (dayOf(at) < world.parameters.days.reportedFrom) return;
    const counts = this.bySite[site.number];
    const most = MOST_MINUTES[name];
    counts[name] ??= new Array<number>(most + 1).fill(0);
    counts[name][Math.min(Math.max(Math.ceil(minutes), 0), most)]++; // a minute begun counts
  }

  private addBedMinutes(world: World, minutes: number): void {
    for (const site of world.sites) {
      let delayed = 0;
      let transfers = 0;
      for (const patient of world.present) {
        if (patient.site !== site || patient.stage !== 'delayed in bed') continue;
        delayed++;
        if (patient.isDelayedTransfer) transfers++;
      }
      const add = (series: Series, beds: number) => {
        this.add(world, site, world.day, series, beds * minutes);
      };
      add('openBedMinutes', openBeds(site));
      add('occupiedBedMinutes', sum(site.occupied));
      add('delayedBedMinutes', delayed);
      add('dtocBedMinutes', transfers);
    }
  }

  private countAtEight(world: World, site: Site): void {
    const add = (series: Series, amount: number) => {
      this.add(world, site, world.day, series, amount);
    };
    const here = [...world.present].filter((patient) => patient.site === site);
    const inBed = here.filter(({ pool }) => pool !== null);
    const inStage = (...stages: string[]) => here.filter(({ stage }) => stages.includes(stage));
    add('open0800', openBeds(site));
    add('occupied0800', inBed.length);
    add('flu0800', inBed.filter(({ hasFlu }) => hasFlu).length);
    add('flex0800', sum(site.flexible));
    add('outliers0800', inBed.filter(isOutlier).length);
    add('delayed0800', inStage('delayed in bed').length);
    add('dtoc0800', inBed.filter(({ isDelayedTransfer }) => isDelayedTransfer).length);
    const awaiting = inStage('awaiting a bed in A&E').length;
    const inside = inStage('awaiting handover', 'in department').length + awaiting;
    add('awaitingBed0800', awaiting);
    add('inDepartment0800', inside);
    const spaces = sum(Array.from(site.parameters.department.spaces));
    const isOutside = awaiting > 0.1 * openBeds(site) || inside > 2 * spaces;
    add('outsideValidity', Number(isOutside));
    const { open, escalation } = site.parameters.beds;
    site.occupied.forEach((occupied, pool) => {
      const most = escalation[pool][world.day];
      const core = open[pool][world.day] - most;
      add('escalation0800', Math.max(0, Math.min(most, occupied - core)));
    });
    for (const [series, days] of STAYS) {
      const since = world.agenda.now - days * MINUTES_PER_DAY;
      add(series, inBed.filter(({ admittedAt }) => admittedAt < since).length);
    }
  }

  private countAttendance(world: World, patient: Patient, times: Times): void {
    const { arrives, 'leaves A&E': left } = times;
    if (arrives === undefined) return;
    const until = left ?? world.parameters.days.count * MINUTES_PER_DAY;
    const isOver = left !== undefined;
    const add = (series: Series, when: boolean) => {
      if (when) this.add(world, patient.site, dayOf(arrives), series);
    };
    const isAmbulance = patient.mode === 'ambulance';
    add('attendances', true);
    add('conveyances', isAmbulance);
    const latest = arrives + HANDOVER_CLOCK_MINUTES;
    const handed = times['handed over'];
    const clock = isAmbulance ? Math.min(latest, handed ?? latest) : arrives;
    const isTimed = isOver || until - clock > FOUR_HOURS;
    add('clocked', isTimed);
    if (isTimed) this.countMinutes(world, patient, arrives, 'departmentMinutes', until - clock);
    add('within4h', isOver && until - clock <= FOUR_HOURS);
    add('over12hFromArrival', until - arrives > TWELVE_HOURS);
    const decided = times['decision to admit'];
    add('over12hFromDecision', decided !== undefined && until - decided > TWELVE_HOURS);
    const hours = (until - arrives) / 60;
    const toBed = decided !== undefined;
    add('admitted4To6h', toBed && hours > 4 && hours <= 6);
    add('admitted6To8h', toBed && hours > 6 && hours <= 8);
    add('admitted8To12h', toBed && hours > 8 && hours <= 12);
    add('admittedOver12h', toBed && hours > 12);
    const ready = times['ready to leave'];
    const isLate = ready !== undefined && until - ready > 60;
    add('readyTimed', isOver || isLate);
    add('readyOver1h', isLate);
    add('leftUnseen', times['leaves unseen'] !== undefined);
    const assessed = handed ?? times['initially assessed'];
    const waited = Math.floor((assessed ?? arrives) - arrives);
    if (assessed !== undefined)
      this.countMinutes(world, patient, arrives, 'assessmentWaits', waited);
    if (handed === undefined) return;
    add('handovers', true);
    for (const most of [15, 30, 60] as const) add(`handoverOver${most}`, handed - arrives > most);
  }

  private countAdmission(world: World, patient: Patient, times: Times): void {
    const { admitted, 'same-day care': sameDay } = times;
    if (sameDay !== undefined) {
      this.add(world, patient.site, dayOf(sameDay), 'admissionsSdec');
      if (patient.returns > 0) this.add(world, patient.site, dayOf(sameDay), 'readmissions');
    }
    if (admitted === undefined) return;
    if (patient.returns > 0) this.add(world, patient.site, dayOf(admitted), 'readmissions');
    const series =
      patient.mode === 'planned'
        ? 'electivesAdmitted'
        : patient.mode === 'referred'
          ? 'admissionsReferred'
          : 'admissionsFromDepartment';
    this.add(world, patient.site, dayOf(admitted), series);
  }

  private countSpell(world: World, patient: Patient, times: Times): void {
    const add = (time: number, series: Series, amount = 1) => {
      this.add(world, patient.site, dayOf(time), series, amount);
    };
    const sameDay = times['same-day care over'];
    if (sameDay !== undefined) add(sameDay, 'spellsZeroDay');
    if (times.dies !== undefined) add(times.dies, 'deaths');
    const home = times['leaves hospital'];
    if (times['can come back'] !== undefined) add(times['can come back'], 'leftAlive');
    if (home !== undefined) {
      add(home, 'discharges');
      const place = PLACES_AFTER[patient.pathway];
      if (place !== null) add(home, place);
      const hour = (home % MINUTES_PER_DAY) / 60;
      if (!patient.isShortStay) {
        add(home, 'dischargesLonger');
        if (hour < 10) add(home, 'dischargesBefore10');
        if (hour < 12) add(home, 'dischargesBeforeNoon');
      }
    }
    const end = times.dies ?? times['leaves hospital'];
    const from = times.admitted ?? times['was admitted'];
    if (end === undefined || from === undefined || patient.mode === 'planned') return;
    if (dayOf(end) === dayOf(from)) {
      add(end, 'spellsZeroDay');
    } else {
      add(end, 'spellsOneDayPlus');
      add(end, 'spellDays', (end - from) / MINUTES_PER_DAY);
    }
  }
}

const STAYS = [
  ['stays7At0800', 7],
  ['stays14At0800', 14],
  ['stays21At0800', 21],
] as const;

function dayOf(time: number): number {
  return Math.floor(time / MINUTES_PER_DAY);
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

/** Open beds, and those closed that still hold somebody. */
function openBeds({ open, occupied }: Site): number {
  return sum(open.map((beds, pool) => Math.max(beds, occupied[pool])));
}

function isOutlier({ pool, bedClass }: Patient): boolean {
  return pool !== ASSESSMENT_UNIT && pool !== bedClass + 1;
}
