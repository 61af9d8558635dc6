// web/controls/results-panel.tsx: what a run or a loaded batch says: sentence, charts, table, files.

import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { plansAgainst } from '../../sim/outcomes/plans-against.js';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import type { Library } from '../../sim/scenario/library.js';
import { Disclosure } from '../charts/chart-card.js';
import { listText } from '../charts/chart-words.js';
import { DelaysCard } from '../charts/delays-card.js';
import { DifferencesCard } from '../charts/differences-card.js';
import { FourHourCard } from '../charts/four-hour-card.js';
import { HeatMapCard } from '../charts/heat-map-card.js';
import { ChancesTable } from '../components/chances-table.js';
import { Estimates } from '../components/estimates.js';
import { ObservedTable, observedSentence } from '../components/observed-table.js';
import { OutcomeTable, outcomesShown } from '../components/outcome-table.js';
import { hasServices, ServicesTable } from '../components/services-table.js';
import { hasSites, SitesTables } from '../components/sites-table.js';
import { TargetsTable } from '../components/targets-table.js';
import { hasUnits, UnitsTable } from '../components/units-table.js';
import { daysOf } from '../export/pack-choices.js';
import { batchCommand } from '../state/commands.js';
import { setHeadline, usePack } from '../state/pack.js';
import type { Shown } from '../state/shown.js';
import { useApp } from '../state/use-app.js';
import { BedsEnough } from './beds-enough.js';
import { CommandLine } from './command-card.js';
import { Downloads } from './downloads.js';
import { InTurn } from './in-turn.js';
import { Measured } from './measured.js';
import { Occupancy } from './occupancy.js';
import { OwnHeadline } from './own-headline.js';

export interface ResultsPanelProps {
  library: Library;
  shown: Shown;
  /** True when the form has changed since the run that is shown. */
  stale: boolean;
}

/** The results on the page. */
export function ResultsPanel({ library, shown, stale }: ResultsPanelProps): VNode {
  const app = useApp();
  const { batch } = shown;
  const { headlines } = usePack();
  const cards = useMemo(() => cardsOf(library, shown), [library, shown]);
  return (
    <section aria-labelledby="results-heading" class="results">
      <h2 id="results-heading" tabIndex={-1}>
        {shown.kind === 'look' ? 'Results so far' : 'Results'}
      </h2>
      <p class="origin">{originText(shown)}</p>
      {stale && (
        <p class="notice" id="stale" role="status">
          <strong>Inputs changed since this run.</strong> What is shown below belongs to the earlier
          choices; <a href="#/run">run</a> again to bring it up to date.
        </p>
      )}
      {shown.notes.map((note) => (
        <p class="notice">{note}</p>
      ))}
      <div class="card">
        <OwnHeadline
          summary={batch.summary}
          days={daysOf(batch)}
          own={headlines.message ?? null}
          onChange={(text) => setHeadline(app, 'message', text)}
        />
      </div>
      {cards}
    </section>
  );
}

/** The cards of results, drawn one by one. */
function cardsOf(library: Library, shown: Shown): VNode[] {
  const { batch } = shown;
  const isRun = shown.kind === 'run';
  const cards = {
    against: isRun && <Against runs={shown.runs} />,
    occupancy: <Occupancy batch={batch} />,
    fourHour: <FourHourCard batch={batch} Canvas={Measured} />,
    delays: <DelaysCard batch={batch} Canvas={Measured} />,
    differences: <DifferencesCard batch={batch} Canvas={Measured} />,
    bedsEnough: <BedsEnough batch={batch} />,
    heatMap: <HeatMapCard batch={batch} Canvas={Measured} />,
    outcomes: <Outcomes library={library} shown={shown} />,
    downloads: isRun && <Downloads shown={shown} />,
  };
  return Object.entries(cards).flatMap(([key, card]) =>
    card === false ? [] : [<InTurn key={key}>{card}</InTurn>],
  );
}

/** Which plan keeps more days under the line than the others, where there are several. */
function Against({ runs }: { runs: readonly ScenarioRuns[] }): VNode | null {
  const sentences = plansAgainst(runs);
  if (sentences.length === 0) return null;
  return (
    <section class="card" id="against" aria-labelledby="against-heading">
      <h3 class="card-headline" id="against-heading">
        The plans against one another
      </h3>
      <p class="card-subtitle">
        Days of the winter at or under 92 % of beds full. Every plan meets the same winters, so that
        they are compared winter by winter.
      </p>
      <ul class="card-words">
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}

function originText(shown: Shown): string {
  const { summary } = shown.batch;
  const count = summary.replications;
  const each = count === 1 ? '1 winter of each scenario' : `${count} winters of each scenario`;
  switch (shown.kind) {
    case 'example':
      return `The example: ${each}, seed phrase “${summary.seed}”, simulated when this version was built.`;
    case 'look':
      return `A first look: ${each} of ${shown.wanted} are finished; the numbers still move.`;
    case 'run':
      return `${each}, ${shown.winterLabel}, seed phrase “${summary.seed}”.`;
    case 'files':
      return (
        `Loaded from ${listText(shown.files)}: ${each}, seed phrase “${summary.seed}”, ` +
        `version ${summary.version}.`
      );
  }
}

function Outcomes({ library, shown }: { library: Library; shown: Shown }): VNode {
  const [all, setAll] = useState(false);
  const { summary } = shown.batch;
  const count = outcomesShown(summary, false).length;
  return (
    <section class="card" id="outcomes" aria-labelledby="outcomes-heading">
      <h3 class="card-headline" id="outcomes-heading">
        Outcomes, and what each plan changes
      </h3>
      <p class="card-subtitle">
        Means over the winters, with the 95 % interval of the mean in brackets. Differences are
        paired: every scenario meets the same patients. “No clear difference” means that the
        interval of the difference holds zero.
      </p>
      <OutcomeTable summary={summary} mainOnly={!all} caption="Outcomes of the winter" />
      <Estimates summary={summary} />
      <button
        class="nhsuk-button nhsuk-button--secondary"
        type="button"
        aria-expanded={all}
        aria-controls="outcome-table"
        onClick={() => setAll(!all)}
      >
        {all ? 'Show the main outcomes only' : `Show all ${count} outcomes`}
      </button>
      <Disclosure title="How often limits are kept">
        <ChancesTable summary={summary} />
      </Disclosure>
      <Disclosure title="Targets of the planning documents">
        <TargetsTable summary={summary} />
      </Disclosure>
      {hasServices(summary) && (
        <Disclosure title="What services did">
          <ServicesTable summary={summary} />
        </Disclosure>
      )}
      {hasUnits(summary) && (
        <Disclosure title="Units beside A&E">
          <UnitsTable summary={summary} />
        </Disclosure>
      )}
      {hasSites(summary) && (
        <Disclosure title="Each site">
          <SitesTables summary={summary} />
        </Disclosure>
      )}
      {shown.kind === 'run' && shown.observed !== null && (
        <Disclosure title="The base beside the winter as it was">
          <p>{observedSentence(shown.observed)}</p>
          <ObservedTable lines={shown.observed} />
        </Disclosure>
      )}
      {shown.kind === 'run' && (
        <Disclosure title="The same batch on the command line">
          <p>It gives the same files, byte for byte.</p>
          <CommandLine {...batchCommand(library, shown.project)} />
        </Disclosure>
      )}
    </section>
  );
}
