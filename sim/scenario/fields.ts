// sim/scenario/fields.ts: the kinds of value a scenario holds, each with its range and its words.

import { z } from 'zod';
import { dayNumberOf } from '../engine/time.js';
import { AGE_BANDS, POOLS } from '../hospital/categories.js';

/** Proportions that add up to one may differ from it by this much. */
export const SUM_TOLERANCE = 1e-6;

export const share = (text: string) => z.number().min(0).max(1).describe(text);

export const factor = (text: string) => z.number().min(0).max(20).describe(text);

export const amount = (text: string, most: number) => z.number().min(0).max(most).describe(text);

export const positive = (text: string, most: number) =>
  z.number().positive().max(most).describe(text);

export const count = (text: string, most: number) => z.int().min(0).max(most).describe(text);

/** Smallest coefficient of variation of an effect that its gamma table can hold. */
const EFFECT_CV_LEAST = 0.01;

/** Coefficient of variation of a random factor of mean one; 0 switches it off. */
export const effectCv = (most: number, text: string) =>
  z
    .number()
    .min(0)
    .max(most)
    .refine((cv) => cv === 0 || cv >= EFFECT_CV_LEAST, {
      error: `0, or a number from ${EFFECT_CV_LEAST} to ${most}`,
    })
    .describe(text);

export const beds = (text: string) => count(text, 5000);

export const date = (text: string) =>
  z
    .string()
    .refine((value) => !Number.isNaN(dayNumberOf(value)), {
      error: 'a date that exists, as YYYY-MM-DD',
    })
    .describe(text);

export const monthDay = (text: string) =>
  z
    .string()
    .refine((value) => !Number.isNaN(dayNumberOf(`2024-${value}`)), {
      error: 'a day of the year, as MM-DD',
    })
    .describe(text);

/** A date, or a day of the year that means the one in the winter of the run. */
export const dateOrDay = (text: string) =>
  z
    .string()
    .refine(
      (value) => !Number.isNaN(dayNumberOf(value)) || !Number.isNaN(dayNumberOf(`2024-${value}`)),
      { error: 'a date as YYYY-MM-DD, or a day of every year as MM-DD' },
    )
    .describe(text);

/** One number for each of a fixed list of places. */
export const row = (length: number, of: z.ZodNumber, text: string) =>
  z.array(of).length(length).describe(text);

/** Relative levels over a fixed list: at least one above zero, because their mean is divided by. */
export const levels = (length: number, text: string) =>
  z
    .array(z.number().min(0).max(20))
    .length(length)
    .refine((values) => sum(values) > 0, { error: `${length} values, not all of them zero` })
    .describe(text);

/** Proportions over a fixed list: they must add up to one. */
export const proportions = (length: number, text: string) =>
  z
    .array(z.number().min(0).max(1))
    .length(length)
    .refine((values) => Math.abs(sum(values) - 1) <= SUM_TOLERANCE, {
      error: (issue) =>
        `${length} shares that add up to 1; these add up to ${round(sum(issue.input as number[]))}`,
    })
    .describe(text);

/** A profile of relative weights: at least one above zero. */
export const profile = (length: number, text: string) =>
  z
    .array(z.number().min(0).max(1e6))
    .length(length)
    .refine((values) => sum(values) > 0, { error: `${length} weights, not all of them zero` })
    .describe(text);

/** One value for each age band. */
export function byAge<T extends z.ZodType>(of: T, text: string) {
  const entries = Object.fromEntries(AGE_BANDS.map((band) => [band, of]));
  return z
    .strictObject(entries as Record<(typeof AGE_BANDS)[number], T>)
    .describe(`${text}, by age band`);
}

export const pool = z.enum(POOLS).describe('a pool of beds');

/** Hours of a day, on working days and at weekends (bank holidays count as Sundays). */
export const dayRota = (text: string, most: number) =>
  z
    .strictObject({
      weekday: row(24, z.number().min(0).max(most), 'from 00:00, Monday to Friday'),
      weekend: row(24, z.number().min(0).max(most), 'from 00:00, Saturday and Sunday'),
    })
    .describe(text);

const distributionMean = z.number().positive().max(1e6);
const variation = z.number().min(0.01).max(10).describe('standard deviation ÷ mean');

