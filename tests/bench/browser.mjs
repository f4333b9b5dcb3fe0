// The first load in a real Chromium under the slow profile, cold and with the files at hand, and what goes
// on while nothing happens. Usage: node browser.mjs URL PASSWORD. One figure a line, parted by tabs.
import { chromium } from '../e2e/node_modules/playwright-core/index.mjs';

const [url, password] = process.argv.slice(2);
const rounds = 3;
const say = (name, value, unit, promise = '') => console.log([name, value.toFixed(3), unit, promise].join('\t'));
const median = (values) => values.slice().sort((a, b) => a - b)[Math.floor(values.length / 2)];
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--ignore-gpu-blocklist', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});

/** A context that notes when the program first shows itself, and counts frames asked for. */
async function fresh(state) {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', storageState: state });
  await context.addInitScript(() => {
    window.benchFrames = 0;
    const real = window.requestAnimationFrame;
    window.requestAnimationFrame = (call) => real.call(window, (at) => { window.benchFrames++; call(at); });
    new MutationObserver(() => {
      if (!window.benchReady && document.documentElement.classList.contains('ready')) window.benchReady = performance.now();
    }).observe(document, { attributes: true, subtree: true, attributeFilter: ['class'] });
  });
  return context;
}

async function slow(page) {
  const session = await page.context().newCDPSession(page);
  let bytes = 0;
  session.on('Network.loadingFinished', (event) => { bytes += event.encodedDataLength; });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  return () => bytes;
}

async function load(page, count) {
  await page.goto(url, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.benchReady, null, { timeout: 60000 });
  const ready = await page.evaluate(() => window.benchReady);
  const first = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  return { ready, first, bytes: count() };
}

async function coldLoads(state) {
  const cold = [];
  const warm = [];
  for (let i = 0; i < rounds; i++) {
    const context = await fresh(state);
    const page = await context.newPage();
    const count = await slow(page);
    cold.push(await load(page, count));
    warm.push(await load(page, count));
    await context.close();
  }
  return { cold, warm };
}

async function signIn() {
  const context = await fresh();
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('textbox', { name: '用户名' }).fill('town', { timeout: 60000 });
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('img', { name: /地图/ }).first().waitFor({ timeout: 60000 });
  return { context, page };
}

async function idle(page, name) {
  await page.waitForTimeout(4000);
  const before = await page.evaluate(() => window.benchFrames);
  await page.waitForTimeout(5000);
  say(name, (await page.evaluate(() => window.benchFrames)) - before, 'frames', '<=1');
}

const { cold, warm } = await coldLoads();
say('page with headline figures painted', median(cold.map((l) => l.first)), 'ms', '<=1000');
say('first frame of the program', median(cold.map((l) => l.ready)), 'ms', '<=2500');
say('  on the wire until then, headers and all', median(cold.map((l) => l.bytes)), 'bytes');
say('first frame the second time, files at hand', median(warm.map((l) => l.ready)), 'ms');
const { context, page } = await signIn();
for (const [name, hash] of [['overview', '#/desk/overview'], ['map', '#/desk/map'], ['households', '#/desk/households']]) {
  await page.goto(`${url}/${hash}`);
  await idle(page, `idle for 5 s: ${name}`);
}
await context.close();
await browser.close();
