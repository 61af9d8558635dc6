// web/state/commands.ts: commands that do without a browser what the page does.

import { PILOT } from '../../sim/questions/precision.js';
import type { Library } from '../../sim/scenario/library.js';
import type { Project } from './project.js';
import { type Asked, askedOf } from './scenario-texts.js';

/** The command that runs the same batch, and the files that it needs beside it. */
export interface BatchCommand {
  command: string;
  files: readonly { file: string; text: string }[];
}

/** The command line's batch of a project: files where the library does not hold it as it is. */
export function batchCommand(library: Library, project: Project): BatchCommand {
  const asked = askedOf(library, project);
  const rest = `${howMany(project)} --seed ${quoted(project.seed)} --out results-folder`;
  if (asked.every(({ file }) => file === null)) {
    return { command: `${byNames(project)} ${rest}`, files: [] };
  }
  const files = asked.map(fileOf);
  const names = files.map(({ file }) => file).join(' ');
  return { command: `npx winterflow run ${names} ${rest}`, files };
}

function howMany({ replications, precision }: Project): string {
  if (precision === '') return `--replications ${replications.trim()}`;
  const pilot = Math.min(PILOT, Number(replications));
  return (
    `--precision daysOver92Count=${Number(precision)}d --replications ${pilot} ` +
    `--most ${replications.trim()}`
  );
}

/** The command that replays one winter of one scenario, every event of it. */
export function replayCommand(
  library: Library,
  project: Project,
  scenario: number,
  replication: number,
): BatchCommand {
  const asked = askedOf(library, project)[scenario];
  const rest = `--replication ${replication} --seed ${quoted(project.seed)}`;
  if (asked.file !== null || 'scenario' in asked.request) {
    const file = fileOf(asked, scenario);
    return { command: `npx winterflow trace ${file.file} ${rest}`, files: [file] };
  }
  const { system, winter, plans = [] } = asked.request;
  const plan = plans.length === 0 ? '' : ` --plan ${plans.join('+')}`;
  return { command: `npx winterflow trace ${system} --winter ${winter}${plan} ${rest}`, files: [] };
}

function byNames({ system, winter, plans, together }: Project): string {
  const names = plans.map(({ library }) => library);
  const each = names.map((name) => ` --plan ${name}`);
  if (together && names.length > 1) each.push(` --plan ${names.join('+')}`);
  return `npx winterflow run ${system} --winter ${winter}${each.join('')}`;
}

/** Every scenario as a file: names and files do not go together on one command line. */
function fileOf({ file, request, name }: Asked, position: number): { file: string; text: string } {
  if (file !== null) return file;
  const lines = Object.entries(request).map(([key, value]) =>
    Array.isArray(value) ? `${key}: [${value.join(', ')}]` : `${key}: ${value}`,
  );
  const text = ['winterflow: 1', `name: ${JSON.stringify(name)}`, ...lines, ''].join('\n');
  return { file: position === 0 ? 'base.yaml' : `scenario-${position}.yaml`, text };
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, "'\\''")}'`;
}
