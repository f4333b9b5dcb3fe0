// A villager without e-mail: the code from the window, a PIN on an own phone, another device signed out.
import { strict as assert } from 'node:assert';

import { brokenRules, kWaitMs, signIn } from '../desk.mjs';

const kPhone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const kIPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 15_0 like Mac OS X) Version/15.0 Mobile Safari/604.1';
const kNumber = '13812345678', kPin = '296035';

/** Somebody of the officer's village, with a telephone number on record. */
async function neighbour(server, page) {
  const request = page.context().request;
  const read = async (path) => (await request.get(`${server.url}/api/v1/${path}`)).json();
  const [one] = (await read('people?limit=1')).people;
  const member = (await read(`passbook?person=${one.id}`)).members.find((m) => m.id === one.id);
  const saved = await request.post(`${server.url}/api/v1/save-person`, { data: {
    id: one.id, household: one.household, name: one.name, gender: member.gender, relation: member.relation, phone: kNumber } });
  assert.equal(saved.status(), 200, await saved.text());
  return one;
}

export const villager = [
  ['villager: a printed code, a PIN, and the other device signed out', async ({ server, open: desk, another }) => {
    const page = await desk();
    await signIn(server, page, { name: 'village' });
    const one = await neighbour(server, page);
    await page.goto(`${server.url}/#/desk/households?open=${one.household}`);
    await page.getByRole('button', { name: `打印登录码 ${one.name}` }).click({ timeout: kWaitMs });
    await page.getByRole('button', { name: '生成登录码' }).click();
    const shown = page.getByText(/^\d{4} \d{4}$/).first();
    await shown.waitFor({ timeout: kWaitMs });
    const code = await shown.textContent();
    assert.deepEqual(await brokenRules(page), []);

    const { open } = await another(kPhone);
    const phone = await open();
    await phone.goto(server.url);
    await phone.getByRole('button', { name: /第一次来/ }).click({ timeout: kWaitMs });
    assert.deepEqual(await brokenRules(phone), []);
    const choose = async (pin) => {
      await phone.getByRole('textbox', { name: '手机号' }).fill('138 1234 5678');
      await phone.getByRole('textbox', { name: /登录码/ }).fill(code);
      await phone.getByLabel('新密码（6 位数字）', { exact: true }).fill(pin);
      await phone.getByLabel('再输一遍新密码').fill(pin);
      await phone.getByRole('button', { name: '设好密码，进入' }).click();
    };
    await choose('123456');
    await phone.locator('[aria-invalid=true]').first().waitFor({ state: 'attached', timeout: kWaitMs });
    await choose(kPin);
    await phone.waitForURL(/#\/me$/, { timeout: kWaitMs });

    const { open: lend } = await another({ userAgent: kIPhone });
    const lent = (await lend()).context().request;
    const begun = await lent.post(`${server.url}/api/v1/sign-in`, { headers: { 'User-Agent': kIPhone }, data: { name: kNumber, password: kPin } });
    assert.equal(begun.status(), 200, await begun.text());
    await phone.goto(`${server.url}/#/me/settings`);
    await phone.getByText('iPhone · Safari').first().waitFor({ timeout: kWaitMs });
    assert.deepEqual(await brokenRules(phone), []);
    await phone.getByRole('button', { name: '让其他设备都退出' }).click();
    await phone.getByText('iPhone · Safari').first().waitFor({ state: 'detached', timeout: kWaitMs });
    assert.equal((await lent.get(`${server.url}/api/v1/me`)).status(), 401);
  }],
];
