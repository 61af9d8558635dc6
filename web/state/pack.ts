// web/state/pack.ts: what was chosen for the board pack, and the headline of the results, which is its
// first; kept while the page is open, whatever is shown.

import { useLayoutEffect, useReducer } from 'preact/hooks';
import { ALL_SLIDES, type PackChoices } from '../export/pack-choices.js';
import type { SlideId } from '../export/pack-slide.js';
import { Store } from './store.js';

/** The choices, for every page that shows them. */
export const pack = new Store<PackChoices>(ALL_SLIDES);

/** The choices, followed as they change. */
export function usePack(): PackChoices {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  useLayoutEffect(() => pack.subscribe(() => drawAgain(undefined)), []);
  return pack.get();
}

/** Gives a slide a headline; null gives it back the one made from the numbers. */
export function setHeadline(id: SlideId, headline: string | null): void {
  const { [id]: _, ...others } = pack.get().headlines;
  pack.set({ headlines: headline === null ? others : { ...others, [id]: headline } });
}

/** Takes a slide in, or leaves it out. */
export function setWanted(id: SlideId, isWanted: boolean): void {
  const others = pack.get().leftOut.filter((one) => one !== id);
  pack.set({ leftOut: isWanted ? others : [...others, id] });
}
