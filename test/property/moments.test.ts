// test/property/moments.test.ts: what holds at every event of any hospital.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Calendar } from '../../sim/engine/calendar.js';
import { seedOf } from '../../sim/engine/seed.js';
import { POOLS } from '../../sim/hospital/categories.js';
import { FAST_KERNEL, type Kernel } from '../../sim/hospital/kernel.js';
import { BED_READY, DAY, HOUR } from '../../sim/hospital/kinds.js';
import { type Observer, simulate } from '../../sim/hospital/simulate.js';
import type { System } from '../../sim/hospital/system.js';
import { Trace } from '../../sim/hospital/trace.js';
import { digestOf } from '../differential/digest.js';
import { type RandomScenario, randomScenario } from '../differential/random-scenario.js';
import { booksOf } from './books.js';

const SEED = 20171002;
const someHospitals = (numRuns: number) => ({ seed: SEED, numRuns, endOnFailure: true });
const hospitals = fc.integer({ min: 1, max: 1_000_000 }).map(randomScenario);

function run(scenario: RandomScenario, observer: Observer | null, kernel: Kernel = FAST_KERNEL) {
  const { parameters, seed, replication } = scenario;
  return simulate(parameters, seedOf(seed), replication, observer, kernel);
}

/** Times, kinds and states of all events. */
function courseOf(scenario: RandomScenario, kernel: Kernel = FAST_KERNEL): string[] {
  const course: string[] = [];
  run(
    scenario,
    (system, kind, subject) => {
      course.push(`${system.calendar.now} ${kind} ${subject} ${stateOf(system)}`);
    },
    kernel,
  );
  return course;
}

/** The state without the calendar's own counts. */
function stateOf(system: System): string {
  const { kept } = booksOf(system);
  return JSON.stringify(kept);
}

/** Notes when events were scheduled, and each pair that fired in the wrong order. */
class Watched extends Calendar {
  readonly faults: string[] = [];
  private order = 0;
  private readonly scheduled = new Map<string, { at: number; sequence: number }[]>();
  private last = { time: 0, kind: 0, sequence: 0 };

  override schedule(time: number, kind: number, subject: number): number {
    const key = `${time} ${kind} ${subject}`;
    const twins = this.scheduled.get(key) ?? [];
    twins.push({ at: this.now, sequence: this.order++ });
    this.scheduled.set(key, twins);
    return super.schedule(time, kind, subject);
  }

  override next(until: number): number {
    const { last } = this;
    const kind = super.next(until);
    const [event] = this.scheduled.get(`${this.now} ${kind} ${this.subject}`) ?? [];
    if (kind === 0 || event === undefined) return kind;
    this.scheduled.get(`${this.now} ${kind} ${this.subject}`)?.shift();
    // An event scheduled in this very moment may be of any rank; one that was there before may not.
    const wasThere = event.at < this.now && this.now === last.time;
    const tooLate = kind < last.kind || (kind === last.kind && event.sequence < last.sequence);
    if (this.now < last.time || (wasThere && tooLate)) {
      this.faults.push(`${last.time} kind ${last.kind} before ${this.now} kind ${kind}`);
    }
    this.last = { time: this.now, kind, sequence: event.sequence };
    return kind;
  }
}

describe('at every event of any hospital', () => {
  it('nobody is lost: the books agree with a count of every patient', () => {
    const check = fc.property(hospitals, (scenario) => {
      run(scenario, (system) => {
        const { kept, counted } = booksOf(system);
        if (JSON.stringify(kept) !== JSON.stringify(counted)) expect(counted).toEqual(kept);
      });
    });
    fc.assert(check, someHospitals(8));
  });

  it('the clock never goes back, and of two events at one time the lower rank goes first', () => {
    const check = fc.property(hospitals, (scenario) => {
      const watched = new Watched({ bucketMinutes: 0.5 });
      run(scenario, () => {}, { ...FAST_KERNEL, calendar: () => watched });
      expect(watched.firedCount).toBeGreaterThan(0);
      expect(watched.faults).toEqual([]);
    });
    fc.assert(check, someHospitals(12));
  });

  it('a bed is given only while one is free, and a bed once given is not taken back', () => {
    const check = fc.property(hospitals, (scenario) => {
      let before: { given: number; free: number }[] = [];
      run(scenario, (system) => {
        const now = system.sites.flatMap((site) =>
          POOLS.map((_, pool) => ({
            given: site.occupied[pool] + site.reserved[pool] + site.cleaning[pool],
            free: site.free(pool),
          })),
        );
        before.forEach(({ given, free }, i) => {
          // More is given than before only if what is given now fits, whatever has been closed.
          if (now[i].given > given)
            expect(now[i].free, `free was ${free}`).toBeGreaterThanOrEqual(0);
        });
        before = now;
      });
    });
    fc.assert(check, someHospitals(15));
  });

  it('closing beds or staff going home moves no patient', () => {
    const check = fc.property(hospitals, (scenario) => {
      let was: { kind: number; occupied: number[]; busy: number[] } | null = null;
      run(scenario, (system, kind) => {
        const occupied = system.sites.flatMap((site) => Array.from(site.occupied));
        const busy = system.sites.flatMap(({ clinicians, assessmentNurses, primaryCare }) =>
          [...clinicians, assessmentNurses, primaryCare].map((resource) => resource.busy),
        );
        if (was !== null && (was.kind === DAY || was.kind === HOUR)) {
          expect(occupied).toEqual(was.occupied);
          for (const [i, count] of busy.entries())
            expect(count).toBeGreaterThanOrEqual(was.busy[i]);
        }
        was = { kind, occupied, busy };
      });
    });
    fc.assert(check, someHospitals(15));
  });
});

describe('what changes nothing', () => {
  it('observers: watched, traced or not, the results are the same', () => {
    const check = fc.property(hospitals, (scenario) => {
      const plain = run(scenario, null);
      const trace = new Trace(() => {});
      expect(run(scenario, trace.observer)).toEqual(plain);
      trace.finish();
      expect(run(scenario, (system) => void digestOf(system))).toEqual(plain);
    });
    fc.assert(check, someHospitals(15));
  });

  it('events that do nothing, and events withdrawn, leave every other event as it was', () => {
    /** Schedules two idle events beside each event; one is withdrawn, one fires and is swallowed. */
    class WithIdle extends Calendar {
      private idle = false;
      override schedule(time: number, kind: number, subject: number): number {
        const withdrawn = super.schedule(time, kind, -1);
        if (!this.idle) super.schedule(time, IDLE[subject & 1], -2);
        const handle = super.schedule(time, kind, subject);
        this.cancel(withdrawn);
        return handle;
      }
      override next(until: number): number {
        for (;;) {
          const kind = super.next(until);
          if (kind === 0 || this.subject !== -2) return kind;
        }
      }
    }
    const IDLE = [BED_READY, 255]; // of a rank among the others, and after all of them
    const kernel = { ...FAST_KERNEL, calendar: () => new WithIdle({ bucketMinutes: 0.5 }) };
    const check = fc.property(hospitals, (scenario) => {
      expect(courseOf(scenario, kernel)).toEqual(courseOf(scenario));
    });
    fc.assert(check, someHospitals(4));
  });
});
