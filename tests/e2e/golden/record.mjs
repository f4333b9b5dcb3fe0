// Records the answers that the golden pictures show: node tests/e2e/golden/record.mjs (SHANZHI_BIN and
// SHANZHI_WEB as for the tests). Needed when a screen asks something new or an answer changes its shape;
// afterwards the pictures are made anew with node tests/e2e/run.mjs golden --update, and looked at.
import { launch } from '../browser.mjs';
import { ask, signIn, token } from '../desk.mjs';
import { atRest } from '../rest.mjs';
import { Server } from '../server.mjs';
import { keep } from './replay.mjs';
import { screens, sizes } from './screens.mjs';

const server = await Server.start({ people: 60000, today: '2026-11-22' });
const bearer = token(server);
const { households } = await ask(server, 'households?limit=3&sort=-balance', bearer);
const { places } = await ask(server, 'places?under=371702106', bearer);
const now = new Date('2026-11-22T09:41:00+08:00');
const town = { now: now.toISOString(), household: households[0].id, village: places.find((p) => p.level === 'village').code };
const browser = await launch();
const answers = {};
for (const screen of screens.filter((each) => !each.signedOut)) {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  page.on('response', async (response) => {
    const [, address] = response.url().split('/api/v1/');
    if (address && response.status() === 200 && response.request().method() === 'GET') answers[address] ??= await response.json();
  });
  await page.setViewportSize(sizes[1]);
  await signIn(server, page, { hash: screen.hash(town) });
  for (const size of sizes) {
    await page.setViewportSize(size);
    await screen.stands(page);
    await atRest(page, 1500);
  }
  await context.close();
}
for (const address of Object.keys(answers).filter((each) => each.startsWith('changes?')).slice(1)) delete answers[address];
keep(town, answers);
await browser.close();
await server.end();
console.log(`${Object.keys(answers).length} answers, ${Math.round(JSON.stringify(answers).length / 1024)} KB`);
