// sim/scenario/merge.ts: files laid over one another; each value remembers the file it came from.

import type { ParsedFile } from './parse.js';
import type { Place } from './problems.js';

type Fields = Record<string, unknown>;

/** A merged value, and where each part of it was written. */
export interface Merged {
  value: Fields;
  /** Place of the value at a path, in whichever file set it last. */
  placeOf(path: readonly PropertyKey[]): Place;
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
  return {
    value,
    placeOf(path) {
      for (let i = layers.length - 1; i >= 0; i--) {
        const layer = layers[i];
        if (reaches(layer.value, path)) return layer.parsed.placeOf([...layer.path, ...path]);
      }
      const last = layers[layers.length - 1];
      return last.parsed.placeOf(last.path);
    },
  };
}

function mergeFields(under: Fields, over: Fields): Fields {
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

function reaches(value: unknown, path: readonly PropertyKey[]): boolean {
  let at = value;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !(part in at)) return false;
    at = (at as Record<PropertyKey, unknown>)[part];
  }
  return true;
}
