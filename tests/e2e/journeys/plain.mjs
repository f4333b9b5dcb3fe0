// The pages that need no program: a villager without JavaScript, a browser without WebGL, a sheet of paper.
import { strict as assert } from 'node:assert';

import { award, brokenRules, kWaitMs, password, signIn, token } from '../desk.mjs';
import { someHousehold } from './award.mjs';

/** Signs in by the form. */
async function enterPlain(server, page, name) {
  await page.goto(`${server.url}/plain`);
  await page.getByLabel('用户名').fill(name);
  await page.getByLabel('密码').fill(password(server));
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('button', { name: '退出登录' }).waitFor({ timeout: kWaitMs });
}

export const plain = [
  ['a villager without JavaScript signs in, reads standing, passbook, boards and rules, and signs out', async ({ server, another }) => {
    const { open } = await another({ javaScriptEnabled: false, viewport: { width: 360, height: 640 } });
    const page = await open();
    await page.goto(`${server.url}/plain`);
    await page.getByLabel('用户名').fill('villager');
    await page.getByLabel('密码').fill('not-the-password');
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByRole('alert').getByText(/不对/).waitFor();
    assert.equal(await page.getByLabel('用户名').inputValue(), 'villager');
    await enterPlain(server, page, 'villager');
    await page.getByText('当前积分').waitFor();
    const { person } = await (await page.context().request.get(`${server.url}/api/v1/me`)).json();
    for (let n = 0; n < 31; n++) await award(server, token(server), person, 6);   // more than a page shows
    await page.reload();
    await page.getByText(/第 \d+ 名，共 \d+ 人/).first().waitFor();
    assert.ok(await page.getByRole('row').count() > 3, 'lines of the passbook');
    const newest = await page.getByRole('row').nth(1).innerText();
    await page.getByRole('link', { name: '更早的流水' }).click();
    await page.getByRole('heading', { name: '积分存折' }).waitFor();
    assert.notEqual(await page.getByRole('row').nth(1).innerText(), newest);
    await page.getByRole('link', { name: '榜单' }).click();
    await page.getByRole('link', { name: '家户', exact: true }).click();
    await page.getByRole('link', { name: '累计' }).click();
    await page.getByRole('heading', { name: /积分榜/ }).waitFor();
    assert.ok(await page.getByRole('row').count() > 1);
    await page.getByRole('link', { name: '规则' }).click();
    await page.getByText(/每日最多|每月最多|每年最多/).first().waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Rule book' }).waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.goBack();
    assert.equal(await page.getByRole('button', { name: /退出登录|Sign out/ }).count(), 0, 'nothing personal comes back');
  }],
  ['a browser without WebGL is led to the page that needs none', async ({ server, open }) => {
    const page = await open();
    await page.addInitScript(() => { HTMLCanvasElement.prototype.getContext = () => null; });
    await page.goto(server.url);
    await page.getByRole('link', { name: '打开简明版' }).click({ timeout: kWaitMs });
    await page.getByRole('heading', { name: '登录' }).waitFor();
  }],
  ['passbook, card and board are laid on A4, and only for who may see them', async ({ server, another }) => {
    const { open, context } = await another();
    const page = await open();
    await enterPlain(server, page, 'villager');
    const card = await page.getByRole('link', { name: '打印积分卡' }).getAttribute('href');
    await page.getByRole('link', { name: '打印存折' }).click();
    await page.getByRole('heading', { name: '志愿服务积分存折' }).waitFor();
    await page.getByRole('button', { name: '打印' }).waitFor();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.getByRole('button', { name: '打印' }).count(), 0, 'the button is not printed');
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.match(paper, /MediaBox\s*\[0 0 59[45](\.\d+)? 84[12]/, 'A4');
    await page.emulateMedia({ media: 'screen' });
    await page.goto(server.url + card);
    const size = await page.locator('.card').first().boundingBox();
    assert.ok(Math.abs(size.width / 96 * 25.4 - 85.6) < 0.5 && Math.abs(size.height / 96 * 25.4 - 54) < 0.5, 'a bank card');
    await page.getByRole('img', { name: '志愿服务积分卡' }).waitFor();
    await page.goto(`${server.url}/print/board?subject=person&period=month`);
    await page.getByRole('heading', { name: /个人积分榜/ }).waitFor();
    const other = await context.request.get(`${server.url}/print/passbook?person=00000000-0000-7000-8000-000000000001`);
    assert.equal(other.status(), 404);
    assert.equal((await context.request.get(`${server.url}/print/board?subject=nonsense`)).status(), 422);
    await context.clearCookies();
    assert.equal((await context.request.get(server.url + card)).status(), 401);
  }],
  ['the archive at the desk is printed as a sheet beside the program, and leads to a card for each member', async ({ server, open, context }) => {
    const { household } = await someHousehold(server, token(server), 2);
    const page = await open();
    await signIn(server, page, { hash: `#/desk/households?open=${household.id}` });
    await page.getByRole('complementary').getByRole('button', { name: '导出' }).click();
    const [sheet] = await Promise.all([context.waitForEvent('page'), page.getByRole('menuitem', { name: '打印' }).click()]);
    await sheet.getByRole('heading', { name: '志愿服务积分存折' }).waitFor({ timeout: kWaitMs });
    await sheet.getByText(`户主 ${household.head}`).first().waitFor();
    await sheet.getByRole('link', { name: /打印积分卡/ }).first().click();
    await sheet.getByRole('img', { name: '志愿服务积分卡' }).waitFor();
    await page.getByRole('navigation', { name: '栏目' }).waitFor();
  }],
  ['the plain pages keep the rules of accessibility, in both schemes', async ({ server, open }) => {
    const page = await open();
    const broken = [];
    await page.goto(`${server.url}/plain`);
    broken.push(...await brokenRules(page, 'door'));
    await enterPlain(server, page, 'villager');
    for (const scheme of ['light', 'dark'])
      for (const path of ['/plain', '/plain/boards', '/plain/rules?lang=en', '/print/passbook', '/print/card', '/print/board']) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.goto(server.url + path);
        broken.push(...await brokenRules(page, `${path} ${scheme}`));
      }
    assert.deepEqual(broken, []);
  }],
];
