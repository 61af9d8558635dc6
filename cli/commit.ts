// cli/commit.ts: the commit of a checkout, for the manifest.

import { execFileSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Short hash of the checkout that runs, or null in an installed package. */
export function commitOf(): string | null {
  const folder = dirname(fileURLToPath(import.meta.url));
  if (folder.includes('node_modules')) return null;
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return null;
  }
}
