// Before and at the door: the page before the program, what it says when something is missing, signing in,
// languages, an ended session.
import { strict as assert } from 'node:assert';

import { enter, kWaitMs, main, signIn, until } from '../desk.mjs';

const alert = (page) => page.locator('#front-words[role=alert]');

export const door = [
  ['the page tells the town and its figures before the program has arrived', async ({ server, open }) => {
    const page = await open();
    await page.route('**/app.*.wasm', () => {});
    await page.goto(server.url);
    await page.getByText('小留镇').first().waitFor();
    await page.getByText('3,000').first().waitFor();
    await page.getByRole('progressbar', { name: '加载进度' }).waitFor();
  }],
  ['Chinese is the language whatever the browser prefers, and ?lang=en gives English throughout', async ({ server, another }) => {
    const { open } = await another({ locale: 'en-US' });
    const page = await open();
    await page.goto(server.url);
    await page.getByRole('textbox', { name: '用户名' }).waitFor({ timeout: kWaitMs });
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
    await page.goto(`${server.url}/?lang=en`);
    await page.getByRole('textbox', { name: 'User name' }).fill('town', { timeout: kWaitMs });
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    assert.match(await page.locator('#front-figures').innerText(), /Households/);
    await page.getByLabel('Password', { exact: true }).fill('not-the-password');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.locator('input[aria-invalid=true]').waitFor({ timeout: kWaitMs });
    const told = await page.locator('input[aria-invalid=true]').getAttribute('aria-description');
    assert.match(told, /^[\x20-\x7e’“”]+$/, 'the server answers in the language chosen');
  }],
  ['without the program’s file the page says so and offers another try', async ({ server, open }) => {
    const page = await open();
    let away = true;
    await page.route('**/app.*.wasm', (route) => (away ? route.abort() : route.continue()));
    await page.goto(server.url);
    await alert(page).getByText(/连不上服务器/).waitFor({ timeout: kWaitMs });
    away = false;
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByRole('textbox', { name: '用户名' }).waitFor({ timeout: kWaitMs });
  }],
  ['a program that is not one, no WebGL and no WebAssembly are each said in a sentence', async ({ server, open }) => {
    const spoilt = await open();
    await spoilt.route('**/app.*.wasm', (route) => route.fulfill({ status: 200, contentType: 'application/wasm', body: 'not a program' }));
    await spoilt.goto(server.url);
    await alert(spoilt).getByText(/程序未能启动/).waitFor({ timeout: kWaitMs });
    const flat = await open();
    await flat.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; });
    await flat.goto(server.url);
    await alert(flat).getByText(/WebGL 2/).waitFor({ timeout: kWaitMs });
    const old = await open();
    await old.addInitScript(() => { delete window.WebAssembly; });
    await old.goto(`${server.url}/?lang=en`);
    await alert(old).getByText(/too old/).waitFor({ timeout: kWaitMs });
  }],
  ['a program that traps says that it has stopped, sends nothing more, and is loaded again by a button', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page);
    await main(page).waitFor();
    await page.evaluate(() => window.dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })));
    await alert(page).getByText(/程序意外停止/).waitFor();
    assert.equal(await page.evaluate(() => document.getElementById('host').inert), true);
    await page.getByRole('button', { name: '重新载入' }).click();
    await main(page).waitFor({ timeout: kWaitMs });
  }],
  ['a picture that the system takes away comes back', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page);
    await main(page).waitFor();
    const frames = await page.evaluate(() => {
      window.lose = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
      window.lose.loseContext();
      return +document.documentElement.dataset.frames;
    });
    await page.evaluate(() => window.lose.restoreContext());
    await until(page, 'frames go on', (n) => +document.documentElement.dataset.frames > n + 1, frames);
    const colours = await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => {
      const from = document.getElementById('canvas'), to = document.createElement('canvas');
      window.dispatchEvent(new Event('online')); // one more frame, and its picture in the same task
      requestAnimationFrame(() => {
        to.width = from.width; to.height = from.height;
        to.getContext('2d').drawImage(from, 0, 0);
        const data = to.getContext('2d').getImageData(0, 0, to.width, to.height).data, seen = new Set();
        for (let i = 0; i < data.length; i += 4 * 97) seen.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
        resolve(seen.size);
      });
    })));
    assert.ok(colours > 20, `${colours} colours after the loss`);
  }, { painted: true }],
  ['a wrong password is refused with a sentence and the name stays', async ({ server, open }) => {
    const page = await open();
    await page.goto(server.url);
    await page.getByRole('textbox', { name: '用户名' }).fill('town', { timeout: kWaitMs });
    await page.getByLabel('密码', { exact: true }).fill('not-the-password');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.locator('input[aria-invalid=true][aria-description*="不对"]').waitFor({ timeout: kWaitMs });
    assert.equal(await page.getByRole('textbox', { name: '用户名' }).inputValue(), 'town');
  }],
  ['the language is switched in the settings, stays after a reload, and is switched back', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page, { hash: '#/desk/settings' });
    await page.getByRole('radio', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Households' }).waitFor({ timeout: kWaitMs });
    await page.reload();
    await page.getByRole('heading', { name: 'Settings' }).waitFor({ timeout: kWaitMs });
    await page.getByRole('radio', { name: '中文' }).click();
    await page.getByRole('link', { name: /^户档案/ }).waitFor({ timeout: kWaitMs });
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
  }],
  ['an ended session leads to the door and, signed in again, back to the same view', async ({ server, open, context }) => {
    const page = await open();
    const view = '#/desk/boards?period=year&subject=household';
    await signIn(server, page, { hash: view });
    await page.getByRole('heading', { name: '积分榜' }).waitFor({ timeout: kWaitMs });
    await context.clearCookies();
    await page.getByText(/登录已过期/).waitFor({ timeout: kWaitMs });
    await enter(server, page);
    await page.getByRole('heading', { name: '积分榜' }).waitFor({ timeout: kWaitMs });
    assert.equal(await page.evaluate(() => location.hash), view);
  }],
];
