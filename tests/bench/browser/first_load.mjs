// From the address to the first picture under the slow profile: nothing at hand, the browser's own cache, and the
// service worker, which has the program on the device.
import { signIn } from '../../e2e/desk.mjs';
import { countingContext, median, say, slow, untilReady } from './figures.mjs';

const kRounds = 5;
const kPhone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, card: false };

async function load(page, address, bytes = () => 0) {
  await page.goto(address, { waitUntil: 'commit' });
  return { ...await untilReady(page), bytes: bytes() };
}

/** A worker has the page and its files: the next start needs no network. */
const workerStands = (page) => page.waitForFunction(async () => {
  const kept = await caches.keys();
  return navigator.serviceWorker.controller !== null && kept.some((name) => name.startsWith('shanzhi-program-'));
}, null, { timeout: 60_000 });

/** Without a worker: nobody signed in, first with nothing at hand, then with the browser's cache. */
async function withoutWorker(server, browser) {
  const cold = [], again = [];
  for (let i = 0; i < kRounds; i++) {
    const context = await countingContext(browser, { serviceWorkers: 'block', card: false });
    const page = await context.newPage();
    const bytes = await slow(page);
    cold.push(await load(page, server.url, bytes));
    again.push(await load(page, server.url));
    await context.close();
  }
  say('page with headline figures painted', median(cold.map((l) => l.first)), 'ms', '<=1000');
  say('first frame of the program', median(cold.map((l) => l.ready)), 'ms', '<=2500');
  say('  on the wire until then, headers and all', median(cold.map((l) => l.bytes)), 'bytes');
  say('first frame again, from the browser’s cache', median(again.map((l) => l.ready)), 'ms');
}

/** From the worker, each start in a page of its own. */
async function fromWorker(server, browser, name, hash, options) {
  const context = await countingContext(browser, options);
  const first = await context.newPage();
  await signIn(server, first, { hash });
  await workerStands(first);
  await first.close();
  const plain = [], slowed = [];
  for (let i = 0; i < kRounds; i++) {
    for (const [into, prepare] of [[plain, () => {}], [slowed, slow]]) {
      const page = await context.newPage();
      await prepare(page);
      into.push((await load(page, `${server.url}/${hash}`)).ready);
      await page.close();
    }
  }
  await context.close();
  say(`${name} from the service worker, processor as it is`, median(plain), 'ms', '<=500');
  say(`${name} from the service worker, slow profile`, median(slowed), 'ms');
}

export async function firstLoads(server, browser) {
  await withoutWorker(server, browser);
  await fromWorker(server, browser, 'desk', '#/desk/overview', { card: false });
  await fromWorker(server, browser, 'phone', '#/me', kPhone);
}
