// web/state/turns.ts: one thing after another, each in a task of its own; keys and clicks come between.

import type { Turns } from '../charts/in-turn.js';

/** Turns in the order in which they are asked for. */
export function createTurns(onBusy: (isBusy: boolean) => void): Turns {
  const waiting = new Set<() => void>();
  let isBusy = false;
  const next = (): void => {
    const [action] = waiting;
    if (action === undefined) {
      isBusy = false;
      onBusy(false);
      return;
    }
    waiting.delete(action);
    setTimeout(next);
    action();
  };
  return {
    ask(action) {
      waiting.add(action);
      if (!isBusy) {
        isBusy = true;
        onBusy(true);
        setTimeout(next);
      }
      return () => waiting.delete(action);
    },
  };
}
