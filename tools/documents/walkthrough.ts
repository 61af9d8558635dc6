// tools/documents/walkthrough.ts: docs/walkthrough.md with its stories as the commands print them today.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A trace command and the block of text after it. */
export const STORY = /```sh\n(npx winterflow trace [^\n]+)\n```\n\n```text\n([\s\S]*?)```/g;
const FILE = /```yaml\n# (\S+\.yaml)\n([\s\S]*?)```/g;

/**
 * The document with each story put in.
 * @param program path of bin/winterflow.mjs
 */
export function withStories(text: string, program: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'winterflow-walk-'));
  try {
    for (const [, name, content] of text.matchAll(FILE)) {
      writeFileSync(join(folder, name), content);
    }
    return text.replaceAll(STORY, (_, command: string) => {
      const words = command.split(' ').slice(2);
      const story = execFileSync(process.execPath, [program, ...words], {
        cwd: folder,
        encoding: 'utf8',
      });
      return `\`\`\`sh\n${command}\n\`\`\`\n\n\`\`\`text\n${story}\`\`\``;
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
