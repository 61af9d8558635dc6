// test/model/units.test.ts: urgent care units: who comes, what closing does, and to whom.

import { describe, expect, it } from 'vitest';
import { IN_UNIT } from '../../sim/hospital/patients.js';
import { Trace } from '../../sim/hospital/trace.js';
import type { Model } from '../../sim/scenario/schema.js';
import { changed, LISTER, shorten } from './batches.js';
import { runOf, systemWith } from './two-sites-two-units.js';

const SHUT = { weekday: { from: 0, to: 0 }, weekend: { from: 0, to: 0 } };
const shutMarket = (model: Model) => {
  if (model.units) model.units.market.hours = SHUT;
};

const open = runOf(systemWith());
const shut = runOf(systemWith(shutMarket));
const [market, valley] = open.measured.units ?? [];
const [shutUnit] = shut.measured.units ?? [];

describe('units', () => {
  it('see the patients who set out in their hours, nearly all of them within 4 hours', () => {
    const days = 28;
    expect(market.attendances / days).toBeGreaterThan(54);
    expect(market.attendances / days).toBeLessThan(68);
    expect(market.foundClosed).toBe(0);
    expect(valley.foundClosed).toBeGreaterThan(0);
    expect(open.value('attendancesType3Count')).toBe(market.attendances + valley.attendances);
    const all = open.value('attendancesType1Count') + open.value('attendancesType3Count');
    expect(open.value('attendancesCount')).toBe(all);
    expect(market.within4h / market.clocked).toBeGreaterThan(0.98);
    expect(open.value('within4hShare')).toBeGreaterThan(open.value('within4hType1Share'));
  });

  it('send on the share that needs A&E', () => {
    expect(open.value('unitsSentOnShare')).toBeGreaterThan(0.07);
    expect(open.value('unitsSentOnShare')).toBeLessThan(0.13);
  });

  it('that are not there change nothing, to the last bit', () => {
    const plain = (model: Model) => {
      shorten(model);
    };
    const none = runOf(changed({ system: LISTER }, 'plain', plain).model);
    const empty = changed({ system: LISTER }, 'empty', (model) => {
      plain(model);
      model.units = {};
    });
    expect(runOf(empty.model).fingerprint).toBe(none.fingerprint);
  });
});

describe('closing a unit', () => {
  it('sends the same people elsewhere: two fifths to A&E, and of them few need admission', () => {
    expect(shutUnit.attendances).toBe(0);
    expect(shutUnit.foundClosed).toBeGreaterThanOrEqual(market.attendances);
    const more = shut.value('attendancesType1Count') - open.value('attendancesType1Count');
    const [low, high] = [0.25, 0.4].map((share) => share * shutUnit.foundClosed);
    expect(more).toBeGreaterThan(low);
    expect(more).toBeLessThan(high);
    expect(shut.value('attendancesCount')).toBeLessThan(open.value('attendancesCount'));
    const admitted =
      shut.value('admissionsEmergencyCount') - open.value('admissionsEmergencyCount');
    expect(Math.abs(admitted)).toBeLessThan(more / 4);
    expect(shut.value('within4hShare')).toBeLessThan(open.value('within4hShare'));
  });

  it('between two dates acts on those days only', () => {
    const dated = runOf(
      systemWith(({ units }) => {
        if (units) units.market.changes = [{ from: '2017-10-10', to: '2017-10-16', hours: SHUT }];
      }),
    );
    const [{ attendances, foundClosed }] = dated.measured.units ?? [];
    expect(foundClosed).toBeGreaterThan(0.15 * market.attendances);
    expect(attendances).toBeGreaterThan(0.7 * market.attendances);
  });

  it('can be followed in a trace', () => {
    const told: string[] = [];
    const trace = new Trace(({ patients }) => {
      for (const { who, changes } of patients) {
        if (who?.includes('sets out for Market')) told.push(`${who}: ${changes.join('; ')}`);
      }
    });
    runOf(
      systemWith((model) => {
        shutMarket(model);
        model.period = { firstDay: '2017-10-03', lastDay: '2017-10-04', leadInDays: 1 };
      }),
      { observer: trace.observer },
    );
    trace.finish();
    expect(told[0]).toMatch(/^age .*, sets out for Market centre, \w+.*: on the way to /);
    expect(told.some((text) => /A&E at (North|South); found the unit closed/.test(text))).toBe(
      true,
    );
  });

  it('in the evening keeps who is inside until seen', () => {
    let [late, last] = [0, 0];
    runOf(
      systemWith((model) => {
        model.period = { firstDay: '2017-10-03', lastDay: '2017-10-04', leadInDays: 1 };
        if (model.units) model.units.valley.consultMinutes = { distribution: 'fixed', value: 60 };
      }),
      {
        observer: ({ patients, calendar, units }) => {
          const minute = calendar.now % 1440;
          if (minute <= 1050) return;
          late = Math.max(late, patients.inStage[IN_UNIT] - units[0].clinicians.busy);
          if (minute > 1380) last = Math.max(last, units[1].clinicians.busy);
        },
      },
    );
    expect(late).toBeGreaterThan(0);
    expect(last).toBe(0);
  });
});
