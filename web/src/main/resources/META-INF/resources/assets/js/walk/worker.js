// The worker of the recorder: keeps the app's files on the phone, so that it opens without a network. It touches nothing but /walk/.
// The server writes here which files there are, each with its SHA-256: what a network's own page puts in their place is not kept.
const FILES = /* files */ {};
const KEPT = "copse-walk-app-/* version */";
const GROUND = "copse-walk-ground";

self.addEventListener("install", (event) => event.waitUntil(fill()));
self.addEventListener("activate", (event) => event.waitUntil(clean()));
self.addEventListener("fetch", (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (event.request.method !== "GET" || origin !== location.origin) return;
  if (pathname in FILES) event.respondWith(kept(pathname));
  else if (pathname.startsWith("/api/v1/backdrop")) event.respondWith(ground(event.request));
});

async function fill() {
  const cache = await caches.open(KEPT);
  await Promise.all(Object.keys(FILES).map(async (path) => cache.put(path, await right(path))));
}

/** Returns a file that is the very one. */
async function right(path) {
  const response = await fetch(path, { cache: "no-cache", credentials: "same-origin" });
  const body = await response.arrayBuffer();
  let hash = "";
  for (const byte of new Uint8Array(await crypto.subtle.digest("SHA-256", body))) hash += byte.toString(16).padStart(2, "0");
  if (hash !== FILES[path]) throw new Error(`${path} is not what the server has`);
  const headers = new Headers(response.headers);
  headers.delete("Content-Encoding"); // unpacked by now
  headers.delete("Content-Length");
  return new Response(body, { headers });
}

async function clean() {
  for (const name of await caches.keys()) {
    if (name.startsWith("copse-walk-app-") && name !== KEPT) await caches.delete(name);
  }
  await self.clients.claim();
}

async function kept(path) {
  return (await (await caches.open(KEPT)).match(path)) ?? fetch(path);
}

/** Land, water and streets: the newest where there is a network, else those taken along. */
async function ground(request) {
  const cache = await caches.open(GROUND);
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(8000) });
    if (response.ok && response.headers.get("Content-Type")?.includes("json")) {
      await cache.put(request.url, response.clone());
      return response;
    }
  } catch {
    // no network
  }
  return (await cache.match(request.url)) ?? Response.error();
}
