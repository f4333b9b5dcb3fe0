// Saying figures, and pages that count what they do.
import { leaveOutPainting } from '../../e2e/browser.mjs';

export const say = (name, value, unit, promise = '') => console.log([name, value.toFixed(3), unit, promise].join('\t'));

/** The value below which that part (0 to 1) of them lies. */
export const quantile = (values, part) => values.slice().sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))];
export const median = (values) => quantile(values, 0.5);

/** What is kept in the page itself: when the program first stood, and of each frame how long its code ran and
 *  whether it told the readable tree. */
function watch() {
  const seen = window.bench = { frames: [], told: false };
  const real = window.requestAnimationFrame;
  window.requestAnimationFrame = (call) => real.call(window, (at) => {
    seen.told = false;
    const from = performance.now();
    call(at);
    const frame = { at, ms: performance.now() - from, told: false };
    seen.frames.push(frame);
    queueMicrotask(() => { frame.told = seen.told; }); // after the observer's own
  });
  new MutationObserver((changes) => {
    if (!seen.ready && document.documentElement.classList.contains('ready')) seen.ready = performance.now();
    const mirror = document.getElementById('mirror');
    if (mirror && changes.some((change) => mirror.contains(change.target))) seen.told = true;
  }).observe(document, { attributes: true, subtree: true, childList: true, characterData: true });
}

/** A browser context of its own whose pages count. `card: false`: nothing is painted. */
export async function countingContext(browser, { card = true, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  await context.addInitScript(watch);
  if (!card) await context.addInitScript(leaveOutPainting);
  return context;
}

/** Slow 4G (1.6 Mbit/s, 150 ms) and a processor four times slower; returns the count of bytes that came. */
export async function slow(page) {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return () => bytes;
}

/** Milliseconds from the start of the load until the program stood, and until the page's own words did. */
export async function untilReady(page) {
  await page.waitForFunction(() => window.bench?.ready, null, { timeout: 60_000 });
  return page.evaluate(() => ({ ready: window.bench.ready, first: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 }));
}

/** The frames drawn while `action` goes on: { ms, told, at } each. */
export async function framesOf(page, action) {
  await page.evaluate(() => { window.bench.frames = []; });
  await action();
  return page.evaluate(() => window.bench.frames);
}
