// test/unit/web/open-scenario.test.ts: a scenario file opened on the page is simulated there as on the
// command line, or refused in the words of the command line.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { resolve } from '../../../sim/scenario/resolve.js';
import { checkProject } from '../../../web/state/check-project.js';
import { batchCommand } from '../../../web/state/commands.js';
import { projectOfScenarios } from '../../../web/state/open-scenario.js';
import { firstProject, withPlanChanged } from '../../../web/state/project.js';
import { library } from '../../model/batches.js';

const opening = firstProject(library);

/** The example of README.md. */
function readmeScenario(): string {
  const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
  return /```yaml\n(# my-winter\.yaml\n[\s\S]*?)```/.exec(readme)?.[1] ?? '';
}

function open(text: string, file = 'my-winter.yaml') {
  return projectOfScenarios(library, [{ file, text }], opening);
}

function hashOf(text: string): string {
  const own = {
    ...library,
    read: (kind: Parameters<typeof library.read>[0], name: string) =>
      name === 'own.yaml' ? { file: name, text } : library.read(kind, name),
  };
  return resolve(own, { scenario: 'own.yaml' }).hash;
}

async function hashesOf(project: ReturnType<typeof open>): Promise<string[]> {
  const checked = await checkProject(library, project);
  if (Array.isArray(checked)) throw new Error(checked[0].message);
  return checked.scenarios.map(({ hash }) => hash);
}

describe('a scenario file on the page', () => {
  it('is the model of the command line, with its changes in the base', async () => {
    const text = readmeScenario();
    const project = open(text);
    expect(project.system).toBe('lister-2017-18');
    expect(project.winter).toBe('severe-flu');
    expect(project.changes).toEqual({ beds: { olderPeople: { core: 163 } } });
    expect(project.plans.map((plan) => plan.library)).toEqual(['discharge-to-assess']);
    expect((await hashesOf(project))[1]).toBe(hashOf(text));
  });

  it('puts its plans beside one another, and all of them together', async () => {
    const text =
      'winterflow: 1\nname: All of it\nsystem: lister-2017-18\n' +
      'plans: [sdec-14h, escalation-beds-24]\nchanges:\n  interventions:\n' +
      '    escalation-beds: { beds: 20 }\n';
    const project = open(text);
    expect(project.together).toBe(true);
    expect(
      project.plans.map(({ library: name, interventions }) => [name, interventions === null]),
    ).toEqual([
      ['sdec-14h', true],
      ['escalation-beds-24', false],
    ]);
    expect((await hashesOf(project)).at(-1)).toBe(hashOf(text));
  });

  it('gives its winter of its own accord, and a base alone has no plans', () => {
    const project = open('winterflow: 1\nname: As it is\nsystem: lister-2017-18\n');
    expect(project.winter).toBe('flu-2017-18');
    expect(project.plans).toEqual([]);
    expect(project.replications).toBe(opening.replications);
  });

  it('comes back from the files that the page itself writes', async () => {
    const [, second] = opening.plans;
    const beds = { beds: 20, pool: 'medical', from: '12-01', to: '03-31', rampDays: 0 };
    const settings = { ...beds, evidence: 'D', source: 'an example', costPoundsPerDay: 9480 };
    const changed = withPlanChanged(
      { ...opening, changes: { beds: { medical: { core: 190 } } } },
      second.id,
      {
        name: 'Ward 7',
        interventions: { 'escalation-beds': settings },
      },
    );
    const { files } = batchCommand(library, changed);
    expect(files.length).toBe(3);
    const again = projectOfScenarios(library, files, opening);
    expect(await hashesOf(again)).toEqual(await hashesOf(changed));
    expect(again.plans[1].name).toBe('Ward 7');
  });

  it.each([
    ['', 'my-winter.yaml:1:1: The file is empty'],
    ['%PDF-1.7', 'my-winter.yaml:1:1: The file is a PDF, not a scenario in YAML.'],
    ['\uFFFD\uFFFDw\u0000', 'The file is encoded as UTF-16; save it as UTF-8.'],
    ['x'.repeat(250_001), 'The file is longer than 250000 characters'],
    ['winterflow: 1\nname: x\n', 'The scenario names no system'],
    ['winterflow: 1\nname: x\nsystem: lister-2017-18\nplans: [sdec]\n', 'There is no plan "sdec"'],
    ['winterflow: 1\nname: x\nsystem: lister-2017-18\nchanges: { bedss: 1 }\n', 'did you mean'],
    [
      'winterflow: 1\nname: x\nsystem: lister-2017-18\nchanges:\n  beds: { medical: { core: "5" } }\n',
      'my-winter.yaml:5:28: ',
    ],
    ['winterflow: 9\nname: x\nsystem: lister-2017-18\n', 'winterflow is 9'],
    [
      'winterflow: 1\nkind: plan\nname: x\ninterventions: {}\n',
      'a scenario or a system is wanted here',
    ],
    [
      readFileSync(
        join(import.meta.dirname, '../../../scenarios/systems/lister-2017-18.yaml'),
        'utf8',
      ),
      'my-winter.yaml is a system; the page opens scenarios',
    ],
  ])('that begins %.30j is refused', (text, sentence) => {
    expect(() => open(text)).toThrow(sentence);
  });

  it('is refused beside one of another winter, and with too many plans', () => {
    const of = (winter: string) =>
      `winterflow: 1\nname: ${winter}\nsystem: lister-2017-18\nwinter: ${winter}\n`;
    const two = [
      { file: 'a.yaml', text: of('mild-flu') },
      { file: 'b.yaml', text: of('severe-flu') },
    ];
    expect(() => projectOfScenarios(library, two, opening)).toThrow(
      '"a.yaml" and "b.yaml" differ in more than their plans',
    );
    const many =
      'sdec-14h, boarding, virtual-ward, elective-recovery, flu-vaccination, discharge-to-assess';
    expect(() =>
      open(`winterflow: 1\nname: x\nsystem: lister-2017-18\nplans: [${many}]\n`),
    ).toThrow('The files hold 6 plans; the page compares up to 5.');
  });

  it('is refused where it stands on a plan in a file of its own', () => {
    const own = 'winterflow: 1\nkind: plan\nname: Mine\ninterventions: {}\n';
    const uses = 'winterflow: 1\nname: uses\nsystem: lister-2017-18\nplans: [mine.yaml]\n';
    const files = [
      { file: 'uses.yaml', text: uses },
      { file: 'mine.yaml', text: own },
    ];
    expect(() => projectOfScenarios(library, files, opening)).toThrow(
      'uses.yaml names the plan "mine.yaml", a file of its own; the page opens scenarios of the systems',
    );
  });

  it('is refused where the page would simulate another model', () => {
    const of = (name: string, plans: string) => ({
      file: `${name}.yaml`,
      text: `winterflow: 1\nname: ${name}\nsystem: lister-2017-18\nplans: [${plans}]\n`,
    });
    const beds = of('beds', 'escalation-beds-24');
    // Of plans that become one, the page holds the services, not a policy.
    const files = [beds, of('policy', 'opel-illustrative, sdec-14h')];
    expect(() => projectOfScenarios(library, files, opening)).toThrow(
      'policy.yaml sets what the page cannot hold as it is (such as a pressure policy of a plan); ' +
        'run it with the command line, and open its results here.',
    );
    const alone = projectOfScenarios(library, [beds, of('alone', 'opel-illustrative')], opening);
    expect(alone.plans.map((plan) => plan.library)).toEqual([
      'escalation-beds-24',
      'opel-illustrative',
    ]);
  });
});
