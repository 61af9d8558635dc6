// cli/experiment-file.ts: the file of a sweep or a sensitivity analysis: a scenario and what varies.

import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { steps } from '../sim/questions/designs.js';
import type { Range } from '../sim/questions/ranges.js';
import type { Factor } from '../sim/questions/vary.js';
import { canonical } from '../sim/scenario/hash.js';
import { parseFile } from '../sim/scenario/parse.js';
import { problemLines } from '../sim/scenario/problems.js';
import { BAD_INPUT, CommandError, MISSING_INPUT } from './exit-codes.js';

const FACTORS_MAX = 30;
const POINTS_MAX = 100_000;

const paths = z.union([z.string().min(1), z.array(z.string().min(1)).min(1).max(50)]);
const factorSchema = z
  .strictObject({
    name: z.string().min(1).max(80).optional(),
    set: paths.optional(),
    scale: paths.optional(),
    add: paths.optional(),
    from: z.number().optional(),
    to: z.number().optional(),
    steps: z.int().min(2).max(1000).optional(),
    values: z.array(z.number()).min(1).max(1000).optional(),
  })
  .refine(
    ({ set, scale, add }) => [set, scale, add].filter((way) => way !== undefined).length === 1,
    {
      error: 'give one of set, scale and add',
    },
  )
  .refine(
    ({ from, to, values }) =>
      values === undefined
        ? from !== undefined && to !== undefined && from < to
        : from === undefined && to === undefined,
    {
      error: 'give either values, or from and to with from below to',
    },
  );

const fileSchema = z.strictObject({
  winterflow: z.literal(1),
  kind: z.literal('experiment'),
  scenario: z.string().min(1),
  winter: z.string().min(1).optional(),
  plans: z.array(z.string().min(1)).max(20).optional(),
  design: z.enum(['grid', 'latin-hypercube']).optional(),
  points: z.int().min(2).max(POINTS_MAX).optional(),
  vary: z.array(factorSchema).min(1).max(FACTORS_MAX),
});

/** A factor with its range, and the values that a grid takes. */
export interface Ranged extends Range {
  values: readonly number[];
  /** Whether the values are steps from one end to the other, not written in the file. */
  stepped: boolean;
}

/** What a file asks for. */
export interface Experiment {
  scenario: string;
  winter?: string;
  plans: string[];
  design: 'grid' | 'latin-hypercube';
  /** Points of a Latin hypercube. */
  points: number;
  factors: Ranged[];
}

const POINTS_DEFAULT = 50;
const STEPS_DEFAULT = 5;

/**
 * Reads the file.
 * @throws CommandError naming the place, the value and what is allowed
 */
export function readExperiment(file: string): Experiment {
  if (!existsSync(file)) throw new CommandError(MISSING_INPUT, `${file}: there is no such file.`);
  const { value, problems, placeOf } = parseFile(file, readFileSync(file, 'utf8'));
  if (value === undefined || problems.length > 0) {
    throw new CommandError(BAD_INPUT, problemLines(problems).join('\n'));
  }
  const parsed = fileSchema.safeParse(value);
  if (!parsed.success) {
    const lines = parsed.error.issues.slice(0, 20).map(({ path, message }) => {
      const { line, column } = placeOf(path);
      return `${file}:${line}:${column}: ${path.join('.') || 'the file'}: ${message}`;
    });
    throw new CommandError(BAD_INPUT, lines.join('\n'));
  }
  const {
    scenario,
    winter,
    plans = [],
    design = 'grid',
    points = POINTS_DEFAULT,
    vary,
  } = parsed.data;
  return { scenario, winter, plans, design, points, factors: vary.map(rangedOf) };
}

function rangedOf({
  name,
  set,
  scale,
  add,
  from,
  to,
  steps: count = STEPS_DEFAULT,
  values,
}: z.infer<typeof factorSchema>): Ranged {
  const way = set !== undefined ? 'set' : scale !== undefined ? 'scale' : 'add';
  const given = set ?? scale ?? add ?? [];
  const of = typeof given === 'string' ? [given] : given;
  const all = values ?? steps(from as number, to as number, count);
  const sign = { set: '', scale: '× ', add: '+ ' }[way];
  return {
    name: name ?? `${sign}${of.join(', ')}`,
    way,
    paths: of,
    from: Math.min(...all),
    to: Math.max(...all),
    values: all,
    stepped: values === undefined,
  };
}

/** Refuses two factors of one name: their columns could not be told apart. */
export function refuseTwinFactors(factors: readonly Factor[]): void {
  const names = factors.map(({ name }) => name);
  const twin = names.find((name, i) => names.indexOf(name) !== i);
  if (twin !== undefined)
    throw new CommandError(
      BAD_INPUT,
      `Two factors are called ${canonical(twin)}; give each a name.`,
    );
}
