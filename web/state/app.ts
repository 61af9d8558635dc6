// web/state/app.ts: the one state that all pages share: the project, the results that are shown, and
// the run that is under way.

import type { Library } from '../../sim/scenario/library.js';
import { BatchFileError } from '../export/read-batch.js';
import { unpackBatch } from '../packed/batch.js';
import { readBatch } from './batch-files.js';
import { checkProject, type FieldError } from './check-project.js';
import type { KeptWork } from './kept-work.js';
import { firstProject, type Project, simulateSame } from './project.js';
import { Runner, type RunningState } from './runner.js';
import type { Shown } from './shown.js';
import { Store } from './store.js';

export interface AppState {
  project: Project;
  /** Projects before the last changes, latest last, and those that were undone, next last. */
  past: readonly Project[];
  future: readonly Project[];
  /** What is wrong with the project, found when it was last asked to run. */
  errors: readonly FieldError[];
  /** The batch that every page of results shows; null before the first. */
  shown: Shown | null;
  /** The run under way; null when nothing runs. */
  running: RunningState | null;
  /** Why a run ended with nothing to show. */
  runProblem: string | null;
  /** Why files could not be shown. */
  fileProblem: string | null;
  /** Names of the scenario files that were opened last; empty once that is known. */
  opened: readonly string[];
  /** Why a link could not be opened. */
  linkProblem: string | null;
  /** Work kept on this machine, latest first, and why work is not kept. */
  kept: readonly KeptWork[];
  keepProblem: string | null;
  /** Why the results of the last run are not kept. */
  resultsProblem: string | null;
}

/** What pages can do. They read `state` through `useAppState`, never directly while drawing. */
export interface App {
  library: Library;
  /** Texts of the scenario files, by path under scenarios/. */
  texts: Readonly<Record<string, string>>;
  state: Store<AppState>;
  /**
   * Changes the project; what was shown becomes stale by itself.
   * @param field what is typed into: steps of one text are undone together
   */
  change(project: Project, field?: string): void;
  undo(): void;
  redo(): void;
  /** Checks the project and runs it; what is wrong stands in `errors`. @returns whether it runs */
  run(): Promise<boolean>;
  /** Checks the project and says what is wrong in `errors`, without running it. */
  check(): Promise<void>;
  pause(): void;
  resume(): void;
  /** Stops the run; what is finished is kept and shown. */
  cancel(): void;
  /** Shows files of the command line. @returns whether they could be shown */
  load(files: File[]): Promise<boolean>;
  sayFileProblem(sentence: string): void;
}

const UNDO_MOST = 200;

/** The app over a library; nothing runs yet. */
export function createApp(library: Library, texts: Readonly<Record<string, string>>): App {
  const state = new Store<AppState>({
    project: firstProject(library),
    past: [],
    future: [],
    errors: [],
    shown: null,
    running: null,
    runProblem: null,
    fileProblem: null,
    opened: [],
    linkProblem: null,
    kept: [],
    keepProblem: null,
    resultsProblem: null,
  });
  const runner = new Runner(library, {
    onRunning: (running) => state.set({ running }),
    onShown: (shown) => state.set({ shown }),
    onProblem: (runProblem) => state.set({ runProblem }),
  });
  let lastField: string | null = null;
  const step = (from: 'past' | 'future', to: 'past' | 'future'): void => {
    const { project } = state.get();
    const previous = state.get()[from].at(-1);
    if (previous === undefined) return;
    lastField = null;
    state.set({
      project: previous,
      [from]: state.get()[from].slice(0, -1),
      [to]: [...state.get()[to], project],
      errors: [],
    });
  };
  return {
    library,
    texts,
    state,
    change(project, field) {
      const { project: before, past } = state.get();
      const isSameText = field !== undefined && field === lastField;
      lastField = field ?? null;
      const kept = isSameText ? past : [...past, before].slice(-UNDO_MOST);
      state.set({ project, past: kept, future: [] });
    },
    undo: () => step('past', 'future'),
    redo: () => step('future', 'past'),
    async run() {
      const { project } = state.get();
      const checked = await checkProject(library, project);
      const isRight = !Array.isArray(checked);
      state.set({ errors: isRight ? [] : checked, runProblem: null });
      if (isRight) runner.start(checked, project);
      return isRight;
    },
    async check() {
      const { project } = state.get();
      const checked = await checkProject(library, project);
      // A check of what has changed meanwhile says nothing about what stands there now.
      if (state.get().project === project)
        state.set({ errors: Array.isArray(checked) ? checked : [] });
    },
    pause: () => runner.pause(),
    resume: () => runner.resume(),
    cancel: () => runner.cancel(),
    async load(files) {
      if (state.get().running !== null) {
        const fileProblem = 'A run is under way; wait for it or cancel it, then load the files.';
        state.set({ fileProblem });
        return false;
      }
      try {
        const batch = await readBatch(files, library.bankHolidays());
        const names = ['summary.json', 'daily.csv'];
        state.set({ shown: { kind: 'files', batch, notes: [], files: names }, fileProblem: null });
        return true;
      } catch (error) {
        if (!(error instanceof BatchFileError)) throw error;
        state.set({ fileProblem: error.message });
        return false;
      }
    },
    sayFileProblem: (fileProblem) => state.set({ fileProblem }),
  };
}

/** Shows the example that was simulated when the page was built, unless there is something to show. */
export async function showExample({ library, state }: App): Promise<void> {
  const { default: packed } = await import('virtual:winterflow-example');
  if (state.get().shown !== null || state.get().running !== null) return;
  const batch = unpackBatch(packed);
  state.set({ shown: { kind: 'example', batch, notes: [], project: firstProject(library) } });
}

/** Whether the project has changed since the run that is shown; files belong to no project. */
export function isStale(shown: Shown | null, project: Project): boolean {
  if (shown === null || shown.kind === 'files') return false;
  return !simulateSame(shown.project, project);
}
