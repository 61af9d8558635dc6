// web/pages/start.tsx: where everybody begins: an example that is there at once, and the ways to one's
// own question.

import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { OccupancyCard } from '../charts/occupancy-card.js';
import { plainSentence } from '../components/headline.js';
import { HospitalSearch } from '../controls/hospital-search.js';
import { Measured } from '../controls/measured.js';
import { OpenFile } from '../controls/open-file.js';
import { RecentWork } from '../controls/recent-work.js';
import { goTo } from '../state/address.js';
import { areScenarios } from '../state/batch-files.js';
import { firstProject, simulateSame, withSystem } from '../state/project.js';
import type { Shown } from '../state/shown.js';
import { useApp, useAppState, useKeeper } from '../state/use-app.js';

/** The start page. */
export function StartPage(): VNode {
  const shown = useAppState((state) => state.shown);
  return (
    <>
      <h1>What would a plan do to your winter?</h1>
      <p class="lead">
        Winterflow simulates a hospital’s winter many times over, with and without a plan: how full
        its beds are, how long patients wait, and how sure one can be. It runs in this browser;
        nothing that you enter leaves it.
      </p>
      <div class="doors">
        <MyHospital />
        <Recent />
        <OpenSomething />
      </div>
      {shown !== null && <AtAGlance shown={shown} />}
    </>
  );
}

function MyHospital(): VNode {
  const app = useApp();
  const choose = (system: string): void => {
    const { project } = app.state.get();
    // Plans of the example are nobody's choice; plans that were chosen stay.
    const isExample = simulateSame(project, firstProject(app.library));
    const begun = isExample ? { ...project, plans: [] } : project;
    app.change(withSystem(begun, app.library, system));
    goTo('scenarios');
  };
  return (
    <section class="card door" aria-labelledby="door-hospital">
      <h2 id="door-hospital">Begin with my hospital</h2>
      <HospitalSearch id="hospital" library={app.library} onChoose={choose} />
      <p class="own-data">
        Own data: choose the nearest hospital, then put your beds, arrivals and stays in on the page{' '}
        <a href="#/inputs">Inputs</a>. What was observed, as XmR charts:{' '}
        <a href="#/history">Own history</a>.
      </p>
    </section>
  );
}

function Recent(): VNode {
  const keeper = useKeeper();
  const kept = useAppState((state) => state.kept);
  const problem = useAppState((state) => state.keepProblem ?? state.resultsProblem);
  return (
    <section class="card door" aria-labelledby="door-recent">
      <h2 id="door-recent">Recent work</h2>
      {problem !== null && <p class="notice">{problem}</p>}
      <RecentWork
        kept={kept}
        onOpen={(work) => void keeper.open(work).then(() => goTo('scenarios'))}
        onForget={({ id }) => keeper.forget(id)}
      />
    </section>
  );
}

function OpenSomething(): VNode {
  const app = useApp();
  const keeper = useKeeper();
  const problem = useAppState((state) => state.fileProblem);
  return (
    <section class="card door" aria-labelledby="door-open">
      <h2 id="door-open">Open a file or link</h2>
      <OpenLink />
      <OpenFile
        problem={problem}
        onFiles={async (files) => {
          if (!areScenarios(files)) {
            if (await app.load(files)) goTo('compare');
          } else if (await keeper.openScenarios(files)) goTo('scenarios');
        }}
        onProblem={(sentence) => app.sayFileProblem(sentence)}
      />
    </section>
  );
}

/** A link, typed or pasted; one that was followed and is damaged is complained of here as well. */
function OpenLink(): VNode {
  const keeper = useKeeper();
  const problem = useAppState((state) => state.linkProblem);
  const [text, setText] = useState('');
  const open = async (): Promise<void> => {
    if (await keeper.openLink(text.trim().replace(/^.*[?&]s=/s, ''))) goTo('scenarios');
  };
  return (
    <form
      class={`nhsuk-form-group ${problem === null ? '' : 'nhsuk-form-group--error'}`}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <label class="nhsuk-label" for="open-link">
        Link to scenarios
      </label>
      <p class="nhsuk-error-message" id="open-link-error" role="alert">
        {problem}
      </p>
      <div class="open-link">
        <input
          class="nhsuk-input"
          id="open-link"
          type="text"
          autocomplete="off"
          spellcheck={false}
          value={text}
          aria-invalid={problem !== null}
          aria-describedby="open-link-error"
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <button class="link-button" type="submit">
          Open
        </button>
      </div>
    </form>
  );
}

/** The results that are there: those of the example before anything was run. */
function AtAGlance({ shown }: { shown: Shown }): VNode {
  const isExample = shown.kind === 'example';
  return (
    <section class="results" aria-labelledby="glance-heading">
      <h2 id="glance-heading">{isExample ? 'An example winter' : 'Your results'}</h2>
      <p class="origin">
        {isExample
          ? `${shown.batch.summary.scenarios[0].name}: two plans beside the winter as it was, ` +
            'simulated when this version was built.'
          : shown.batch.summary.scenarios.map(({ name }) => name).join(', ')}
      </p>
      <div class="card headline">
        <p class="headline-first">{plainSentence(shown.batch.summary)}</p>
        <p class="glance-links">
          <a href="#/compare">{isExample ? 'See all of this example' : 'See all results'}</a>
        </p>
      </div>
      <OccupancyCard frame={{ id: 'glance' }} batch={shown.batch} Canvas={Measured} />
    </section>
  );
}
