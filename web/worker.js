// The service worker: keeps the files of one version on the device, so that the program opens from there, and
// the last good answers of the person who is signed in, so that what was seen is there without a network.
// An answer from the device says since when it is kept (Shanzhi-Seen); commands are never kept here.
'use strict';
const kVersion = '@version@';
const at_root = (name) => '/' + name;
const kPage = ['start.js', 'styles.css', 'device.js'].map(at_root);
const kPrograms = { app: ['app.js', 'app.wasm'].map(at_root), phone: ['phone.js', 'phone.wasm'].map(at_root) };
const kFiles = [...kPage, ...kPrograms.app, ...kPrograms.phone];
const kProgram = 'shanzhi-program-' + kVersion, kKept = 'shanzhi-kept-1-';
const kAnswersMax = 160, kKeptMsMax = 30 * 24 * 3600 * 1000;
let turn = 0;                  // counts the times all was forgotten: what was asked before is not kept after
let work = Promise.resolve();  // one thing at a time is done to what is kept

const soon = (what) => { work = work.then(what, what); return work; };

/** The page, without the figures laid into it: those were true when it was fetched. */
async function bare_page() {
  const answer = await fetch('/', { cache: 'no-cache', credentials: 'omit' });
  const text = (await answer.text()).replace(/(<dl id="front-figures">)[\s\S]*?(<\/dl>)/, '$1$2');
  // Another version's page would ask for other files: then the next try finds both of one version.
  if (!answer.ok || ![0, 1].every((n) => text.includes(kPage[n].slice(1)))) throw new Error('the page is of another version');
  const headers = new Headers(answer.headers);
  for (const name of ['Content-Encoding', 'Content-Length', 'ETag', 'Vary']) headers.delete(name);
  return new Response(text, { headers });
}

// Which program the page is that brought this worker in; it says so at once.
let tell_program;
const told_program = new Promise((resolve) => { tell_program = resolve; setTimeout(resolve, 5000); });

/** The programs that this device uses: that of the page, and those that an earlier version kept. */
async function programs_used() {
  const used = new Set([await told_program]);
  for (const name of await caches.keys())
    if (name.startsWith('shanzhi-program-'))
      for (const request of await (await caches.open(name)).keys())
        used.add((/\/(app|phone)\./.exec(request.url) || [])[1]);
  return [...used].filter((name) => kPrograms[name]);
}

self.addEventListener('install', (event) => {
  event.waitUntil((async () => {
    const used = await programs_used(), cache = await caches.open(kProgram);
    await cache.put('/', await bare_page());
    await cache.addAll([...kPage, ...used.flatMap((name) => kPrograms[name])]);
  })());
  // The poll for changes need not pass here, where the browser can be told so.
  try { event.addRoutes({ condition: { urlPattern: { pathname: '/api/v1/changes' } }, source: 'network' }); } catch (e) { /* it passes, untouched */ }
});

self.addEventListener('activate', (event) => {
  event.waitUntil((async () => {
    for (const name of await caches.keys())
      if (name.startsWith('shanzhi-') && name !== kProgram && !name.startsWith(kKept)) await caches.delete(name);
    await self.clients.claim();
  })());
});

/** Nothing of anybody stays; answers on their way are not kept either. */
function forget() {
  turn++;
  return soon(async () => {
    for (const name of await caches.keys()) if (name.startsWith('shanzhi-kept-')) await caches.delete(name);
  });
}

// Another language is another answer.
function key_of(request) {
  const url = new URL(request.url);
  url.searchParams.append('accept-language', request.headers.get('accept-language') || '');
  return url.href;
}

/** One person's answers; those of anybody else go. */
async function shelf_of(who) {
  for (const name of await caches.keys())
    if (name.startsWith('shanzhi-kept-') && name !== kKept + who) await caches.delete(name);
  return caches.open(kKept + who);
}

const find = (key) => caches.match(key, { ignoreVary: true });

