// sim/scenario/parse.ts: a text becomes a plain value whose every part knows its line and column.

import { isMap, isNode, isPair, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Place, type Problem, valueText } from './problems.js';

/** Longest scenario text accepted; a system file is about 20 kB. */
export const TEXT_LENGTH_MAX = 2_000_000;
const DEPTH_MAX = 40;
const ALIASES_MAX = 100;

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
}

/** Parses a YAML (or JSON) text that should hold one object. */
export function parseFile(file: string, text: string): ParsedFile {
  const start = { file, line: 1, column: 1 };
  const refuse = (message: string, place: Place = start): ParsedFile => ({
    file,
    value: undefined,
    problems: [{ ...place, path: '', message }],
    placeOf: () => start,
    placeOfKey: () => start,
  });
  const unreadable = refuseText(text);
  if (unreadable) return refuse(unreadable);
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, uniqueKeys: true, prettyErrors: false });
  const placeAt = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  if (document.errors.length > 0) {
    const [error] = document.errors;
    return refuse(
      syntaxSentence(error.code, error.message, text, error.pos[0]),
      placeAt(error.pos[0]),
    );
  }
  const root = document.contents as Node | null;
  if (root === null)
    return refuse('The file is empty; it should hold a scenario, a system, a winter or a plan.');
  if (depthOf(root, 0) > DEPTH_MAX)
    return refuse(`The file is nested deeper than ${DEPTH_MAX} levels.`);
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: ALIASES_MAX });
  } catch {
    return refuse(
      `The file uses more than ${ALIASES_MAX} aliases, or aliases of aliases; write the values out.`,
    );
  }
  if (!isMap(root)) {
    return refuse(
      `The file holds ${valueText(value)}; it should hold fields such as "winterflow: 1" and "name: …".`,
    );
  }
  const find = (path: readonly PropertyKey[]): Node | null => {
    let node: unknown = root;
    let last: Node = root;
    for (const part of path) {
      if (isMap(node) || isSeq(node)) node = node.get(part, true);
      else node = undefined;
      if (!isNode(node)) return last;
      last = node;
    }
    return last;
  };
  return {
    file,
    value: value as Record<string, unknown>,
    problems: [],
    placeOf: (path) => placeAt(find(path)?.range?.[0] ?? 0),
    placeOfKey: (path, key) => {
      const parent = find(path);
      if (!isMap(parent)) return placeAt(parent?.range?.[0] ?? 0);
      const pair = parent.items.find(
        (item) => isPair(item) && isNode(item.key) && String(item.key) === key,
      );
      const keyNode = pair?.key as Node | undefined;
      return placeAt(keyNode?.range?.[0] ?? parent.range?.[0] ?? 0);
    },
  };
}

/** Texts that are refused before they are parsed. */
function refuseText(text: string): string | null {
  if (text.length > TEXT_LENGTH_MAX) {
    return `The file is longer than ${TEXT_LENGTH_MAX} characters; a whole system has about 20000.`;
  }
  if (text.startsWith('%PDF')) return 'The file is a PDF, not a scenario in YAML.';
  if (text.startsWith('PK\u0003\u0004')) {
    return 'The file is a zip archive (perhaps an Excel workbook), not a scenario in YAML.';
  }
  if (text.includes('\u0000')) {
    const wide = text.startsWith('\u0000') || text[1] === '\u0000';
    return wide || text.startsWith('\uFFFD')
      ? 'The file is encoded as UTF-16; save it as UTF-8.'
      : 'The file holds a NUL byte; it is not plain text.';
  }
  if (text.startsWith('\uFFFD\uFFFD')) return 'The file is encoded as UTF-16; save it as UTF-8.';
  if (text.includes('\uFFFD')) return 'The file is not UTF-8 text; save it as UTF-8.';
  if (text.trim() === '') {
    return 'The file is empty; it should hold a scenario, a system, a winter or a plan.';
  }
  return null;
}

function syntaxSentence(code: string, message: string, text: string, offset: number): string {
  const around = text.slice(offset).split('\n', 1)[0].trim();
  const near = around === '' ? ' at the end of the text' : ` near ${valueText(around)}`;
  if (code === 'DUPLICATE_KEY') {
    const key = around.split(':', 1)[0];
    return `The key ${valueText(key)} stands here a second time; keep one of the two values.`;
  }
  if (code === 'TAB_AS_INDENT') return 'The line is indented with a tab; YAML needs spaces.';
  if (around === '') return 'The text breaks off here: a bracket, quote or value is missing.';
  return `The text is not YAML${near}: ${message.split('\n', 1)[0].replace(/[.:]+$/, '')}.`;
}

function depthOf(node: unknown, depth: number): number {
  if (depth > DEPTH_MAX) return depth;
  if (isMap(node)) {
    return Math.max(depth, ...node.items.map((item) => depthOf(item.value, depth + 1)));
  }
  if (isSeq(node)) return Math.max(depth, ...node.items.map((item) => depthOf(item, depth + 1)));
  return depth;
}
