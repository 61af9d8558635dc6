// web/controls/pack-missing.tsx: pages that a board pack could have, and what to run to get them.

import type { VNode } from 'preact';
import type { PackSlide, SlideId } from '../export/pack-slide.js';
import { fragmentOf } from '../state/address.js';
import type { Shown } from '../state/shown.js';

interface Possible {
  id: SlideId;
  /** What the page would show. */
  what: string;
  /** Where it is simulated. */
  view: string;
  where: string;
}

const POSSIBLE: readonly Possible[] = [
  {
    id: 'waterfall',
    what: 'what plans do together, beyond the sum of each alone',
    view: 'together',
    where: 'Plans together',
  },
  { id: 'drivers', what: 'what drives the results', view: 'drivers', where: 'Drivers' },
  {
    id: 'regret',
    what: 'which plan one would regret least, whatever the winter',
    view: 'winters',
    where: 'Other winters',
  },
];

/** The pages that are not there; nothing when all are. */
export function PackMissing({
  slides,
  shown,
}: {
  slides: readonly PackSlide[];
  shown: Shown;
}): VNode | null {
  const has = (wanted: SlideId) => slides.some(({ id }) => id === wanted);
  const absent = POSSIBLE.filter(({ id }) => !has(id));
  const needsRun = !has('winter');
  if (absent.length === 0 && !needsRun) return null;
  return (
    <section class="pack-missing" aria-labelledby="pack-missing-heading">
      <h3 id="pack-missing-heading">Pages that need more to be simulated</h3>
      <ul>
        {shown.kind !== 'files' &&
          absent.map(({ id, what, view, where }) => (
            <li data-missing={id}>
              To show {what}, simulate it on Explore:{' '}
              <a href={`${fragmentOf('explore')}?view=${view}`}>{where}</a>. Then it stands here.
            </li>
          ))}
        {needsRun && (
          <li data-missing="winter">
            {shown.kind === 'look' ? (
              <>To show a single winter, wait until all winters of the run are simulated.</>
            ) : (
              <>
                To show a single winter and why it was over 92 % on a day,{' '}
                <a href={fragmentOf('run')}>run the scenarios</a> in this page: these results hold
                what winters have in common, not the winters themselves.
              </>
            )}
          </li>
        )}
        {shown.kind === 'files' && (
          <li data-missing="files">
            Of a results folder the command line makes them:{' '}
            <code>winterflow report results-folder --pages all</code>.
          </li>
        )}
      </ul>
    </section>
  );
}
