// web/pages/verify.tsx: the page "Verification": this browser beside the reference run, and every
// check with what is expected, simulated and concluded.

import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { ChecksTable } from '../controls/checks-table.js';
import { SelfCheckCard } from '../controls/self-check-card.js';
import { checksAsked } from '../state/address.js';
import {
  checksAnnouncement,
  checksProgressText,
  lastLineOf,
  verifyCommand,
} from '../state/checks-words.js';
import { useApp } from '../state/use-app.js';
import { type ChecksRun, useChecks, useSelfCheck } from '../state/use-checks.js';
import type { PageProps } from './registry.js';

/** That of `winterflow verify`, so that its figures are the same. */
const SEED = 'winterflow';

/** The page "Verification"; `?only=V1,V23` in its address asks for some of the checks. */
export function VerifyPage({ query }: PageProps): VNode {
  // Another choice of checks begins anew.
  return <Verify key={checksAsked(query).join()} only={checksAsked(query)} />;
}

function Verify({ only }: { only: readonly string[] }): VNode {
  const { texts } = useApp();
  const selfCheck = useSelfCheck(texts);
  const { run, problem, start, stop } = useChecks(texts, only, SEED);
  const runButton = useRef<HTMLButtonElement>(null);
  const isRunning = run?.state === 'running';
  const cancel = (): void => {
    runButton.current?.focus(); // the button that has the focus is about to go
    stop();
  };
  return (
    <>
      <h1>Verification</h1>
      <p class="lead">
        Winterflow simulates cases whose answers are known from queueing theory, published models
        and the rules of arithmetic, and sets what it finds beside what is expected. Decisions about
        beds and money can rest on a simulator only if anyone can see it get these right.
      </p>
      <SelfCheckCard state={selfCheck} />
      <section class="card" aria-labelledby="checks-heading">
        <h2 id="checks-heading">Checks against known answers</h2>
        <Introduction only={only} />
        <div class="run-form-end">
          <button
            class="nhsuk-button"
            type="button"
            ref={runButton}
            aria-disabled={isRunning}
            onClick={isRunning ? undefined : start}
          >
            {isRunning ? 'Running …' : 'Run the checks'}
          </button>
          {isRunning && <Progress run={run} onCancel={cancel} />}
        </div>
        <p class="nhsuk-u-visually-hidden" role="status">
          {checksAnnouncement(run)}
        </p>
        <p class={problem === null ? '' : 'notice'} role="alert">
          {problem !== null && `The checks stopped: ${problem}`}
        </p>
        {run?.report && <ChecksTable report={run.report} provisional={isRunning} />}
        {run !== null && !isRunning && problem === null && (
          <p class="card-headline checks-last">{lastLineOf(run)}</p>
        )}
        <HowToRead />
      </section>
    </>
  );
}

function Introduction({ only }: { only: readonly string[] }): VNode {
  return (
    <>
      <p class="check-words">
        The checks run here, in this browser, in their quick form, with the seed phrase “{SEED}”.
        All of them take about a minute; rows appear as checks end. The same on the command line:{' '}
        <code>{verifyCommand(only)}</code>; with <code>--thorough</code> it simulates 16 times as
        long.
      </p>
      {only.length > 0 && (
        <p class="check-words" id="checks-only">
          The address asks for {only.join(', ')} only. <a href="#/verification">Take all checks</a>
        </p>
      )}
    </>
  );
}

function Progress({ run, onCancel }: { run: ChecksRun; onCancel: () => void }): VNode {
  return (
    <>
      <button class="nhsuk-button nhsuk-button--secondary" type="button" onClick={onCancel}>
        Cancel
      </button>
      <div class="checks-progress" id="checks-progress">
        <progress aria-label="Checks" max={run.total} value={run.done} />
        <p>{checksProgressText(run)}</p>
      </div>
    </>
  );
}

function HowToRead(): VNode {
  return (
    <p class="check-words checks-rule">
      A finding is <strong>off</strong> when it differs from what is expected by more than is
      allowed and chance does not explain it, counting that many findings are looked at (Holm’s
      correction): a perfect simulator would have any finding off in at most 5 % of runs. It is{' '}
      <strong>too blunt</strong> when its interval is too wide to prove anything. Otherwise it{' '}
      <strong>holds</strong>. The file docs/verification.md explains each check.
    </p>
  );
}
