// cli/verify-table.ts: the findings of `winterflow verify` as people read them on a terminal.

import type { Finding } from '../sim/verification/check.js';
import {
  checksHoldText,
  expectedText,
  intervalText,
  numberText,
} from '../sim/verification/finding-words.js';
import { FAMILY_ERROR } from '../sim/verification/judge.js';
import type { CheckResult, Report } from '../sim/verification/verify.js';

const INDENT = 4;
const GAP = 2;
const VERDICTS = { holds: 'holds', off: 'OFF', blunt: 'TOO BLUNT' } as const;
const HEADER = ['', 'expected', 'simulated', '95 % interval', ''];

/** All checks, the rule in two lines, and the count of those that hold. */
export function verifyTable(report: Report, columns: number): string {
  const rows = report.checks.flatMap(({ findings }) => findings.map(cellsOf));
  const widths = HEADER.map((title, c) =>
    Math.max(title.length, ...rows.map((cells) => [...cells[c]].length)),
  );
  const width = INDENT + widths.reduce((sum, cell) => sum + cell + GAP, -GAP);
  const wide = width <= columns;
  const blocks = report.checks.map((check) => blockOf(check, columns, wide ? widths : null));
  const header = wide ? [line(HEADER, widths), ''] : [];
  return [...header, ...blocks.flatMap((block) => [...block, '']), ...footOf(report, columns)].join(
    '\n',
  );
}

/** The line that ends the table. */
export function lastLine(report: Report): string {
  return checksHoldText(report);
}

/** A check and its findings; without widths, each finding takes two lines. */
function blockOf(check: CheckResult, columns: number, widths: readonly number[] | null): string[] {
  const lines = wrap(`${check.id} ${check.title}. ${check.source}.`, columns);
  let title = '';
  for (const finding of check.findings) {
    if (finding.title !== title) lines.push(`  ${finding.title}`);
    title = finding.title;
    const cells = cellsOf(finding);
    if (widths !== null) lines.push(line(cells, widths));
    else lines.push(`    ${cells[0]}`, `      ${narrow(cells)}`);
  }
  return lines;
}

function cellsOf(finding: Finding): string[] {
  const { figure, expected, simulated, verdict } = finding;
  const interval = intervalText(finding);
  return [figure, expectedText(expected), numberText(simulated), interval, VERDICTS[verdict]];
}

function line(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, c) => cell.padEnd(widths[c]));
  return (' '.repeat(INDENT) + padded.join(' '.repeat(GAP))).trimEnd();
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
