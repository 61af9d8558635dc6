// web/components/markdown-tables.ts: tables and lists of a document of the project, so that a page
// shows what the document says and nobody types it twice.

/** A part of a document under a heading: its tables, and the points of its lists. */
export interface DocumentPart {
  /** Empty for what stands before the first heading. */
  title: string;
  tables: { header: string[]; rows: string[][] }[];
  points: string[];
}

/** Parts of a Markdown text, by headings of the second level. */
export function partsOf(markdown: string): DocumentPart[] {
  const parts: DocumentPart[] = [{ title: '', tables: [], points: [] }];
  let before = '';
  for (const line of markdown.split('\n')) {
    const part = parts[parts.length - 1];
    if (line.startsWith('## ')) parts.push({ title: line.slice(3).trim(), tables: [], points: [] });
    else if (line.startsWith('|')) addRow(part, line, before.startsWith('|'));
    else if (line.startsWith('- ')) part.points.push(plain(line.slice(2)));
    else if (line.startsWith('  ') && part.points.length > 0 && before.trim() !== '') {
      part.points[part.points.length - 1] += ` ${plain(line.trim())}`;
    }
    before = line;
  }
  return parts;
}

function addRow(part: DocumentPart, line: string, goesOn: boolean): void {
  const cells = line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => plain(cell.trim()));
  if (!goesOn) part.tables.push({ header: cells, rows: [] });
  else if (!cells.every((cell) => /^:?-+:?$/.test(cell))) {
    part.tables[part.tables.length - 1].rows.push(cells);
  }
}

/** Text without the marks of emphasis, code and links. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*([^*]*)\*\*/g, '$1')
    .replace(/\*([^*]*)\*/g, '$1')
    .replace(/`([^`]*)`/g, '$1');
}
