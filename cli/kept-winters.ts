// cli/kept-winters.ts: winters that questions have simulated, in a folder: a question that was stopped goes
// on with the same command, and another one simulates only what is missing.

import { join } from 'node:path';
import { z } from 'zod';
import type { Measured } from '../sim/outcomes/measures.js';
import { VERSION } from '../sim/outcomes/provenance.js';
import { hashOf } from '../sim/scenario/hash.js';
import { counted } from '../sim/scenario/problems.js';
import { buildOf } from './batch-header.js';
import { CANNOT_CREATE, CommandError } from './exit-codes.js';
import { jsonOf } from './json-text.js';
import { openKeptJournal } from './kept-journal.js';
import { KeptModels } from './kept-models.js';
import { outcomesOnly } from './outcomes-only.js';
import { openResultsFolder, type ResultsFolder, WINTERS } from './results-folder.js';

const FORMAT = 1;
const ID_DIGITS = 16;
const MODELS = 'models.jsonl';

const headerSchema = z.strictObject({
  winterflow: z.literal(FORMAT),
  kind: z.literal('winters'),
  version: z.string(),
  build: z.string(),
  id: z.string(),
  seed: z.string(),
  effects: z.string(),
  bankHolidays: z.string().describe('hash of their list'),
});

/** The contents of winters.json: all that decides the numbers of a winter of a model. */
type Header = z.infer<typeof headerSchema>;

/** Winters of models, by the hash of the model and the number of the winter. */
export interface KeptWinters {
  readonly path: string;
  /** Sentences for the person at the terminal: what was found, what is damaged. */
  readonly notes: readonly string[];
  count(): number;
  /** All outcomes of a winter; undefined when it is not there. */
  found(hash: string, winter: number): Float64Array | undefined;
  /** @throws CommandError when the disk refuses or another process has the folder */
  keep(hash: string, winter: number, measured: Measured): void;
  close(): void;
}

/**
 * Opens a folder of winters, or begins it.
 * @throws CommandError when it cannot be, or holds what was made in another way
 */
export function openKeptWinters(
  given: string,
  asked: { seed: string; effects: string; bankHolidays: readonly string[] },
): KeptWinters {
  const folder = openResultsFolder(given, 'winters');
  try {
    return keptIn(folder, headerOf(asked));
  } catch (error) {
    folder.close();
    throw error;
  }
}

function keptIn(folder: ResultsFolder, header: Header): KeptWinters {
  beginOrGoOn(folder, header);
  const models = new KeptModels(join(folder.path, MODELS), header.id);
  const winters = new Map<number, Map<number, Float64Array>>();
  let count = 0;
  const add = (model: number, winter: number, { outcomes }: Measured): void => {
    const ofModel = winters.get(model) ?? new Map<number, Float64Array>();
    winters.set(model, ofModel.set(winter, outcomes.slice()));
    count++;
  };
  const each = (model: number, winter: number, measured: Measured): void => {
    models.startAfter(model);
    add(model, winter, measured);
  };
  const journal = openKeptJournal(folder, header.id, each, () => count);
  const notes = [...models.warnings, ...journal.warnings];
  if (count > 0)
    notes.push(
      `${counted(count, 'winter')} are there; what is asked of them is not simulated again.`,
    );
  return {
    path: folder.path,
    notes,
    count: () => count,
    found: (hash, winter) => winters.get(models.numberOf(hash) ?? -1)?.get(winter),
    keep: (hash, winter, measured) => {
      const model = models.numberOf(hash) ?? models.add(hash);
      const kept = outcomesOnly(measured);
      journal.append(model, winter, kept);
      add(model, winter, kept);
    },
    close: () => {
      models.close();
      try {
        journal.close();
      } finally {
        folder.close();
      }
    },
  };
}

function headerOf(asked: {
  seed: string;
  effects: string;
  bankHolidays: readonly string[];
}): Header {
  const header = {
    winterflow: FORMAT,
    kind: 'winters',
    version: VERSION,
    build: buildOf(),
    seed: asked.seed,
    effects: asked.effects,
    bankHolidays: hashOf(asked.bankHolidays),
  } as const;
  return { ...header, id: idOf(header) };
}

function idOf(header: Omit<Header, 'id'>): string {
  return hashOf(header).slice(0, ID_DIGITS);
}

/** Makes a folder one of these winters; what is there stays, and is never mixed with others. */
function beginOrGoOn(folder: ResultsFolder, wanted: Header): void {
  const text = folder.read(WINTERS);
  if (text === null) {
    folder.write(WINTERS, `${JSON.stringify(wanted, null, 2)}\n`);
    return;
  }
  const parsed = headerSchema.safeParse(jsonOf(text));
  const there = parsed.success ? parsed.data : null;
  if (there === null || idOf(withoutId(there)) !== there.id) {
    throw new CommandError(
      CANNOT_CREATE,
      `${join(folder.path, WINTERS)}: its parts do not fit each other; name another folder.`,
    );
  }
  const difference = differenceOf(there, wanted);
  if (difference === '') return;
  throw new CommandError(
    CANNOT_CREATE,
    `${folder.path}: holds winters of ${difference}; name another folder, or remove this one.`,
  );
}

function withoutId({ id: _, ...header }: Header): Omit<Header, 'id'> {
  return header;
}

function differenceOf(there: Header, wanted: Header): string {
  if (there.id === wanted.id) return '';
  if (there.version !== wanted.version) return `version ${there.version}, not ${wanted.version}`;
  if (there.seed !== wanted.seed) return `seed "${there.seed}", not "${wanted.seed}"`;
  if (there.effects !== wanted.effects) return `effects ${there.effects}, not ${wanted.effects}`;
  if (there.build !== wanted.build) return 'another build of the program';
  return 'another list of bank holidays';
}
