// sim/scenario/parse.ts: a text becomes a plain value whose every part knows its line and column.

import { type Document, isMap, LineCounter, type Node, parseDocument } from 'yaml';
import { ALIASES_MAX, flawsOf, offsetsOf } from './nodes.js';
import { type Place, type Problem, valueText } from './problems.js';
import { EMPTY, type Flaw, refuseText, syntaxSentence } from './unreadable.js';

/** A parsed file. */
export interface ParsedFile {
  file: string;
  /** Plain value; undefined when the text could not be read. */
  value: Record<string, unknown> | undefined;
  problems: Problem[];
  /** Place of the value at a path, or of its nearest known parent. */
  placeOf(path: readonly PropertyKey[]): Place;
  /** Place of a key of the object at a path. */
  placeOfKey(path: readonly PropertyKey[], key: string): Place;
  /** The path as it stands in the file. */
  pathOf(path: readonly PropertyKey[]): readonly PropertyKey[];
}

const FILES_KEPT = 64;
const TEXT_KEPT_MOST = 100_000; // characters
const kept = new Map<string, { text: string; parsed: ParsedFile }>();

/**
 * Parses a YAML (or JSON) text that should hold one object; a file that has not changed since is not read
 * again. What comes back is shared, so it is frozen.
 */
export function parseFile(file: string, text: string): ParsedFile {
  const known = kept.get(file);
  if (known?.text === text) return known.parsed;
  const parsed = parseText(file, text);
  freeze(parsed.value);
  if (kept.size >= FILES_KEPT) kept.clear();
  if (text.length <= TEXT_KEPT_MOST) kept.set(file, { text, parsed });
  return parsed;
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const one of Object.values(value)) freeze(one);
}

function parseText(file: string, text: string): ParsedFile {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problemsOf = (flaws: readonly Flaw[]): Problem[] =>
    flaws.map(({ message, offset }) => ({ ...placeAt(offset), path: '', message }));
  const refuse = (flaws: readonly Flaw[]): ParsedFile => ({
    file,
    value: undefined,
    problems: problemsOf(flaws),
    placeOf: () => placeAt(0),
    placeOfKey: () => placeAt(0),
    pathOf: (path) => path,
  });
  const refused = refuseText(text);
  if (refused !== null) {
    addLines(lines, text.slice(0, refused.offset));
    return refuse([refused]);
  }
  // Keys given twice are looked for in flawsOf: the parser would compare each with each. Tags beyond those
  // of YAML 1.2 are left unresolved: flawsOf refuses them, whatever stands behind them.
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    resolveKnownTags: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  const syntax = syntaxFlaw(document, text);
  if (syntax !== null) return refuse([syntax]);
  const root = document.contents as Node | null;
  if (root === null) return refuse([{ message: EMPTY, offset: 0 }]);
  const flaws = flawsOf(document, root);
  if (flaws.some((flaw) => !flaw.readable)) return refuse(flaws);
  const value = plainOf(document);
  if (value instanceof Error) return refuse([{ message: value.message, offset: 0 }]);
  if (!isMap(root)) {
    const message = `The file holds ${valueText(value)}; it should hold fields such as "winterflow: 1" and "name: …".`;
    return refuse([{ message, offset: 0 }]);
  }
  const offsets = offsetsOf(root);
  return {
    file,
    value: value as Record<string, unknown>,
    problems: problemsOf(flaws),
    placeOf: (path) => placeAt(offsets.ofValue(path)),
    placeOfKey: (path, key) => placeAt(offsets.ofKey(path, key)),
    pathOf: (path) => path,
  };
}

/** The first thing that cannot be read; what follows it is mostly its consequence. */
function syntaxFlaw(document: Document.Parsed, text: string): Flaw | null {
  const { errors } = document;
  if (errors.length > 0) {
    const first = errors.reduce((a, b) => (b.pos[0] < a.pos[0] ? b : a));
    const [offset] = first.pos;
    return { message: syntaxSentence(first.code, first.message, text, offset), offset };
  }
  const { version, explicit } = document.directives.yaml;
  if (explicit && version !== '1.2') {
    const message = `The file asks for YAML ${version}; leave that line out: files are YAML 1.2.`;
    return { message, offset: 0 };
  }
  return null;
}

/** The plain value, or an error when aliases of aliases make it explode. */
function plainOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: ALIASES_MAX });
  } catch {
    return new Error(
      `The aliases (*) of the text stand for more than ${ALIASES_MAX} values; write them out.`,
    );
  }
}

function addLines(lines: LineCounter, text: string): void {
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines.addNewLine(at + 1);
  }
}
