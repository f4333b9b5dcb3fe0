// Where one is: sections, addresses, back and forward, reload, two windows, search.
import { strict as assert } from 'node:assert';

import { ask, compose, kWaitMs, main, open as openSection, signIn, token, until } from '../desk.mjs';
import { atRest } from '../rest.mjs';

const hash = (page) => page.evaluate(() => location.hash);

export const views = [
  ['signing in opens the overview with the town’s figures and map', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page);
    await page.getByRole('img', { name: /地图/ }).first().waitFor({ timeout: kWaitMs });
    assert.match(await hash(page), /overview|^$/);
  }],
  ['back and forward go through what was opened, and a reload stays there', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page);
    const { households } = await ask(server, 'households?search=zs&limit=1&sort=-balance', token(server));
    await openSection(page, '榜单');
    await page.getByRole('heading', { name: '积分榜' }).waitFor();
    await openSection(page, '户档案');
    await page.getByRole('searchbox', { name: '在本表中查找' }).fill('zs');
    await page.getByRole('row', { name: new RegExp(households[0].number) }).click();
    await page.getByRole('complementary', { name: '户档案' }).waitFor();
    const opened = await hash(page);
    assert.match(opened, /search=zs/);
    assert.match(opened, new RegExp(households[0].id));
    await page.reload();
    await page.getByRole('complementary', { name: '户档案' }).getByRole('heading', { name: `${households[0].head}户` }).waitFor();
    assert.equal(await page.getByRole('searchbox', { name: '在本表中查找' }).inputValue(), 'zs');
    assert.equal(await hash(page), opened);
    await page.goBack();
    await page.getByRole('complementary', { name: '户档案' }).waitFor({ state: 'detached' });
    await page.goBack();
    await page.getByRole('heading', { name: '积分榜' }).waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: '户档案' }).first().waitFor();
    await page.goForward();
    await page.getByRole('complementary', { name: '户档案' }).waitFor();
    assert.equal(await hash(page), opened);
  }],
  ['two windows of one person stand at different views and keep to themselves', async ({ server, open }) => {
    const first = await open();
    await signIn(server, first, { hash: '#/desk/boards' });
    const second = await open();
    await second.goto(`${server.url}/#/desk/map`);
    await second.getByRole('main', { name: '微网格地图' }).waitFor();
    await openSection(second, '规则');
    await first.getByRole('heading', { name: '积分榜' }).waitFor();
    assert.match(await hash(first), /boards/);
    assert.match(await hash(second), /rules/);
  }],
  ['homes are on the map when they are asked for, every one of them', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page, { hash: '#/desk/map' });
    await page.getByRole('checkbox', { name: '住户' }).click();
    const { households } = await ask(server, 'household-points', token(server));
    const count = households.toLocaleString('en-US');
    await page.getByRole('checkbox', { name: new RegExp(`住户\\s+${count}`) }).waitFor({ timeout: kWaitMs });
    await page.getByRole('img', { name: new RegExp(`住户 ${count}`) }).waitFor({ timeout: kWaitMs });
  }],
  ['Chinese is typed into search and form as on any page; half-typed pinyin asks nothing', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page);
    const asked = [];
    page.on('request', (request) => { if (/\/search\?|\/people\?/.test(request.url())) asked.push(decodeURIComponent(request.url())); });
    await main(page).waitFor();
    await page.keyboard.press('/');
    const search = page.getByRole('searchbox', { name: '搜索' });
    await until(page, 'the slash goes to the search', () => document.activeElement?.getAttribute('aria-label') === '搜索');
    await compose(page, 'zhang', '张');
    await page.getByRole('group', { name: '搜索结果' }).getByRole('button', { name: /张/ }).first().waitFor();
    assert.equal(await search.inputValue(), '张');
    assert.deepEqual(asked.filter((url) => /zha?n?g?/.test(url)), []);
    await page.keyboard.press('Escape');
    await openSection(page, '记分');
    const note = page.getByRole('textbox', { name: '事由' });
    await note.focus();
    await compose(page, 'dasao', '打扫');
    await compose(page, 'jiedao', '街道');
    assert.equal(await note.inputValue(), '打扫街道');
    await atRest(page);
    assert.equal(await note.inputValue(), '打扫街道');
  }],
  ['an idle page draws nothing, though it asks what is new', async ({ server, open, note }) => {
    const page = await open();
    await signIn(server, page);
    await page.getByRole('img', { name: /地图/ }).first().waitFor();
    await atRest(page, 800);
    const { frames, asked } = await page.evaluate(async () => {
      const from = +document.documentElement.dataset.frames, before = performance.getEntriesByType('resource').length;
      await new Promise((resolve) => setTimeout(resolve, 2000));
      return { frames: +document.documentElement.dataset.frames - from, asked: performance.getEntriesByType('resource').length - before };
    });
    note(`${frames} frames, ${asked} requests in 2 s`);
    assert.ok(asked >= 2, `${asked} requests`);
    assert.ok(frames <= 3, `${frames} frames`);  // the clock's minute may turn
  }],
  ['a frame asks the graphics card nothing, for every question waits until all before it is drawn', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page, { hash: '#/desk/households' });
    await main(page).getByRole('row').nth(3).waitFor();
    await page.evaluate(() => {
      window.questions = [];
      for (const name of Object.getOwnPropertyNames(WebGL2RenderingContext.prototype)) {
        if (!/^(get|is|read|finish|check|clientWait)/.test(name)) continue;
        const real = WebGL2RenderingContext.prototype[name];
        WebGL2RenderingContext.prototype[name] = function (...rest) { window.questions.push(name); return real.apply(this, rest); };
      }
    });
    const frames = await page.evaluate(() => +document.documentElement.dataset.frames);
    await page.mouse.move(700, 500);
    for (let n = 0; n < 4; n++) { await page.mouse.wheel(0, 120); await page.waitForTimeout(60); }
    await atRest(page);
    assert.ok(await page.evaluate(() => +document.documentElement.dataset.frames) - frames >= 4);
    assert.deepEqual(await page.evaluate(() => window.questions), []);
  }],
];
