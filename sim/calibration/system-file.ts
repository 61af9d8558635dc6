// sim/calibration/system-file.ts: a fitted system as a file: only what differs from its base, and a
// source for each number.

import type { Model } from '../scenario/schema.js';
import type { FittedNumber } from './fitted-number.js';

type Fields = Record<string, unknown>;

export interface SystemFile {
  name: string;
  description: string;
  /** System that the file extends. */
  base: string;
  winter: string | undefined;
}

/** The contents of a system file, to be written as YAML. */
export function systemFile(
  { name, description, base, winter }: SystemFile,
  baseModel: Model,
  model: Model,
  numbers: readonly FittedNumber[],
): Fields {
  const sources = numbers
    .filter(({ confidence }) => confidence !== 'default')
    .map(({ path, basis, confidence }) => [path, { source: basis, confidence }]);
  return {
    winterflow: 1,
    kind: 'system',
    name,
    description,
    extends: base,
    ...(winter === undefined ? {} : { winter }),
    ...(differing(baseModel as unknown as Fields, model as unknown as Fields) as Fields),
    sources: Object.fromEntries(sources),
  };
}

/** The parts of a value that differ from another; lists and distributions as a whole. */
function differing(before: unknown, after: unknown): unknown {
  if (!isFields(before) || !isFields(after) || 'distribution' in after) return after;
  const entries = Object.entries(after)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key]))
    .map(([key, value]) => [key, differing(before[key], value)]);
  return Object.fromEntries(entries);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
