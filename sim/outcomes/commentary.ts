// sim/outcomes/commentary.ts: the assumptions behind a planning table, as the commentary that a
// submission asks for (004 L494-590): from the sources of the files and the interventions.

import { INTERVENTIONS } from '../interventions/registry.js';
import type { Library } from '../scenario/library.js';
import type { Resolved } from '../scenario/resolve.js';
import { type Assumption, assumptionsOfFile } from './assumptions.js';

/** Parts of the model behind each measure, most important first. */
const BEHIND: readonly [string, readonly string[]][] = [
  ['E.M.11', ['patients.admission', 'season', 'stays', 'patients']],
  ['E.M.12', ['demand', 'units']],
  ['E.M.23', ['patients.ambulanceShare', 'patients.ambulanceFrailtyOdds']],
  ['E.M.26', ['beds', 'discharge', 'community']],
];
const SHOWN = 3;

interface Service {
  from?: string;
  uptakeShare?: number;
  evidence?: string;
  source?: string;
}

/** Sentences: a few for each measure, one for each service. */
export function commentaryOf(library: Library, { files, model }: Resolved): string[] {
  const entries = files.flatMap((file) => assumptionsOfFile(library, file));
  const measures = BEHIND.flatMap(([measure, paths]) => {
    const behind = paths.flatMap((path) => entries.filter((entry) => isUnder(entry.path, path)));
    const unique = [...new Set(behind)];
    if (unique.length === 0) return [];
    const shown = unique.slice(0, SHOWN).map((e) => `${e.path}: ${e.source} (${e.confidence})`);
    return [`${measure}: ${confidences(unique)}. ${shown.join('; ')}.`];
  });
  const services = INTERVENTIONS.flatMap(({ id, title }) => {
    const settings = model.interventions[id] as Service | undefined;
    return settings === undefined ? [] : [serviceSentence(title, settings)];
  });
  return [...measures, ...services];
}

function serviceSentence(title: string, { from, uptakeShare, evidence, source }: Service): string {
  const parts = [
    from === undefined ? 'all winter' : `from ${from}`,
    ...(uptakeShare === undefined ? [] : [`uptake ${Math.round(uptakeShare * 100)} %`]),
    `evidence ${evidence ?? 'not graded'}`,
  ];
  return `${title}: ${parts.join(', ')}. Source: ${source ?? 'none'}.`;
}

function isUnder(path: string, part: string): boolean {
  return path === part || path.startsWith(`${part}.`) || path.startsWith(`${part}[`);
}

function confidences(entries: readonly Assumption[]): string {
  const counts = new Map<string, number>();
  for (const { confidence } of entries) counts.set(confidence, (counts.get(confidence) ?? 0) + 1);
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([confidence, count]) => `${count} ${confidence}`)
    .join(', ');
}
