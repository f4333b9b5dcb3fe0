// What the device keeps: the program opens from it, what was seen is there without a network, an award waits in
// it over a closed page, and with the session everything of a person goes.
import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';

import { ask, enter, kWaitMs, main, password, signIn, token, until } from '../desk.mjs';
import { kWeb, Server } from '../server.mjs';
import { awardByForm, someHousehold } from './award.mjs';

const away = (page) => page.getByText(/没有网络，显示 .*\d+:\d\d 的数据/).first();
const allowed = { serviceWorkers: 'allow' };

/** Until the service worker serves this page. */
const installed = (page) => until(page, 'the worker serves the page', () => !!navigator.serviceWorker.controller);
/** Addresses of the answers kept on the device. */
const keptIn = (page) => page.evaluate(async () => {
  const out = [];
  for (const name of await caches.keys())
    if (name.startsWith('shanzhi-kept-')) for (const key of await (await caches.open(name)).keys()) out.push(new URL(key.url).pathname.split('/').pop());
  return out;
});
const untilKept = (page, name) => until(page, `${name} is kept`, async (wanted) => {
  for (const cache of await caches.keys())
    if (cache.startsWith('shanzhi-kept-')) for (const key of await (await caches.open(cache)).keys()) if (key.url.includes(`/api/v1/${wanted}?`)) return true;
  return false;
}, name);

/** A page that the worker serves, signed in and at that address. */
async function settled(server, open, options) {
  const page = await open();
  await signIn(server, page, options);
  await installed(page);
  await main(page).waitFor();
  return page;
}

async function startedIn(page) {
  return page.evaluate(() => new Promise((resolve) => {
    const done = () => document.documentElement.classList.contains('ready') && resolve(performance.now());
    new MutationObserver(done).observe(document.documentElement, { attributes: true });
    done();
  }));
}

/** A copy of the web folder that may be changed, as when a newer version is put in place. */
function copyOfWeb() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shanzhi-web-'));
  fs.cpSync(kWeb, folder, { recursive: true });
  return folder;
}
function makeNewer(folder) {
  for (const name of ['index.html', 'worker.js']) {
    const file = path.join(folder, name);
    let text = fs.readFileSync(file, 'utf8');
    text = name === 'worker.js' ? text.replace(/shanzhi-program-[0-9a-f]{12}/g, 'shanzhi-program-0123456789ab') : text.replace('<body>', '<body data-newer>');
    fs.writeFileSync(file, text);
    for (const ending of ['.br', '.gz']) fs.rmSync(file + ending, { force: true });
  }
}
const isNewer = (page) => page.evaluate(() => 'newer' in document.body.dataset);

