// web/charts/in-turn.tsx: parts of a page that are drawn one after another, each in a task of its own, so
// that a page with many charts answers in between. In files and on the command line all are drawn at once.

import { createContext, type VNode } from 'preact';
import { useContext, useLayoutEffect, useReducer, useRef } from 'preact/hooks';

/** Who gives each asker a turn. */
export interface Turns {
  /** @returns what takes the question back */
  ask(action: () => void): () => void;
}

/** Null where everything is drawn at once. */
export const TurnsContext = createContext<Turns | null>(null);

export interface InTurnProps {
  /** What is drawn; as long as it is the same, nothing is drawn anew. */
  of: readonly unknown[];
  draw: () => VNode | null;
}

/** Nothing at first, then what is drawn; of something new the old until its turn has come. */
export function InTurn({ of, draw }: InTurnProps): VNode | null {
  const turns = useContext(TurnsContext);
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const drawn = useRef<VNode | null>(null);
  const latest = useRef(draw);
  latest.current = draw;
  useLayoutEffect(
    () =>
      turns?.ask(() => {
        drawn.current = latest.current();
        drawAgain(undefined);
      }),
    [turns, ...of],
  );
  return turns === null ? draw() : drawn.current;
}
