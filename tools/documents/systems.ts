// tools/documents/systems.ts: docs/systems.md from the system files: sites, size, sources.

import type { Library } from '../../sim/scenario/library.js';
import { type Resolved, resolve } from '../../sim/scenario/resolve.js';
import { siteModels } from '../../sim/scenario/sites.js';
import { described, fieldsOf } from '../../sim/scenario/uses.js';
import { confidenceCounts, parameterTable } from './parameter-table.js';
import { cell } from './settings-table.js';

/** The document as Markdown. */
export function systemsDocument(library: Library): string {
  const systems = described(library, 'system');
  return `# Systems

Every system that can be simulated, from \`scenarios/systems/\`. Written by \`npm run documents\`; a test fails
when it is out of date. Each runs by itself, under any winter and with any plan.

| system | what it is |
|---|---|
${systems.map(({ id, name, description }) => `| \`${id}\` | ${cell(description || name)} |`).join('\n')}

${systems.map(({ id }) => sectionOf(library, id)).join('\n\n')}
`;
}

function sectionOf(library: Library, id: string): string {
  const resolved = resolve(library, { system: id });
  const { name, winter, model } = resolved;
  const { firstDay, lastDay } = model.period;
  const from = fieldsOf(library, 'system', id).extends;
  const based = typeof from === 'string' ? ` It starts from \`${from}\`.` : '';
  return `## ${name}: \`${id}\`

${firstDay} to ${lastDay}; winter: ${winter === '' ? 'none' : winter}.${based}

${sitesTable(resolved)}

Community places: ${placesText(resolved)}.

Confidence of its own values: ${confidenceCounts(library, 'system', id)}.

${parameterTable(library, 'system', id)}`;
}

function sitesTable({ model, name }: Resolved): string {
  const rows = siteModels(model, name).map(({ name: site, model: own }) => {
    const beds = Object.entries(own.beds).flatMap(([pool, value]) => {
      const { core } = value as { core?: unknown };
      return typeof core === 'number' ? [`${poolName(pool)} ${core}`] : [];
    });
    const services = Object.keys(own.interventions).join(', ');
    return `| ${cell(site)} | ${own.catchmentPeople} | ${own.demand.attendancesPerDay} | ${beds.join(', ')} | ${services} |`;
  });
  return [
    '| site | people | type 1 attendances a day | core beds | services |',
    '|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

function placesText({ model: { community } }: Resolved): string {
  const { p1, p2, p3 } = community as unknown as Record<string, { places?: number }>;
  return Object.entries({ P1: p1, P2: p2, P3: p3 })
    .flatMap(([name, value]) => (value?.places === undefined ? [] : [`${name} ${value.places}`]))
    .join(', ');
}

function poolName(pool: string): string {
  return pool.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
