// sim/scenario/hints.ts: what a wrong value was probably meant to be; silent where that is a guess.

import { z } from 'zod';
import { dayNumberOf } from '../engine/time.js';
import { nearestName, valueText } from './problems.js';

const PERCENT_LEAST = 2; // 1.2 may be a slip of the pen for 0.12 or 1; 92 is a percentage

/** The end of a sentence: "; did you mean 0.92?", or "." where there is nothing to suggest. */
export function hintFor(at: z.ZodType | null, value: unknown): string {
  const isWrongAlone = at !== null && !at.safeParse(value).success;
  const meant = isWrongAlone ? meantBy(at, value) : null;
  return meant === null ? '.' : `; did you mean ${meant}?`;
}

function meantBy(at: z.ZodType, value: unknown): string | null {
  if (at instanceof z.ZodNumber) return meantNumber(at, value);
  if (at instanceof z.ZodBoolean) return meantBoolean(value);
  if (at instanceof z.ZodEnum) return meantChoice(at.options.map(String), value);
  if (at instanceof z.ZodLiteral) return meantLiteral([...at.values], value);
  if (at instanceof z.ZodString) return meantText(at, value);
  if (at instanceof z.ZodArray && !Array.isArray(value)) {
    return at.safeParse([value]).success ? `[${String(value)}]` : null;
  }
  return null;
}

/** A number written as a text, with thousands set off, or as a percentage. */
function meantNumber(at: z.ZodNumber, value: unknown): string | null {
  const candidates: number[] = [];
  if (typeof value === 'number' && value >= PERCENT_LEAST) candidates.push(value / 100);
  if (typeof value === 'string') {
    const joined = value.trim().replace(/(?<=\d)[,_ ](?=\d{3}\b)/g, '');
    const plain = joined.replace(/^([-+]?\d*),(\d+)/, '$1.$2'); // a decimal comma
    const percentage = /^([-+]?[\d.]+) ?%$/.exec(plain);
    if (percentage !== null) candidates.push(Number(percentage[1]) / 100);
    else if (plain !== '') candidates.push(Number(plain));
  }
  const meant = candidates.find((candidate) => at.safeParse(candidate).success);
  const percentOfShare = typeof value !== 'number' || at.maxValue === 1;
  return meant === undefined || !percentOfShare ? null : `${Number(meant.toPrecision(12))}`;
}

function meantBoolean(value: unknown): string | null {
  if (/^(yes|y|on|true)$/i.test(String(value))) return 'true';
  return /^(no|n|off|false)$/i.test(String(value)) ? 'false' : null;
}

function meantChoice(choices: readonly string[], value: unknown): string | null {
  const near = typeof value === 'string' ? nearestName(value, choices) : null;
  return near === null ? null : valueText(near);
}

function meantLiteral(values: readonly unknown[], value: unknown): string | null {
  const same = values.find((literal) => typeof value === 'string' && String(literal) === value);
  if (same !== undefined) return `${String(same)} without quotes`;
  const texts = values.filter((literal): literal is string => typeof literal === 'string');
  return meantChoice(texts, value);
}

/** A text that YAML took for something else, or a date in another order. */
function meantText(at: z.ZodString, value: unknown): string | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const dates = [meantDate(String(value)), meantDay(String(value))];
  const texts = typeof value === 'number' ? [String(value), ...dates] : dates;
  const meant = texts.find((text) => text !== null && at.safeParse(text).success);
  return meant ? valueText(meant) : null;
}

/** A date that can be read in one way only, as YYYY-MM-DD. */
function meantDate(text: string): string | null {
  const yearFirst = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})(?:[T ].*)?$/.exec(text.trim());
  if (yearFirst) return dateText(yearFirst[1], yearFirst[2], yearFirst[3]);
  const dayFirst = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text.trim());
  if (dayFirst === null || Number(dayFirst[1]) <= 12) return null;
  return dateText(dayFirst[3], dayFirst[2], dayFirst[1]);
}

/** A day of the year that can be read in one way only, as MM-DD. */
function meantDay(text: string): string | null {
  const match = /^(\d{1,2})[-/. ](\d{1,2})$/.exec(text.trim());
  if (match === null) return null;
  const [, first, second] = match;
  const dayFirst = Number(first) > 12;
  if (!dayFirst && !/^\d{1,2}-\d{1,2}$/.test(text.trim())) return null;
  const date = dayFirst ? dateText('2024', second, first) : dateText('2024', first, second);
  return date === null ? null : date.slice('2024-'.length);
}

function dateText(year: string, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return Number.isNaN(dayNumberOf(date)) ? null : date;
}
