// tools/documents/interventions.ts: docs/interventions.md from the registry and the plans.

import { common } from '../../sim/interventions/definition.js';
import { INTERVENTIONS } from '../../sim/interventions/registry.js';
import type { Library } from '../../sim/scenario/library.js';
import { described, shocks, type Use, usesOf } from '../../sim/scenario/uses.js';
import { cell, settingsTable } from './settings-table.js';

const isCommon = (path: string): boolean => path.split('.')[0] in common;

/** The document as Markdown. */
export function interventionsDocument(library: Library): string {
  const uses = usesOf(library);
  const [first] = INTERVENTIONS;
  return `# Interventions

Every intervention that a plan can set, from the registry (\`sim/interventions/registry.ts\`) and the files in
\`scenarios/plans/\`. Written by \`npm run documents\`; a test fails when it is out of date. How each works is in
[model.md](model.md); how to add one is in [extending.md](extending.md).

Evidence: A trials agree; B studies of the effect; C single sites; D assumed.

## Settings that all have

${settingsTable(first.settings, isCommon)}

${INTERVENTIONS.map((intervention) => sectionOf(intervention, uses.get(intervention.id))).join('\n\n')}

## Plans

${plansTable(library)}

## Winters and their shocks

Parts of the season that a winter file can switch on, size and date:

${shocks()
  .map(({ id, text }) => `- \`season.${id}\`: ${text}`)
  .join('\n')}

| winter | what it is |
|---|---|
${described(library, 'winter')
  .map(({ id, name, description }) => `| \`${id}\` | ${cell(description || name)} |`)
  .join('\n')}
`;
}

function sectionOf(
  { id, title, summary, settings }: (typeof INTERVENTIONS)[number],
  uses: readonly Use[] = [],
): string {
  const plans =
    uses.length === 0
      ? 'No plan uses it yet.'
      : [
          '| plan | evidence | source |',
          '|---|---|---|',
          ...uses.map(
            ({ plan, evidence, source }) => `| \`${plan}\` | ${evidence} | ${cell(source)} |`,
          ),
        ].join('\n');
  return `## ${title}: \`${id}\`

${summary}

${settingsTable(settings, (path) => !isCommon(path))}

${plans}`;
}

function plansTable(library: Library): string {
  const rows = described(library, 'plan').map(
    ({ id, name, description }) => `| \`${id}\` | ${cell(description || name)} |`,
  );
  return ['| plan | what it is |', '|---|---|', ...rows].join('\n');
}
