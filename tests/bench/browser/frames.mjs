// What a frame costs in the page: the program's own code and what it hands to the graphics card, without the card,
// and what telling the readable tree adds.
import { signIn } from '../../e2e/desk.mjs';
import { countingContext, framesOf, median, quantile, say } from './figures.mjs';
import { openWall } from './wall.mjs';

const kLarge = { viewport: { width: 3840, height: 2160 }, card: false };
const kTurns = 60;

/** No frames and no work while nothing happens. */
export async function idle(server, browser) {
  const context = await countingContext(browser);
  const page = await context.newPage();
  for (const name of ['overview', 'map', 'households']) {
    await signIn(server, page, { hash: `#/desk/${name}` });
    await page.waitForTimeout(4000);
    say(`idle for 5 s: ${name}`, (await framesOf(page, () => page.waitForTimeout(5000))).length, 'frames', '<=1');
  }
  await context.close();
}

function sayFrames(name, frames) {
  say(`${name}: code of a frame`, median(frames.map((f) => f.ms)), 'ms');
  say('  the slowest of a hundred', quantile(frames.map((f) => f.ms), 0.99), 'ms', '<=16.7');
}

/** Milliseconds that the browser has spent since its start on scripts, styles and layout. */
async function spent(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name) => metrics.find((m) => m.name === name).value * 1000;
  return of('ScriptDuration') + of('RecalcStyleDuration') + of('LayoutDuration');
}

async function desk(server, browser) {
  const context = await countingContext(browser, kLarge);
  const page = await context.newPage();
  await signIn(server, page, { hash: '#/desk/map' });
  await page.waitForTimeout(4000);
  await page.mouse.move(1900, 1000);
  sayFrames('map dragged at 3840×2160', await framesOf(page, async () => {
    await page.mouse.down();
    for (let n = 0; n < kTurns; n++) await page.mouse.move(1900 + 6 * n, 1000 + 3 * n);
    await page.mouse.up();
  }));
  await page.goto(`${server.url}/#/desk/households`);
  await page.waitForTimeout(3000);
  const scrolled = await framesOf(page, async () => {
    for (let n = 0; n < kTurns; n++) { await page.mouse.wheel(0, 300); await page.waitForTimeout(40); }
  });
  sayFrames('table scrolled at 3840×2160', scrolled);
  await mirror(page, scrolled);
  await context.close();
}

/** The readable tree is told five times a second at most; what that adds to a frame, and to the browser's work. */
async function mirror(page, frames) {
  const told = frames.filter((f) => f.told).map((f) => f.ms), silent = frames.filter((f) => !f.told).map((f) => f.ms);
  if (told.length > 0 && silent.length > 0) say('telling the readable tree, in its frame', median(told) - median(silent), 'ms');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const work = async (turn) => {
    const before = await spent(session);
    for (let n = 0; n < 20; n++) { await page.mouse.wheel(0, turn); await page.waitForTimeout(250); }
    return (await spent(session) - before) / 20;
  };
  const with_tree = await work(300);
  await page.evaluate(() => { document.getElementById('mirror').style.display = 'none'; });
  say('  scripts, styles and layout for a scroll', with_tree, 'ms');
  say('  the same while the tree is not laid out', await work(-300), 'ms');
}

async function hall(server, browser) {
  const context = await countingContext(browser, kLarge);
  const page = await openWall(server, context);
  await page.waitForTimeout(3000);
  const frames = await framesOf(page, () => page.waitForTimeout(30_000));
  sayFrames('wall at 3840×2160', frames);
  await context.close();
}

export async function frameTimes(server, browser) {
  await desk(server, browser);
  await hall(server, browser);
}
