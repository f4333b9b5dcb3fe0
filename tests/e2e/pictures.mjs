// Takes the README's pictures from the running product: node tests/e2e/pictures.mjs (SHANZHI_BIN and
// SHANZHI_WEB as for the browser tests). Writes docs/desk-*.png, hall-1920.png and phone-*.png.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { launch } from './browser.mjs';
import { main, signIn } from './desk.mjs';
import { atRest } from './rest.mjs';
import { Server } from './server.mjs';

const docs = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../docs');
const server = await Server.start({ people: Number(process.argv[2] ?? 60000) });
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
for (const section of ['overview', 'map', 'households']) {
  await signIn(server, page, { hash: `#/desk/${section}` });
  await main(page).waitFor({ timeout: 30_000 });
  await atRest(page, 2000);
  await page.screenshot({ path: path.join(docs, `desk-${section}-1366.png`) });
}

const wall = await browser.newPage({ viewport: { width: 1920, height: 1080 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
await wall.goto(`${server.url}/#/hall?token=${encodeURIComponent(server.shanzhi('user', 'token', '--role', 'display').trim())}`);
await wall.getByRole('region', { name: '刚刚发生' }).waitFor({ state: 'attached', timeout: 30_000 });
await wall.waitForTimeout(8000);   // a wall never rests: its clock goes, its boards take turns
await wall.screenshot({ path: path.join(docs, 'hall-1920.png') });

const hand = await browser.newPage({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
for (const section of ['standing', 'board']) {
  await signIn(server, hand, { name: 'villager', hash: section === 'standing' ? '#/me' : `#/me/${section}` });
  await main(hand).waitFor({ timeout: 30_000 });
  await atRest(hand, 2000);
  await hand.screenshot({ path: path.join(docs, `phone-${section}.png`) });
}
await browser.close();
await server.end();
