// web/export/pack-choices.ts: which slides of a board pack are wanted, under which headlines, and the
// stamp that each of them carries.

import type { Outcome } from '../../sim/outcomes/keys.js';
import type { Summary } from '../../sim/outcomes/summary.js';
import { type Batch, dataOf, fanOf } from '../charts/batch.js';
import { slideProblem } from './headline-check.js';
import type { OutcomeSlide, PackSlide, SlideId } from './pack-slide.js';
import { HEADLINE_LENGTH_MOST, plainText, TITLE_LENGTH_MOST } from './pack-text.js';
import { madeText } from './stamp.js';
import type { WinterChoice } from './winter-source.js';

/** What somebody chose; everything under its own headline when nothing was. */
export interface PackChoices {
  leftOut: readonly SlideId[];
  /** Headlines written by hand. */
  headlines: Readonly<Partial<Record<SlideId, string>>>;
  /** Of the whole pack, on its file and its pages. */
  title: string;
  /** Outcome of the slides that show one that can be chosen. */
  outcomes: Readonly<Partial<Record<OutcomeSlide, Outcome>>>;
  /** The single winter that is shown, and its day. */
  winter: WinterChoice;
}

/** Every slide but those of one winter out of many, which somebody has to want. */
export const ALL_SLIDES: PackChoices = {
  leftOut: ['winter', 'breach'],
  headlines: {},
  title: '',
  outcomes: {},
  winter: { scenario: 0, which: 'typical', day: null },
};

/**
 * Slides as they were chosen, in their order. A headline written by hand stands on its slide with a
 * note of the numbers in it that the results do not hold.
 */
export function chosenSlides(
  slides: readonly PackSlide[],
  choices: PackChoices,
  batch: Batch,
): PackSlide[] {
  const days = daysOf(batch);
  return slides
    .filter(({ id }) => !choices.leftOut.includes(id))
    .map((slide) => {
      const own = plainText(choices.headlines[slide.id] ?? '', HEADLINE_LENGTH_MOST);
      if (own === '' || own === slide.headline) return slide;
      const problem = slideProblem(slide, own, batch.summary, days);
      const written = `The headline was written by hand${problem === null ? '' : `. ${problem}`}`;
      return {
        ...slide,
        headline: own,
        notes: `${slide.notes}\n${written}`,
        ...(problem === null ? {} : { warning: `${written}` }),
      };
    });
}

/** The title of the pack: that of somebody, or the name of its base. */
export function titleOf({ title }: PackChoices, { summary }: Batch): string {
  const own = plainText(title, TITLE_LENGTH_MOST);
  return own === '' ? summary.scenarios[0].name : own;
}

/** Days of the winter, which a headline may name. */
export function daysOf(batch: Batch): number {
  return fanOf(batch, batch.summary.scenarios[0].name, 'occupancy0800Share').dates.length;
}

/** What made the numbers of a batch, in one line. */
export function stampOf(summary: Summary): string {
  const { version, seed, replications, scenarios } = summary;
  const hashes = scenarios.slice(0, 1).map(({ hash }) => hash);
  return madeText({ version, seed, replications, hashes, data: dataOf(summary) });
}
