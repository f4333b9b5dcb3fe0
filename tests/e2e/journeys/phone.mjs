// The phone under a finger: a resident's standing, passbook, board and large type; a grid worker's small desk.
import { strict as assert } from 'node:assert';

import { award, brokenRules, kWaitMs, main, password, signIn, token, until } from '../desk.mjs';
import { atRest } from '../rest.mjs';

const kPhone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const api = async (page, server, path) => (await page.context().request.get(`${server.url}/api/v1/${path}`)).json();
const points = (n) => (n / 100).toLocaleString('en-US', { maximumFractionDigits: 2 });
const address = (page, wanted) => until(page, `the address ${wanted}`, (hash) => location.hash === hash, wanted);
const tab = (page, name) => page.getByRole('navigation', { name: '栏目' }).getByRole('link', { name, exact: true });

async function phone(server, another, { name = 'villager', hash = '', query = '', ...more } = {}) {
  const { open, context } = await another({ ...kPhone, ...more });
  const page = await open();
  await signIn(server, page, { name, hash, query });
  return { page, context };
}

/** A finger that goes from there to there in some steps, as the browser tells it. */
async function drag(page, from, to, steps = 8) {
  const session = await page.context().newCDPSession(page);
  const send = (type, touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
  await send('touchStart', [{ x: from[0], y: from[1] }]);
  for (let n = 1; n <= steps; n++) {
    const k = n / steps;
    await send('touchMove', [{ x: from[0] + (to[0] - from[0]) * k, y: from[1] + (to[1] - from[1]) * k }]);
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  await send('touchEnd', []);
  await session.detach();
}

export const phoneJourneys = [
  ['phone: a resident lands on a standing that equals the record', async ({ server, another, note }) => {
    const { page } = await phone(server, another);
    await address(page, '#/me');
    const s = await api(page, server, 'standing');
    await main(page).getByText(`可用积分 ${points(s.balance)} 分`).waitFor();
    for (const [i, where] of ['微网格', '全村', '全镇'].entries()) {
      const p = s.places[i];
      await page.getByRole('radio', { name: new RegExp(`^${where} ${p.of.toLocaleString('en-US')} 人` + (p.rank ? `，第 ${p.rank.toLocaleString('en-US')} 名` : '')) }).waitFor();
    }
    const village = s.places[1];
    if (village.rank > 1) await main(page).getByText(`距全村上一名还差 ${points(village.to_next)} 分`).waitFor();
    note(`${points(s.balance)} points, number ${village.rank} of ${village.of}`);
    await award(server, token(server), s.person, 60);
    await main(page).getByText(`可用积分 ${points((await api(page, server, 'standing')).balance)} 分`).waitFor({ timeout: kWaitMs });
  }],
  ['phone: a line of the passbook opens its why, and back leads home', async ({ server, another }) => {
    const { page } = await phone(server, another);
    await main(page).getByRole('button', { name: /^积分流水/ }).tap();
    await address(page, '#/me/passbook');
    const s = await api(page, server, 'standing'), book = await api(page, server, `passbook?person=${s.person}&limit=50`);
    await main(page).getByText(`余额 ${points(book.balance)}`).waitFor();
    const first = book.lines[0];
    await main(page).getByRole('button', { name: new RegExp(`，${first.rule_name}，`) }).first().tap();
    await until(page, 'the line', () => location.hash.startsWith('#/me/passbook?line='));
    await main(page).getByRole('heading', { name: '这笔积分' }).waitFor();
    await main(page).getByText(new RegExp(`^${first.rule} ${first.rule_name}`)).waitFor();
    await page.goBack();
    await address(page, '#/me/passbook');
    await main(page).getByRole('button', { name: '返回' }).tap();
    await address(page, '#/me');
  }],
  ['phone: the board has my line in view among the first three and my neighbours', async ({ server, another }) => {
    const { page } = await phone(server, another);
    await tab(page, '榜单').tap();
    await address(page, '#/me/board');
    const s = await api(page, server, 'standing'), place = s.places[1].place;
    const board = await api(page, server, `boards?place=${place}&subject=person&period=month&around=3`);
    await until(page, 'all rows', (n) => document.querySelectorAll('#mirror [role=list] > [role=listitem]').length === n, board.rows.length);
    await main(page).getByText(new RegExp(`^${board.mine[0].rank} ${s.name} 我`)).first().waitFor();
    await page.getByRole('tab', { name: '全镇' }).tap();
    await until(page, 'the town', () => location.hash.includes('place='));
    await page.getByRole('radio', { name: '家户' }).tap();
    await until(page, 'households', () => location.hash.includes('subject=household'));
  }],
  ['phone: large type has no tabs, large targets, and goes back to the standard', async ({ server, another }) => {
    const { page } = await phone(server, another);
    await main(page).getByRole('button', { name: '关怀版' }).tap();
    await main(page).getByRole('button', { name: '念给我听' }).waitFor();
    await atRest(page);
    const small = await page.evaluate(() => [...document.querySelectorAll('#mirror button, #mirror a, #mirror [role=button], #mirror [role=link]')]
      .map((el) => [el.getAttribute('aria-label') ?? el.textContent, el.getBoundingClientRect()])
      .filter(([, r]) => r.width > 0 && (r.width < 60 || r.height < 59.5)).map(([name, r]) => `${name} ${r.width}×${r.height}`));
    assert.deepEqual(small, []);
    await page.reload();
    await main(page).getByRole('button', { name: '普通版' }).tap();
    await tab(page, '榜单').waitFor();
  }],
  ['phone: a finger scrolls, pulls to refresh, and comes in from the edge to go back', async ({ server, another }) => {
    const { page } = await phone(server, another);
    const s = await api(page, server, 'standing');
    await main(page).getByText(`可用积分 ${points(s.balance)} 分`).waitFor();
    await atRest(page);
    const asked = page.waitForRequest((r) => r.url().endsWith('/api/v1/standing'));
    await drag(page, [180, 200], [180, 560]);
    await asked;
    await atRest(page);
    await main(page).getByRole('button', { name: /^积分流水/ }).tap();
    await address(page, '#/me/passbook');
    await atRest(page);
    await drag(page, [6, 400], [200, 410]);
    await address(page, '#/me');
  }],
  ['phone: a grid worker finds a resident by initials, awards, and sees it in the list of today', async ({ server, another }) => {
    const { page } = await phone(server, another, { name: 'grid', hash: '#/me/work' });
    await main(page).getByText('今天还没有记过分').waitFor();
    const people = await api(page, server, 'people?limit=3&sort=name'), person = people.people[0];
    await page.getByRole('searchbox', { name: '找谁' }).fill(person.name);
    await main(page).getByRole('button', { name: new RegExp(`^${person.name}，`) }).first().tap();
    await until(page, 'the form', () => location.hash.startsWith('#/me/work?person='));
    await page.getByRole('combobox', { name: '按哪条规则' }).tap();
    const rule = (await api(page, server, 'rules')).rules.find((r) => r.approver === 'grid_worker' && r.direction === 'add' && r.unit !== 'hour');
    await page.getByRole('searchbox', { name: '按哪条规则' }).fill(rule.code);
    await page.getByRole('option').first().and(page.getByRole('option', { name: new RegExp(`^${rule.code} `) })).waitFor();
    await atRest(page, 400);
    await page.getByRole('option', { name: new RegExp(`^${rule.code} `) }).tap();
    await page.getByRole('textbox', { name: '凭证' }).fill('签到');
    await page.getByRole('button', { name: '确认记分' }).tap();
    await address(page, '#/me/work');
    await main(page).getByText(new RegExp(person.name)).first().waitFor();
    const given = await api(page, server, 'given');
    assert.equal(given.lines.length, 1);
    assert.equal(given.lines[0].person_name, person.name);
  }],
  ['phone: without a network what was seen stays, marked with its age', async ({ server, another }) => {
    const { page, context } = await phone(server, another);
    const s = await api(page, server, 'standing');
    const words = `可用积分 ${points(s.balance)} 分`;
    await main(page).getByText(words).waitFor();
    await context.setOffline(true);
    await page.getByText(/没有网络，显示 \d\d:\d\d 的数据/).waitFor({ timeout: kWaitMs });
    await main(page).getByText(words).waitFor();
    await context.setOffline(false);
    await page.getByText(/没有网络，显示/).waitFor({ state: 'detached', timeout: kWaitMs });
  }],
  ['phone: no page breaks a rule of accessibility, light, dark and large', async ({ server, another }) => {
    const { page } = await phone(server, another);
    const broken = [];
    for (const hash of ['#/me', '#/me/passbook', '#/me/board', '#/me/rules', '#/me/team', '#/me/card', '#/me/settings'])
      for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        await page.evaluate((to) => { location.hash = to; }, hash);
        await main(page).getByRole('heading', { level: 1 }).waitFor();
        await atRest(page);
        broken.push(...await brokenRules(page, `${hash}, ${colorScheme}`));
      }
    await page.evaluate(() => { localStorage.setItem('shanzhi.large', '1'); location.hash = '#/me'; });
    await page.reload();
    await main(page).getByRole('button', { name: '念给我听' }).waitFor();
    await atRest(page);
    broken.push(...await brokenRules(page, 'large'));
    assert.deepEqual(broken, []);
  }],
  ['phone: the keyboard alone signs in, goes to the board, opens a line’s why and leaves it', async ({ server, another }) => {
    const page = await (await another(kPhone)).open();
    await page.goto(`${server.url}/#/me`);
    const field = page.getByRole('textbox', { name: '手机号或用户名' });
    await field.waitFor({ timeout: kWaitMs });
    const at = () => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);
    const walk = async (wanted) => {
      for (let n = 0; n < 80; n++) {
        if (wanted.test(await at())) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not come to ${wanted}`);
    };
    await walk(/^手机号或用户名/);
    await page.keyboard.type('villager');
    await page.keyboard.press('Tab');
    await page.keyboard.type(password(server));
    await page.keyboard.press('Enter');
    await main(page).getByText(/^可用积分/).waitFor({ timeout: kWaitMs });
    await atRest(page);
    await walk(/^榜单$/);
    await page.keyboard.press('Enter');
    await address(page, '#/me/board');
    await page.goBack();
    await address(page, '#/me');
    await atRest(page);
    await walk(/^积分流水/);
    await page.keyboard.press('Enter');
    await address(page, '#/me/passbook');
    await main(page).getByText(/^余额/).waitFor();
    await atRest(page);
    const s = await api(page, server, 'standing'), book = await api(page, server, `passbook?person=${s.person}&limit=50`);
    await walk(new RegExp(`，${book.lines[0].rule_name}，`));
    await page.keyboard.press('Enter');
    await main(page).getByRole('heading', { name: '这笔积分' }).waitFor();
    await page.goBack();
    await address(page, '#/me/passbook');
  }],
];
