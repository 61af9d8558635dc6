// sim/verification/identities.ts: V23 and V25: what must hold to the last digits, in every run.

import type { Distribution } from '../engine/distributions.js';
import { MINUTES_PER_DAY } from '../engine/time.js';
import { DISCHARGE_TRY, TRANSFERRED } from '../hospital/kinds.js';
import { DELAYED, IN_BED } from '../hospital/patients.js';
import { type Observer, simulate } from '../hospital/simulate.js';
import type { System } from '../hospital/system.js';
import { excessDeaths } from '../outcomes/harm.js';
import type { Case, Check, ExactSample } from './check.js';
import { listerWith } from './lister.js';
import { presenceIn, type Station } from './station.js';
import { BATCHES, scaled, seedOfCase } from './station-case.js';

const NOBODY = { hours4To6: 0, hours6To8: 0, hours8To12: 0, over12Hours: 0 };

/** As the study prints it: so many admitted patients for ten deaths. */
function harmCase(): Case {
  const tenDeaths = [
    ['1,910 admitted after 4-6 hours', { ...NOBODY, hours4To6: 1910 }],
    ['820 admitted after 6-8 hours', { ...NOBODY, hours6To8: 820 }],
    ['720 admitted after 8-12 hours', { ...NOBODY, hours8To12: 720 }],
  ] as const;
  return {
    title: 'excess deaths',
    run: () =>
      tenDeaths.map(([figure, admitted]) => ({
        kind: 'exact',
        figure,
        expected: 10,
        simulated: excessDeaths(admitted),
        tolerance: 1e-9,
      })),
  };
}

const IDENTITY_SHARE = 1e-6;

function identity(figure: string, expected: number, simulated: number): ExactSample {
  return { kind: 'exact', figure, expected, simulated, tolerance: IDENTITY_SHARE * expected };
}

/** L = λW without chance: time counted by patient and as the area under the number present. */
function littleCase(title: string, station: Station): Case {
  return {
    title,
    run(setting) {
      const seed = seedOfCase(setting, title);
      const streams = station.streams.map((stream) => ({
        ...stream,
        service: scaled(stream.service, setting.serviceFactor),
      }));
      const plan = { batches: BATCHES, batchTime: 500, seed };
      const { stays, area } = presenceIn({ ...station, streams }, plan);
      return [identity('time by head, as area under number', area, stays)];
    },
  };
}

/** Watches the beds of a run from outside: after each event, who is in one. */
class BedWatcher {
  /** Bed minutes of the reported period: added up by patient, and by beds occupied. */
  byPatient = 0;
  byCount = 0;
  private readonly since = new Map<number, number>();
  private settledAt = -1;
  private moved = -1;

  constructor(private readonly from: number) {}

  /** Called before each event: what the event before it changed can now be seen. */
  readonly look: Observer = (system, kind, subject) => {
    if (this.settledAt < 0) this.findAll(system);
    if (this.moved >= 0) this.settle(system, this.moved);
    const { now } = system.calendar;
    const { occupiedTotal } = system.sites[0];
    this.byCount += occupiedTotal * Math.max(0, now - Math.max(this.settledAt, this.from));
    this.settledAt = now;
    this.moved = kind === TRANSFERRED || kind === DISCHARGE_TRY ? subject : -1;
  };

  /** Adds the stays of who is still in bed at the end. */
  finish(): void {
    for (const since of this.since.values()) this.add(since);
  }

  private findAll(system: System): void {
    this.settledAt = 0;
    for (let p = 0; p < system.patients.used; p++) if (isInBed(system, p)) this.since.set(p, 0);
  }

  private settle(system: System, p: number): void {
    const since = this.since.get(p);
    const there = isInBed(system, p);
    if (there && since === undefined) this.since.set(p, this.settledAt);
    else if (!there && since !== undefined) {
      this.add(since);
      this.since.delete(p);
    }
  }

  private add(since: number): void {
    this.byPatient += Math.max(0, this.settledAt - Math.max(since, this.from));
  }
}

function isInBed({ patients }: System, p: number): boolean {
  return patients.stage[p] === IN_BED || patients.stage[p] === DELAYED;
}

/** Bed days of a whole winter: by patient, by beds occupied, and as the model books them. */
function bedDaysCase(): Case {
  const title = 'Lister, one winter';
  return {
    title,
    run(setting) {
      const parameters = listerWith(setting.library, () => undefined);
      const watcher = new BedWatcher(parameters.days.reportedFrom * MINUTES_PER_DAY);
      const seed = seedOfCase(setting, title);
      const { daily } = simulate(parameters, seed, 0, watcher.look).sites[0];
      watcher.finish();
      const booked = daily.occupiedBedMinutes.reduce((a, b) => a + b, 0) / MINUTES_PER_DAY;
      return [
        identity('bed days booked, as beds occupied', watcher.byCount / MINUTES_PER_DAY, booked),
        identity('bed days booked, as stays', watcher.byPatient / MINUTES_PER_DAY, booked),
      ];
    },
  };
}

const SERVICE: Distribution = { distribution: 'lognormal', mean: 1, cv: 1.6 };
const STREAMS = [
  { rate: 3, service: SERVICE },
  { rate: 4, service: SERVICE },
];

export const IDENTITY_CHECKS: readonly Check[] = [
  {
    id: 'V23',
    title: 'Harm of long stays in A&E',
    source: 'Jones et al., Emergency Medicine Journal 2022;39:168-173',
    cases: [harmCase()],
  },
  {
    id: 'V25',
    title: 'Little’s law and bed days, to the last digits',
    source: 'Little 1961; conservation of patients',
    cases: [
      littleCase('8 servers, two priorities', { servers: 8, streams: STREAMS }),
      littleCase('6 servers, two priorities, impatient', {
        servers: 6,
        streams: STREAMS,
        patience: { distribution: 'exponential', mean: 2 },
      }),
      littleCase('6 beds, who finds none is lost', { servers: 6, streams: STREAMS, loses: true }),
      bedDaysCase(),
    ],
  },
];
