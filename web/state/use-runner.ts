// web/state/use-runner.ts: one run at a time: start, progress, looks, stop, end.

import { useEffect, useRef, useState } from 'preact/hooks';
import { commentaryOf } from '../../sim/outcomes/commentary.js';
import type { Library } from '../../sim/scenario/library.js';
import { observedBeside } from '../export/observed.js';
import { type CheckedChoices, type Choices, optionsOf } from './choices.js';
import { failureText, notesOf, type Shown } from './shown.js';
import { type Simulated, simulateBatch } from './simulate.js';

/** A run under way. */
export interface RunningState {
  done: number;
  total: number;
  elapsedSeconds: number;
  /** True once it was asked to stop: what runs is finished and kept. */
  stopping: boolean;
}

export interface Runner {
  /** Null when nothing runs. */
  running: RunningState | null;
  /** Starts a run; one that is under way is given up for it. */
  start: (checked: CheckedChoices, choices: Choices) => void;
  /** Stops the run; what is finished is kept and shown. */
  cancel: () => void;
  /** Stops the run and shows nothing of it any more. */
  giveUp: () => void;
}

export interface RunnerEvents {
  onShown: (shown: Shown) => void;
  /** Why a run ended with nothing to show. */
  onProblem: (sentence: string) => void;
}

/** The runs of the page. */
export function useRunner(library: Library, { onShown, onProblem }: RunnerEvents): Runner {
  const [running, setRunning] = useState<RunningState | null>(null);
  const stop = useRef<AbortController | null>(null);
  useWarningOnClose(running !== null);

  const start = async (checked: CheckedChoices, choices: Choices): Promise<void> => {
    giveUp();
    const controller = new AbortController();
    const given = (): boolean => stop.current !== controller;
    stop.current = controller;
    const total = checked.scenarios.length * checked.replications;
    const startedAt = performance.now();
    setRunning({ done: 0, total, elapsedSeconds: 0, stopping: false });
    try {
      const simulated = await simulateBatch(checked, {
        bankHolidays: library.bankHolidays(),
        signal: controller.signal,
        onProgress: ({ done }) => {
          if (given()) return;
          const elapsedSeconds = (performance.now() - startedAt) / 1000;
          setRunning((state) => state && { ...state, done, elapsedSeconds });
        },
        onLook: (batch) => {
          if (given()) return;
          onShown({ kind: 'look', batch, notes: [], wanted: checked.replications, choices });
        },
      });
      if (!given()) finish(simulated, checked, choices);
    } catch (error) {
      if (given()) return;
      onProblem(`The run stopped: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      if (!given()) setRunning(null);
    }
  };

  const giveUp = (): void => {
    stop.current?.abort();
    stop.current = null;
    setRunning(null);
  };

  const finish = (simulated: Simulated, checked: CheckedChoices, choices: Choices): void => {
    const { batch, runs, result } = simulated;
    const wanted = checked.replications;
    if (batch.summary.replications === 0) {
      onProblem(
        result.failures.length > 0
          ? failureText(result.failures, wanted * checked.scenarios.length)
          : 'Stopped before the first winter of every scenario was finished; there is nothing to show.',
      );
      return;
    }
    const winter = optionsOf(library, 'winter').find(({ value }) => value === choices.winter);
    const models = checked.scenarios.map((resolved) => {
      const { name, system, winter, plans, hash } = resolved;
      return { name, system, winter, plans, hash, assumptions: commentaryOf(library, resolved) };
    });
    onShown({
      kind: 'run',
      batch,
      runs,
      dates: result.dates,
      models,
      observed: observedBeside(library, checked.scenarios[0], runs[0], result.dates[0]),
      choices,
      winterLabel: winter?.label ?? choices.winter,
      notes: notesOf(result, wanted),
    });
  };

  return {
    running,
    start: (checked, choices) => void start(checked, choices),
    cancel: () => {
      stop.current?.abort();
      setRunning((state) => state && { ...state, stopping: true });
    },
    giveUp,
  };
}

/** Asks before the tab closes while a run is under way. */
function useWarningOnClose(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [active]);
}
