// web/state/kept-work.ts: projects kept on this machine, so that a refresh or a closed tab loses
// nothing. Where the browser keeps nothing (private windows, full or blocked storage), it says so.

import type { Project } from './project.js';
import { parseProject } from './project-schema.js';

/** A piece of work that is kept. */
export interface KeptWork {
  id: string;
  /** What it is called in the list: its base and plans. */
  title: string;
  /** Milliseconds since 1970. */
  savedAt: number;
  project: Project;
}

/** What localStorage and sessionStorage can do, as far as it is needed here. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'winterflow.work.';
const TAB = 'winterflow.tab';
const VERSION = 1;
const KEPT_MOST = 20;

/** Why nothing is kept, in one sentence. */
export const NOT_KEPT =
  'This browser keeps no work (a private window, or its storage is full or switched off): share a ' +
  'link to the project before you close the window.';

/** Work kept in a store; every method survives a store that refuses. */
export class KeptWorks {
  constructor(
    private readonly store: Store | null,
    private readonly tab: Store | null,
  ) {}

  /** All kept work, latest first; what cannot be read, such as of another version, is left out. */
  list(): KeptWork[] {
    const found: KeptWork[] = [];
    const { store } = this;
    attempt(() => {
      for (let i = 0; store !== null && i < store.length; i++) {
        const key = store.key(i);
        const work = key?.startsWith(PREFIX) ? readWork(key, store.getItem(key)) : null;
        if (work !== null) found.push(work);
      }
    });
    return found.sort((a, b) => b.savedAt - a.savedAt);
  }

  /** @returns false when it could not be kept */
  keep(work: KeptWork): boolean {
    const { store } = this;
    if (store === null) return false;
    const { id, title, savedAt, project } = work;
    const text = JSON.stringify({ version: VERSION, title, savedAt, project });
    const isNew = attempt(() => store.getItem(PREFIX + id)) === null;
    if (isNew) for (const old of this.list().slice(KEPT_MOST - 1)) this.forget(old.id);
    return attempt(() => store.setItem(PREFIX + id, text) ?? true) === true;
  }

  forget(id: string): void {
    attempt(() => this.store?.removeItem(PREFIX + id));
  }

  /** The work that this tab had open before it was refreshed. */
  ofTab(): string | null {
    return attempt(() => this.tab?.getItem(TAB) ?? null) ?? null;
  }

  setTab(id: string): void {
    attempt(() => this.tab?.setItem(TAB, id));
  }
}

/** The stores of this browser; null where it refuses to give them. */
export function keptWorks(): KeptWorks {
  return new KeptWorks(attempt(() => localStorage) ?? null, attempt(() => sessionStorage) ?? null);
}

function readWork(key: string, text: string | null): KeptWork | null {
  const value = attempt(() => JSON.parse(text ?? '') as Partial<KeptWork> & { version?: unknown });
  if (value?.version !== VERSION) return null;
  const project = parseProject(value.project);
  if (project === null || typeof value.savedAt !== 'number') return null;
  const title = typeof value.title === 'string' ? value.title : 'Untitled';
  return { id: key.slice(PREFIX.length), title, savedAt: value.savedAt, project };
}

/** The result, or undefined when it throws, as storage does for many reasons. */
function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
