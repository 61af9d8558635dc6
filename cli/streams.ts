// cli/streams.ts: what happens when nobody reads what is printed, or it cannot be written: the work goes on.

import { codeOf, reasonOf } from './file-errors.js';

const LOOK_MILLISECONDS = 10;

/** Watches the output of the process. */
export interface Output {
  /** Once all is printed: why some of it could not be; null when it could, or its reader had enough. */
  fault(): Promise<string | null>;
}

/**
 * A reader that closes early (head, less) is no error, and ends nothing but the printing: what is written
 * to a folder is written whole, and the exit code is the true one. From now on.
 */
export function watchOutput(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Output {
  let cause: string | null = null;
  let isLost = false;
  stdout.on('error', (error) => {
    isLost = true;
    if (codeOf(error) !== 'EPIPE') cause ??= reasonOf(error);
  });
  stderr.on('error', () => undefined); // there is nobody to tell
  return {
    fault: async () => {
      await new Promise((resolve) => setImmediate(resolve)); // errors are told a moment later
      while (!isLost && stdout.writableLength > 0) {
        await new Promise((resolve) => setTimeout(resolve, LOOK_MILLISECONDS));
      }
      return cause;
    },
  };
}
