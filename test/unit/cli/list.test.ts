// test/unit/cli/list.test.ts: the list names everything that there is, one line each, at any width.

import { describe, expect, it } from 'vitest';
import { listText } from '../../../cli/list.js';
import { INTERVENTIONS } from '../../../sim/interventions/registry.js';
import { usesOf } from '../../../sim/scenario/uses.js';
import { library } from '../../model/batches.js';

const whole = listText(Number.POSITIVE_INFINITY).split('\n');
const starts = (name: string) => whole.filter((line) => line.startsWith(`  ${name} `));

describe('winterflow list', () => {
  it('has a line for each file', () => {
    for (const kind of ['system', 'winter', 'plan'] as const) {
      for (const name of library.names(kind)) expect(starts(name), name).not.toEqual([]);
    }
  });

  it('has one line for each intervention, with the evidence of its plans', () => {
    const uses = usesOf(library);
    for (const { id, title } of INTERVENTIONS) {
      const [line] = whole.filter((text) => text.startsWith(`  ${id} `) && text.includes(title));
      for (const { evidence } of uses.get(id) ?? []) expect(line).toMatch(`${evidence}`);
    }
  });

  it('has shocks and targets', () => {
    expect(starts('flu')).toHaveLength(1);
    expect(starts('T1').length).toBeGreaterThan(1);
    expect(starts('T15').length).toBeGreaterThan(0);
  });

  it.each([20, 40, 80, 200])('fits a terminal of %d columns', (columns) => {
    const lines = listText(columns).split('\n');
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(columns);
    expect(lines).toHaveLength(whole.length);
  });
});
