// cli/text-table.ts: rows of text in columns for a terminal; stacked where the columns do not fit.

export type Alignment = 'left' | 'right';

const COLUMNS_DEFAULT = 100;
const GAP = 2;

/** Width of the terminal in characters; of a pipe or a file, COLUMNS or 100. */
export function terminalColumns(): number {
  const wanted = Number(process.env.COLUMNS);
  return process.stdout.columns ?? (wanted > 0 ? wanted : COLUMNS_DEFAULT);
}

/** Characters that a row of these cells takes at its widest. */
export function tableWidth(rows: readonly (readonly string[])[]): number {
  return widthsOf(rows).reduce((sum, width) => sum + width + GAP, 0);
}

/**
 * Lines of a table, indented by two spaces. The first row is the header unless `header` is false.
 * Where the columns do not fit, each row becomes its first cell with the others under it.
 */
export function textTable(
  rows: readonly (readonly string[])[],
  columns: number,
  { align = [], header = true }: { align?: readonly Alignment[]; header?: boolean } = {},
): string[] {
  if (tableWidth(rows) > columns) return stacked(rows, columns, header);
  const widths = widthsOf(rows);
  const lines = rows.map((row) =>
    row.reduce((line, cell, c) => {
      const fill = ' '.repeat(widths[c] - lengthOf(cell));
      return `${line}${' '.repeat(GAP)}${align[c] === 'right' ? fill + cell : cell + fill}`;
    }, ''),
  );
  if (header) lines.splice(1, 0, `${' '.repeat(GAP)}${'─'.repeat(tableWidth(rows) - GAP)}`);
  return lines.map((line) => line.trimEnd());
}

/** Lines of a text no wider than the columns, broken at spaces. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && lengthOf(line) + 1 + lengthOf(word) > columns) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function stacked(rows: readonly (readonly string[])[], columns: number, header: boolean): string[] {
  const inner = Math.max(12, columns - 2 * GAP);
  const names = header ? rows[0] : null;
  return rows.slice(header ? 1 : 0).flatMap(([label, ...cells]) => [
    ...wrap(label, inner).map((line) => `  ${line}`),
    ...cells.flatMap((cell, c) => {
      if (cell === '') return [];
      const name = names?.[c + 1] ?? '';
      const text = name === '' ? cell : `${name}: ${cell}`;
      return wrap(text, inner - GAP).map((line) => `    ${line}`);
    }),
  ]);
}

function widthsOf(rows: readonly (readonly string[])[]): number[] {
  return rows[0].map((_, c) => Math.max(...rows.map((row) => lengthOf(row[c] ?? ''))));
}

function lengthOf(text: string): number {
  return [...text].length;
}
