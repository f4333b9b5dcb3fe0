// Takes the README's pictures from the running product: node tests/e2e/pictures.mjs (SHANZHI_BIN and
// SHANZHI_WEB as for the browser tests). Writes docs/desk-*.png.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { chromium } from 'playwright-core';

import { Server } from './server.mjs';

const docs = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../docs');
const server = await Server.start({ people: Number(process.argv[2] ?? 60000) });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--ignore-gpu-blocklist', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
await page.goto(server.url);
await page.getByRole('textbox', { name: '用户名' }).fill('town', { timeout: 30000 });
await page.getByLabel('密码', { exact: true }).fill(server.accounts().match(/都是 (\S+)/)[1]);
await page.getByRole('button', { name: '登录', exact: true }).click();
await page.getByRole('img', { name: /地图/ }).first().waitFor({ timeout: 30000 });
for (const section of ['overview', 'map', 'households']) {
  await page.goto(`${server.url}/#/desk/${section}`);
  await page.waitForTimeout(3000);
  await page.screenshot({ path: path.join(docs, `desk-${section}-1366.png`) });
}
await browser.close();
await server.end();
