// sim/calibration/mapping.ts: which column of an analyst's own extract is which, and what its rows are.

import { z } from 'zod';
import { date } from '../scenario/fields.js';
import { DATE_ORDERS } from './cells.js';
import { COLUMNS } from './columns.js';

/** What one row of an extract stands for. */
export const ROW_KINDS = ['day', 'month', 'attendance', 'spell'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

const header = (text: string) => z.string().min(1).max(200).describe(`header of ${text}`);
const words = (text: string) => z.array(z.string().min(1).max(200)).min(1).max(200).describe(text);

const common = {
  org: z
    .string()
    .regex(/^[A-Za-z0-9]{1,10}$/, { error: 'letters and digits, as in RWH' })
    .describe('code of the organisation, written into org_code'),
  dates: z.enum(DATE_ORDERS).optional().describe('order of dates that are not YYYY-MM-DD'),
};

const series = (grain: 'day' | 'month', when: string) =>
  z.strictObject({
    rows: z.literal(grain),
    ...common,
    columns: z
      .strictObject({
        [when]: header(`the ${when}`),
        ...Object.fromEntries(
          COLUMNS.filter((column) => column.grain === grain).map(({ name, words: text }) => [
            name,
            header(text).optional(),
          ]),
        ),
      } as Record<string, z.ZodType<string | undefined>>)
      .describe('our names, and the headers of the extract'),
  });

const period = {
  from: date('first day that the extract covers in full'),
  to: date('last day that the extract covers in full'),
};

const MAPPINGS = {
  day: series('day', 'date'),
  month: series('month', 'month'),
  attendance: z.strictObject({
    rows: z.literal('attendance'),
    by: z.enum(['month', 'hour']).optional().describe('what is counted (default: month)'),
    ...common,
    ...period,
    columns: z.strictObject({
      arrived: header('date and time of arrival'),
      left: header('date and time of leaving A&E'),
      admitted: header('what became of the patient').optional(),
      type: header('the type of A&E').optional(),
    }),
    admittedValues: words('values of "admitted" that mean a bed in this trust').optional(),
    typeValues: words('values of "type" that are counted (type 1)').optional(),
  }),
  spell: z.strictObject({
    rows: z.literal('spell'),
    ...common,
    ...period,
    columns: z.strictObject({
      admitted: header('date and time of admission'),
      discharged: header('date and time of discharge; empty while in bed'),
      ward: header('the kind of bed').optional(),
    }),
    wardValues: words('values of "ward" that are general and acute').optional(),
  }),
} satisfies Record<RowKind, z.ZodType>;

/** The mapping of an extract, by what its rows are. */
export const MAPPING = z.discriminatedUnion('rows', [
  MAPPINGS.day,
  MAPPINGS.month,
  MAPPINGS.attendance,
  MAPPINGS.spell,
]);

/** The schema that a value is meant to meet: that of its rows, where it says what they are. */
export function mappingSchema(value: unknown): z.ZodType {
  const rows = (value as { rows?: unknown } | null)?.rows;
  const kind = ROW_KINDS.find((known) => known === rows);
  return kind === undefined ? z.object({ rows: z.enum(ROW_KINDS) }) : MAPPINGS[kind];
}

export type Mapping = z.infer<typeof MAPPING>;

/** A mapping to fill in, with what each line is. */
export function templateOf(kind: RowKind): string {
  return `${TEMPLATES[kind].trim()}\n`;
}

const HEAD = `
# What is what in an extract of ours: winterflow import <extract> --map <this file> --out <file>
# Write the headers of your extract on the right; leave out a line that you do not have.
org: RXX                # code of the organisation
# dates: day-first      # or month-first; not needed for dates as YYYY-MM-DD`;

const PERIOD = `
from: 2025-10-01        # first and last day that the extract covers in full
to: 2026-03-31`;

const own = (kind: 'day' | 'month') =>
  COLUMNS.filter(({ grain }) => grain === kind)
    .map(({ name, words: text }) => `  # ${name}: ${capital(text)}`)
    .join('\n');

const TEMPLATES: Record<RowKind, string> = {
  day: `${HEAD}
rows: day               # one row a day
columns:
  date: Date
${own('day')}`,
  month: `${HEAD}
rows: month             # one row a month
columns:
  month: Month
${own('month')}`,
  attendance: `${HEAD}
rows: attendance        # one row a patient in A&E; they are counted by month, and nothing else is kept
# by: hour              # counts arrivals by hour instead, for the profile of the week${PERIOD}
columns:
  arrived: Arrival date and time
  left: Departure date and time
  # admitted: Disposal
  # type: Department type
# admittedValues: [Admitted]
# typeValues: ["1"]`,
  spell: `${HEAD}
rows: spell             # one row a stay; beds at 08:00 are counted, and nothing else is kept
# Everybody in bed on the first day must be there, however long ago they came.${PERIOD}
columns:
  admitted: Admission date and time
  discharged: Discharge date and time   # empty while in bed
  # ward: Bed type
# wardValues: [General and acute]`,
};

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
