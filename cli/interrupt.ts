// cli/interrupt.ts: the first Ctrl-C or SIGTERM asks to stop, and what runs is finished; the second ends.

import { INTERRUPTED } from './exit-codes.js';

/** What can stop a batch: a signal of the system, or the command itself. */
export interface Stop {
  signal: AbortSignal;
  abort(reason: 'interrupted' | 'time'): void;
  /** Gives signals back to the system. */
  off(): void;
}

/**
 * Listens to signals from now on.
 * @param then what becomes of the work when the first comes
 */
export function listenForStop(then = 'what runs is finished and kept'): Stop {
  const stop = new AbortController();
  const interrupt = (): void => {
    if (stop.signal.aborted) process.exit(INTERRUPTED);
    stop.abort('interrupted');
    process.stderr.write(`\nStopping: ${then}. Again to stop at once.\n`);
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return {
    signal: stop.signal,
    abort: (reason) => stop.abort(reason),
    off: () => {
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
    },
  };
}
