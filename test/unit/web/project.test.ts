// test/unit/web/project.test.ts: what a person works on becomes scenarios, files and commands, with the
// sentences of the command line.

import { describe, expect, it } from 'vitest';
import type { Library } from '../../../sim/scenario/library.js';
import { resolve } from '../../../sim/scenario/resolve.js';
import { checkProject } from '../../../web/state/check-project.js';
import { batchCommand, replayCommand } from '../../../web/state/commands.js';
import { partsOf } from '../../../web/state/plan-parts.js';
import {
  firstProject,
  nameOfPlan,
  type Project,
  withCopy,
  withPlan,
  withPlanChanged,
  withPlans,
} from '../../../web/state/project.js';
import { askedOf } from '../../../web/state/scenario-texts.js';
import { hasShock, shocksOf, withShock } from '../../../web/state/shocks.js';
import { library } from '../../model/batches.js';

const PROJECT: Project = {
  system: 'lister-2017-18',
  winter: 'typical-flu',
  changes: {},
  plans: [
    { id: '0', library: 'sdec-14h', name: '', interventions: null },
    { id: '1', library: 'escalation-beds-24', name: '', interventions: null },
  ],
  together: true,
  replications: '20',
  precision: '',
  seed: "it's cold",
};

describe('a project', () => {
  it('gives the base, each plan, and the plans together', () => {
    const asked = askedOf(library, PROJECT);
    expect(asked.map(({ request }) => ('plans' in request ? request.plans : []))).toEqual([
      [],
      ['sdec-14h'],
      ['escalation-beds-24'],
      ['sdec-14h', 'escalation-beds-24'],
    ]);
    expect(asked.every(({ file }) => file === null)).toBe(true);
  });

  it('gives the command that runs the same batch, safe to paste', () => {
    expect(batchCommand(library, PROJECT).command).toBe(
      'npx winterflow run lister-2017-18 --winter typical-flu --plan sdec-14h ' +
        '--plan escalation-beds-24 --plan sdec-14h+escalation-beds-24 ' +
        "--replications 20 --seed 'it'\\''s cold' --out results-folder",
    );
    expect(batchCommand(library, { ...PROJECT, precision: '0.5' }).command).toContain(
      ' --precision daysOver92Count=0.5d --replications 20 --most 20 ',
    );
    expect(replayCommand(library, PROJECT, 1, 7).command).toBe(
      'npx winterflow trace lister-2017-18 --winter typical-flu --plan sdec-14h ' +
        "--replication 7 --seed 'it'\\''s cold'",
    );
  });

  it('of the opening is in the library', () => {
    const { system, winter, plans } = firstProject(library);
    expect(library.names('system')).toContain(system);
    expect(library.names('winter')).toContain(winter);
    for (const plan of plans) expect(library.names('plan')).toContain(plan.library);
    expect(plans.length).toBe(2);
  });

  it('keeps the plans that stay, each with its id, when others come and go', () => {
    const more = withPlans(PROJECT, ['boarding', 'escalation-beds-24', 'virtual-ward']);
    expect(more.plans.map(({ id, library: name }) => [id, name])).toEqual([
      ['0', 'boarding'],
      ['1', 'escalation-beds-24'],
      ['2', 'virtual-ward'],
    ]);
  });
});

