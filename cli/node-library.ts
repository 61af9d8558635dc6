// cli/node-library.ts: scenario files from the package's scenarios folder, or from given paths.

import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { relative, resolve as resolvePath } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withTrusts } from '../sim/calibration/trusts.js';
import {
  FOLDERS,
  HOLIDAYS_FILE,
  holidaysOf,
  type Library,
  type SourceText,
  TRUSTS_FILE,
} from '../sim/scenario/library.js';
import { TEXT_LENGTH_MAX } from '../sim/scenario/unreadable.js';

/** Folder of the scenarios that come with Winterflow, from source or once built. */
export function scenariosFolder(): string {
  const candidates = ['../scenarios/', '../../scenarios/'];
  const folders = candidates.map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const folder = folders.find((path) => existsSync(path));
  if (!folder) throw new Error(`The scenarios folder is missing; looked in ${folders.join(', ')}.`);
  return folder;
}

/** Opens the library over a scenarios folder; names with a slash or an ending are paths. */
export function openNodeLibrary(root: string = scenariosFolder()): Library {
  return withTrusts({
    read(kind, name) {
      if (isPath(name)) return readPath(name);
      const path = `${root}${FOLDERS[kind]}/${name}.yaml`;
      return existsSync(path) ? textOf(path, `${FOLDERS[kind]}/${name}.yaml`) : null;
    },
    names(kind) {
      const folder = `${root}${FOLDERS[kind]}`;
      if (!existsSync(folder)) return [];
      return readdirSync(folder)
        .filter((file) => file.endsWith('.yaml'))
        .map((file) => file.slice(0, -'.yaml'.length))
        .sort();
    },
    data(file) {
      const path = `${root}data/${file}`;
      return existsSync(path) ? readFileSync(path, 'utf8') : null;
    },
    trusts: () =>
      existsSync(root + TRUSTS_FILE) ? readFileSync(root + TRUSTS_FILE, 'utf8') : null,
    bankHolidays: () => holidaysOf(readFileSync(`${root}data/${HOLIDAYS_FILE}`, 'utf8')),
  });
}

function isPath(name: string): boolean {
  return /[/\\]/.test(name) || /\.(ya?ml|json)$/i.test(name);
}

function readPath(name: string): SourceText | null {
  const path = resolvePath(name);
  if (!existsSync(path) || !statSync(path).isFile()) return null;
  const shown = relative(process.cwd(), path);
  return textOf(path, shown.startsWith('..') ? path : shown);
}

/** The beginning of a text, long enough to show that it is too long if it is. */
function textOf(path: string, file: string): SourceText {
  const buffer = Buffer.alloc(Math.min(statSync(path).size, TEXT_LENGTH_MAX + 1));
  const handle = openSync(path, 'r');
  try {
    return { file, text: buffer.toString('utf8', 0, readSync(handle, buffer)) };
  } finally {
    closeSync(handle);
  }
}
