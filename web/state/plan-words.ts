// web/state/plan-words.ts: what a plan changes, in sentences, and when each part of it is there.

import { INTERVENTIONS } from '../../sim/interventions/registry.js';
import { dayText, fieldLabel } from './field-words.js';
import { isFields, type PlanParts } from './plan-parts.js';
import type { Fields } from './project.js';

/** When an intervention works: days of the year or dates as written, and how it begins. */
export interface Span {
  title: string;
  from: string | null;
  to: string | null;
  rampDays: number;
}

/** Settings that say when, where from and at what cost, and not what. */
const ASIDE = ['from', 'to', 'rampDays', 'evidence', 'source', 'lateStart', 'sites', 'hours'];
const NUMBERS_SHOWN = 5;

/** Title of an intervention. */
export function titleOf(id: string): string {
  return INTERVENTIONS.find((intervention) => intervention.id === id)?.title ?? id;
}

/** Each intervention of a plan, in the order of the registry. */
export function spansOf({ interventions, policy }: PlanParts): Span[] {
  const known = INTERVENTIONS.filter(({ id }) => isFields(interventions[id]));
  const spans = known.map(({ id, title }) => {
    const { from, to, rampDays } = interventions[id] as Fields;
    return {
      title,
      from: typeof from === 'string' ? from : null,
      to: typeof to === 'string' ? to : null,
      rampDays: typeof rampDays === 'number' ? rampDays : 0,
    };
  });
  if (policy === null) return spans;
  return [...spans, { title: 'Pressure policy', from: null, to: null, rampDays: 0 }];
}

/** "from 1 December to 31 March, growing over 28 days" */
export function spanText({ from, to, rampDays }: Span): string {
  const when =
    from === null && to === null
      ? 'the whole winter'
      : [from && `from ${dayText(from)}`, to && `to ${dayText(to)}`].filter(Boolean).join(' ');
  return rampDays > 0 && from !== null ? `${when}, growing over ${rampDays} days` : when;
}

/** One sentence for each intervention: what, when, its numbers, and how well it is known. */
export function changesInWords(parts: PlanParts): string[] {
  const spans = spansOf(parts);
  return spans.map((span) => {
    const id = INTERVENTIONS.find(({ title }) => title === span.title)?.id;
    const settings = id === undefined ? {} : (parts.interventions[id] as Fields);
    const numbers = numbersOf(settings).slice(0, NUMBERS_SHOWN).join('; ');
    const { evidence } = settings;
    const grade = typeof evidence === 'string' ? ` Evidence ${evidence}.` : '';
    return `${span.title}: ${spanText(span)}${numbers === '' ? '' : `; ${numbers}`}.${grade}`;
  });
}

/** "beds 24", "assessment factor 0.5 (0.2 to 0.8)", "extra places (pathway 1 8, pathway 2 3)" */
function numbersOf(settings: Fields): string[] {
  return Object.entries(settings).flatMap(([key, value]) => {
    if (ASIDE.includes(key)) return [];
    const name = nameOf(key);
    if (typeof value === 'number') return [`${name} ${numberText(key, value)}`];
    if (!isFields(value) || 'distribution' in value) return [];
    if ('likely' in value) {
      const [low, likely, high] = [value.low, value.likely, value.high].map((of) =>
        typeof of === 'number' ? numberText(key, of) : String(of),
      );
      return [`${name} ${likely} (${low} to ${high})`];
    }
    const inner = numbersOf(value);
    if (key === 'effect') return inner;
    return inner.length === 0 ? [] : [`${name} (${inner.join(', ')})`];
  });
}

/** The label of a field in the middle of a sentence; its unit stands with the number. */
function nameOf(key: string): string {
  const label = fieldLabel(key)
    .replace(/ \([^)]*\)$/, '')
    .replace(/: .*$/, '')
    .replace(/, pounds/, '');
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function numberText(key: string, value: number): string {
  if (key.endsWith('Share')) return `${Number((value * 100).toPrecision(3))} %`;
  const text = value >= 1000 ? value.toLocaleString('en-GB') : String(value);
  if (key.startsWith('costPounds')) return `£${text}`;
  return key.endsWith('Days') ? `${text} days` : text;
}
