// All faces at once: an officer's phone awards, a villager's phone, the archive at the desk and the wall show it;
// and what keyboard and screen reader meet on phone and wall.
import { strict as assert } from 'node:assert';

import { ask, brokenRules, kTown, kWaitMs, main, newId, signIn, token, until } from '../desk.mjs';
import { atRest } from '../rest.mjs';

const kPhone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const kWall = { viewport: { width: 1920, height: 1080 } };
const kTotal = /^累计发放积分 [\d,]+$/;
const points = (n) => (n / 100).toLocaleString('en-US', { maximumFractionDigits: 2 });

async function opened(server, another, options, name, hash) {
  const page = await (await another(options)).open();
  await signIn(server, page, { name, hash });
  return page;
}

async function wall(server, another) {
  const page = await (await another(kWall)).open();
  const secret = server.shanzhi('user', 'token', '--role', 'display').trim();
  await page.goto(`${server.url}/#/hall?token=${encodeURIComponent(secret)}`);
  await page.locator('#mirror').getByText(kTotal).waitFor({ state: 'attached', timeout: kWaitMs });
  return page;
}

/** Tabs until what has the focus is called so. */
async function tabTo(page, name) {
  for (let n = 0; n < 60; n++) {
    await page.keyboard.press('Tab');
    const called = await page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);
    if (name.test(called)) return called;
  }
  throw new Error(`the keyboard does not come to ${name}`);
}

export const together = [
  ['together: what an officer’s phone awards is on the villager’s phone, the desk and the wall by itself', async ({ server, another }) => {
    const bearer = token(server);
    const villager = await opened(server, another, kPhone, 'villager', '#/me');
    const standing = async () => (await villager.context().request.get(`${server.url}/api/v1/standing`)).json();
    const { person } = await standing();
    const { household } = await ask(server, `passbook?person=${person}`, bearer);
    const desk = await opened(server, another, {}, 'auditor', `#/desk/households?open=${household}`);
    await desk.getByRole('complementary').getByRole('button').first().waitFor();
    const hall = await wall(server, another);
    const total = await hall.locator('#mirror').getByText(kTotal).first().textContent();

    const officer = await opened(server, another, kPhone, 'town', `#/me/work?person=${person}`);
    await officer.getByRole('combobox', { name: '按哪条规则' }).tap();
    await officer.getByRole('searchbox', { name: '按哪条规则' }).fill('S01');
    await officer.getByRole('option', { name: /^S01 / }).first().waitFor();
    await atRest(officer, 400);
    await officer.getByRole('option', { name: /^S01 / }).first().tap();
    await officer.getByRole('textbox', { name: '服务时长' }).fill('1');
    await officer.getByRole('textbox', { name: '事由' }).fill('四块屏一起看');
    await officer.getByRole('textbox', { name: '凭证' }).fill('签到');
    await officer.getByRole('button', { name: '确认记分' }).tap();
    await until(officer, 'the list of today', () => location.hash === '#/me/work');

    await desk.getByRole('complementary').getByRole('button', { name: /四块屏一起看/ }).first().waitFor({ timeout: kWaitMs });
    await main(villager).getByText(`可用积分 ${points((await standing()).balance)} 分`).waitFor({ timeout: kWaitMs });
    await until(hall, 'the wall’s total has grown', (before) => [...document.querySelectorAll('#mirror *')]
      .some((el) => { const said = el.getAttribute('aria-label') ?? el.textContent; return /^累计发放积分 [\d,]+$/.test(said) && said !== before; }), total);
    assert.equal((await ask(server, `passbook?person=${person}&limit=1`, bearer)).lines[0].note, '四块屏一起看');
  }],
  ['together: neither the wall nor its alarm breaks a rule of accessibility', async ({ server, another }) => {
    const bearer = token(server);
    const page = await wall(server, another);
    const broken = await brokenRules(page, 'wall');
    const { places } = await ask(server, `places?under=${kTown}`, bearer);
    const alarm = newId(), order = (command, body) => fetch(`${server.url}/api/v1/${command}`, {
      method: 'POST', headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
    assert.equal((await order('raise-alarm', { id: alarm, place: places.find((p) => p.level === 'grid').code, matter: '汛情', severity: 'major' })).status, 200);
    await page.getByRole('alert', { name: /汛情/ }).or(page.getByRole('alert').filter({ hasText: /汛情/ })).first().waitFor({ state: 'attached', timeout: kWaitMs });
    broken.push(...await brokenRules(page, 'alarm'));
    assert.equal((await order('end-alarm', { id: newId(), alarm, outcome: '水退了' })).status, 200);
    assert.deepEqual(broken, []);
  }],
  ['together: the phone’s passbook and settings are reached and left with the keyboard alone', async ({ server, another }) => {
    const page = await opened(server, another, kPhone, 'villager', '#/me');
    await main(page).getByRole('button', { name: /^积分流水/ }).waitFor();
    await atRest(page);
    await tabTo(page, /^积分流水/);
    await page.keyboard.press('Enter');
    await until(page, 'the passbook', () => location.hash === '#/me/passbook');
    await atRest(page);
    const line = await tabTo(page, /，.*，/);
    await page.keyboard.press('Enter');
    await until(page, `the line ${line}`, () => location.hash.startsWith('#/me/passbook?line='));
    await page.goBack();
    await until(page, 'the passbook again', () => location.hash === '#/me/passbook');
    await atRest(page);
    await tabTo(page, /^(我的|首页|积分)$/);
    await page.keyboard.press('Enter');
    await until(page, 'home', () => location.hash === '#/me');
  }],
];