export const device = [
  ['the second start comes from the device: no file of the program is asked of the server', async ({ server, another, note }) => {
    const { open } = await another(allowed);
    const first = await settled(server, open);
    const firstMs = await startedIn(first);
    await first.close();
    const page = await open();
    await page.goto(server.url);
    const ms = await startedIn(page);
    note(`first picture after ${Math.round(firstMs)} ms, then ${Math.round(ms)} ms`);
    const sent = await page.evaluate(() => performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
      .filter((e) => !/\/api\//.test(e.name) && /(app|start|styles)\.|\/$/.test(new URL(e.name).pathname) && e.transferSize > 0 && e.workerStart === 0).map((e) => e.name));
    assert.deepEqual(sent, []);
    await page.getByRole('navigation', { name: '栏目' }).waitFor({ timeout: kWaitMs });
  }],
  ['without a network the program opens with what was seen and says of when it is', async ({ server, another }) => {
    const { open } = await another(allowed);
    const seen = await settled(server, open);
    await untilKept(seen, 'figures');
    await untilKept(seen, 'me');
    await seen.getByRole('link', { name: /^榜单/ }).click();
    await seen.getByRole('heading', { name: '积分榜' }).waitFor();
    await untilKept(seen, 'boards');
    await seen.close();
    await server.kill();
    let isBack = false;
    try {
      const page = await open();
      await page.goto(server.url);
      await page.getByRole('navigation', { name: '栏目' }).waitFor({ timeout: kWaitMs });
      await away(page).waitFor({ timeout: kWaitMs });
      await main(page).getByText(/积分/).first().waitFor();
      await page.getByRole('link', { name: /^榜单/ }).click();
      await page.getByRole('heading', { name: '积分榜' }).waitFor();
      await main(page).getByText(/共 \d+ 个上榜/).first().waitFor();
      await server.run();
      isBack = true;
      await page.getByText(/没有网络/).first().waitFor({ state: 'detached', timeout: 60_000 });
    } finally { if (!isBack) await server.run(); }
  }],
  ['an award made offline waits over a page that is closed and opened offline, and is sent once', async ({ server, another }) => {
    const bearer = token(server);
    const { household } = await someHousehold(server, bearer, 4);
    const { open, context } = await another(allowed);
    const words = `断网又关页后发送 ${Date.now()}`;
    const notes = async () => (await ask(server, `passbook?household=${household.id}&limit=50`, bearer)).lines.filter((line) => line.note === words);
    const page = await settled(server, open, { hash: `#/desk/households?open=${household.id}` });
    await page.getByRole('form', { name: '记分' }).waitFor({ state: 'attached' });
    await untilKept(page, 'passbook');
    await context.setOffline(true);
    await page.getByText(/没有网络/).first().waitFor({ timeout: kWaitMs });
    await awardByForm(page, { hours: '1', note: words });
    await page.getByRole('button', { name: '待发送 1' }).waitFor();
    await page.close();
    const later = await open();
    await later.goto(`${server.url}/#/desk/households?open=${household.id}`);
    await later.getByRole('button', { name: '待发送 1' }).waitFor({ timeout: kWaitMs });
    await away(later).waitFor();
    assert.equal((await notes()).length, 0);
    await context.setOffline(false);
    await later.getByRole('button', { name: '待发送 1' }).waitFor({ state: 'detached', timeout: 30_000 });
    await later.getByRole('complementary').getByRole('button', { name: new RegExp(words) }).first().waitFor({ timeout: 30_000 });
    await later.reload();
    await later.getByRole('complementary').getByRole('button', { name: new RegExp(words) }).first().waitFor({ timeout: 30_000 });
    assert.equal((await notes()).length, 1);
  }],
  ['signing out erases what the device keeps, and so does another person who signs in', async ({ server, another }) => {
    const { open } = await another(allowed);
    const page = await open();
    await page.goto(server.url);
    await enter(server, page, 'town');
    await installed(page);
    await page.reload();
    await page.getByRole('navigation', { name: '栏目' }).waitFor({ timeout: kWaitMs });
    await untilKept(page, 'figures');
    await page.evaluate(() => fetch('/api/v1/sign-out', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }));
    assert.deepEqual(await keptIn(page), []);
    await server.kill();
    try {
      const nobody = await open();
      await nobody.goto(server.url);
      await until(nobody, 'the program stands', () => document.documentElement.classList.contains('ready'));
      assert.equal(await nobody.getByRole('navigation', { name: '栏目' }).count(), 0, 'nothing of the person is shown');
      await nobody.close();
    } finally { await server.run(); }
    await page.reload();
    await enter(server, page, 'town');
    await untilKept(page, 'figures');
    await page.evaluate((data) => fetch('/api/v1/sign-in', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(data) }),
      { name: 'auditor', password: server.accounts().match(/都是 (\S+)/)[1] });
    assert.deepEqual(await keptIn(page), []);
  }],
  ['the plain door opens and shuts through the worker too, and erases what the device keeps', async ({ server, another }) => {
    const { open } = await another(allowed);
    const page = await open();
    await page.goto(server.url);
    await enter(server, page, 'town');  // a session of its own: it ends here
    await installed(page);
    await page.reload();
    await untilKept(page, 'figures');
    const plain = await open();
    await plain.goto(`${server.url}/plain`);
    await plain.getByRole('button', { name: '退出登录' }).click();
    await plain.getByRole('heading', { name: '登录' }).waitFor();
    await page.getByText(/登录已过期|登录工作台/).first().waitFor({ timeout: kWaitMs });
    assert.deepEqual(await keptIn(page), []);
    await plain.getByLabel('用户名').fill('villager');
    await plain.getByLabel('密码').fill(password(server));
    await plain.getByRole('button', { name: '登录' }).click();
    await plain.getByText('当前积分').waitFor();
  }],
  ['an answer to a token, of a search or of the journal is never kept', async ({ server, another }) => {
    const bearer = token(server);
    const { open } = await another(allowed);
    const page = await settled(server, open);
    await untilKept(page, 'figures');
    await page.evaluate(async (secret) => {
      await fetch('/api/v1/rules?all=true', { headers: { authorization: `Bearer ${secret}` } });
      for (const path of ['search?q=zhang', 'journal', 'users', 'teams']) await fetch(`/api/v1/${path}`);
    }, bearer);
    await untilKept(page, 'teams');
    const kept = await page.evaluate(async () => {
      const urls = [];
      for (const name of await caches.keys()) for (const key of await (await caches.open(name)).keys()) urls.push(key.url);
      return urls;
    });
    for (const never of [/all=true/, /search/, /journal/, /users/, /changes/]) assert.ok(!kept.some((url) => never.test(url)), String(never));
  }],
  ['a newer version is said, comes in when it is wanted, and by itself when the page is loaded again', async () => {
    const web = copyOfWeb();
    const server = await Server.start({ web });
    const { launch } = await import('../browser.mjs');
    const browser = await launch();
    try {
      const page = await (await browser.newContext({ locale: 'zh-CN' })).newPage();
      await page.goto(server.url);
      await installed(page);
      assert.equal(await isNewer(page), false);
      const restart = async () => { await server.stop(); await server.run(); };
      makeNewer(web);
      await restart();
      await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });
      await page.getByText('有新版本').first().waitFor({ timeout: kWaitMs });
      assert.equal(await isNewer(page), false, 'nobody is interrupted');
      await page.getByRole('button', { name: '更新' }).click();
      await until(page, 'the newer page', () => 'newer' in document.body.dataset);
      // Once more, without the button: loaded again, the only page lets it in.
      const worker = path.join(web, 'worker.js');
      fs.writeFileSync(worker, fs.readFileSync(worker, 'utf8').replaceAll('0123456789ab', 'ba9876543210'));
      await restart();
      await page.evaluate(async () => { await (await navigator.serviceWorker.getRegistration()).update(); });
      await page.getByText('有新版本').first().waitFor({ timeout: kWaitMs });
      await page.reload();
      await until(page, 'the newest program', async () => (await caches.keys()).includes('shanzhi-program-ba9876543210') && (await caches.keys()).length === 1
        && document.documentElement.classList.contains('ready'));
      assert.equal(await page.getByText('有新版本').count(), 0);
    } finally {
      await browser.close();
      await server.end();
      fs.rmSync(web, { recursive: true });
    }
  }],
];
