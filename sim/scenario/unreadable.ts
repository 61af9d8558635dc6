// sim/scenario/unreadable.ts: why a text is not a scenario in YAML, in one sentence.

import { valueText } from './problems.js';

/** Longest scenario text accepted; a system file is about 20 kB. */
export const TEXT_LENGTH_MAX = 250_000;

/** Shown for a text that holds nothing but space and comments. */
export const EMPTY = 'The file is empty; it should hold a scenario, a system, a winter or a plan.';

const NUL = '\u0000';

/** How files that are no plain text, or not in YAML, begin. */
const BEGINNINGS: readonly [RegExp, string][] = [
  [/^%PDF/, 'The file is a PDF, not a scenario in YAML.'],
  [
    new RegExp(`^PK${'\u0003'}${'\u0004'}`),
    'The file is a zip archive (perhaps an Excel workbook), not a scenario in YAML.',
  ],
  [/^\uFEFF?\s*<(!doctype|html)\b/i, 'The file is a web page, not a scenario in YAML.'],
  [/^\{\\rtf/, 'The file is a Word text (RTF), not a scenario in YAML.'],
  [new RegExp(`^(\uFFFD\uFFFD|.?${NUL})`), 'The file is encoded as UTF-16; save it as UTF-8.'],
];

/** What is wrong with a text, and at which character. */
export interface Flaw {
  message: string;
  offset: number;
  /** True when the rest of the text can still be read and checked. */
  readable?: boolean;
}

/** Texts that are refused before they are parsed. */
export function refuseText(text: string): Flaw | null {
  if (text.length > TEXT_LENGTH_MAX) {
    return {
      message: `The file is longer than ${TEXT_LENGTH_MAX} characters; a whole system has about 20000.`,
      offset: 0,
    };
  }
  for (const [beginning, message] of BEGINNINGS) {
    if (beginning.test(text)) return { message, offset: 0 };
  }
  const nul = text.indexOf(NUL);
  if (nul >= 0) return { message: 'The text holds a NUL byte here; remove it.', offset: nul };
  const bad = text.indexOf('\uFFFD');
  if (bad >= 0) {
    return { message: 'The text is not UTF-8 here; save the file as UTF-8.', offset: bad };
  }
  return text.trim() === '' ? { message: EMPTY, offset: 0 } : null;
}

/** Sentences for what a parser of YAML cannot read, by its code; null where its own words serve. */
const SENTENCES: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'The line is indented with a tab; YAML needs spaces.',
  BAD_INDENT: 'The line is not indented like the lines it belongs to.',
  BAD_DQ_ESCAPE: 'The text in double quotes holds a backslash; write it in single quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'The line holds a second colon; write the text after the first in quotes.',
  MULTIPLE_DOCS: 'A second document begins here; a file holds one.',
  RESOURCE_EXHAUSTION: 'The text is nested too deeply.',
};

/** One sentence for an error of the YAML parser. */
export function syntaxSentence(
  code: string,
  parserMessage: string,
  text: string,
  offset: number,
): string {
  if (text.slice(offset).trim() === '') {
    return 'The text breaks off here: a bracket, quote or value is missing.';
  }
  if (parserMessage.startsWith('Flow ')) return 'A bracket above, { or [, is not closed here.';
  const known = SENTENCES[code];
  if (known !== undefined) return known;
  const near = valueText(text.slice(offset).split('\n', 1)[0].trim());
  if (/^Implicit (map )?keys need/.test(parserMessage)) {
    return `The line ${near} has no colon and no value.`;
  }
  const [reason] = parserMessage.split('\n', 1);
  return `The text is not YAML near ${near}: ${reason.replace(/[.:]+$/, '')}.`;
}
