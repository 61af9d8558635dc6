// web/main.tsx: starts the app and shows the page that the address asks for.

import { render, type VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { PageFrame } from './controls/page-frame.js';
import { keepPage } from './offline/keep-page.js';
import { KeptPage } from './pages/kept-page.js';
import { PAGES, pageNamed } from './pages/registry.js';
import { fragmentOf, useAddress } from './state/address.js';
import { createApp, showExample } from './state/app.js';
import { Keeper } from './state/keeper.js';
import { KeptResults } from './state/kept-results.js';
import { keptWorks } from './state/kept-work.js';
import { scenarioLibrary, scenarioTexts } from './state/scenario-files.js';
import { AppContext, KeeperContext } from './state/use-app.js';

const LINKS = PAGES.flatMap(({ name, label }) =>
  label === undefined ? [] : [{ page: name, label }],
);
const texts = scenarioTexts();
const app = createApp(scenarioLibrary(texts), texts);
const keeper = new Keeper(app, keptWorks(), new KeptResults());

/** The pages, one of which is shown. */
function App(): VNode {
  const { page, query } = useAddress();
  const shown = pageNamed(page);
  const [ready, setReady] = useState<ReadonlySet<string>>(new Set());
  useLink(page, query);
  useTitleAndFocus(shown.name, shown.title, ready.has(shown.name));
  return (
    <AppContext.Provider value={app}>
      <KeeperContext.Provider value={keeper}>
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
      </KeeperContext.Provider>
    </AppContext.Provider>
  );
}

/** Opens a project that the address holds, then shows it, or says on the first page what is wrong. */
function useLink(page: string, query: string): void {
  useEffect(() => {
    if (page !== 'open') return;
    const text = query.replace(/^s=/, '');
    void started
      .then(() => keeper.openLink(text))
      .then((isOpened) => location.replace(fragmentOf(isOpened ? 'scenarios' : 'start')));
  }, [page, query]);
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

/** Once what this tab had open before is open again. */
const started = keeper.start();
const root = document.getElementById('app');
if (root !== null) {
  root.replaceChildren();
  render(<App />, root);
  void showExample(app);
  keepPage();
}
