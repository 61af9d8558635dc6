// test/model/extension.test.ts: the new intervention of docs/extending.md, added to a copy of the
// program: its schema, list line, form, document and effect follow without any other change.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { seedOf } from '../../sim/engine/seed.js';
import type { Measured } from '../../sim/outcomes/measures.js';
import type { Model } from '../../sim/scenario/schema.js';
import { shorten } from './batches.js';

const ROOT = resolve(import.meta.dirname, '../..');
const ID = 'surgical-hot-clinic';
const LINES_MAX = 80;
const text = readFileSync(join(ROOT, 'docs/extending.md'), 'utf8');

/** The first block of a language whose text begins so. */
function block(language: string, start: string): string {
  const blocks = [...text.matchAll(/```(\w+)\n([\s\S]*?)```/g)];
  const found = blocks.find(([, of, code]) => of === language && code.startsWith(start));
  if (!found) throw new Error(`docs/extending.md has no ${language} block "${start}".`);
  return found[2];
}

const code = block('ts', `// sim/interventions/${ID}.ts`);
const [importLine, entry] = block('diff', '+import')
  .split('\n')
  .map((line) => line.slice(1));

// Ignored by git and by the checks of style; inside the project, so that packages are found.
const copy = mkdtempSync(join(ROOT, 'z.extension-'));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

beforeAll(() => {
  for (const folder of ['sim', 'cli', 'web', 'workers', 'tools', 'scenarios']) {
    cpSync(join(ROOT, folder), join(copy, folder), { recursive: true });
  }
  writeFileSync(join(copy, `sim/interventions/${ID}.ts`), code);
  const registry = join(copy, 'sim/interventions/registry.ts');
  const before = readFileSync(registry, 'utf8');
  writeFileSync(
    registry,
    before.replace(/\n\n\/\*\*/, `\n${importLine}\n\n/**`).replace(/\n\];/, `\n${entry}\n];`),
  );
  writeFileSync(join(copy, `scenarios/plans/${ID}.yaml`), block('yaml', `# ${ID}.yaml`));
});

/** A module of the copy. */
const load = (path: string) => import(/* @vite-ignore */ join(copy, path));

describe('a new intervention', () => {
  it(`has fewer than ${LINES_MAX} lines of code`, () => {
    expect(code.trim().split('\n').length).toBeLessThan(LINES_MAX);
  });

  it('is in the schema of files, and its settings are checked', async () => {
    const { SCHEMAS } = await load('sim/scenario/schema.ts');
    const schema = JSON.stringify(z.toJSONSchema(SCHEMAS.plan, { unrepresentable: 'any' }));
    expect(schema).toContain('"slotsPerDay"');
    const { openNodeLibrary } = await load('cli/node-library.ts');
    const { resolve: resolveIn } = await load('sim/scenario/resolve.ts');
    const plan = join(copy, `scenarios/plans/${ID}.yaml`);
    const right = readFileSync(plan, 'utf8');
    writeFileSync(join(copy, 'wrong.yaml'), right.replace('slotsPerDay: 12', 'slotsPerDay: 1000'));
    const request = { system: 'lister-2017-18', plans: [join(copy, 'wrong.yaml')] };
    expect(() => resolveIn(openNodeLibrary(), request)).toThrow(
      /slotsPerDay is 1000; allowed: a whole number from 0 to 200/,
    );
  });

  it('has a line in the list, an entry in the form and a section in the document', async () => {
    const { listText } = await load('cli/list.ts');
    expect(listText(200)).toMatch(/\n {2}surgical-hot-clinic +Surgical hot clinic \[D\]\n/);
    const { openNodeLibrary } = await load('cli/node-library.ts');
    const { optionsOf } = await load('web/state/choices.ts');
    const options = optionsOf(openNodeLibrary(), 'plan') as { value: string; label: string }[];
    expect(options.find(({ value }) => value === ID)?.label).toBe('Surgical hot clinic');
    const { interventionsDocument } = await load('tools/documents/interventions.ts');
    const document: string = interventionsDocument(openNodeLibrary());
    expect(document).toContain(`## Surgical hot clinic: \`${ID}\``);
    expect(document).toContain('| `slotsPerDay` | a whole number from 0 to 200 |');
  });

  it('spares surgical patients a night in a bed, and without uptake changes nothing', async () => {
    const base = await run(() => undefined, []);
    const clinic = await run(() => undefined, [ID]);
    const unused = await run(
      (settings) => {
        settings.uptakeShare = 0;
      },
      [ID],
    );
    const did = clinic.services.find(({ name }) => name === ID);
    expect(did?.changed).toBeGreaterThan(10);
    expect(did?.reached).toBeGreaterThan(did?.changed ?? 0);
    expect(did?.eligible).toBeGreaterThan(did?.reached ?? 0);
    const { OUTCOME_KEYS } = await load('sim/outcomes/keys.ts');
    const admitted = (of: Measured) =>
      of.outcomes[OUTCOME_KEYS.indexOf('admissionsEmergencyCount')];
    const fewer = admitted(base) - admitted(clinic);
    expect(fewer).toBeGreaterThan(0.5 * (did?.changed ?? 0));
    expect(unused.outcomes).toEqual(base.outcomes);
    expect(unused.daily).toEqual(base.daily);
  });
});

/** A short winter of the Lister with the copy's model. */
async function run(
  change: (settings: { uptakeShare: number }) => void,
  plans: string[],
): Promise<Measured> {
  const [{ openNodeLibrary }, { resolve: resolveIn }, { compile }, { simulate }, { measure }] =
    await Promise.all(
      [
        'cli/node-library.ts',
        'sim/scenario/resolve.ts',
        'sim/scenario/compile.ts',
        'sim/hospital/simulate.ts',
        'sim/outcomes/measures.ts',
      ].map(load),
    );
  const { model } = resolveIn(openNodeLibrary(), { system: 'lister-2017-18', plans });
  shorten(model as Model);
  if (plans.length > 0) change(model.interventions[ID]);
  const options = { name: 'x', effects: 'likely', bankHolidays: new Set<string>() };
  const parameters = compile(model, options);
  return measure(simulate(parameters, seedOf('extension'), 0), parameters.days);
}
