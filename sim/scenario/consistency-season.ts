// sim/scenario/consistency-season.ts: shocks that cannot be: stretches of days that end before they
// begin, waves of nobody in particular, and waves larger than any hospital could meet.

import { RATE_PER_HOUR_MAX } from '../engine/arrivals.js';
import { daysOf } from '../engine/time.js';
import { WAVES } from '../hospital/categories.js';
import { dayOfText } from '../interventions/definition.js';
import type { Add } from './consistency.js';
import { valueText } from './problems.js';
import type { Model } from './schema.js';

const HOURS_PER_WEEK = 168;
const BUSIEST_HOUR_FACTOR = 3; // of the mean hour of a week

/** Problems of the season of a model whose period is right. */
export function checkSeason(model: Model, add: Add): void {
  const { cold = [], calendar = [], waves = {}, flu } = model.season;
  const { firstDay, lastDay, leadInDays } = model.period;
  const days = daysOf(firstDay, lastDay, leadInDays, new Set());
  const lists = { cold, calendar };
  for (const [key, list] of Object.entries(lists)) {
    list.forEach(({ from, to }, i) => {
      if (dayOfText(days, to) >= dayOfText(days, from)) return;
      add(
        ['season', key, i, 'to'],
        (path) => `${path} is ${valueText(to)}; allowed: ${from} ("from") or later.`,
      );
    });
  }
  checkWave(model, flu, ['season', 'flu'], add);
  for (const name of WAVES) {
    const wave = waves[name];
    if (wave === undefined) continue;
    checkWave(model, wave, ['season', 'waves', name], add);
    if (wave.ageShare.some((share) => share > 0)) continue;
    add(
      ['season', 'waves', name, 'ageShare'],
      (path) => `${path} has 0 for every age band; allowed: at least one above 0.`,
    );
  }
}

/** More patients of a wave in one hour than the engine can draw are a slip of a number. */
function checkWave(
  { catchmentPeople }: Model,
  wave: Model['season']['flu'],
  path: readonly string[],
  add: Add,
): void {
  const { weeklyAdmissionsPer100k, scale, ageFactor = [] } = wave;
  const perWeek = (catchmentPeople / 1e5) * scale * Math.max(...weeklyAdmissionsPer100k);
  const most = (Math.max(1, ...ageFactor) * perWeek * BUSIEST_HOUR_FACTOR) / HOURS_PER_WEEK;
  const allowed = RATE_PER_HOUR_MAX / 2;
  if (most <= allowed) return;
  add(
    path,
    (full) =>
      `${full} brings about ${Math.round(most)} patients in its busiest hour ` +
      `(catchmentPeople × scale × week); allowed: at most ${allowed}.`,
  );
}
