// web/state/kept-results.ts: the results of runs kept on this machine, so that a refresh loses none.
//
// A run is written in parts, which keeps the page responsive, and its head last: results half
// written are never read. Of a program whose outcomes differ they are left alone and written over.

import { DAILY, OUTCOME_KEYS } from '../../sim/outcomes/keys.js';
import type { Measured } from '../../sim/outcomes/measures.js';
import { VERSION } from '../../sim/outcomes/provenance.js';
import { type Answers, bareAnswers, NO_ANSWERS } from './answers.js';
import type { ShownRun } from './shown.js';

const DATABASE = 'winterflow';
const HEADS = 'heads';
const WINTERS = 'winters';
/** Winters written at once: about 2 MB. */
const PART = 20;
/** Pieces of work whose results are kept. */
const WORKS_MOST = 3;
/** Parts without a head may be those of a run that another tab is writing, for so long. */
const WRITING_MS = 600_000;
const FORMAT = [VERSION, ...OUTCOME_KEYS, ...DAILY.map(({ key }) => key)].join();

/** Why results are not kept, in one sentence. */
export const RESULTS_NOT_KEPT =
  'This browser could not keep these results (a private window, or its storage is full or switched ' +
  'off): they stay until you close or refresh the window; download them first, or run them again.';

/** What became of results: kept; given up for later ones or because they were forgotten; refused. */
export type Keeping = 'kept' | 'overtaken' | 'refused';

interface Head {
  id: string;
  format: string;
  /** Milliseconds since 1970; names the parts too. */
  savedAt: number;
  /** The run without its replications, and how many of them each scenario has. */
  shown: ShownRun;
  counts: readonly number[];
}

/** Results by the piece of work that they belong to; every method survives a browser that refuses. */
export class KeptResults {
  private latest = 0;
  private writing: string | null = null;

  /** Keeps the results of a piece of work in the place of earlier ones. */
  async keep(id: string, shown: ShownRun): Promise<Keeping> {
    const savedAt = Math.max(Date.now(), this.latest + 1);
    this.latest = savedAt;
    this.writing = id;
    const kept = await withDatabase((database) => this.write(database, { id, savedAt }, shown));
    if (kept !== null) return kept;
    // What was written of it takes room and is of no use.
    await withDatabase((database) => removeParts(database, `${id} ${savedAt} `));
    return 'refused';
  }

  private async write(
    database: IDBDatabase,
    name: Pick<Head, 'id' | 'savedAt'>,
    shown: ShownRun,
  ): Promise<Keeping> {
    const { runs } = shown;
    for (const [s, { replications }] of runs.entries()) {
      for (let from = 0; from < replications.length; from += PART) {
        const part = replications.slice(from, from + PART);
        await put(database, WINTERS, part, partKey(name, s, from));
        if (this.latest !== name.savedAt) {
          await removeParts(database, `${name.id} ${name.savedAt} `);
          return 'overtaken';
        }
      }
    }
    const bare = runs.map((of) => ({ ...of, replications: [] }));
    const counts = runs.map(({ replications }) => replications.length);
    // A tab that has the same work open, where tabs cannot know of one another, may have been quicker.
    const before = await get<Head>(database, HEADS, name.id);
    if (before !== undefined && before.savedAt > name.savedAt) return 'overtaken';
    const head = { ...name, format: FORMAT, shown: { ...shown, runs: bare }, counts };
    await put(database, HEADS, head, name.id);
    await removeOld(database);
    return 'kept';
  }

  /** Keeps answers beside the results that are kept of a piece of work; without those, nothing. */
  async keepAnswers(id: string, answers: Answers): Promise<void> {
    await withDatabase(async (database) => {
      const head = await get<Head>(database, HEADS, id);
      if (head === undefined || head.format !== FORMAT) return;
      await put(database, WINTERS, bareAnswers(answers), answersKey(head));
    });
  }

  /** Answers that are kept beside the results of a piece of work. */
  async readAnswers(id: string): Promise<Answers> {
    const kept = await withDatabase(async (database) => {
      const head = await get<Head>(database, HEADS, id);
      if (head === undefined || head.format !== FORMAT) return undefined;
      return get<Answers>(database, WINTERS, answersKey(head));
    });
    return kept ?? NO_ANSWERS;
  }

