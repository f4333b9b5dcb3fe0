// The wall: how soon it shows what has happened, and a week without a hand.
import fs from 'node:fs';

import { ask, award, kTown, token } from '../../e2e/desk.mjs';
import { countingContext, median, say } from './figures.mjs';

const kWall = { viewport: { width: 1920, height: 1080 } };
const kAwards = 7;
const kStepMs = 600_000, kDaySteps = 24 * 3600_000 / kStepMs, kDays = 7;

export async function openWall(server, context, prepare = () => {}) {
  const page = await context.newPage();
  await prepare(page);
  const secret = server.shanzhi('user', 'token', '--role', 'display').trim();
  await page.goto(`${server.url}/#/hall?token=${encodeURIComponent(secret)}`);
  await page.locator('#mirror').getByText(/^累计发放积分 [\d,]+$/).waitFor({ state: 'attached', timeout: 60_000 });
  return page;
}

/** Resolves with the time at which the wall tells another total than now. */
const otherTotal = (page) => page.evaluate(() => new Promise((resolve) => {
  const total = () => [...document.querySelectorAll('#mirror *')].map((el) => el.getAttribute('aria-label') ?? el.textContent)
    .find((words) => /^累计发放积分 [\d,]+$/.test(words));
  const before = total();
  const watch = new MutationObserver(() => {
    const now = total();
    if (now && now !== before) { watch.disconnect(); resolve(Date.now()); }
  });
  watch.observe(document.getElementById('mirror'), { subtree: true, childList: true, attributes: true, characterData: true });
}));

async function toTheWallWith(server, browser, card, name, promise) {
  const context = await countingContext(browser, { ...kWall, card });
  const page = await openWall(server, context);
  const bearer = token(server);
  const { people } = await ask(server, `people?place=${kTown}&limit=${kAwards}`, bearer);
  const after = [];
  for (const { id } of people) {
    const seen = otherTotal(page);
    await page.waitForTimeout(1500);
    await award(server, bearer, id, 60);
    const answered = Date.now();
    after.push(await seen - answered);
  }
  say(name, median(after), 'ms', promise);
  await context.close();
}

export async function toTheWall(server, browser) {
  await toTheWallWith(server, browser, false, 'an award on the wall after its answer', '<=1000');
  await toTheWallWith(server, browser, true, '  the same, painted by this machine’s processor', '');
}

/** Memory of the processes that draw pages, in MB, after what can be thrown away was. */
async function memory(browser, page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.detach();
  const whole = await browser.newBrowserCDPSession();
  const { processInfo } = await whole.send('SystemInfo.getProcessInfo');
  await whole.detach();
  return processInfo.filter((p) => p.type === 'renderer').reduce((sum, p) => {
    const held = /^RssAnon:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${p.id}/status`, 'utf8'));
    return sum + (held ? Number(held[1]) / 1024 : 0);
  }, 0);
}

/** The page's clock is turned on ten minutes at a time; the first day is for what is made once. */
export async function simulatedWeek(server, browser) {
  const context = await countingContext(browser, { ...kWall, card: false });
  const page = await openWall(server, context, (p) => p.clock.install());
  const first = { frames: 0 };
  for (let day = 0; day < kDays; day++) {
    for (let step = 0; step < kDaySteps; step++) {
      await page.clock.fastForward(kStepMs);
      await page.clock.runFor(50);
    }
    const used = await memory(browser, page);
    if (day === 0) Object.assign(first, { used });
    if (day === 0) say('memory of the wall after a simulated day', used, 'MB');
    if (day === kDays - 1) say('  after a week, of that', used / first.used, '×', '<=1.1');
  }
  await context.close();
}
