// web/state/use-checks.ts: the self-check and the checks of the page "Verification", each in a web
// worker of its own.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { SelfCheck } from '../../sim/verification/self-check.js';
import type { Report } from '../../sim/verification/verify.js';
import type { ChecksProgress, ChecksReply, ChecksRequest } from './checks-worker.js';

/** Scenario files by path under scenarios/. */
export type Texts = Readonly<Record<string, string>>;

/** Starts a worker on one job. @returns a function that ends it */
function startWorker(
  request: ChecksRequest,
  onReply: (reply: Exclude<ChecksReply, { kind: 'refused' }>) => void,
  onProblem: (sentence: string) => void,
): () => void {
  if (typeof Worker === 'undefined') {
    onProblem('this browser has no web workers.');
    return () => undefined;
  }
  const worker = new Worker(new URL('./checks-worker.ts', import.meta.url), { type: 'module' });
  worker.onmessage = ({ data }: MessageEvent<ChecksReply>) => {
    if (data.kind === 'refused') onProblem(data.message);
    else onReply(data);
  };
  worker.onerror = (event) => onProblem(event.message || 'the worker of this page stopped.');
  worker.postMessage(request);
  return () => worker.terminate();
}

/** The self-check: null while it runs, then what it found or why it could not run. */
export type SelfCheckState = { found: SelfCheck } | { problem: string } | null;

/** Runs the self-check once, when the page opens. */
export function useSelfCheck(texts: Texts): SelfCheckState {
  const [state, setState] = useState<SelfCheckState>(null);
  useEffect(() => {
    const end = startWorker(
      { texts, job: 'self-check' },
      (reply) => {
        if (reply.kind !== 'self-check') return;
        setState({ found: reply.selfCheck });
        end();
      },
      (problem) => setState({ problem }),
    );
    return end;
  }, [texts]);
  return state;
}

/** A run of the checks: its state, how far it is, and what was found so far. */
export interface ChecksRun extends Omit<ChecksProgress, 'report'> {
  state: 'running' | 'ended' | 'stopped';
  report: Report | null;
}

export interface Checks {
  /** Null before the first run. */
  run: ChecksRun | null;
  /** Why a run ended early. */
  problem: string | null;
  start: () => void;
  /** Ends the run; the checks that have ended stay. */
  stop: () => void;
}

const UNBEGUN: ChecksRun = {
  state: 'running',
  done: 0,
  total: 1,
  checksCount: 1,
  next: null,
  report: null,
};

/**
 * The checks, run when asked for.
 * @param only ids of the checks; none means all
 */
export function useChecks(texts: Texts, only: readonly string[], seed: string): Checks {
  const [run, setRun] = useState<ChecksRun | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const end = useRef<() => void>(() => undefined);
  useEffect(() => () => end.current(), []);

  const stop = (): void => {
    end.current();
    setRun((before) => before && { ...before, state: 'stopped' });
  };
  const start = (): void => {
    end.current();
    setProblem(null);
    setRun(UNBEGUN);
    end.current = startWorker(
      { texts, job: 'checks', only, seed },
      (reply) => {
        if (reply.kind !== 'progress') return;
        const { kind, report, ...progress } = reply;
        const state = progress.done === progress.total ? 'ended' : 'running';
        if (state === 'ended') end.current();
        setRun((before) => ({ ...progress, state, report: report ?? before?.report ?? null }));
      },
      (sentence) => {
        stop();
        setProblem(sentence);
      },
    );
  };
  return { run, problem, start, stop };
}
