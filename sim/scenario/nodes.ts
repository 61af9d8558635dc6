// sim/scenario/nodes.ts: the nodes of a YAML text: what a scenario may not hold, and where values stand.

import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import { valueText } from './problems.js';
import type { Flaw } from './unreadable.js';

/** Deepest nesting accepted; a system has 6 levels. */
const DEPTH_MAX = 40;
/** Most aliases accepted, and most values that aliases of aliases may stand for. */
export const ALIASES_MAX = 100;

const CORE_TAGS = ['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map(
  (name) => `tag:yaml.org,2002:${name}`,
);

/** Flaws of the nodes: keys given twice or that are no words, tags, aliases, nesting. */
export function flawsOf(document: Document, root: Node): Flaw[] {
  const flaws: Flaw[] = [];
  let aliases = 0;
  const visit = (node: unknown, depth: number): void => {
    if (isAlias(node)) {
      aliases++;
      if (aliases <= ALIASES_MAX) flaws.push(...aliasFlaws(document, node));
      return;
    }
    const at = offsetOf(node as Node | null);
    if (depth > DEPTH_MAX) {
      flaws.push({ message: `The text is nested deeper than ${DEPTH_MAX} levels.`, offset: at });
      return;
    }
    const tag = (node as Node | null)?.tag;
    if (tag !== undefined && !CORE_TAGS.includes(tag)) {
      flaws.push({ message: 'The value has a tag (!); write it without.', offset: at });
    }
    if (isMap(node)) {
      flaws.push(...keyFlaws(node));
      for (const pair of node.items) visit(pair.value, depth + 1);
    } else if (isSeq(node)) for (const item of node.items) visit(item, depth + 1);
  };
  visit(root, 0);
  if (aliases > ALIASES_MAX) {
    flaws.push({
      message: `The text uses ${aliases} aliases (*); allowed: at most ${ALIASES_MAX}.`,
      offset: 0,
    });
  }
  return flaws;
}

function aliasFlaws(document: Document, alias: Alias): Flaw[] {
  const offset = offsetOf(alias);
  const target = alias.resolve(document);
  const name = valueText(`*${alias.source}`);
  if (target === undefined) {
    const message = `The alias ${name} stands for nothing: no value above it is marked &${alias.source.slice(0, 40)}.`;
    return [{ message, offset }];
  }
  const [from, , to] = target.range ?? [offset, offset, offset];
  if (from > offset || offset >= to) return [];
  return [{ message: `The alias ${name} stands inside the value it stands for.`, offset }];
}

function keyFlaws(map: YAMLMap): Flaw[] {
  const flaws: Flaw[] = [];
  const seen = new Set<string>();
  for (const { key } of map.items) {
    const offset = offsetOf(key as Node | null, map);
    const name = keyText(key);
    if (name === null || name === '') {
      flaws.push({ message: 'The name of a field is missing here, or is no single word.', offset });
    } else if (name === '__proto__') {
      flaws.push({ message: '__proto__ is not a known field; remove it.', offset });
    } else if (seen.has(name)) {
      flaws.push({
        message: `The key ${valueText(name)} stands here a second time; keep one of the two values.`,
        offset,
        readable: true,
      });
    } else seen.add(name);
  }
  return flaws;
}

/** The text of a key, or null when it is no text. */
function keyText(key: unknown): string | null {
  if (!isScalar(key) || key.value === null) return null;
  return String(key.value);
}

function offsetOf(node: Node | null, parent?: Node): number {
  return node?.range?.[0] ?? parent?.range?.[0] ?? 0;
}

/** Where values and keys stand in the text. */
export interface Offsets {
  /** Of the value at a path, or of its nearest known parent. */
  ofValue(path: readonly PropertyKey[]): number;
  /** Of a key of the object at a path. */
  ofKey(path: readonly PropertyKey[], key: string): number;
}

/** Looks up offsets; each object is indexed once, so that many lookups stay quick. */
export function offsetsOf(root: Node): Offsets {
  const indices = new WeakMap<YAMLMap, Map<string, Pair>>();
  const pairOf = (map: YAMLMap, key: string): Pair | undefined => {
    let index = indices.get(map);
    if (index === undefined) {
      index = new Map(map.items.map((pair) => [keyText(pair.key) ?? '', pair]));
      indices.set(map, index);
    }
    return index.get(key);
  };
  const find = (path: readonly PropertyKey[]): Node => {
    let node: Node = root;
    for (const part of path) {
      let next: unknown;
      if (isMap(node)) next = pairOf(node, String(part))?.value;
      else if (isSeq(node)) next = node.items[Number(part)];
      if (next === undefined || next === null) return node;
      node = next as Node;
    }
    return node;
  };
  return {
    ofValue: (path) => offsetOf(find(path)),
    ofKey: (path, key) => {
      const parent = find(path);
      const found = isMap(parent) ? pairOf(parent, key) : undefined;
      return offsetOf((found?.key as Node | undefined) ?? null, parent);
    },
  };
}
