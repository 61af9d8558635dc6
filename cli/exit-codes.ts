// cli/exit-codes.ts: how a command ends; a contract for scripts and schedulers.

export const DONE = 0;
export const NOT_VERIFIED = 1;
export const USAGE = 64;
export const BAD_INPUT = 65;
export const MISSING_INPUT = 66;
export const SOME_FAILED = 70;
export const CANNOT_CREATE = 73;
export const DISK = 74;
export const BUSY = 75;
export const INTERRUPTED = 130;

/** Ends the command with a sentence and an exit code; never with a stack trace. */
export class CommandError extends Error {
  constructor(
    readonly exitCode: number,
    message: string,
  ) {
    super(message);
    this.name = 'CommandError';
  }
}

/** A cause as a sentence, when more follows it. */
export function withPeriod(text: string): string {
  return text.endsWith('.') ? text : `${text}.`;
}
