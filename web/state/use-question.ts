// web/state/use-question.ts: a question beyond the batch that is shown, answered by simulating: other
// winters, plans together, inputs moved. One at a time for each asker; it can be stopped.

import { useEffect, useRef, useState } from 'preact/hooks';
import type { ScenarioRuns } from '../../sim/outcomes/summary.js';
import type { Resolved } from '../../sim/scenario/resolve.js';
import { runBatch } from '../../workers/batch.js';
import { openBrowserPool } from '../../workers/browser-pool.js';
import { failureText } from './shown.js';
import { createWorker, workersWanted } from './simulate.js';

export interface Asked {
  scenarios: readonly Resolved[];
  replications: number;
  seed: string;
  bankHolidays: readonly string[];
}

/** How far an answer is. */
export interface QuestionProgress {
  done: number;
  total: number;
  elapsedSeconds: number;
}

export interface Question<T> {
  /** Null while nothing is asked. */
  progress: QuestionProgress | null;
  answer: T | null;
  problem: string | null;
  /** Simulates, and makes the answer of what came out. */
  ask: (asked: Asked, answer: (runs: readonly ScenarioRuns[]) => T | null) => void;
  stop: () => void;
  /** Forgets the answer. */
  forget: () => void;
}

/** A question that nobody has asked yet. */
export function useQuestion<T>(): Question<T> {
  const [progress, setProgress] = useState<QuestionProgress | null>(null);
  const [answer, setAnswer] = useState<T | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const simulate = async (
    { scenarios, replications, seed, bankHolidays }: Asked,
    make: (runs: readonly ScenarioRuns[]) => T | null,
  ): Promise<void> => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    const total = scenarios.length * replications;
    const startedAt = performance.now();
    setProblem(null);
    setAnswer(null);
    setProgress({ done: 0, total, elapsedSeconds: 0 });
    try {
      const pool = openBrowserPool(workersWanted(navigator.hardwareConcurrency), createWorker);
      try {
        const result = await runBatch(scenarios, pool, {
          seed,
          replications,
          effects: 'likely',
          bankHolidays,
          signal: own.signal,
          onProgress: ({ done }) => {
            if (own.signal.aborted) return;
            setProgress({ done, total, elapsedSeconds: (performance.now() - startedAt) / 1000 });
          },
        });
        if (own.signal.aborted) return;
        if (result.failures.length > 0) setProblem(failureText(result.failures, total));
        else setAnswer(make(result.scenarios));
      } finally {
        await pool.close();
      }
    } catch (error) {
      if (own.signal.aborted) return;
      setProblem(`It stopped: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      if (controller.current === own) setProgress(null);
    }
  };
  return {
    progress,
    answer,
    problem,
    ask: (asked, make) => void simulate(asked, make),
    stop: () => {
      controller.current?.abort();
      setProgress(null);
    },
    forget: () => setAnswer(null),
  };
}
