/**
 * The offline shell: keeps the built pages on the device, so that a reload without a network still opens them.
 *
 * It keeps files of ours and nothing that is anybody's: what goes to /api, /rt and /yjs passes it by unseen. Words are
 * kept by the page itself (`client/collab/`). `scripts/steps/offline-shell.mjs` puts the list of files in and names
 * the version; a page that signs out drops all of it.
 */
const { version, files } = __SHELL__;
const CACHE = `insieme-shell-${version}`;
const known = new Set(files);

self.addEventListener('install', event => event.waitUntil(fill()));
self.addEventListener('activate', event => event.waitUntil(takeOver()));
self.addEventListener('fetch', event => {
  const answer = answerTo(event.request);
  if (answer) event.respondWith(answer);
});

/** All or nothing: half a shell would open to a page that stumbles. The page itself comes fresh, with its own nonce and policy. */
async function fill() {
  const cache = await caches.open(CACHE);
  await cache.addAll([new Request('/', { cache: 'reload' }), ...files]);
}

/** Runs when no page of the version before is open any more. */
async function takeOver() {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith('insieme-shell-') && name !== CACHE).map(name => caches.delete(name)));
  await self.clients.claim();
}

/** Undefined leaves the request to the browser, as if nobody were here. */
function answerTo(request) {
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || /^\/(api|rt|yjs)(\/|$)/.test(pathname)) return undefined;
  if (request.mode === 'navigate') return fetch(request).then(orShell, shell);
  return known.has(pathname) ? file(request) : undefined;
}

/** What a proxy says while our server is down is no answer either. */
async function orShell(answer) {
  return [502, 503, 504].includes(answer.status) ? shell() : answer;
}

async function shell() {
  return (await kept('/')) ?? Response.error();
}

/** Names carry their hash: what is kept is what would be sent. */
async function file(request) {
  return (await kept(request.url)) ?? fetch(request);
}

async function kept(address) {
  const cache = await caches.open(CACHE);
  return cache.match(address, { ignoreVary: true });
}
