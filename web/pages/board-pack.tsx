// web/pages/board-pack.tsx: the page "Board pack": choose and title pages, see them, take them along.

import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Draw } from '../charts/chart-card.js';
import { InTurn } from '../controls/in-turn.js';
import { Measured } from '../controls/measured.js';
import { modelsOf, PackExports } from '../controls/pack-exports.js';
import { PackMissing } from '../controls/pack-missing.js';
import { PackSlides } from '../controls/pack-slides.js';
import { UndoButtons } from '../controls/undo-buttons.js';
import { boardPack } from '../export/board-pack.js';
import { chosenSlides, daysOf, stampOf } from '../export/pack-choices.js';
import { PACK_WIDTH, PackPage } from '../export/pack-page.js';
import { TITLE_LENGTH_MOST } from '../export/pack-text.js';
import { fragmentOf } from '../state/address.js';
import { isStale } from '../state/app.js';
import { useBeyond } from '../state/beyond.js';
import { setTitle, usePack } from '../state/pack.js';
import type { Shown } from '../state/shown.js';
import { useApp, useAppState } from '../state/use-app.js';

/** The page "Board pack". */
export function BoardPackPage(): VNode {
  const shown = useAppState((state) => state.shown);
  const stale = useAppState((state) => isStale(state.shown, state.project));
  return (
    <div class="board-pack">
      <h1>Board pack</h1>
      {shown === null || shown.batch.summary.replications === 0 ? (
        <section class="card empty" aria-labelledby="pack-empty">
          <h2 id="pack-empty">There are no results yet</h2>
          <p>
            A pack is made of results. <a href={fragmentOf('compare')}>Compare plans</a> first, or
            load the results of a batch there.
          </p>
        </section>
      ) : (
        <Pack shown={shown} stale={stale} />
      )}
    </div>
  );
}

function ForPage({ draw }: { draw: Draw }): VNode {
  return <Measured draw={draw} paper={PACK_WIDTH} />;
}

function Pack({ shown, stale }: { shown: Shown; stale: boolean }): VNode {
  const app = useApp();
  const choices = usePack();
  const { batch } = shown;
  const models = useMemo(() => modelsOf(shown), [shown]);
  const beyond = useBeyond(shown);
  const { outcomes, winter } = choices;
  // Made again only for what changes it: typing a headline does not.
  const slides = useMemo(
    () => boardPack(batch, models, beyond, choices),
    [batch, models, beyond, outcomes, winter],
  );
  const chosen = chosenSlides(slides, choices, batch);
  const stamp = stampOf(batch.summary);
  const base = batch.summary.scenarios[0].name;
  return (
    <>
      {shown.kind === 'look' && (
        <p class="notice" role="status">
          <strong>The run is still under way.</strong> The numbers of this pack still move.
        </p>
      )}
      {stale && (
        <p class="notice" role="status">
          <strong>Inputs changed since this run.</strong> The pack belongs to the earlier choices.
        </p>
      )}
      <section class="card pack-choices" aria-labelledby="pack-choices-heading">
        <h2 id="pack-choices-heading">What goes in</h2>
        <p>
          What you choose and write here is kept with the project, and goes with the link to it.
          Every number of a headline is checked against the results.
        </p>
        <UndoButtons />
        <div class="nhsuk-form-group">
          <label class="nhsuk-label" for="pack-title">
            Title of the pack
          </label>
          <input
            class="nhsuk-input"
            id="pack-title"
            maxLength={TITLE_LENGTH_MOST}
            placeholder={base}
            value={choices.title}
            onInput={({ currentTarget }) => setTitle(app, currentTarget.value)}
          />
        </div>
        <PackSlides
          slides={slides}
          summary={batch.summary}
          days={daysOf(batch)}
          winters={beyond.winters ?? null}
        />
        <PackMissing slides={slides} shown={shown} />
      </section>
      <PackExports shown={shown} choices={choices} beyond={beyond} />
      <section class="pack-preview" aria-labelledby="pack-preview-heading">
        <h2 id="pack-preview-heading">The pages</h2>
        {chosen.length === 0 && <p>Every page is left out; take in at least one.</p>}
        {chosen.map((slide, i) => (
          <InTurn key={slide.id}>
            <PackPage
              batch={batch}
              slide={slide}
              Canvas={ForPage}
              stamp={stamp}
              page={`${i + 1} of ${chosen.length}`}
            />
          </InTurn>
        ))}
      </section>
    </>
  );
}
