// The service worker: keeps every file of the page, so that it works without its server. Written by
// scripts/build-page.mjs, which fills in the values below.
const CACHE = 'gouji-' + 'VERSION';
const POLICY = 'POLICY';
const FILES = ['FILES'];
// What is fetched when the page works already.
const LATER = ['LATER'];

self.addEventListener('install', (event) => {
  const fresh = FILES.map((file) => new Request(file, { cache: 'reload' }));
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(fresh)).then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const forgetOld = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith('gouji-') && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(forgetOld());
  caches.open(CACHE).then((cache) => cache.addAll(LATER)).catch(() => {});
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
    (request.mode === 'navigate' ? await cache.match('./') : undefined);
  return kept ? underPolicy(kept) : fetch(request);
}

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === 'GET' && url.origin === self.location.origin) {
    event.respondWith(answer(event.request));
  }
});
