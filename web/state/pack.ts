// web/state/pack.ts: what was chosen and written for the board pack, and the headline of the results,
// which is its first. It is a part of the project: kept with it, undone with it, and in its link.

import type { Outcome } from '../../sim/outcomes/keys.js';
import { ALL_SLIDES, type PackChoices } from '../export/pack-choices.js';
import type { OutcomeSlide, SlideId } from '../export/pack-slide.js';
import { HEADLINE_LENGTH_MOST, TITLE_LENGTH_MOST } from '../export/pack-text.js';
import type { WinterChoice } from '../export/winter-source.js';
import type { App } from './app.js';
import { useAppState } from './use-app.js';

/** The choices, followed as they change. */
export function usePack(): PackChoices {
  return useAppState(({ project }) => project.pack ?? ALL_SLIDES);
}

/** Gives a slide a headline; null gives it back the one made from the numbers. */
export function setHeadline(app: App, id: SlideId, headline: string | null): void {
  const { headlines } = choicesOf(app);
  const { [id]: _, ...others } = headlines;
  const own = headline === null ? {} : { [id]: headline.slice(0, HEADLINE_LENGTH_MOST) };
  setChoices(app, { headlines: { ...others, ...own } }, `pack-headline-${id}`);
}

/** Takes a slide in, or leaves it out. */
export function setWanted(app: App, id: SlideId, isWanted: boolean): void {
  const others = choicesOf(app).leftOut.filter((one) => one !== id);
  setChoices(app, { leftOut: isWanted ? others : [...others, id] });
}

/** Gives the whole pack a title. */
export function setTitle(app: App, title: string): void {
  setChoices(app, { title: title.slice(0, TITLE_LENGTH_MOST) }, 'pack-title');
}

/** The outcome that a slide shows. */
export function setOutcome(app: App, id: OutcomeSlide, key: Outcome): void {
  setChoices(app, { outcomes: { ...choicesOf(app).outcomes, [id]: key } });
}

/** The single winter that is shown, and its day. */
export function setWinter(app: App, fields: Partial<WinterChoice>): void {
  setChoices(app, { winter: { ...choicesOf(app).winter, ...fields } });
}

function choicesOf({ state }: App): PackChoices {
  return state.get().project.pack ?? ALL_SLIDES;
}

/** @param field what is typed into: steps of one text are undone together */
function setChoices(app: App, fields: Partial<PackChoices>, field?: string): void {
  const { pack = ALL_SLIDES, ...project } = app.state.get().project;
  const next = { ...pack, ...fields };
  const isFirst = JSON.stringify(next) === JSON.stringify(ALL_SLIDES);
  app.change(isFirst ? project : { ...project, pack: next }, field);
}
