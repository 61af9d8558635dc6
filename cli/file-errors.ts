// cli/file-errors.ts: why the system refused a file, in words.

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EFBIG: 'the file would be too large',
  EIO: 'the disk does not answer',
  EROFS: 'the disk is read-only',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EISDIR: 'a folder has its name',
  ENOENT: 'nothing can be made there',
};

/** Why a file could not be written, in words and by the code of the system. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  const words = REASONS[code];
  return words === undefined ? code : `${words} (${code})`;
}

/** The system's code of an error, ENOSPC for example; its text when it has none. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
