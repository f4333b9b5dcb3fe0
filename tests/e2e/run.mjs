// The product in a real browser: a server of its own with a small town, journeys by role and name.
// Usage: node run.mjs [NAME]. Ends with "N passed, N failed".
import { chromium } from 'playwright-core';

import { journeys } from './journeys.mjs';
import { Server } from './server.mjs';

const wanted = process.argv[2] ?? '';
const server = await Server.start({ people: 3000 });
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--ignore-gpu-blocklist', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});
let passed = 0;
let failed = 0;
for (const [name, journey] of journeys) {
  if (wanted && !name.includes(wanted)) continue;
  const errors = [];
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const open = async ({ expectErrors = false } = {}) => {
    const page = await context.newPage();
    page.on('pageerror', (error) => { if (!expectErrors) errors.push(error.message); });
    return page;
  };
  try {
    await journey({ server, context, open });
    if (errors.length > 0) throw new Error(`the page failed: ${errors[0]}`);
    passed++;
    console.log(`ok    ${name}`);
  } catch (error) {
    failed++;
    console.log(`FAIL  ${name}\n      ${String(error.stack ?? error).split('\n').slice(0, 8).join('\n      ')}`);
  }
  await context.close();
}
await browser.close();
await server.end();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
