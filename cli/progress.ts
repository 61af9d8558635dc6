// cli/progress.ts: how far a batch is: a bar on a terminal, plain lines elsewhere.

import { SingleBar } from 'cli-progress';
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

/** Shows progress on a stream; nothing when quiet. */
export function showProgress(
  stream: NodeJS.WriteStream,
  extent: Extent,
  quiet: boolean,
): ProgressShown {
  if (quiet) return { update: () => undefined, stop: () => undefined };
  if (stream.isTTY && process.env.TERM !== 'dumb') return bar(stream, extent);
  return lines(stream, extent);
}

/** Share of the work that is done, and how to say it. */
function measure({ winters, seconds }: Extent): (done: number) => { share: number; text: string } {
  const start = performance.now();
  return (done) => {
    if (seconds === undefined) {
      return { share: done / winters, text: `${done} of ${winters} winters simulated` };
    }
    const left = Math.max(0, seconds - (performance.now() - start) / 1000);
    return {
      share: Math.max(1 - left / seconds, done / winters),
      text: `${done} winters simulated, ${Math.ceil(left)} s left`,
    };
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
  shown.start(1, 0, { text: now(0).text });
  return {
    update: ({ done }) => {
      const { share, text } = now(done);
      shown.update(share, { text });
    },
    stop: () => shown.stop(),
  };
}

function lines(stream: NodeJS.WriteStream, extent: Extent): ProgressShown {
  const now = measure(extent);
  let printed = 0;
  return {
    update({ done }) {
      const { share, text } = now(done);
      const reached = Math.floor(share * LINES);
      if (reached <= printed) return;
      printed = reached;
      stream.write(`${text}\n`);
    },
    stop: () => undefined,
  };
}
