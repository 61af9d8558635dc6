// cli/progress.ts: how far a batch is: a bar on a terminal, plain lines elsewhere.

import { SingleBar } from 'cli-progress';
import { counted } from '../sim/scenario/problems.js';
import type { Progress } from '../workers/batch.js';

export interface ProgressShown {
  update(progress: Progress): void;
  stop(): void;
}

/** How long the work is: so many winters, or so many seconds, whichever ends it. */
export interface Extent {
  winters: number;
  seconds?: number;
}

const LINES = 10; // printed over the whole work

/** A bar or lines as the stream allows, a line of JSON each second, or nothing. */
export const PROGRESS = ['auto', 'json', 'none'] as const;
export type ProgressHow = (typeof PROGRESS)[number];

const JSON_MILLISECONDS = 1000;

/** Shows progress on a stream. */
export function showProgress(
  stream: NodeJS.WriteStream,
  extent: Extent,
  how: ProgressHow,
): ProgressShown {
  if (how === 'none') return { update: () => undefined, stop: () => undefined };
  if (how === 'json') return jsonLines(stream);
  if (stream.isTTY && process.env.TERM !== 'dumb') return bar(stream, extent);
  return lines(stream, extent);
}

/** Share of the work that is done, and how to say it. */
function measure({ winters, seconds }: Extent): (made: Made) => { share: number; text: string } {
  const left = timeLeft();
  const start = performance.now();
  return (made) => {
    const { done } = made;
    if (seconds === undefined) {
      const rest = left({ ...made, total: winters });
      const time = rest === null || done >= winters ? '' : `, about ${duration(rest)} left`;
      return { share: done / winters, text: `${done} of ${winters} winters simulated${time}` };
    }
    const rest = Math.max(0, seconds - (performance.now() - start) / 1000);
    return {
      share: Math.max(1 - rest / seconds, done / winters),
      text: `${counted(done, 'winter')} simulated, ${Math.ceil(rest)} s left`,
    };
  };
}

type Made = Pick<Progress, 'done' | 'found' | 'total'>;

/** Seconds left at the pace so far, by the monotonic clock; null before the first winter. */
function timeLeft(): (made: Made) => number | null {
  const start = performance.now();
  return ({ done, found, total }) => {
    const made = done - found;
    return made > 0 ? ((performance.now() - start) / 1000 / made) * (total - done) : null;
  };
}

function duration(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  return seconds < 6000 ? `${Math.round(seconds / 60)} min` : `${Math.round(seconds / 3600)} h`;
}

/** One object a line for schedulers: the first, at most one each second, and the last. */
function jsonLines(stream: NodeJS.WriteStream): ProgressShown {
  const left = timeLeft();
  let shownAt = Number.NEGATIVE_INFINITY;
  let last = '';
  return {
    update({ done, failed, found, total }) {
      const secondsLeft = Math.ceil(left({ done, found, total }) ?? 0);
      last = `${JSON.stringify({ done, failed, found, total, secondsLeft })}\n`;
      if (performance.now() - shownAt < JSON_MILLISECONDS) return;
      shownAt = performance.now();
      stream.write(last);
      last = '';
    },
    stop: () => void stream.write(last),
  };
}

function bar(stream: NodeJS.WriteStream, extent: Extent): ProgressShown {
  const now = measure(extent);
  const shown = new SingleBar({
    stream,
    format: '{bar} {text}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: Math.max(5, Math.min(30, (stream.columns ?? 80) - 50)),
    hideCursor: true,
    clearOnComplete: true,
  });
  shown.start(1, 0, { text: now({ done: 0, found: 0, total: extent.winters }).text });
  return {
    update: (made) => {
      const { share, text } = now(made);
      shown.update(share, { text });
    },
    stop: () => shown.stop(),
  };
}

function lines(stream: NodeJS.WriteStream, extent: Extent): ProgressShown {
  const now = measure(extent);
  let printed = 0;
  return {
    update(made) {
      const { share, text } = now(made);
      const reached = Math.floor(share * LINES);
      if (reached <= printed) return;
      printed = reached;
      stream.write(`${text}\n`);
    },
    stop: () => undefined,
  };
}
