// For everybody: rules of accessibility on every section, keys without a mouse, what lies below the fold.
import { strict as assert } from 'node:assert';

import { brokenRules, kWaitMs, main, open as openSection, password, signIn, until } from '../desk.mjs';
import { atRest } from '../rest.mjs';

const focused = (page) => page.evaluate(() => {
  const el = document.activeElement;
  return el === document.body ? '' : el.getAttribute('aria-label') ?? el.textContent;
});

/** Rules broken in the light scheme and in the dark one. */
async function inBothSchemes(page, where) {
  const broken = [];
  for (const scheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme: scheme });
    await until(page, `${where}: the ${scheme} scheme has come`, (wanted) => getComputedStyle(document.documentElement).colorScheme === wanted, scheme);
    broken.push(...await brokenRules(page, `${where}, ${scheme}`));
  }
  return broken;
}

export const access = [
  ['no section of the desk and not its door break a rule of accessibility, light or dark', async ({ server, open }) => {
    const page = await open();
    await page.goto(server.url);
    await page.getByRole('textbox', { name: '用户名' }).waitFor({ timeout: kWaitMs });
    const broken = await inBothSchemes(page, '登录');
    await signIn(server, page);
    const sections = await page.getByRole('navigation', { name: '栏目' }).getByRole('link').evaluateAll((all) => all.map((el) => el.getAttribute('aria-label').split(' ')[0]));
    assert.ok(sections.length >= 13, sections.join(' '));
    for (const section of sections) {
      await openSection(page, section);
      await atRest(page);
      broken.push(...await inBothSchemes(page, section));
    }
    await openSection(page, '户档案');
    await page.getByRole('row').nth(2).click();
    await page.getByRole('complementary', { name: '户档案' }).getByRole('heading', { level: 2 }).first().waitFor({ state: 'attached' });
    await atRest(page);
    broken.push(...await inBothSchemes(page, '户档案（打开）'));
    await page.getByRole('form', { name: '记分' }).getByRole('combobox', { name: '按哪条规则' }).click();
    await page.getByRole('option').nth(3).waitFor({ state: 'attached' });
    broken.push(...await inBothSchemes(page, '规则列表（打开）'));
    await page.keyboard.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await main(page).getByRole('button', { name: '新建户' }).click();
    await page.getByRole('dialog').waitFor();
    await atRest(page);
    broken.push(...await inBothSchemes(page, '新建户'));
    assert.deepEqual(broken, []);
  }],
  ['what lies below the fold is in the tree, and focus or a press brings it into sight', async ({ server, another }) => {
    const { open } = await another({ viewport: { width: 1366, height: 420 } });
    const page = await open();
    await signIn(server, page, { hash: '#/desk/settings' });
    const repeat = page.getByRole('textbox', { name: /再输|重复|再次/ });
    await repeat.waitFor({ state: 'attached' });
    assert.ok((await repeat.boundingBox()).y > 420, 'it begins below the fold');
    await repeat.focus();
    await until(page, 'the focus scrolls', () => document.activeElement.getBoundingClientRect().bottom <= innerHeight);
    const button = page.getByRole('button', { name: '修改密码' });
    await button.scrollIntoViewIfNeeded();
    await until(page, 'the page follows', () => document.querySelector('.scroller[style*="extent"]') !== null);
    await page.getByRole('radio', { name: '深色' }).click();
    await until(page, 'the press above the edge works', () => document.documentElement.style.colorScheme === 'dark' || getComputedStyle(document.documentElement).colorScheme === 'dark');
    await page.getByRole('radio', { name: '跟随系统' }).click();
  }],
  ['the keyboard alone: slash, question mark, Esc, a ring where the focus is', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page);
    await main(page).waitFor();
    await page.keyboard.press('/');
    await until(page, 'the slash goes to the search', () => document.activeElement?.getAttribute('aria-label') === '搜索');
    await page.keyboard.press('Escape');
    await until(page, 'Esc leaves it', () => document.activeElement?.getAttribute('aria-label') !== '搜索');
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog', { name: '键盘操作' });
    await keys.waitFor();
    await keys.getByText('搜索').first().waitFor();
    await page.keyboard.press('Escape');
    await keys.waitFor({ state: 'detached' });
    await page.keyboard.press('m');
    await page.getByRole('main', { name: '微网格地图' }).waitFor();
    await page.keyboard.press('Tab');
    await until(page, 'Tab reaches something', () => document.activeElement !== document.body);
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineWidth);
    assert.equal(ring, '2px');
  }],
  ['the map’s places are walked with the arrow keys, told with their values, and chosen with Enter', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page, { hash: '#/desk/map' });
    const places = page.getByRole('group', { name: /地图上的地点/ });
    const stop = places.locator('button:not([tabindex="-1"])');
    await stop.waitFor();
    assert.equal(await stop.count(), 1, 'one tab stop for the whole map');
    assert.ok(await places.getByRole('button').count() >= 38);
    await stop.focus();
    const walked = [await focused(page)];
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowLeft']) {
      await page.keyboard.press(key);
      await page.waitForFunction((before) => document.activeElement.getAttribute('aria-label') !== before, walked.at(-1));
      walked.push(await focused(page));
    }
    for (const words of walked) assert.match(words, /^.+，\d+ 个微网格，[\d.,]+(–[\d.,]+)? 分\/户$/);
    const name = walked.at(-1).split('，')[0];
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').getByRole('heading', { name: new RegExp(name) }).first().waitFor();
    await page.waitForFunction((words) => document.activeElement.getAttribute('aria-label') === words, walked.at(-1));
    await page.keyboard.press('Escape');
    await page.getByRole('complementary').getByRole('heading', { name: new RegExp(`^${name}`) }).first().waitFor({ state: 'detached' });
  }],
  ['a long table tells how long it is and is walked with the arrow keys', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page, { hash: '#/desk/households' });
    const grid = page.getByRole('grid', { name: '户档案' });
    await grid.getByRole('row').nth(2).waitFor();
    const rows = +await grid.getAttribute('aria-rowcount');
    assert.ok(rows > 100, `${rows} rows`);
    await grid.focus();
    for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => {
      const grid = document.querySelector('#mirror [role=grid]'), row = document.getElementById(grid.getAttribute('aria-activedescendant'));
      return row && row.getAttribute('aria-rowindex') === '4';
    });
    await page.keyboard.press('PageDown');
    await page.waitForFunction(() => {
      const grid = document.querySelector('#mirror [role=grid]'), row = document.getElementById(grid.getAttribute('aria-activedescendant'));
      return row && +row.getAttribute('aria-rowindex') > 12;
    });
    await page.keyboard.press('Enter');
    await page.getByRole('complementary', { name: '户档案' }).waitFor();
  }],
  ['enlarged four times, the page scrolls as a whole and nothing lies upon another', async ({ server, another }) => {
    const { open, context } = await another({ viewport: { width: 342, height: 192 }, deviceScaleFactor: 4 });
    const page = await open();
    await context.request.post(`${server.url}/api/v1/sign-in`, { data: { name: 'town', password: password(server) } });
    for (const section of ['overview', 'map', 'award', 'households']) {
      await page.goto(`${server.url}/#/desk/${section}`);
      await main(page).waitFor({ timeout: kWaitMs });
      await atRest(page);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${section} is not wider than the window`);
      await page.mouse.wheel(0, 300);
      await until(page, `${section} scrolls`, () => scrollY > 0);
    }
    const button = main(page).getByRole('button', { name: '新建户' }), heading = main(page).getByRole('heading', { level: 1 });
    const below = (await main(page).getByRole('grid').first().boundingBox()).y - (await heading.boundingBox()).y;
    assert.ok(below >= 40, `the table begins ${below} px below the heading`);
    await button.scrollIntoViewIfNeeded();
    const place = await button.boundingBox();
    assert.ok(place.y >= 0 && place.y + place.height <= 192, `it is in the window: ${place.y}`);
    await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2);
    await page.getByRole('dialog').waitFor({ timeout: kWaitMs });
  }],
  ['whoever asks the system for more contrast has it', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page, { hash: '#/desk/overview' });
    const quiet = (wanted) => until(page, `quiet words are ${wanted}`, (colour) => getComputedStyle(document.documentElement).getPropertyValue('--t3').trim() === colour, wanted);
    await page.emulateMedia({ colorScheme: 'light', contrast: 'more' });
    await quiet('#3f4641');
    await page.emulateMedia({ colorScheme: 'dark', contrast: 'more' });
    await quiet('#c4cdc5');
    await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
    await quiet('#666c64');
  }],
];
