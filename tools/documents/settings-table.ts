// tools/documents/settings-table.ts: the settings of an intervention as rows: path, what is allowed,
// what it means; from the schema that checks the files.

import { z } from 'zod';
import { describeSchema, distributionKinds } from '../../sim/scenario/schema-words.js';

/** One setting. */
export interface SettingRow {
  path: string;
  allowed: string;
  meaning: string;
  optional: boolean;
}

/** Every setting of a schema, objects opened; ranges of effects and distributions in one row. */
export function settingRows(
  schema: z.ZodType,
  path = '',
  parent: Pick<SettingRow, 'meaning' | 'optional'> = { meaning: '', optional: false },
): SettingRow[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, part]) => {
    const full = path === '' ? key : `${path}.${key}`;
    const inner = part instanceof z.ZodOptional ? (part.unwrap() as z.ZodType) : part;
    const optional = part instanceof z.ZodOptional || parent.optional;
    const meaning = part.description ?? inner.description ?? parent.meaning;
    const row = { path: full, meaning, optional };
    if (!(inner instanceof z.ZodObject) || distributionKinds(inner).length > 0) {
      return [{ ...row, allowed: describeSchema(inner) }];
    }
    const shape = inner.shape as Record<string, z.ZodType>;
    if ('likely' in shape) {
      return [{ ...row, allowed: `low, likely, high: each ${describeSchema(shape.likely)}` }];
    }
    return settingRows(inner, full, row);
  });
}

/** The settings as a Markdown table; optional ones say so. */
export function settingsTable(schema: z.ZodType, wanted: (path: string) => boolean): string {
  const rows = settingRows(schema)
    .filter(({ path }) => wanted(path))
    .map(
      ({ path, allowed, meaning, optional }) =>
        `| \`${path}\`${optional ? ' (optional)' : ''} | ${cell(allowed)} | ${cell(meaning)} |`,
    );
  return ['| setting | allowed | meaning |', '|---|---|---|', ...rows].join('\n');
}

/** A text as one cell of a Markdown table. */
export function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();
}