function keep(key, who, answer, asked_in) {
  return soon(async () => {
    const body = await answer.arrayBuffer();
    if (asked_in !== turn) return;
    const shelf = await shelf_of(who), headers = { 'Shanzhi-Seen': String(Date.now()), 'Shanzhi-For': who };
    for (const name of ['Content-Type', 'ETag']) if (answer.headers.has(name)) headers[name] = answer.headers.get(name);
    await shelf.put(key, new Response(body, { headers }));
    const keys = await shelf.keys(); // the one put last stands last
    for (const old of keys.slice(0, Math.max(0, keys.length - kAnswersMax))) await shelf.delete(old);
  });
}

/** Nothing new: what is kept is as good as of now. */
async function renew(key, who, asked_in) {
  const old = await find(key);
  if (old && old.headers.get('Shanzhi-For') === who) await keep(key, who, old, asked_in);
}

async function from_device(key) {
  const old = await find(key);
  return old && Date.now() - +old.headers.get('Shanzhi-Seen') < kKeptMsMax ? old : null;
}

async function ask(event) {
  const asked_in = turn, key = key_of(event.request);
  let request = event.request, answer;
  if (request.headers.has('if-none-match') && !(await find(key))) {
    const headers = new Headers(request.headers); // the page has it, the device not yet: once more, whole
    headers.delete('if-none-match');
    request = new Request(request.url, { headers, credentials: 'same-origin', cache: 'no-cache', signal: request.signal });
  }
  try {
    answer = await fetch(request);
  } catch (error) {
    return (asked_in === turn && await from_device(key)) || Response.error();
  }
  if (answer.status === 502 || answer.status === 503 || answer.status === 504)
    return (asked_in === turn && await from_device(key)) || answer;
  const who = answer.headers.get('Shanzhi-Keep');
  if (answer.status === 401) event.waitUntil(forget());
  else if (who && answer.status === 200) event.waitUntil(keep(key, who, answer.clone(), asked_in));
  else if (who && answer.status === 304) event.waitUntil(renew(key, who, asked_in));
  return answer;
}

/** Whoever signs in or out, and however that ends: nothing kept outlives it. */
async function change_person(request) {
  forget();
  try { return await fetch(request); } finally { await forget(); }
}

/** From the device; a newer version that waits comes in when no other page is open. */
async function page(event) {
  const waiting = self.registration.waiting;
  if (waiting && (await self.clients.matchAll({ type: 'window' })).length < 2) {
    waiting.postMessage('take-over');
    return new Response('', { headers: { 'Content-Type': 'text/html', Refresh: '0' } });
  }
  return (await from_program('/')) || fetch(event.request);
}

async function from_program(path) {
  return (await caches.open(kProgram)).match(path, { ignoreVary: true });
}

/** A file of this version, kept from its first use on. */
async function file_of_program(request, path) {
  const kept = await from_program(path);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(kProgram)).put(path, answer.clone());
  return answer;
}

self.addEventListener('fetch', (event) => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method === 'POST' && /\/(sign-in|sign-out|open-town|set-pin)[\w-]*$/.test(url.pathname)) {
    event.respondWith(change_person(request));
  } else if (request.method !== 'GET') {
    // Commands go their way.
  } else if (request.mode === 'navigate') {
    if (url.pathname === '/') event.respondWith(page(event));
  } else if (url.pathname.startsWith('/api/v1/')) {
    const whole = /^\/api\/v1\/(changes|export|front|import-template|import-errors)$/.test(url.pathname);
    const other = request.headers.has('authorization') || request.headers.has('shanzhi-face');
    if (!whole && !other) event.respondWith(ask(event));
  } else if (kFiles.includes(url.pathname)) {
    event.respondWith(file_of_program(request, url.pathname));
  }
});

self.addEventListener('message', (event) => {
  if (event.data && event.data.program) tell_program(event.data.program);
  if (event.data === 'take-over') self.skipWaiting();
  if (event.data === 'signed-out') event.waitUntil(forget());
});
