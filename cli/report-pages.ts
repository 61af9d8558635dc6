// cli/report-pages.ts: which pages of a board pack are asked for on the command line, and what to run for
// those that cannot be made.

import { InvalidArgumentError } from 'commander';
import { dayNumberOf } from '../sim/engine/time.js';
import { nearestName, valueText } from '../sim/scenario/problems.js';
import type { Batch } from '../web/charts/batch.js';
import type { Beyond } from '../web/export/beyond.js';
import { boardPack } from '../web/export/board-pack.js';
import type { PackChoices } from '../web/export/pack-choices.js';
import { SLIDE_IDS, type SlideId } from '../web/export/pack-slide.js';
import type { ReportModel } from '../web/export/report.js';
import { WINTER_KINDS, type WinterChoice } from '../web/export/winter-source.js';
import { CommandError, MISSING_INPUT } from './exit-codes.js';

/** Winters by how bad they are. */
export const KINDS = WINTER_KINDS.map(({ value }) => value);
/** What to run for a page that is not there. */
const NEEDS: Partial<Record<SlideId, string>> = {
  waterfall:
    'run each plan alone and all of them together (--plan A --plan B --plan A+B), with a journal in the folder',
  drivers: 'add --with FILE of what winterflow sensitivity --json printed',
  regret: 'add --with FILE of what winterflow regret --json printed',
  winter: 'the folder has no journal of single winters; run the batch again with --out',
  breach: 'the folder has no journal of single winters; run the batch again with --out',
};

/** All that a pack is made of. */
export interface Pack {
  batch: Batch;
  models: ReportModel[];
  choices: PackChoices;
  beyond: Beyond;
}

/** Pages by name, checked. */
export function pages(text: string): SlideId[] {
  if (text.trim() === 'all') return [...SLIDE_IDS];
  return text.split(',').map((given) => {
    const found = SLIDE_IDS.find((id) => id === given.trim());
    if (found) return found;
    const near = nearestName(given.trim(), SLIDE_IDS);
    const hint = near === null ? '' : `; did you mean ${near}?`;
    throw new InvalidArgumentError(
      `${valueText(given.trim())} is no page; allowed: all, ${SLIDE_IDS.join(', ')}${hint}.`,
    );
  });
}

/** "severe", "7" or "severe:2018-01-08" */
export function oneWinter(text: string): WinterChoice {
  const [which, day = null, ...more] = text.split(':');
  const isKnown = KINDS.some((kind) => kind === which) || /^\d{1,5}$/.test(which);
  if (!isKnown || more.length > 0 || (day !== null && Number.isNaN(dayNumberOf(day)))) {
    throw new InvalidArgumentError(
      `allowed: ${KINDS.join(', ')} or a number, and a day behind a colon: severe:2018-01-08.`,
    );
  }
  return { scenario: 0, which, day };
}

/** A page that somebody asks for by name and that cannot be made is said, with what to run. */
export function refuseAbsent(
  { batch, models, choices, beyond }: Pack,
  wanted: readonly SlideId[] | undefined,
): void {
  if (wanted === undefined || wanted.length === SLIDE_IDS.length) return;
  const there = boardPack(batch, models, beyond, choices).map(({ id }) => id);
  const absent = wanted.find((id) => !there.includes(id));
  if (absent === undefined) return;
  throw new CommandError(
    MISSING_INPUT,
    `There is no page ${absent} of these results: ${NEEDS[absent] ?? 'they do not hold its numbers'}.`,
  );
}