/** A distribution; its unit is that of the field's name. */
const simple = z.discriminatedUnion('distribution', [
  z.strictObject({ distribution: z.literal('fixed'), value: z.number().min(0).max(1e6) }),
  z.strictObject({ distribution: z.literal('exponential'), mean: distributionMean }),
  z
    .strictObject({
      distribution: z.literal('lognormal'),
      mean: distributionMean,
      cv: variation.optional(),
      median: distributionMean.optional().describe('instead of cv'),
    })
    .refine((of) => (of.cv === undefined) !== (of.median === undefined), {
      error: 'either cv or median beside the mean',
    })
    .refine((of) => of.median === undefined || of.median <= of.mean, {
      path: ['median'],
      error: ({ input }) =>
        `at most the mean, ${(input as { mean: number }).mean} (a lognormal is skewed to the right)`,
    }),
  z.strictObject({
    distribution: z.literal('gamma'),
    mean: distributionMean,
    // Outside this range the quantile of a gamma distribution is slow or cannot be computed.
    cv: z.number().min(0.02).max(4).describe('standard deviation ÷ mean'),
  }),
  z.strictObject({
    distribution: z.literal('weibull'),
    mean: distributionMean,
    shape: z.number().min(0.2).max(20),
  }),
  z
    .strictObject({
      distribution: z.literal('uniform'),
      low: z.number().min(0).max(1e6),
      high: z.number().min(0).max(1e6),
    })
    .refine((of) => of.low < of.high, {
      path: ['high'],
      error: ({ input }) => `above low, which is ${(input as { low: number }).low}`,
    }),
  z
    .strictObject({
      distribution: z.literal('triangular'),
      low: z.number().min(0).max(1e6),
      likely: z.number().min(0).max(1e6),
      high: z.number().min(0).max(1e6),
    })
    .refine((of) => of.low <= of.likely && of.likely <= of.high && of.low < of.high, {
      error: 'low ≤ likely ≤ high, and low below high',
    }),
  z
    .strictObject({
      distribution: z.literal('empirical'),
      values: z.array(z.number().min(0).max(1e6)).min(2).max(10000),
      weights: z.array(z.number().min(0).max(1e9)).min(2).max(10000),
    })
    .refine((of) => of.values.length === of.weights.length, {
      path: ['weights'],
      error: ({ input }) => {
        const { values, weights } = input as { values: number[]; weights: number[] };
        return `as many weights as values, ${values.length}; there are ${weights.length}`;
      },
    })
    .check(({ value: { values }, issues }) => {
      const i = values.findIndex((value, at) => at > 0 && value <= values[at - 1]);
      if (i < 0) return;
      const message = `above the value before it, ${values[i - 1]}`;
      issues.push({ code: 'custom', input: values[i], path: ['values', i], message });
    })
    .refine((of) => sum(of.weights) > 0, {
      path: ['weights'],
      error: 'weights, not all of them zero',
    }),
]);

const mixture = z.strictObject({
  distribution: z.literal('mixture'),
  parts: z
    .array(z.strictObject({ share: z.number().min(0).max(1), of: simple }))
    .min(2)
    .max(20)
    .refine((parts) => Math.abs(sum(parts.map((part) => part.share)) - 1) <= SUM_TOLERANCE, {
      error: ({ input }) => {
        const shares = (input as { share: number }[]).map((part) => part.share);
        return `parts whose shares add up to 1; these add up to ${round(sum(shares))}`;
      },
    }),
});

export const distribution = (text: string) => z.union([simple, mixture]).describe(text);

/** A range of an effect with its evidence. */
export const effectRange = (least: number, most: number, text: string) =>
  z
    .strictObject({
      low: z.number().min(least).max(most),
      likely: z.number().min(least).max(most),
      high: z.number().min(least).max(most),
    })
    .refine((range) => range.low <= range.likely && range.likely <= range.high, {
      error: 'low ≤ likely ≤ high',
    })
    .describe(text);

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}

/** From a first to a last day. */
interface Span {
  from: string;
  to: string;
}

/** For `refine`: whether a span does not end before it begins; and what to say if it does. */
export const inOrder = ({ from, to }: Span) => from <= to;
export const lastNotBeforeFirst = {
  path: ['to'],
  error: ({ input }: { input?: unknown }) => `${(input as Span).from} ("from") or later`,
};
