// Keeps the files of the page, so that it works offline after the first load.

const VERSION = "hotforge-__VERSION__";
const FILES = __FILES__;

self.addEventListener("install", (event) => {
  const keep = async () => {
    const cache = await caches.open(VERSION);
    // One that cannot be fetched now is kept when it is first used.
    await Promise.allSettled(FILES.map((file) => cache.add(file)));
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  const clean = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith("hotforge-") && name !== VERSION).map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || new URL(request.url).origin !== location.origin) return;
  const answer = async () => {
    const cache = await caches.open(VERSION);
    const isPage = request.mode === "navigate";
    const kept = await cache.match(isPage ? "./" : request, { ignoreSearch: true });
    // Files are named by what they hold; the page itself is asked for first, so that a new build is seen at once.
    if (kept && !isPage) return kept;
    try {
      const fresh = await fetch(request);
      if (fresh.ok) await cache.put(isPage ? "./" : request, fresh.clone());
      return fresh;
    } catch (error) {
      if (kept) return kept;
      throw error;
    }
  };
  event.respondWith(answer());
});
