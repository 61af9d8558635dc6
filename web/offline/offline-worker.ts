// web/offline/offline-worker.ts: keeps the page's own files, so that it opens and works without a network.
//
// The build puts this version's files in the place of FILES. The page itself comes from the network where there
// is one, so that a new version is seen at once; files with a hash in their name never change.

declare const FILES: string[];
declare const VERSION: string;

/** What is used of the scope of a service worker; its types and those of a page exclude each other. */
interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}
interface Asked extends Waiting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface OfflineScope {
  location: Location;
  clients: {
    claim(): Promise<void>;
    matchAll(options: { includeUncontrolled: boolean }): Promise<readonly unknown[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', react: (event: Waiting) => void): void;
  addEventListener(name: 'fetch', react: (event: Asked) => void): void;
}

const NAME = `winterflow-${VERSION}`;
const worker = self as unknown as OfflineScope;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(NAME)
      .then((cache) => cache.addAll(FILES))
      .then(() => worker.skipWaiting()),
  );
});

// Files of an older version are kept while a tab of it may be open.
worker.addEventListener('activate', (event) => {
  event.waitUntil(tidy());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== worker.location.origin) return;
  event.respondWith(request.mode === 'navigate' ? fresh(request) : kept(request));
});

async function tidy(): Promise<void> {
  const tabs = await worker.clients.matchAll({ includeUncontrolled: true });
  if (tabs.length <= 1) {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith('winterflow-') && name !== NAME);
    await Promise.all(old.map((name) => caches.delete(name)));
  }
  await worker.clients.claim();
}

/** From the network; without one, the page that is kept. */
async function fresh(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    const own = await caches.open(NAME); // of several versions, the page of this one
    return (await own.match('./')) ?? Response.error();
  }
}

/** What is kept; from the network what is not. */
async function kept(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}
