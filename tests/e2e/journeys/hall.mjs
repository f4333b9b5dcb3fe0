// The wall: opened by a token and nothing else, live within a second, dark when its token is revoked, and
// by itself in step again after the server was away.
import { strict as assert } from 'node:assert';

import { ask, award, brokenRules, kTown, kWaitMs, newId, token } from '../desk.mjs';

const kWall = { viewport: { width: 1920, height: 1080 } };
const kDark = /shanzhi user token --role display/;

async function order(server, bearer, command, body) {
  const answer = await fetch(`${server.url}/api/v1/${command}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const reply = await answer.json();
  assert.equal(answer.status, 200, `${command}: ${JSON.stringify(reply)}`);
  return reply;
}

/** A display token as the desk makes it: its secret, and the id by which it is revoked. */
async function displayToken(server, bearer) {
  const id = newId();
  const { secret } = await order(server, bearer, 'issue-token', { id, label: '大厅', role: 'display', place: kTown });
  return { id, secret };
}

const figure = (page) => page.locator('#mirror').getByText(/^累计发放积分 [\d,]+$/);

async function openWall(server, page, secret) {
  await page.goto(`${server.url}/#/hall?token=${encodeURIComponent(secret)}`);
  await figure(page).waitFor({ state: 'attached', timeout: kWaitMs });
}

const kTotal = '^累计发放积分 [\\d,]+$', kOfToday = '^今日 [\\d,]+\\+? 条$';

/** What the wall tells now that reads like this: "累计发放积分 8,123"; '' when there is nothing. */
const told = (page, like) => page.evaluate((pattern) => [...document.querySelectorAll('#mirror *')]
  .map((el) => el.getAttribute('aria-label') ?? el.textContent).find((words) => new RegExp(pattern).test(words)) ?? '', like);

/** Resolves with the time at which it told something else in its place. */
const toldOther = (page, like, old) => page.evaluate(([pattern, before]) => new Promise((resolve, reject) => {
  const look = () => {
    const now = [...document.querySelectorAll('#mirror *')].map((el) => el.getAttribute('aria-label') ?? el.textContent)
      .find((words) => new RegExp(pattern).test(words));
    if (now && now !== before) { watch.disconnect(); resolve(Date.now()); }
  };
  const watch = new MutationObserver(look);
  watch.observe(document.getElementById('mirror'), { subtree: true, childList: true, attributes: true, characterData: true });
  setTimeout(() => { watch.disconnect(); reject(new Error(`still “${before}” after 20 s`)); }, 20_000);
  look();
}), [like, old]);

async function somePerson(server, bearer, skip) {
  const { people } = await ask(server, `people?place=${kTown}&limit=${skip + 1}`, bearer);
  return people[skip].id;
}

export const hall = [
  ['the wall opens with a token of the command line, which leaves the address and is kept nowhere', async ({ server, another }) => {
    const { open } = await another(kWall);
    const page = await open();
    const secret = server.shanzhi('user', 'token', '--role', 'display').trim();
    await openWall(server, page, secret);
    assert.equal(await page.evaluate(() => location.hash), '#/hall');
    assert.equal(await page.evaluate((s) => JSON.stringify({ ...localStorage, ...sessionStorage }).includes(s), secret), false);
    await page.getByRole('heading', { name: '小留镇' }).waitFor({ state: 'attached' });
    await page.getByRole('img', { name: /每日志愿服务/ }).waitFor({ state: 'attached' });
    await page.getByRole('region', { name: '刚刚发生' }).waitFor({ state: 'attached' });
  }],
  ['an award of somebody else comes to the wall by itself, at once', async ({ server, another, note }) => {
    const { open } = await another(kWall);
    const page = await open();
    const bearer = token(server);
    const { secret } = await displayToken(server, bearer);
    await openWall(server, page, secret);
    const after = [];
    for (const skip of [4, 9]) {  // a machine that stumbles once does not count
      const seen = toldOther(page, kOfToday, await told(page, kOfToday));
      await award(server, bearer, await somePerson(server, bearer, skip), 60);
      const answered = Date.now();
      after.push((await seen) - answered);
    }
    note(`${after.join(' and ')} ms after the answer`);
    assert.ok(Math.min(...after) < 2000, `on the wall after ${after} ms`);
  }],
  ['an alarm takes the wall and gives it back when it has ended', async ({ server, another }) => {
    const { open } = await another(kWall);
    const page = await open();
    const bearer = token(server);
    const { secret } = await displayToken(server, bearer);
    await openWall(server, page, secret);
    const { places } = await ask(server, `places?under=${kTown}`, bearer);
    const grid = places.find((place) => place.level === 'grid');
    const alarm = newId();
    await order(server, bearer, 'raise-alarm', { id: alarm, place: grid.code, matter: '老人走失', detail: '蓝棉袄，今早离家向东', severity: 'major' });
    await page.getByRole('alert').filter({ hasText: /老人走失/ }).or(page.getByRole('alert', { name: /老人走失/ })).first().waitFor({ state: 'attached', timeout: kWaitMs });
    await figure(page).waitFor({ state: 'detached', timeout: kWaitMs });
    await order(server, bearer, 'end-alarm', { id: newId(), alarm, outcome: '已找到，老人平安' });
    await page.getByRole('alert', { name: /已找到，老人平安/ }).or(page.getByText(/已找到，老人平安/)).first().waitFor({ state: 'attached', timeout: kWaitMs });
    await figure(page).waitFor({ state: 'attached', timeout: kWaitMs });
  }],
  ['a wall whose token is revoked goes dark and says what to do', async ({ server, another }) => {
    const { open } = await another(kWall);
    const page = await open();
    const bearer = token(server);
    const { id, secret } = await displayToken(server, bearer);
    await openWall(server, page, secret);
    await order(server, bearer, 'revoke-token', { id: newId(), token: id });
    await page.getByText(kDark).first().waitFor({ state: 'attached', timeout: kWaitMs });
    assert.equal(await figure(page).count(), 0);
  }],
  ['a wall keeps its figures while the server is away, and is in step again by itself', async ({ server, another }) => {
    const { open } = await another(kWall);
    const page = await open();
    const bearer = token(server);
    const { secret } = await displayToken(server, bearer);
    await openWall(server, page, secret);
    await server.stop();
    await page.waitForTimeout(2_000);
    await figure(page).waitFor({ state: 'attached' });
    const before = await told(page, kTotal);
    await server.run();
    await award(server, bearer, await somePerson(server, bearer, 7), 60);
    await toldOther(page, kTotal, before);
  }],
  ['no scene of the wall, no alarm and no dark wall break a rule of accessibility', async ({ server, another }) => {
    const { open } = await another(kWall);
    const page = await open();
    const bearer = token(server);
    const { id, secret } = await displayToken(server, bearer);
    await openWall(server, page, secret);
    const broken = [], { scenes } = await ask(server, `hall-scenes?place=${kTown}`, bearer);
    const direct = async (action, more = {}) => {
      const heard = page.waitForResponse((answer) => answer.url().includes('/hall-scenes') && answer.status() === 200);
      await order(server, bearer, 'direct-hall', { id: newId(), place: kTown, action, ...more });
      await heard;
      const frames = await page.evaluate(() => +document.documentElement.dataset.frames);
      await page.waitForFunction((n) => +document.documentElement.dataset.frames > n + 2, frames);
    };
    assert.ok(scenes.length >= 3, `${scenes.length} scenes`);
    for (let scene = 1; scene <= scenes.length; scene++) {
      await direct('scene', { scene });
      broken.push(...await brokenRules(page, `scene ${scene}`));
    }
    await direct('stop');
    const { places } = await ask(server, `places?under=${kTown}`, bearer);
    const alarm = newId();
    await order(server, bearer, 'raise-alarm', { id: alarm, place: places.find((place) => place.level === 'grid').code, matter: '老人走失', severity: 'major' });
    await figure(page).waitFor({ state: 'detached', timeout: kWaitMs });
    broken.push(...await brokenRules(page, 'alarm'));
    await order(server, bearer, 'end-alarm', { id: newId(), alarm, outcome: '已找到' });
    await figure(page).waitFor({ state: 'attached', timeout: kWaitMs });
    await order(server, bearer, 'revoke-token', { id: newId(), token: id });
    await page.getByText(kDark).first().waitFor({ state: 'attached', timeout: kWaitMs });
    broken.push(...await brokenRules(page, 'dark'));
    assert.deepEqual(broken, []);
  }],
];
