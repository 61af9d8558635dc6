// web/controls/undo-buttons.tsx: takes back the last change of the project, and does it again.

import type { VNode } from 'preact';
import { useApp, useAppState } from '../state/use-app.js';

export function UndoButtons(): VNode {
  const app = useApp();
  const canUndo = useAppState((state) => state.past.length > 0);
  const canRedo = useAppState((state) => state.future.length > 0);
  return (
    <div class="undo-buttons">
      <button class="link-button" type="button" aria-disabled={!canUndo} onClick={app.undo}>
        Undo
      </button>
      <button class="link-button" type="button" aria-disabled={!canRedo} onClick={app.redo}>
        Redo
      </button>
    </div>
  );
}
