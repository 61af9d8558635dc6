// web/controls/present.tsx: the results on a screen in a room: one card at a time, large, with arrows.

import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

const CARDS = '.page:not([hidden]) .results .card';
const NEXT = ['ArrowRight', 'ArrowDown', 'PageDown', ' '];
const BEFORE = ['ArrowLeft', 'ArrowUp', 'PageUp'];

function leaveFullscreen(): void {
  if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
}

/** For a full screen that came after presenting had ended. */
function leaveUnlessPresenting(): void {
  if (!document.documentElement.classList.contains('presenting')) leaveFullscreen();
}

/** A button that begins to present, and while it lasts the line that says where one is. */
export function Present(): VNode {
  const [position, setPosition] = useState<number | null>(null);
  const isOn = position !== null;
  const start = useRef<HTMLButtonElement>(null);
  const wasOn = useRef(false);
  // All before anything is painted: no moment in which the bar stands and the whole page with it.
  useLayoutEffect(() => {
    // The focus goes back to where it was when the first card came.
    if (!isOn && wasOn.current && start.current?.checkVisibility()) start.current.focus();
    wasOn.current = isOn;
  }, [isOn]);
  useLayoutEffect(() => {
    if (!isOn) return;
    const end = (): void => setPosition(null);
    const step = (event: KeyboardEvent): void => {
      const at = document.activeElement;
      if (event.key === 'Escape') return end();
      // In a field or on a button the keys keep their own meaning.
      if (at?.matches('input, select, textarea, button, summary, [role=slider]')) return;
      const by = NEXT.includes(event.key) ? 1 : BEFORE.includes(event.key) ? -1 : 0;
      if (by === 0) return;
      event.preventDefault();
      const last = document.querySelectorAll(CARDS).length - 1;
      setPosition((now) => (now === null ? null : Math.min(last, Math.max(0, now + by))));
    };
    document.documentElement.classList.add('presenting');
    addEventListener('keydown', step);
    addEventListener('hashchange', end);
    // Full screen where the browser allows it; leaving it ends presenting.
    const left = (): void => (document.fullscreenElement === null ? end() : undefined);
    let isOver = false;
    document.documentElement.requestFullscreen?.().then(
      () => (isOver ? leaveUnlessPresenting() : addEventListener('fullscreenchange', left)),
      () => undefined,
    );
    return () => {
      isOver = true;
      document.documentElement.classList.remove('presenting');
      removeEventListener('keydown', step);
      removeEventListener('hashchange', end);
      removeEventListener('fullscreenchange', left);
      leaveFullscreen();
    };
  }, [isOn]);
  useLayoutEffect(() => {
    const cards = [...document.querySelectorAll(CARDS)];
    cards.forEach((card, i) => {
      card.classList.toggle('presented', i === position);
    });
    if (position !== null) scrollTo(0, 0);
  }, [position]);
  const begin = (): void => {
    (document.activeElement as HTMLElement | null)?.blur();
    setPosition(0);
  };
  if (!isOn) {
    return (
      <button
        class="nhsuk-button nhsuk-button--secondary"
        type="button"
        ref={start}
        onClick={begin}
      >
        Present
      </button>
    );
  }
  return (
    <p class="present-bar" role="status">
      {position + 1} of {document.querySelectorAll(CARDS).length}. Arrow keys step, Escape ends.{' '}
      <button class="link-button" type="button" onClick={() => setPosition(null)}>
        End
      </button>
    </p>
  );
}
