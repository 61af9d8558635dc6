// web/main.tsx: starts the app and shows the page that the address asks for.

import './state/strict-policy.js';
import { render, type VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PageFrame } from './controls/page-frame.js';
import { KeptPage } from './pages/kept-page.js';
import { PAGES, pageNamed } from './pages/registry.js';
import { useAddress } from './state/address.js';
import { createApp, showExample } from './state/app.js';
import { scenarioLibrary, scenarioTexts } from './state/scenario-files.js';
import { AppContext } from './state/use-app.js';

const LINKS = PAGES.flatMap(({ name, label }) =>
  label === undefined ? [] : [{ page: name, label }],
);
const app = createApp(scenarioLibrary(), scenarioTexts());

/** The pages, one of which is shown. */
function App(): VNode {
  const { page, query } = useAddress();
  const shown = pageNamed(page);
  const [ready, setReady] = useState<ReadonlySet<string>>(new Set());
  useTitleAndFocus(shown.name, shown.title, ready.has(shown.name));
  return (
    <AppContext.Provider value={app}>
      <PageFrame links={LINKS} current={shown.under ?? shown.name}>
        {PAGES.map((entry) => (
          <KeptPage
            key={entry.name}
            entry={entry}
            isShown={entry === shown}
            query={query}
            onReady={() => setReady((before) => new Set(before).add(entry.name))}
          />
        ))}
      </PageFrame>
    </AppContext.Provider>
  );
}

/** A page that is gone to begins at its top, and its heading is read out. */
function useTitleAndFocus(page: string, title: string, isReady: boolean): void {
  const before = useRef(page);
  useLayoutEffect(() => {
    document.title = `Winterflow: ${title}`;
    if (before.current === page || !isReady) return;
    before.current = page;
    scrollTo(0, 0);
    const heading = document.querySelector<HTMLElement>(`#page-${page} h1`);
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }, [page, title, isReady]);
}

const root = document.getElementById('app');
if (root !== null) {
  root.replaceChildren();
  render(<App />, root);
  void showExample(app);
}
