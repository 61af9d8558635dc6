// web/state/keeper.ts: keeps the project of this tab as it changes and the results of its runs, and
// opens what was kept or came by a link.

import { answers, belonging } from './answers.js';
import type { App } from './app.js';
import { scenarioTextsOf } from './batch-files.js';
import { optionOf } from './choices.js';
import { type KeptResults, RESULTS_NOT_KEPT } from './kept-results.js';
import { type KeptWork, type KeptWorks, NOT_KEPT } from './kept-work.js';
import { firstProject, nameOfPlan, type Project } from './project.js';
import { LinkError, projectOfLink } from './share-link.js';
import type { ShownRun } from './shown.js';

const PAUSE_MS = 400; // after the last change, before it is kept
const LOCK_WAIT_MS = 1000; // for this tab as it was before a refresh to let go of its work

/** The work of this tab. */
export class Keeper {
  private id = newId();
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** What is kept under the id; null where nothing is yet. */
  private kept: Project | null;
  private keptRun: ShownRun | null = null;

  constructor(
    private readonly app: App,
    private readonly works: KeptWorks,
    private readonly results: KeptResults,
  ) {
    this.kept = app.state.get().project;
  }

  /** Restores what this tab had open, and keeps what is changed from now on. */
  async start(): Promise<void> {
    const before = this.works.ofTab();
    const work = this.works.list().find(({ id }) => id === before);
    if (work !== undefined) await this.open(work, false, LOCK_WAIT_MS);
    else if (!(before !== null && (await this.own(before)))) await this.own(this.id);
    else void this.showKept(before);
    this.app.state.set({ kept: this.works.list() });
    this.app.state.subscribe(() => this.changed());
    answers.subscribe(() => this.keepAnswers());
    // The page may be closed before the pause is over.
    addEventListener('pagehide', () => this.keepNow());
    addEventListener('visibilitychange', () => this.keepNow());
    addEventListener('storage', () => this.app.state.set({ kept: this.works.list() }));
  }

  /** Opens kept work; a copy of it when another tab has it open. */
  async open({ id, project }: KeptWork, canUndo = true, waitMs = 0): Promise<void> {
    this.keepNow();
    const isOwn = await this.own(id, waitMs);
    if (isOwn) this.kept = project;
    else await this.ownNew();
    if (canUndo) this.app.change(project);
    else this.app.state.set({ project });
    if (!isOwn) this.keepNow();
    void this.showKept(id);
  }

  /** Forgets kept work; what is open stays open. */
  forget(id: string): void {
    this.works.forget(id);
    void this.results.forget(id);
    this.app.state.set({ kept: this.works.list() });
  }

  /** The project of a link, as new work; on a bad link nothing changes but the sentence. */
  async openLink(text: string): Promise<boolean> {
    const opening = firstProject(this.app.library);
    try {
      const project = await projectOfLink(text, opening);
      this.keepNow();
      await this.ownNew();
      this.app.change(project);
      this.app.state.set({ linkProblem: null });
      return true;
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      this.app.state.set({ linkProblem: error.message });
      return false;
    }
  }

  /** The project of scenario files, as new work; on a bad file nothing changes but the sentence. */
  async openScenarios(files: readonly File[]): Promise<boolean> {
    const { library, state } = this.app;
    const { pack: _, ...opening } = state.get().project;
    try {
      const { projectOfScenarios } = await import('./open-scenario.js');
      const texts = await scenarioTextsOf(files);
      const project = projectOfScenarios(library, texts, opening);
      this.keepNow();
      await this.ownNew();
      this.app.change(project);
      state.set({ fileProblem: null, opened: texts.map(({ file }) => file) });
      return true;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      const isSaid = ['ScenarioFileError', 'BatchFileError'].includes(error.name);
      state.set({
        fileProblem: isSaid ? error.message : `The file cannot be read: ${error.message}`,
      });
      return false;
    }
  }

  /** Shows the results of a piece of work, where they are kept and nothing runs. */
  private async showKept(id: string): Promise<void> {
    const shown = await this.results.read(id);
    const answered = await this.results.readAnswers(id);
    if (shown === null || this.app.state.get().running !== null) return;
    this.keptRun = shown;
    answers.set(answered);
    this.app.state.set({ shown });
  }

  private changed(): void {
    const { shown } = this.app.state.get();
    if (shown?.kind === 'run' && shown !== this.keptRun) {
      this.keptRun = shown;
      void this.keepResults(shown);
    }
    if (this.app.state.get().project === this.kept) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keepNow(), PAUSE_MS);
  }

  private async keepResults(shown: ShownRun): Promise<void> {
    const keeping = await this.results.keep(this.id, shown);
    if (keeping === 'overtaken') return; // the later ones say what became of them
    this.app.state.set({ resultsProblem: keeping === 'kept' ? null : RESULTS_NOT_KEPT });
    this.keepAnswers(); // those of before may belong to these results too
  }

  private keepAnswers(): void {
    const { shown } = this.app.state.get();
    if (shown === null) return;
    const { together, drivers, regret } = answers.get();
    const own = {
      together: belonging(together, shown),
      drivers: belonging(drivers, shown),
      regret: belonging(regret, shown),
    };
    if (Object.values(own).every((answer) => answer === null)) return;
    void this.results.keepAnswers(this.id, own);
  }

  private keepNow(): void {
    clearTimeout(this.timer);
    const { project } = this.app.state.get();
    if (project === this.kept) return;
    this.kept = project;
    const work = { id: this.id, title: this.titleOf(project), savedAt: Date.now(), project };
    const isKept = this.works.keep(work);
    this.app.state.set({ kept: this.works.list(), keepProblem: isKept ? null : NOT_KEPT });
  }

  private titleOf(project: Project): string {
    const { library } = this.app;
    const base = optionOf(library, 'system', project.system).label;
    const plans = project.plans.map((plan) => nameOfPlan(library, plan));
    return plans.length === 0 ? base : `${base}: ${plans.join(', ')}`;
  }

  /** Begins a new piece of work, of which nothing is kept: not even what an undo brings back. */
  private async ownNew(): Promise<void> {
    await this.own(newId());
    this.kept = null;
  }

  /**
   * Makes a piece of work this tab's own.
   * @param waitMs for another tab to let go of it
   * @returns false when another tab has it open, as far as the browser can tell
   */
  private async own(id: string, waitMs = 0): Promise<boolean> {
    if (!(await locked(`winterflow ${id}`, waitMs))) return false;
    this.id = id;
    this.works.setTab(id);
    return true;
  }
}

/** Takes a lock until this tab is closed; true where the browser has no locks. */
function locked(name: string, waitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      const options = waitMs > 0 ? { signal: AbortSignal.timeout(waitMs) } : { ifAvailable: true };
      const ask = navigator.locks.request(name, options, (lock) => {
        resolve(lock !== null);
        return lock === null ? undefined : new Promise(() => undefined);
      });
      ask.catch((error: Error) => resolve(error.name !== 'TimeoutError'));
    } catch {
      resolve(true);
    }
  });
}

function newId(): string {
  const words = crypto.getRandomValues(new Uint32Array(2));
  return [...words].map((word) => word.toString(36)).join('');
}
