// cli/verify-table.ts: the findings of `winterflow verify` as people read them on a terminal.

import type { Expected, Finding } from '../sim/verification/check.js';
import { FAMILY_ERROR } from '../sim/verification/judge.js';
import type { CheckResult, Report } from '../sim/verification/verify.js';

const WIDE = 100;
const DIGITS = 4;
const VERDICTS = { holds: 'holds', off: 'OFF', blunt: 'TOO BLUNT' } as const;
const HEADER = ['', 'expected', 'simulated', '95 % interval', ''];

/** All checks, the rule in two lines, and the count of those that hold. */
export function verifyTable(report: Report, columns: number): string {
  const rows = report.checks.flatMap(({ findings }) => findings.map(cellsOf));
  const widths = HEADER.map((title, c) =>
    Math.max(title.length, ...rows.map((cells) => [...cells[c]].length)),
  );
  const wide = columns >= WIDE;
  const blocks = report.checks.map((check) => blockOf(check, widths, columns));
  const header = wide ? [line(HEADER, widths), ''] : [];
  return [...header, ...blocks.flatMap((block) => [...block, '']), ...footOf(report, columns)].join(
    '\n',
  );
}

/** The line that ends the table. */
export function lastLine({ checks }: Report): string {
  const holding = checks.filter(({ holds }) => holds).length;
  const [noun, verb] = checks.length === 1 ? ['check', 'holds'] : ['checks', 'hold'];
  return `${holding} of ${checks.length} ${noun} ${verb}.`;
}

function blockOf(check: CheckResult, widths: readonly number[], columns: number): string[] {
  const lines = wrap(`${check.id} ${check.title}. ${check.source}.`, columns);
  let title = '';
  for (const finding of check.findings) {
    if (finding.title !== title) lines.push(`  ${finding.title}`);
    title = finding.title;
    const cells = cellsOf(finding);
    if (columns >= WIDE) lines.push(line(cells, widths));
    else lines.push(`    ${cells[0]}`, `      ${narrow(cells)}`);
  }
  return lines;
}

function cellsOf(finding: Finding): string[] {
  const { figure, expected, simulated, low95, high95, exact, verdict } = finding;
  const interval = exact ? 'exact' : `${number(low95)} to ${number(high95)}`;
  return [figure, expectedText(expected), number(simulated), interval, VERDICTS[verdict]];
}

function line(cells: readonly string[], widths: readonly number[]): string {
  return `    ${cells.map((cell, c) => cell.padEnd(widths[c])).join('  ')}`.trimEnd();
}

/** Words in lines that fit, the second and further ones indented. */
function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + 1 + word.length <= columns) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(last === undefined ? word : `  ${word}`);
  }
  return lines;
}

function narrow([, expected, simulated, interval, verdict]: readonly string[]): string {
  return `expected ${expected}, simulated ${simulated} (${interval}): ${verdict}`;
}

function expectedText(expected: Expected): string {
  if (typeof expected === 'number') return number(expected);
  const [low, high] = expected;
  if (low === Number.NEGATIVE_INFINITY) return `below ${number(high)}`;
  if (high === Number.POSITIVE_INFINITY) return `above ${number(low)}`;
  return `${number(low, 3)} to ${number(high, 3)}`;
}

/** As many digits as matter, and all of a whole number. */
function number(value: number, digits = DIGITS): string {
  if (value === 0) return '0';
  const decimals = digits - 1 - Math.floor(Math.log10(Math.abs(value)));
  return value.toFixed(Math.min(8, Math.max(0, decimals))).replace('-', '−');
}

function footOf(report: Report, columns: number): string[] {
  const findings = report.checks.flatMap((check) => check.findings);
  const statistical = findings.filter(({ exact }) => !exact).length;
  return [
    ...wrap(
      `${findings.length} findings. The ${statistical} that draws decide are judged together (Holm's ` +
        'correction): were all expected figures true, a run would call any of them OFF with a ' +
        `chance of at most ${FAMILY_ERROR * 100} %. TOO BLUNT: the interval is too wide to prove ` +
        'anything. docs/verification.md explains each check.',
      columns,
    ),
    '',
    lastLine(report),
    '',
  ];
}
