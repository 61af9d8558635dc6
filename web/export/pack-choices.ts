// web/export/pack-choices.ts: which slides of a board pack are wanted, under which headlines, and the
// stamp that each of them carries.

import type { Summary } from '../../sim/outcomes/summary.js';
import { HASH_SHOWN, winters } from '../charts/batch.js';
import type { PackSlide, SlideId } from './pack-slide.js';
import type { ReportModel } from './report.js';

/** What somebody chose; everything under its own headline when nothing was. */
export interface PackChoices {
  leftOut: readonly SlideId[];
  /** Headlines written by hand. */
  headlines: Readonly<Partial<Record<SlideId, string>>>;
  /** Of the whole pack, on its file and its pages. */
  title: string;
}

export const ALL_SLIDES: PackChoices = { leftOut: [], headlines: {}, title: '' };

/** Slides as they were chosen, in their order. */
export function chosenSlides(slides: readonly PackSlide[], choices: PackChoices): PackSlide[] {
  return slides
    .filter(({ id }) => !choices.leftOut.includes(id))
    .map((slide) => ({ ...slide, headline: choices.headlines[slide.id] ?? slide.headline }));
}

/** What made the numbers, in one line: version, scenario, seed, replications, data. */
export function stampOf(summary: Summary, models: readonly ReportModel[]): string {
  const { version, seed, replications, scenarios } = summary;
  const [base] = scenarios;
  const model = models.find(({ name }) => name === base?.name);
  const data = [model?.system, model?.winter].filter((part) => part !== undefined && part !== '');
  return [
    `Winterflow ${version}`,
    `scenario ${base?.hash.slice(0, HASH_SHOWN) ?? 'none'}`,
    `seed “${seed}”`,
    `${winters(replications)} of each scenario`,
    ...(data.length > 0 ? [`data: ${data.join(', ')}`] : []),
  ].join(' · ');
}
