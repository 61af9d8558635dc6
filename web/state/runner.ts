// web/state/runner.ts: one run at a time: start, progress, looks, stop, end.

import { commentaryOf } from '../../sim/outcomes/commentary.js';
import type { Library } from '../../sim/scenario/library.js';
import type { Failure } from '../../workers/batch.js';
import { observedBeside } from '../export/observed.js';
import type { CheckedProject } from './check-project.js';
import { optionsOf } from './choices.js';
import { replayCommand } from './commands.js';
import type { Project } from './project.js';
import { failureText, notesOf, type Shown, type ShownRun } from './shown.js';
import { type ScenarioProgress, type Simulated, Simulation } from './simulate.js';
import { nextTask } from './turns.js';

/** A run under way. */
export interface RunningState {
  done: number;
  total: number;
  /** Since the start, without pauses. */
  elapsedSeconds: number;
  /** How far each scenario is; empty before the first winter is done. */
  scenarios: readonly ScenarioProgress[];
  paused: boolean;
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
  private simulation: Simulation | null = null;
  private readonly clock = new Stopwatch();

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
    if (this.running !== null) this.say({ ...this.running, stopping: true, paused: false });
  }

  /** Starts no further winter until `resume`. */
  pause(): void {
    if (this.running === null || this.running.stopping) return;
    this.simulation?.pause();
    this.clock.stop();
    this.say({ ...this.running, paused: true });
  }

  resume(): void {
    if (this.running === null) return;
    this.simulation?.resume();
    this.clock.start();
    this.say({ ...this.running, paused: false });
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
    this.clock.restart();
    const running = { done: 0, total, elapsedSeconds: 0, scenarios: [] };
    this.say({ ...running, paused: false, stopping: false });
    try {
      this.simulation = new Simulation(checked, {
        bankHolidays: this.library.bankHolidays(),
        signal: controller.signal,
        onProgress: (progress) => {
          if (isGiven() || this.running === null) return;
          this.say({ ...this.running, ...progress, elapsedSeconds: this.clock.seconds() });
        },
        onLook: (batch) => {
          if (isGiven()) return;
          onShown({ kind: 'look', batch, notes: [], wanted: checked.replications, project });
        },
      });
      const simulated = await this.simulation.run();
      await nextTask();
      if (isGiven()) return;
      const shown = this.finish(simulated, checked, project);
      await nextTask();
      if (!isGiven() && shown !== null) onShown(shown);
    } catch (error) {
      if (isGiven()) return;
      onProblem(`The run stopped: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      if (!isGiven()) this.say(null);
    }
  }

  /** What there is to show; null when there is nothing, which is said. */
  private finish(simulated: Simulated, checked: CheckedProject, project: Project): ShownRun | null {
    const { library, events } = this;
    const { batch, runs, result, wanted } = simulated;
    const replay = ({ scenario, replication }: Failure): string => {
      const at = checked.scenarios.findIndex(({ name }) => name === scenario);
      return replayCommand(library, project, at, replication).command;
    };
    if (batch.summary.replications === 0) {
      events.onProblem(
        result.failures.length > 0
          ? failureText(result.failures, wanted * checked.scenarios.length, replay)
          : 'Stopped before the first winter of every scenario was finished; there is nothing to show.',
      );
      return null;
    }
    const winter = optionsOf(library, 'winter').find(({ value }) => value === project.winter);
    const models = checked.scenarios.map((resolved) => {
      const { name, system, winter, plans, hash } = resolved;
      return { name, system, winter, plans, hash, assumptions: commentaryOf(library, resolved) };
    });
    return {
      kind: 'run',
      batch,
      runs,
      dates: result.dates,
      models,
      observed: observedBeside(library, checked.scenarios[0], runs[0], result.dates[0]),
      project,
      winterLabel: winter?.label ?? project.winter,
      notes: notesOf(result, wanted, replay),
    };
  }
}

/** Time that passes while something runs, from a clock that only goes forward. */
class Stopwatch {
  private before = 0;
  private since: number | null = null;

  restart(): void {
    this.before = 0;
    this.since = performance.now();
  }

  start(): void {
    this.since ??= performance.now();
  }

  stop(): void {
    this.before = this.seconds() * 1000;
    this.since = null;
  }

  seconds(): number {
    return (this.before + (this.since === null ? 0 : performance.now() - this.since)) / 1000;
  }
}
