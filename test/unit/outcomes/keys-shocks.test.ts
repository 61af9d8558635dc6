// test/unit/outcomes/keys-shocks.test.ts: outcomes of waves, beds and staff lost are well described.

import { describe, expect, it } from 'vitest';
import { OUTCOMES } from '../../../sim/outcomes/keys.js';
import { SHOCK_OUTCOMES } from '../../../sim/outcomes/keys-shocks.js';

const UNITS: Record<string, RegExp> = {
  beds: /BedsM(ean|ax)$|DelayedMean$/,
  'bed days': /BedDays$/,
  share: /ShareMean$/,
  count: /Count$|HoursLost$/,
};

describe('outcomes of shocks', () => {
  it('are among all outcomes', () => {
    const keys = OUTCOMES.map(({ key }) => key as string);
    expect(SHOCK_OUTCOMES).toHaveLength(12);
    for (const { key } of SHOCK_OUTCOMES) expect(keys).toContain(key);
  });

  it.each(SHOCK_OUTCOMES)('$key has the unit that its name ends in', ({ key, unit }) => {
    expect(UNITS[unit], unit).toBeDefined();
    expect(key).toMatch(UNITS[unit]);
  });

  it.each(SHOCK_OUTCOMES)('$key has a label, a sentence, and a better side or none', (outcome) => {
    expect(outcome.label).toMatch(/^[A-Z].{10,}[^.]$/);
    expect(outcome.definition).toMatch(/^[A-Z].{30,}\.$/);
    // How many spells there were is neither good nor bad; beds and hours lost are.
    expect(outcome.better).toBe(outcome.key.startsWith('spells') ? null : 'lower');
  });

  it('are each said in words of their own', () => {
    expect(new Set(SHOCK_OUTCOMES.map(({ label }) => label)).size).toBe(SHOCK_OUTCOMES.length);
    expect(new Set(SHOCK_OUTCOMES.map(({ definition }) => definition)).size).toBe(
      SHOCK_OUTCOMES.length,
    );
  });

  it('of infection control name both ways to lose a bed', () => {
    const { definition } =
      SHOCK_OUTCOMES.find(({ key }) => key === 'infectionControlBedDays') ?? SHOCK_OUTCOMES[0];
    expect(definition).toContain('norovirus');
    expect(definition).toContain('zone COVID-19');
  });
});
