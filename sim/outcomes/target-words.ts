// sim/outcomes/target-words.ts: targets as people read them, the same on a terminal, a page and paper.

import { OUTCOMES, type OutcomeKey } from './keys.js';
import type { Summary } from './summary.js';
import { TARGET_LINES, type TargetResult } from './targets.js';
import { plainValue } from './words.js';

/** One target, with a cell for each scenario. */
export interface TargetRow {
  id: string;
  text: string;
  /** "met, 97 % of winters", "not met, 3 %", or a value where no level is set. */
  cells: string[];
}

/** What to say of targets in every place: rows, and a sentence for each reason of absence. */
export interface TargetTable {
  rows: TargetRow[];
  absent: string[];
}

/** The targets of a batch: a row for each that at least one scenario can be held against. */
export function targetTable({ scenarios }: Summary): TargetTable {
  const rows: TargetRow[] = [];
  for (const { id, text } of TARGET_LINES) {
    const found = scenarios.map(({ targets }) =>
      targets.find((result) => result.id === id && result.text === text),
    );
    if (found.every((result) => result === undefined)) continue;
    rows.push({ id, text, cells: found.map((result) => (result ? targetCell(result) : '–')) });
  }
  return { rows, absent: absentSentences(scenarios) };
}

/** "met, 97 %" or "not met, 3 %": the share of winters that meet it; a value where no level is set. */
function targetCell({ key, mean, met, chance }: TargetResult): string {
  if (met === null || chance === null) return valueText(key, mean);
  return `${met ? 'met' : 'not met'}, ${Math.round(chance * 100)} %`;
}

function valueText(key: string, mean: number): string {
  const outcome = (OUTCOMES as readonly OutcomeKey[]).find((known) => known.key === key);
  const unit = outcome?.unit ?? (key.endsWith('Share') ? 'share' : 'count');
  const marks: Partial<Record<OutcomeKey['unit'], string>> = { share: ' %', minutes: ' min' };
  return `${plainValue(mean, unit)}${marks[unit] ?? ''}`;
}

/** Which targets no scenario can be held against, by reason. */
function absentSentences(scenarios: Summary['scenarios']): string[] {
  const [first, ...others] = scenarios;
  const reasons = new Map<string, string[]>();
  for (const { id, text, why } of first?.targetsAbsent ?? []) {
    const everywhere = others.every(({ targetsAbsent }) =>
      targetsAbsent.some((absent) => absent.id === id && absent.text === text),
    );
    if (!everywhere) continue;
    const ids = reasons.get(why) ?? [];
    if (!ids.includes(id)) reasons.set(why, [...ids, id]);
  }
  return [...reasons].map(([why, ids]) => `${ids.join(', ')}: ${why}.`);
}
