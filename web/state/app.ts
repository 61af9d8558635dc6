// web/state/app.ts: the one state that all pages share: the project, the results that are shown, and
// the run that is under way.

import type { Library } from '../../sim/scenario/library.js';
import { BatchFileError } from '../export/read-batch.js';
import { readBatch } from './batch-files.js';
import { checkProject, type FieldError } from './check-project.js';
import { firstProject, type Project } from './project.js';
import { Runner, type RunningState } from './runner.js';
import type { Shown } from './shown.js';
import { Store } from './store.js';

export interface AppState {
  project: Project;
  /** What is wrong with the project, found when it was last asked to run. */
  errors: readonly FieldError[];
  /** The batch that every page of results shows; null before the first. */
  shown: Shown | null;
  /** The run under way; null when nothing runs. */
  running: RunningState | null;
  /** Whether a run was asked for by hand; the first comparison runs by itself. */
  byHand: boolean;
  /** Why a run ended with nothing to show. */
  runProblem: string | null;
  /** Why files could not be shown. */
  fileProblem: string | null;
}

/** What pages can do. They read `state` through `useAppState`, never directly while drawing. */
export interface App {
  library: Library;
  /** Texts of the scenario files, by path under scenarios/. */
  texts: Readonly<Record<string, string>>;
  state: Store<AppState>;
  /** Changes the project; what was shown becomes stale by itself. */
  change(project: Project): void;
  /** Checks the project and runs it; what is wrong stands in `errors`. */
  run(): void;
  /** Stops the run; what is finished is kept and shown. */
  cancel(): void;
  /** Shows files of the command line. */
  load(files: File[]): Promise<void>;
  sayFileProblem(sentence: string): void;
}

/** The app over a library; nothing runs yet. */
export function createApp(library: Library, texts: Readonly<Record<string, string>>): App {
  const state = new Store<AppState>({
    project: firstProject(library),
    errors: [],
    shown: null,
    running: null,
    byHand: false,
    runProblem: null,
    fileProblem: null,
  });
  const runner = new Runner(library, {
    onRunning: (running) => state.set({ running }),
    onShown: (shown) => state.set({ shown }),
    onProblem: (runProblem) => state.set({ runProblem }),
  });
  const isBusy = (): boolean => state.get().byHand && state.get().running !== null;
  return {
    library,
    texts,
    state,
    change: (project) => state.set({ project }),
    run() {
      const { project } = state.get();
      const checked = checkProject(library, project);
      if (Array.isArray(checked)) return state.set({ errors: checked, runProblem: null });
      state.set({ errors: [], runProblem: null, byHand: true });
      runner.start(checked, project);
    },
    cancel: () => runner.cancel(),
    async load(files) {
      if (isBusy()) {
        const fileProblem = 'A run is under way; wait for it or cancel it, then load the files.';
        return state.set({ fileProblem });
      }
      try {
        const batch = await readBatch(files, library.bankHolidays());
        runner.giveUp();
        const names = ['summary.json', 'daily.csv'];
        state.set({ shown: { kind: 'files', batch, notes: [], files: names }, fileProblem: null });
      } catch (error) {
        if (!(error instanceof BatchFileError)) throw error;
        state.set({ fileProblem: error.message });
      }
    },
    sayFileProblem: (fileProblem) => state.set({ fileProblem }),
  };
}

/** Starts the first comparison, which nobody asked for; it gives way to whatever is. */
export function startFirst(app: App): void {
  app.run();
  app.state.set({ byHand: false });
}

/** Whether the project has changed since the run that is shown; files belong to no project. */
export function isStale(shown: Shown | null, project: Project): boolean {
  if (shown === null || shown.kind === 'files') return false;
  return JSON.stringify(shown.project) !== JSON.stringify(project);
}