  /** The results of a piece of work; null when there are none that this program can read. */
  async read(id: string): Promise<ShownRun | null> {
    return withDatabase(async (database) => {
      const head = await get<Head>(database, HEADS, id);
      if (head === undefined || head.format !== FORMAT) return null;
      const runs = head.shown.runs.map((of) => ({ ...of, replications: [] as Measured[] }));
      for (const [s, count] of head.counts.entries()) {
        for (let from = 0; from < count; from += PART) {
          const part = await get<Measured[]>(database, WINTERS, partKey(head, s, from));
          if (part === undefined) return null;
          runs[s].replications.push(...part);
        }
      }
      return { ...head.shown, runs };
    });
  }

  /** Forgets the results of a piece of work. */
  async forget(id: string): Promise<void> {
    if (this.writing === id) this.latest++; // what is being written is given up
    await withDatabase(async (database) => {
      await remove(database, HEADS, id);
      await removeParts(database, `${id} `);
    });
  }
}

const partKey = ({ id, savedAt }: Pick<Head, 'id' | 'savedAt'>, scenario: number, from: number) =>
  `${id} ${savedAt} ${scenario} ${from}`;

/** Begins as the parts of its results do, so that it goes with them. */
const answersKey = ({ id, savedAt }: Pick<Head, 'id' | 'savedAt'>) => `${id} ${savedAt} answers`;

/** Removes the parts whose keys begin so. */
async function removeParts(database: IDBDatabase, beginning: string): Promise<void> {
  // Ids and times are letters and digits, so every key that begins so lies below this one.
  const range = IDBKeyRange.bound(beginning, `${beginning}\uffff`);
  await remove(database, WINTERS, range);
}

/** Keeps the latest heads, and the parts that belong to them. */
async function removeOld(database: IDBDatabase): Promise<void> {
  const heads = await done<Head[]>(database.transaction(HEADS).objectStore(HEADS).getAll());
  heads.sort((a, b) => b.savedAt - a.savedAt);
  const kept = heads.slice(0, WORKS_MOST).map(({ id, savedAt }) => `${id} ${savedAt} `);
  const writing = database.transaction([HEADS, WINTERS], 'readwrite');
  for (const { id } of heads.slice(WORKS_MOST)) writing.objectStore(HEADS).delete(id);
  const parts = writing.objectStore(WINTERS);
  for (const key of await done(parts.getAllKeys())) {
    const isWritten = Number(String(key).split(' ')[1]) > Date.now() - WRITING_MS;
    const isKept = kept.some((beginning) => String(key).startsWith(beginning));
    const isOlder = heads.some(({ id, savedAt }) => isOlderPart(String(key), id, savedAt));
    if (!isKept && (isOlder || !isWritten)) parts.delete(key);
  }
}

/** Of the same work as a head, but of an earlier run. */
function isOlderPart(key: string, id: string, savedAt: number): boolean {
  const [work, time] = key.split(' ');
  return work === id && Number(time) < savedAt;
}

/** Opens the database, works and closes it; null when the browser refuses anything of it. */
async function withDatabase<T>(work: (database: IDBDatabase) => Promise<T>): Promise<T | null> {
  let database: IDBDatabase | null = null;
  try {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => {
      for (const name of [HEADS, WINTERS]) opening.result.createObjectStore(name);
    };
    database = await done(opening);
    return await work(database);
  } catch {
    return null; // a private window, storage full or switched off: what is on the page stays
  } finally {
    database?.close();
  }
}

function put(database: IDBDatabase, name: string, value: unknown, key: string): Promise<void> {
  return change(database, name, (store) => store.put(value, key));
}

function remove(database: IDBDatabase, name: string, key: string | IDBKeyRange): Promise<void> {
  return change(database, name, (store) => store.delete(key));
}

/** Changes a store; done when it is on the disk. */
function change(
  database: IDBDatabase,
  name: string,
  action: (store: IDBObjectStore) => IDBRequest,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const writing = database.transaction(name, 'readwrite');
    writing.oncomplete = () => resolve();
    writing.onerror = () => reject(writing.error);
    writing.onabort = () => reject(writing.error);
    action(writing.objectStore(name));
  });
}

const get = <T>(database: IDBDatabase, store: string, key: string): Promise<T | undefined> =>
  done(database.transaction(store).objectStore(store).get(key));

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
