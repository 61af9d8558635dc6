// web/main.tsx: starts the app and shows the page that the address asks for.

import './state/strict-policy.js';
import { render, type VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { PageFrame } from './controls/page-frame.js';
import { ComparePage } from './pages/compare.js';
import { VerifyPage } from './pages/verify.js';
import { type PageName, useAddress } from './state/address.js';
import { scenarioLibrary, scenarioTexts } from './state/scenario-files.js';

const TITLES: Record<PageName, string> = {
  compare: 'Winterflow: compare plans for a winter',
  verification: 'Winterflow: verification',
};
const library = scenarioLibrary();
const texts = scenarioTexts();

/** The pages. One that was opened stays as it was, and goes on with what it runs, while hidden. */
function App(): VNode {
  const { page, only } = useAddress();
  const opened = useRef(new Set<PageName>());
  opened.current.add(page);
  const lastOnly = useRef(only);
  if (page === 'verification') lastOnly.current = only;
  useTitleAndFocus(page);
  return (
    <PageFrame current={page}>
      <div id="page-compare" hidden={page !== 'compare'}>
        {opened.current.has('compare') && <ComparePage library={library} />}
      </div>
      <div id="page-verification" hidden={page !== 'verification'}>
        {opened.current.has('verification') && (
          <VerifyPage key={lastOnly.current.join()} texts={texts} only={lastOnly.current} />
        )}
      </div>
    </PageFrame>
  );
}

/** A page that is gone to begins at its top, and its heading is read out. */
function useTitleAndFocus(page: PageName): void {
  const before = useRef(page);
  useLayoutEffect(() => {
    document.title = TITLES[page];
    if (before.current === page) return;
    before.current = page;
    scrollTo(0, 0);
    const heading = document.querySelector<HTMLElement>(`#page-${page} h1`);
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }, [page]);
}

const root = document.getElementById('app');
if (root !== null) {
  root.replaceChildren();
  render(<App />, root);
}
