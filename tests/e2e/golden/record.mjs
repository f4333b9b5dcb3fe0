// Records the answers that the golden pictures show: node tests/e2e/golden/record.mjs [FACE…] (SHANZHI_BIN and
// SHANZHI_WEB as for the tests). Needed when a screen asks something new or an answer changes its shape;
// afterwards the pictures are made anew with node tests/e2e/run.mjs golden --update, and looked at.
import { launch } from '../browser.mjs';
import { ask, token } from '../desk.mjs';
import { atRest } from '../rest.mjs';
import { Server } from '../server.mjs';
import { faces } from './faces.mjs';
import { keep } from './replay.mjs';

const wanted = process.argv.slice(2);
const server = await Server.start({ people: 60000, today: '2026-11-22' });
const bearer = token(server);
const { households } = await ask(server, 'households?limit=3&sort=-balance', bearer);
const { places } = await ask(server, 'places?under=371702106', bearer);
const now = new Date('2026-11-22T09:41:00+08:00');
const town = { now: now.toISOString(), household: households[0].id, village: places.find((p) => p.level === 'village').code };
const browser = await launch();

async function record(face, screen, answers) {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', ...face.context });
  const page = await context.newPage();
  await page.clock.setFixedTime(now);
  page.on('response', async (response) => {
    const [, address] = response.url().split('/api/v1/');
    if (address && response.status() === 200 && response.request().method() === 'GET') answers[address] ??= await response.json();
  });
  await page.setViewportSize(face.sizes.at(1) ?? face.sizes[0]);
  await screen.prepare?.(server, bearer);
  await screen.before?.(page);
  await face.enter(server, page, screen.hash(town));
  for (const size of face.sizes) {
    await page.setViewportSize(size);
    await screen.stands(page);
    await atRest(page, 1500);
  }
  await context.close();
}

for (const face of faces.filter((each) => wanted.length === 0 || wanted.includes(each.name))) {
  const answers = {};
  for (const screen of face.screens.filter((each) => !each.signedOut)) await record(face, screen, answers);
  for (const address of Object.keys(answers).filter((each) => each.startsWith('changes?')).slice(1)) delete answers[address];
  console.log(`${face.name}: ${keep(face.name, town, answers)}`);
}
await browser.close();
await server.end();
