// web/offline/keep-page.ts: has the page's files kept on this machine once it stands, so that it opens offline.

import { OFFLINE_WORKER } from '../export/policy.js';

const AFTER_MILLISECONDS = 3000; // the page, and what is looked at first, come before

/** Keeps the files where the browser can: over https, and from this machine. Never in the way of anything. */
export function keepPage(): void {
  const places = navigator.serviceWorker;
  const isOneFile = document.querySelector('script[src]') === null; // that is offline as it is
  if (places === undefined || isOneFile) return;
  setTimeout(() => {
    places.register(new URL(OFFLINE_WORKER, document.baseURI)).catch(() => undefined);
  }, AFTER_MILLISECONDS);
}
