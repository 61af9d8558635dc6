// web/pages/kept-page.tsx: a page that is loaded when it is first opened, and kept while hidden.

import type { ComponentType, VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Store } from '../state/store.js';
import { VisibleContext } from '../state/use-app.js';
import type { PageEntry, PageProps } from './registry.js';

export interface KeptPageProps {
  entry: PageEntry;
  isShown: boolean;
  query: string;
  /** Called once the page stands. */
  onReady: () => void;
}

/** One page: nothing before it is first opened, hidden while another is shown. */
export function KeptPage({ entry, isShown, query, onReady }: KeptPageProps): VNode {
  const [Page, setPage] = useState<ComponentType<PageProps> | null>(null);
  const [problem, setProblem] = useState(false);
  const [visible] = useState(() => new Store({ isVisible: isShown }));
  useLayoutEffect(() => visible.set({ isVisible: isShown }), [isShown, visible]);
  const lastQuery = useRef(query);
  if (isShown) lastQuery.current = query;
  useEffect(() => {
    if (!isShown || Page !== null) return;
    setProblem(false);
    entry.load().then(
      (loaded) => setPage(() => loaded),
      () => setProblem(true),
    );
  }, [isShown, Page, entry]);
  // Before it is painted, so that who presses Tab as soon as it can be seen goes on from its heading.
  useLayoutEffect(() => {
    if (Page !== null) onReady();
  }, [Page]);
  // The same element again is not drawn again: each address would else draw every page that was opened.
  const known = lastQuery.current;
  const content = useMemo(() => Page !== null && <Page query={known} />, [Page, known]);
  return (
    <div id={`page-${entry.name}`} class="page" hidden={!isShown}>
      <VisibleContext.Provider value={visible}>{content}</VisibleContext.Provider>
      {problem && (
        <p class="notice" role="alert">
          This page could not be loaded: its file is missing or was replaced by another version.
          Open Winterflow anew; your work is kept.
        </p>
      )}
    </div>
  );
}
