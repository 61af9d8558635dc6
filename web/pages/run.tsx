// web/pages/run.tsx: the page "Run": how many winters, start, watch, halt.

import type { TargetedSubmitEvent, VNode } from 'preact';
import { CommandLine } from '../controls/command-card.js';
import { ErrorSummary } from '../controls/error-summary.js';
import { RunChoices } from '../controls/run-choices.js';
import { RunProgress } from '../controls/run-progress.js';
import { isStale } from '../state/app.js';
import { optionOf } from '../state/choices.js';
import { batchCommand } from '../state/commands.js';
import { nameOfPlan, type Project } from '../state/project.js';
import { useApp, useAppState } from '../state/use-app.js';

/** The page "Run". */
export function RunPage(): VNode {
  const app = useApp();
  const project = useAppState((state) => state.project);
  const errors = useAppState((state) => state.errors);
  const isRunning = useAppState((state) => state.running !== null);
  const problem = useAppState((state) => state.runProblem);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!isRunning) void app.run();
  };
  return (
    <>
      <h1>Run the winters</h1>
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <form class="card run-form" onSubmit={submit} noValidate aria-labelledby="run-heading">
        <h2 id="run-heading">{scenariosText(project)}</h2>
        <p class="run-list">
          {[
            optionOf(app.library, 'system', project.system).label,
            ...project.plans.map((plan) => nameOfPlan(app.library, plan)),
          ].join(' · ')}{' '}
          <a href="#/scenarios">Change</a>
        </p>
        <RunChoices project={project} errors={errors} onChange={app.change} />
        <div class="run-form-end">
          <button class="nhsuk-button" type="submit" aria-disabled={isRunning}>
            {isRunning ? 'Running …' : 'Run'}
          </button>
          <p class="run-form-note">{sizeText(project)}</p>
        </div>
      </form>
      <Progress />
      <p class={problem === null ? '' : 'notice'} role="alert">
        {problem}
      </p>
      <Results />
      <section class="card" aria-labelledby="command-heading">
        <h2 id="command-heading">The same on the command line</h2>
        <p>
          It gives the same numbers, byte for byte; for thousands of winters it is the better place.
        </p>
        <CommandLine {...batchCommand(app.library, project)} />
      </section>
    </>
  );
}

function Progress(): VNode | null {
  const app = useApp();
  const running = useAppState((state) => state.running);
  if (running === null) return null;
  return (
    <RunProgress
      running={running}
      onPause={app.pause}
      onResume={app.resume}
      onCancel={app.cancel}
    />
  );
}

/** The way to what there is to read, as soon as there is something of this project. */
function Results(): VNode | null {
  const shown = useAppState((state) => state.shown);
  const stale = useAppState((state) => isStale(state.shown, state.project));
  const notKept = useAppState((state) => state.resultsProblem);
  if (shown === null || stale || shown.kind === 'files' || shown.kind === 'example') return null;
  const isLook = shown.kind === 'look';
  const { replications } = shown.batch.summary;
  return (
    <section class="card" aria-labelledby="ready-heading">
      <h2 id="ready-heading">{isLook ? 'First results are there' : 'The results are ready'}</h2>
      <p role="status">
        {isLook
          ? `${replications} of ${shown.wanted} winters of each scenario; the numbers still move.`
          : `${replications} winters of each scenario.`}
      </p>
      {shown.notes.map((note) => (
        <p class="notice">{note}</p>
      ))}
      {!isLook && notKept !== null && (
        <p class="notice" role="status">
          {notKept}
        </p>
      )}
      <a class="nhsuk-button" href="#/compare">
        See the results
      </a>
    </section>
  );
}

function scenariosText({ plans }: Project): string {
  if (plans.length === 0) return 'The base alone';
  return `The base and ${plans.length === 1 ? 'one plan' : `${plans.length} plans`}`;
}

/** How much a run is, in words: "3 scenarios, 50 winters each: 150 winters to simulate". */
function sizeText({ plans, together, replications, precision }: Project): string {
  const scenarios = 1 + plans.length + (together && plans.length > 1 ? 1 : 0);
  const winters = Number(replications);
  if (!Number.isInteger(winters) || winters < 1) return '';
  const what = scenarios === 1 ? '1 scenario' : `${scenarios} scenarios`;
  const most = precision === '' ? '' : 'at most ';
  return `${what}, ${most}${winters} winters each: ${most}${scenarios * winters} to simulate.`;
}
