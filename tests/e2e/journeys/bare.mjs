// A machine without a Chinese font: the page finds that out and draws with slices of a font from the server; any
// other machine asks for none.
import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { launch } from '../browser.mjs';
import { kWaitMs, signIn, until } from '../desk.mjs';
import { kWeb } from '../server.mjs';

/** A font configuration that knows DejaVu alone, which has no Han characters. */
function bareFonts(folder) {
  const file = path.join(folder, 'fonts.conf');
  fs.writeFileSync(file, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>${folder}/cache</cachedir></fontconfig>`);
  return file;
}

/** How many different colours stand where the page's heading is: boxes have few, words many; and the picture. */
const picture = (page) => page.screenshot({ clip: { x: 0, y: 0, width: 700, height: 500 } });

export const bare = [
  ['a machine with a Chinese font asks for none', async ({ server, open }) => {
    const page = await open();
    const asked = [];
    page.on('request', (request) => { if (request.url().includes('/fonts/')) asked.push(request.url()); });
    await signIn(server, page);
    assert.deepEqual(asked, []);
  }],
  ['a machine without a Chinese font draws with slices from the server, and only those it needs', async ({ server, note }) => {
    if (!fs.existsSync(path.join(kWeb, 'fonts/han.css'))) return note('no slices in this build');
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shanzhi-bare-'));
    const browser = await launch({ env: { ...process.env, FONTCONFIG_FILE: bareFonts(folder) } });
    try {
      const seen = async (refused) => {
        const page = await (await browser.newContext({ locale: 'zh-CN', serviceWorkers: 'block', viewport: { width: 1366, height: 768 } })).newPage();
        if (refused) await page.route('**/fonts/*.woff2', (route) => route.abort());
        let bytes = 0, slices = 0;
        page.on('response', async (answer) => { if (answer.url().endsWith('.woff2')) slices++, bytes += +(await answer.headerValue('content-length')); });
        await signIn(server, page);
        if (!refused) await until(page, 'slices have come', () => [...document.fonts].filter((face) => face.status === 'loaded').length > 2, undefined, kWaitMs);
        await page.waitForTimeout(1500);
        const shot = await picture(page);
        await page.context().close();
        return { shot, slices, bytes };
      };
      const boxes = await seen(true), words = await seen(false);
      const all = fs.readdirSync(path.join(kWeb, 'fonts')).filter((name) => name.endsWith('.woff2')).length;
      note(`${words.slices} of ${all} slices, ${words.bytes} bytes`);
      assert.ok(words.slices > 0 && words.slices < all / 2, `${words.slices} of ${all}`);
      assert.ok(!boxes.shot.equals(words.shot), 'words instead of boxes');
      fs.mkdirSync('build/test-logs', { recursive: true });
      fs.writeFileSync('build/test-logs/bare-machine.png', words.shot);
    } finally {
      await browser.close();
      fs.rmSync(folder, { recursive: true });
    }
  }],
];
