// Takes the README's pictures from the running product: node tests/e2e/pictures.mjs (SHANZHI_BIN and
// SHANZHI_WEB as for the browser tests). Writes docs/desk-*.png.
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
await browser.close();
await server.end();