describe('a plan that is changed', () => {
  const beds = { beds: 20, pool: 'medical', from: '12-01', to: '03-31', rampDays: 0 };
  const settings = { ...beds, evidence: 'D', source: 'an example', costPoundsPerDay: 9480 };
  const interventions = { 'escalation-beds': settings };
  const changed = withPlanChanged({ ...PROJECT, together: false }, '1', { interventions });

  it('becomes a scenario file that the command line reads, with the same model', async () => {
    const { command, files } = batchCommand(library, changed);
    expect(command).toMatch(/^npx winterflow run base\.yaml scenario-1\.yaml plan-1\.yaml /);
    expect(files.map(({ file }) => file)).toEqual(['base.yaml', 'scenario-1.yaml', 'plan-1.yaml']);
    const texts = Object.fromEntries(files.map(({ file, text }) => [file, text]));
    const here = await checkProject(library, changed);
    if (Array.isArray(here)) throw new Error(here[0].message);
    const there = files.map(({ file }) => {
      const read: Library['read'] = (kind, name) =>
        Object.hasOwn(texts, name) ? { file: name, text: texts[name] } : library.read(kind, name);
      return resolve({ ...library, read }, { scenario: file });
    });
    expect(there.map(({ name, hash }) => [name, hash])).toEqual(
      here.scenarios.map(({ name, hash }) => [name, hash]),
    );
    expect(here.scenarios[2].model.interventions['escalation-beds']).toEqual(settings);
  });

  it('is called as it is now, unless somebody gave it a name', () => {
    const [, plan] = changed.plans;
    expect(nameOfPlan(library, plan)).toBe('20 escalation beds');
    const other = { 'escalation-beds': { ...settings, beds: 24, pool: 'surgical' } };
    expect(nameOfPlan(library, { ...plan, interventions: other })).toBe(
      '24 escalation beds, changed',
    );
    expect(nameOfPlan(library, { ...plan, name: ' Ward 7 ' })).toBe('Ward 7');
  });

  it('that says what the library says is the same model', async () => {
    const plain = await checkProject(library, { ...PROJECT, together: false });
    const { interventions: own } = partsOf(library, PROJECT.plans[1]);
    const same = await checkProject(
      library,
      withPlanChanged({ ...PROJECT, together: false }, '1', { interventions: own }),
    );
    if (Array.isArray(plain) || Array.isArray(same)) throw new Error('refused');
    expect(same.scenarios[2].hash).toBe(plain.scenarios[2].hash);
  });

  it('gets the sentences of the command line, each with its field', async () => {
    const wrong = { 'escalation-beds': { ...settings, beds: '20.5', rampDays: 400 } };
    const errors = await checkProject(
      library,
      withPlanChanged(changed, '1', { interventions: wrong }),
    );
    expect(errors).toEqual([
      {
        field: 'plan-1.interventions.escalation-beds.beds',
        message:
          'interventions.escalation-beds.beds is "20.5"; allowed: a whole number from 0 to 5000.',
      },
      {
        field: 'plan-1.interventions.escalation-beds.rampDays',
        message:
          'interventions.escalation-beds.rampDays is 400; allowed: a whole number from 0 to 365.',
      },
    ]);
  });

  it('is copied under another name, and two plans of one name are refused', async () => {
    const copied = withCopy(changed, library, '1');
    expect(copied.plans.map(({ name }) => name)).toEqual(['', '', '20 escalation beds, copy']);
    expect(Array.isArray(await checkProject(library, copied))).toBe(false);
    const twins = withPlanChanged(copied, '2', { name: '20 escalation beds' });
    expect(await checkProject(library, twins)).toEqual([
      {
        field: 'plans',
        message: 'Two scenarios have the name "20 escalation beds"; give one of them another name.',
      },
    ]);
  });

  it('cannot be put together with another that sets the same', async () => {
    const twice = withPlan({ ...changed, together: true }, 'escalation-beds-24');
    const named = withPlanChanged(twice, '2', { name: 'Another ward' });
    expect(await checkProject(library, named)).toEqual([
      {
        field: 'plans',
        message:
          'The plans "20 escalation beds" and "Another ward" both set escalation-beds, ' +
          'for the same patients at the same time; choose one of them.',
      },
    ]);
  });
});

describe('shocks', () => {
  it('are laid over any winter, and taken away without a trace', async () => {
    const shocks = shocksOf(library);
    expect(shocks.map(({ path }) => path.join('.'))).toEqual([
      'cold',
      'norovirus',
      'waves.rsv',
      'sickness',
    ]);
    const base: Project = { ...PROJECT, plans: [], together: false };
    const shocked = shocks.reduce<Project>(
      (project, shock) => withShock(project, shock, true),
      base,
    );
    expect(shocks.every((shock) => hasShock(shocked, shock))).toBe(true);
    const checked = await checkProject(library, shocked);
    if (Array.isArray(checked)) throw new Error(checked[0].message);
    expect(checked.scenarios[0].model.season.cold).toEqual(shocks[0].value);
    expect(
      shocks.reduce<Project>((project, shock) => withShock(project, shock, false), shocked),
    ).toEqual(base);
  });
});
