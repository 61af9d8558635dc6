// sim/scenario/merge.ts: files laid over one another; each value remembers the file it came from.

import type { ParsedFile } from './parse.js';
import type { Place } from './problems.js';

type Fields = Record<string, unknown>;
type Path = readonly PropertyKey[];

/** A merged value, and where each part of it was written. */
export interface Merged {
  value: Fields;
  /** Place of the value at a path, in whichever file set it last. */
  placeOf(path: Path): Place;
  /** Place of a key of the object at a path, in whichever file set it last. */
  placeOfKey(path: Path, key: string): Place;
  /** The path as it stands in that file. */
  pathOf(path: Path): Path;
  /** Of two paths the one that was set last; the second when both were set in one file. */
  later(one: Path, other: Path): Path;
}

/** One layer: a part of a parsed file, by the path of that part. */
export interface Layer {
  parsed: ParsedFile;
  path: readonly string[];
  value: Fields;
}

/**
 * Lays layers over one another: objects are merged field by field; lists, numbers, texts and whole
 * distributions are replaced.
 */
export function mergeLayers(layers: readonly Layer[]): Merged {
  let value: Fields = {};
  for (const layer of layers) value = mergeFields(value, layer.value);
  // What is missing stands where its parent was set last; what no file has, in the first.
  const layerOf = (path: Path): Layer => {
    for (let length = path.length; length > 0; length--) {
      const layer = layers.findLast(({ value: of }) => reaches(of, path.slice(0, length)));
      if (layer !== undefined) return layer;
    }
    return layers[0];
  };
  return {
    value,
    placeOf(path) {
      const { parsed, path: before } = layerOf(path);
      return parsed.placeOf([...before, ...path]);
    },
    placeOfKey(path, key) {
      const { parsed, path: before } = layerOf([...path, key]);
      return parsed.placeOfKey([...before, ...path], key);
    },
    pathOf(path) {
      return [...layerOf(path).path, ...path];
    },
    later(one, other) {
      return layers.indexOf(layerOf(one)) > layers.indexOf(layerOf(other)) ? one : other;
    },
  };
}

/** One object over another: fields are merged, whole values replaced. */
export function mergeFields(under: Fields, over: Fields): Fields {
  const merged: Fields = { ...under };
  for (const [key, value] of Object.entries(over)) {
    const below = merged[key];
    merged[key] =
      isFields(value) && isFields(below) && !isWhole(value) ? mergeFields(below, value) : value;
  }
  return merged;
}

/** Objects that only make sense as a whole: distributions and ranges. */
function isWhole(value: Fields): boolean {
  return 'distribution' in value || 'likely' in value;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function reaches(value: unknown, path: Path): boolean {
  let at = value;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return false;
    at = (at as Record<PropertyKey, unknown>)[part];
  }
  return true;
}
