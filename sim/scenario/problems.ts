// sim/scenario/problems.ts: what is wrong with an input, each in one sentence with its place.

/** A place in a text: lines and columns begin at 1. The file is '' for what was asked for directly. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

export interface Problem extends Place {
  /** Path of the value, as a.b[2].c; empty for the whole file. */
  path: string;
  /** One sentence: the value, what is allowed, and a hint. */
  message: string;
  /** Path that a misspelt field was probably meant to have. */
  meant?: string;
  /** True when a file that is named does not exist. */
  absent?: boolean;
}

/** How many problems are shown before the rest is only counted. */
export const PROBLEMS_SHOWN = 20;

const VALUE_LENGTH_MAX = 60;
const NAME_LENGTH_MAX = 200;
const SHORT_NAME = 3;

/** Raised when an input is refused; nothing of it has been accepted. */
export class InputError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const found = inFileOrder(unique(problems));
    super(found.map(problemLine).join('\n'));
    this.name = 'InputError';
    this.problems = found;
  }
}

/** One line: file:line:column: sentence. */
export function problemLine({ file, line, column, message }: Problem): string {
  return file === '' ? message : `${onOneLine(file)}:${line}:${column}: ${message}`;
}

/** The lines to show: in file order, the first PROBLEMS_SHOWN, then how many more there are. */
export function problemLines(problems: readonly Problem[]): string[] {
  const lines = inFileOrder(problems).slice(0, PROBLEMS_SHOWN).map(problemLine);
  const more = problems.length - lines.length;
  if (more > 0) lines.push(`… and ${more} more ${more === 1 ? 'problem' : 'problems'}.`);
  return lines;
}

/** Problems without repetitions: the same sentence at the same place is said once. */
export function unique(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((problem) => [problemLine(problem), problem])).values()];
}

/** Problems sorted by place; files keep the order in which they appear first. */
export function inFileOrder(problems: readonly Problem[]): Problem[] {
  const files = [...new Set(problems.map((problem) => problem.file))];
  return [...problems].sort(
    (a, b) =>
      files.indexOf(a.file) - files.indexOf(b.file) || a.line - b.line || a.column - b.column,
  );
}

/** Path of a value as people read it: beds.changes[2].from. */
export function pathText(path: readonly PropertyKey[]): string {
  const text = path.reduce<string>((before, part) => {
    if (typeof part === 'number') return `${before}[${part}]`;
    return before === '' ? String(part) : `${before}.${String(part)}`;
  }, '');
  return shortened(onOneLine(text), NAME_LENGTH_MAX);
}

/** A value as it is quoted in a sentence: short, on one line. */
export function valueText(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = typeof value === 'number' ? numberText(value) : JSON.stringify(value, finiteOnly);
  return shortened(onOneLine(text ?? String(value)), VALUE_LENGTH_MAX);
}

/** A count with its noun: 1 winter, 2 winters. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The known name nearest to a misspelt one, if it is near enough to be meant. */
export function nearestName(name: string, known: readonly string[]): string | null {
  let best: string | null = null;
  if (name.length < 2) return null; // one letter is as near to any other
  const far = name.length <= SHORT_NAME ? 1 : Math.max(2, Math.floor(name.length / 3));
  let bestDistance = far + 1;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** YAML's words for the numbers that JSON does not have. */
function numberText(value: number): string {
  if (Number.isNaN(value)) return '.nan';
  if (!Number.isFinite(value)) return value > 0 ? '.inf' : '-.inf';
  return String(value);
}

function finiteOnly(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? numberText(value) : value;
}

/** Control characters, line ends and marks that turn the direction of writing become "?". */
function onOneLine(text: string): string {
  return text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${[...text.slice(0, 2 * most)].slice(0, most - 1).join('')}…`;
}

/** Insertions, deletions, replacements and swaps of neighbours; at most `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
    }
    before = previous;
    previous = row;
  }
  return Math.min(previous[b.length], limit);
}
