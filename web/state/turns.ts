// web/state/turns.ts: work that is done piece by piece, each in a task of its own, so that the page answers
// in between.

/**
 * Lets the page do what waits, then goes on. By a message, not a timer: of a page that nobody looks at, timers
 * wait for a second, and after some minutes for a minute.
 */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

const waiting: (() => void)[] = [];
let isTurn = false;

/** Does a piece of work in its turn. @returns what takes it back, where it has not been done */
export function inTurn(work: () => void): () => void {
  waiting.push(work);
  if (!isTurn) void takeTurns();
  return () => {
    const at = waiting.indexOf(work);
    if (at >= 0) waiting.splice(at, 1);
  };
}

async function takeTurns(): Promise<void> {
  isTurn = true;
  try {
    for (;;) {
      await nextTask();
      const work = waiting.shift();
      if (work === undefined) return;
      work();
    }
  } finally {
    isTurn = false;
    if (waiting.length > 0) void takeTurns(); // one piece failed; the others are done
  }
}
