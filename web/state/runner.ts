// web/state/runner.ts: one run at a time: start, progress, looks, stop, end.

import { commentaryOf } from '../../sim/outcomes/commentary.js';
import type { Library } from '../../sim/scenario/library.js';
import { observedBeside } from '../export/observed.js';
import type { CheckedProject } from './check-project.js';
import { optionsOf } from './choices.js';
import type { Project } from './project.js';
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

export interface RunnerEvents {
  /** The state of the run; null when nothing runs any more. */
  onRunning: (running: RunningState | null) => void;
  onShown: (shown: Shown) => void;
  /** Why a run ended with nothing to show. */
  onProblem: (sentence: string) => void;
}

/** Asks before the tab closes while a run is under way. */
const warnOnClose = (event: BeforeUnloadEvent): void => event.preventDefault();

/** The runs of the app. */
export class Runner {
  private running: RunningState | null = null;
  private stop: AbortController | null = null;

  constructor(
    private readonly library: Library,
    private readonly events: RunnerEvents,
  ) {}

  /** Starts a run; one that is under way is given up for it. */
  start(checked: CheckedProject, project: Project): void {
    void this.simulate(checked, project);
  }

  /** Stops the run; what is finished is kept and shown. */
  cancel(): void {
    this.stop?.abort();
    if (this.running !== null) this.say({ ...this.running, stopping: true });
  }

  /** Stops the run and shows nothing of it any more. */
  giveUp(): void {
    this.stop?.abort();
    this.stop = null;
    this.say(null);
  }

  private say(running: RunningState | null): void {
    if (running === null) removeEventListener('beforeunload', warnOnClose);
    else if (this.running === null) addEventListener('beforeunload', warnOnClose);
    this.running = running;
    this.events.onRunning(running);
  }

  private async simulate(checked: CheckedProject, project: Project): Promise<void> {
    this.giveUp();
    const { onShown, onProblem } = this.events;
    const controller = new AbortController();
    const isGiven = (): boolean => this.stop !== controller;
    this.stop = controller;
    const total = checked.scenarios.length * checked.replications;
    const startedAt = performance.now();
    this.say({ done: 0, total, elapsedSeconds: 0, stopping: false });
    try {
      const simulated = await simulateBatch(checked, {
        bankHolidays: this.library.bankHolidays(),
        signal: controller.signal,
        onProgress: ({ done }) => {
          if (isGiven() || this.running === null) return;
          const elapsedSeconds = (performance.now() - startedAt) / 1000;
          this.say({ ...this.running, done, elapsedSeconds });
        },
        onLook: (batch) => {
          if (isGiven()) return;
          onShown({ kind: 'look', batch, notes: [], wanted: checked.replications, project });
        },
      });
      if (!isGiven()) this.finish(simulated, checked, project);
    } catch (error) {
      if (isGiven()) return;
      onProblem(`The run stopped: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      if (!isGiven()) this.say(null);
    }
  }

  private finish(simulated: Simulated, checked: CheckedProject, project: Project): void {
    const { library, events } = this;
    const { batch, runs, result } = simulated;
    const wanted = checked.replications;
    if (batch.summary.replications === 0) {
      events.onProblem(
        result.failures.length > 0
          ? failureText(result.failures, wanted * checked.scenarios.length)
          : 'Stopped before the first winter of every scenario was finished; there is nothing to show.',
      );
      return;
    }
    const winter = optionsOf(library, 'winter').find(({ value }) => value === project.winter);
    const models = checked.scenarios.map((resolved) => {
      const { name, system, winter, plans, hash } = resolved;
      return { name, system, winter, plans, hash, assumptions: commentaryOf(library, resolved) };
    });
    events.onShown({
      kind: 'run',
      batch,
      runs,
      dates: result.dates,
      models,
      observed: observedBeside(library, checked.scenarios[0], runs[0], result.dates[0]),
      project,
      winterLabel: winter?.label ?? project.winter,
      notes: notesOf(result, wanted),
    });
  }
}
