// web/pages/explore.tsx: the page "Explore": what happens inside these winters, and what drives it. Each
// view has an address of its own, `#/explore?view=waits`.

import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { FlowCard } from '../charts/flow-card.js';
import { TimeInDepartmentCard } from '../charts/time-in-department-card.js';
import { WaitsCard } from '../charts/waits-card.js';
import { Choice } from '../controls/choice.js';
import { Drivers } from '../controls/drivers.js';
import { Measured } from '../controls/measured.js';
import { OneWinter } from '../controls/one-winter.js';
import { OtherWinters } from '../controls/other-winters.js';
import { Precision } from '../controls/precision.js';
import { Together } from '../controls/together.js';
import { fragmentOf } from '../state/address.js';
import { isStale } from '../state/app.js';
import { optionsOf } from '../state/choices.js';
import type { Project } from '../state/project.js';
import type { Shown } from '../state/shown.js';
import { useApp, useAppState } from '../state/use-app.js';
import { useScenarios } from '../state/use-scenarios.js';
import type { PageProps } from './registry.js';

const VIEWS = [
  ['flow', 'Patient flow'],
  ['waits', 'Waits'],
  ['drivers', 'Drivers'],
  ['together', 'Plans together'],
  ['winter', 'One winter'],
  ['winters', 'Other winters'],
  ['precision', 'Precision'],
] as const;
type View = (typeof VIEWS)[number][0];

const SEVERITIES = ['mild-flu', 'typical-flu', 'severe-flu'];

/** The page "Explore". */
export function ExplorePage({ query }: PageProps): VNode {
  const shown = useAppState((state) => state.shown);
  const stale = useAppState((state) => isStale(state.shown, state.project));
  const asked = new URLSearchParams(query).get('view');
  const view: View = VIEWS.find(([name]) => name === asked)?.[0] ?? 'flow';
  return (
    <div class="results">
      <h1>What happens in these winters?</h1>
      <nav class="views" aria-label="Views">
        <ul>
          {VIEWS.map(([name, label]) => (
            <li>
              <a
                href={`${fragmentOf('explore')}?view=${name}`}
                aria-current={name === view ? 'true' : undefined}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown === null ? (
        <Empty />
      ) : (
        <>
          {shown.kind === 'look' && view !== 'winter' && (
            <p class="notice" role="status">
              <strong>The run is still under way.</strong> The numbers shown here still move.
            </p>
          )}
          {stale && (
            <p class="notice" role="status">
              <strong>Inputs changed since this run.</strong> What is shown here belongs to the
              earlier choices.
            </p>
          )}
          <h2 class="nhsuk-u-visually-hidden">{VIEWS.find(([name]) => name === view)?.[1]}</h2>
          <Shows view={view} shown={shown} />
        </>
      )}
    </div>
  );
}

function Empty(): VNode {
  return (
    <section class="card empty" aria-labelledby="explore-empty">
      <h2 id="explore-empty">Nothing is simulated yet</h2>
      <p>
        This page looks into a batch. <a href={fragmentOf('run')}>Run the winters</a> first, or open
        the results of one on the page <a href={fragmentOf('start')}>Start</a>.
      </p>
    </section>
  );
}

function Shows({ view, shown }: { view: View; shown: Shown }): VNode {
  switch (view) {
    case 'flow':
      return <FlowView shown={shown} />;
    case 'waits':
      return (
        <>
          <TimeInDepartmentCard batch={shown.batch} Canvas={Measured} />
          <WaitsCard batch={shown.batch} Canvas={Measured} />
        </>
      );
    case 'precision':
      return <Precision shown={shown} />;
    case 'winter':
      return shown.kind === 'run' ? <OneWinter shown={shown} /> : <NeedsRun shown={shown} />;
    default:
      return 'project' in shown ? <Asks view={view} shown={shown} /> : <NeedsRun shown={shown} />;
  }
}

/** Why a view cannot be shown of these results. */
function NeedsRun({ shown: { kind } }: { shown: Shown }): VNode {
  const isRunning = kind === 'look';
  return (
    <section class="card" aria-labelledby="needs-run">
      <h3 class="card-headline" id="needs-run">
        {isRunning ? 'The run is still under way' : 'This view needs a run in this page'}
      </h3>
      <p>
        {isRunning
          ? 'It can be looked into once all of its winters are simulated.'
          : 'The example and files of results hold what winters have in common, not the winters themselves.'}
        {!isRunning && (
          <>
            {' '}
            <a href={fragmentOf('run')}>Run the scenarios</a> to look into single winters; with the
            same seed phrase the numbers are the same.
          </>
        )}
      </p>
    </section>
  );
}

function FlowView({ shown }: { shown: Shown }): VNode {
  const { scenarios } = shown.batch.summary;
  const [chosen, setChosen] = useState(0);
  const position = Math.min(chosen, scenarios.length - 1);
  return (
    <FlowCard
      batch={shown.batch}
      Canvas={Measured}
      position={position}
      controls={
        scenarios.length > 1 ? (
          <div class="chart-controls">
            <Choice
              id="flow-scenario"
              label="Show"
              value={String(position)}
              options={scenarios.map(({ name }, i) => ({
                value: String(i),
                label: i === 0 ? `${name} (base)` : `${name}, beside the base`,
              }))}
              onChange={(value) => setChosen(Number(value))}
            />
          </div>
        ) : undefined
      }
    />
  );
}

type ShownRun = Extract<Shown, { project: Project }>;

/** Views that simulate more than the batch that is shown. */
function Asks({ view, shown }: { view: View; shown: ShownRun }): VNode {
  if (view === 'together') return <AsksTogether shown={shown} />;
  if (view === 'winters') return <AsksWinters shown={shown} />;
  return <AsksDrivers shown={shown} />;
}

function AsksDrivers({ shown }: { shown: ShownRun }): VNode {
  const { library } = useApp();
  const { project } = shown;
  const alone = useMemo(() => ({ ...project, together: false }), [project]);
  const scenarios = useScenarios(library, alone);
  if (scenarios === undefined) return <Reading />;
  return <Drivers scenarios={scenarios ?? []} shown={shown} />;
}

function AsksTogether({ shown }: { shown: ShownRun }): VNode {
  const { library } = useApp();
  const { project } = shown;
  const together = useMemo(
    () => (project.plans.length > 1 ? { ...project, together: true } : null),
    [project],
  );
  const scenarios = useScenarios(library, together);
  return scenarios === undefined ? <Reading /> : <Together shown={shown} scenarios={scenarios} />;
}

function AsksWinters({ shown }: { shown: ShownRun }): VNode {
  const { library } = useApp();
  const { project } = shown;
  const projects = useMemo(
    () => SEVERITIES.map((winter) => ({ ...project, together: false, winter })),
    [project],
  );
  // One hook for each winter: there are always as many.
  const made = projects.map((each) => useScenarios(library, each));
  const labels = new Map(optionsOf(library, 'winter').map(({ value, label }) => [value, label]));
  const byWinter = made.flatMap((scenarios, w) => {
    const winter = labels.get(SEVERITIES[w]) ?? SEVERITIES[w];
    return scenarios ? [{ winter, scenarios }] : [];
  });
  if (made.includes(undefined)) return <Reading />;
  return <OtherWinters byWinter={byWinter} shown={shown} />;
}

function Reading(): VNode {
  return <p aria-busy="true">Reading the scenarios …</p>;
}
