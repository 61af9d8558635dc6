// cli/progress.ts: how far a batch is: a bar on a terminal, plain lines elsewhere.

import { SingleBar } from 'cli-progress';
import type { Progress } from '../workers/batch.js';

export interface ProgressShown {
  update(progress: Progress): void;
  stop(): void;
}

const LINE_EVERY_SHARE = 0.1;

/** Shows progress on a stream; nothing when quiet. */
export function showProgress(
  stream: NodeJS.WriteStream,
  total: number,
  quiet: boolean,
): ProgressShown {
  if (quiet) return { update: () => undefined, stop: () => undefined };
  if (stream.isTTY && process.env.TERM !== 'dumb') return bar(stream, total);
  return lines(stream);
}

function bar(stream: NodeJS.WriteStream, total: number): ProgressShown {
  const shown = new SingleBar({
    stream,
    format: '{bar} {value} of {total} winters, about {eta_formatted} left',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: Math.max(5, Math.min(30, (stream.columns ?? 80) - 50)),
    hideCursor: true,
    clearOnComplete: true,
  });
  shown.start(total, 0);
  return { update: ({ done }) => shown.update(done), stop: () => shown.stop() };
}

function lines(stream: NodeJS.WriteStream): ProgressShown {
  let next = LINE_EVERY_SHARE;
  return {
    update({ done, total }) {
      if (done / total < next && done < total) return;
      stream.write(`${done} of ${total} winters simulated\n`);
      while (next <= done / total) next += LINE_EVERY_SHARE;
    },
    stop: () => undefined,
  };
}
