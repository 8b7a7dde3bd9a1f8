// The service worker: keeps every file of the page, so that it works without its server. Written by
// scripts/build-page.mjs, which fills in the values below.
const CACHE = 'gouji-' + 'VERSION';
const POLICY = 'POLICY';
const FILES = ['FILES'];
// What is fetched when the page works already.
const LATER = ['LATER'];

self.addEventListener('install', (event) => {
  // A page that is open goes on with the version it came with, until its reader asks for this one.
  event.waitUntil(fill());
});

// A name that changes with the contents cannot be stale: what was loaded already, by the page or by the version
// before, is not loaded again.
async function fill() {
  const cache = await caches.open(CACHE);
  const isNamedByContents = (file) => /-[0-9a-f]{16}\.\w+$/.test(file);
  const missing = await Promise.all(FILES.map(async (file) => {
    const held = isNamedByContents(file) ? await caches.match(file) : undefined;
    if (held) return cache.put(file, held).then(() => []);
    return [new Request(file, { cache: isNamedByContents(file) ? 'default' : 'no-cache' })];
  }));
  await cache.addAll(missing.flat());
}

self.addEventListener('activate', (event) => {
  const forgetOld = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith('gouji-') && name !== CACHE);
    // Another page that is open may still ask for files of the version before.
    const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    if (pages.length <= 1) await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(forgetOld());
});

// The page says when it has shown a report: only then is there time for the rest.
self.addEventListener('message', (event) => {
  if (event.data === 'renew') event.waitUntil(self.skipWaiting());
  if (event.data !== 'later') return;
  const fetchRest = async () => {
    const cache = await caches.open(CACHE);
    const kept = new Set((await cache.keys()).map((request) => request.url));
    const missing = LATER.filter((file) => !kept.has(new URL(file, self.location.href).href));
    if (missing.length > 0) await cache.addAll(missing);
  };
  event.waitUntil(fetchRest().catch(() => {}));
});

// A worker obeys the policy its own file was served with, not the page's: served from here, every
// file carries it.
function underPolicy(response) {
  const headers = new Headers(response.headers);
  headers.set('Content-Security-Policy', POLICY);
  return new Response(response.body, { status: response.status, headers });
}

async function answer(request) {
  const cache = await caches.open(CACHE);
  const kept = (await cache.match(request, { ignoreSearch: true })) ??
    (request.mode === 'navigate' ? await cache.match('./') : await caches.match(request));
  return kept ? underPolicy(kept) : fetch(request);
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === 'GET' && url.origin === self.location.origin) {
    event.respondWith(answer(event.request));
  }
});
