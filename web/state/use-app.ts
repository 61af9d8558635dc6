// web/state/use-app.ts: how a page reads the shared state. A page that is hidden is not drawn again
// until it is looked at.

import { createContext } from 'preact';
import { useContext, useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { App, AppState } from './app.js';
import type { Keeper } from './keeper.js';
import { Store } from './store.js';

export const AppContext = createContext<App | null>(null);

export const KeeperContext = createContext<Keeper | null>(null);

/**
 * Whether the page around is the one that is looked at. A store, so that a page that is left or come back
 * to is not drawn anew for that alone.
 */
export const VisibleContext = createContext(new Store({ isVisible: true }));

/** What pages can do. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error('A page stands outside the app.');
  return app;
}

/** What keeps and opens work. */
export function useKeeper(): Keeper {
  const keeper = useContext(KeeperContext);
  if (keeper === null) throw new Error('A page stands outside the app.');
  return keeper;
}

/**
 * A part of the shared state, followed as it changes while the page is looked at.
 * @param pick gives the same object as long as nothing of it has changed
 */
export function useAppState<T>(pick: (state: AppState) => T): T {
  const { state } = useApp();
  const visible = useContext(VisibleContext);
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const drawn = useRef<{ value: T } | null>(null);
  if (visible.get().isVisible || drawn.current === null)
    drawn.current = { value: pick(state.get()) };
  const latestPick = useRef(pick);
  latestPick.current = pick;
  useLayoutEffect(() => {
    const follow = (): void => {
      if (!visible.get().isVisible) return;
      if (!Object.is(latestPick.current(state.get()), drawn.current?.value)) drawAgain(undefined);
    };
    follow();
    const leave = [state.subscribe(follow), visible.subscribe(follow)];
    return () => {
      for (const end of leave) end();
    };
  }, [state, visible]);
  return drawn.current.value;
}
