// web/controls/in-turn.tsx: parts of a page that are drawn, and laid out, one by one, so that it answers in
// between.

import type { VNode } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { inTurn } from '../state/turns.js';
import { VisibleContext } from '../state/use-app.js';

/**
 * Draws what it holds in a task of its own; the same element again is not drawn again. On a page that is come
 * back to it is laid out in a task of its own too.
 */
export function InTurn({ children }: { children: VNode }): VNode {
  const place = useRef<HTMLDivElement>(null);
  const visible = useContext(VisibleContext);
  const [drawn, setDrawn] = useState<VNode | null>(null);
  useLayoutEffect(() => inTurn(() => setDrawn(children)), [children]);
  useLayoutEffect(() => {
    let takeBack = (): void => undefined;
    const follow = (): void => {
      takeBack();
      const element = place.current;
      if (element === null) return;
      if (!visible.get().isVisible) element.hidden = true;
      else if (element.hidden) {
        takeBack = inTurn(() => {
          element.hidden = false;
        });
      }
    };
    const leave = visible.subscribe(follow);
    return () => {
      takeBack();
      leave();
    };
  }, [visible]);
  return (
    <div class="in-turn" ref={place} aria-busy={drawn !== children}>
      {drawn}
    </div>
  );
}
