// A past day on the wall by the remote's hand; and the wall's picture taken away by the system, its alarm heard
// or not.
import { strict as assert } from 'node:assert';

import { ask, kTown, kWaitMs, main, newId, signIn, token, until } from '../desk.mjs';

const kWall = { viewport: { width: 1920, height: 1080 } };
const kPhone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const kLive = /^累计发放积分 [\d,]+$/;

async function openWall(server, another, before = async () => {}) {
  const page = await (await another(kWall)).open();
  await before(page);
  const secret = server.shanzhi('user', 'token', '--role', 'display').trim();
  await page.goto(`${server.url}/#/hall?token=${encodeURIComponent(secret)}`);
  await page.getByText(kLive).waitFor({ state: 'attached', timeout: kWaitMs });
  return page;
}

async function order(server, bearer, command, body) {
  const answer = await fetch(`${server.url}/api/v1/${command}`, {
    method: 'POST', headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' }, body: JSON.stringify(body),
  });
  assert.equal(answer.status, 200, `${command}: ${await answer.clone().text()}`);
}

const told = (page, words, timeout = kWaitMs) => page.getByText(words).first().waitFor({ state: 'attached', timeout });
const number = async (page, like) => {
  const words = await page.getByText(like).first().evaluate((el) => el.getAttribute('aria-label') ?? el.textContent);
  return +words.match(like)[1].replaceAll(',', '');
};

/** How many colours the canvas has now. */
const colours = (page) => page.evaluate(() => new Promise((resolve) => {
  window.dispatchEvent(new Event('online')); // one more frame, and its picture in the same task
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const from = document.getElementById('canvas'), to = document.createElement('canvas'), seen = new Set();
    window.dispatchEvent(new Event('online'));
    requestAnimationFrame(() => {
      to.width = from.width; to.height = from.height;
      to.getContext('2d').drawImage(from, 0, 0);
      const data = to.getContext('2d').getImageData(0, 0, to.width, to.height).data;
      for (let i = 0; i < data.length; i += 4 * 97) seen.add(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
      resolve(seen.size);
    });
  }));
}));

async function raise(server, bearer) {
  const { places } = await ask(server, `places?under=${kTown}`, bearer);
  const alarm = newId();
  await order(server, bearer, 'raise-alarm', { id: alarm, place: places.find((place) => place.level === 'grid').code, matter: '老人走失', severity: 'major' });
  return () => order(server, bearer, 'end-alarm', { id: newId(), alarm, outcome: '已找到' });
}

export const hallReplay = [
  ['a day of last week is started on the remote, grows on the wall, is paused, and ends at a word', async ({ server, another, note }) => {
    const bearer = token(server);
    const { services, today, first } = await ask(server, `days?place=${kTown}`, bearer);
    const day = new Date(Date.parse(today) - 7 * 864e5).toISOString().slice(0, 10);
    const expected = services[(Date.parse(day) - Date.parse(first)) / 864e5];
    assert.ok(expected > 0, `something happened on ${day}`);
    await order(server, bearer, 'direct-hall', { id: newId(), place: kTown, action: 'stop' });
    const wall = await openWall(server, another);
    const hand = await (await another(kPhone)).open();
    await signIn(server, hand, { hash: '#/me/remote' });
    await main(hand).getByRole('button', { name: '上周今天' }).click();
    await main(hand).getByRole('radio', { name: '18 时' }).click();
    await main(hand).getByRole('button', { name: '开始回放' }).click();
    await told(wall, /^回放 .*日 18:/);
    await told(wall, /^当日发放积分 [\d,]+$/);
    await told(hand, /^正在回放/);
    await told(wall, /^服务人次 [1-9]/); // figures roll up from nothing
    const early = await number(wall, /^服务人次 ([\d,]+) /);
    assert.ok(early > 0 && early <= expected, `${early} of ${expected} by then`);
    await main(hand).getByRole('button', { name: '暂停回放' }).click();
    await told(wall, /已暂停$/);
    await main(hand).getByRole('button', { name: '继续回放' }).click();
    await told(wall, /24:00，全天放完$/, 3 * kWaitMs); // six hours at 600 times
    assert.equal(await number(wall, /^服务人次 ([\d,]+) /), expected);
    note(`${expected} services of ${day}`);
    await main(hand).getByRole('button', { name: '结束回放' }).click();
    await told(wall, kLive);
    await main(hand).getByRole('button', { name: '开始回放' }).waitFor({ timeout: kWaitMs });
  }],
  ['a wall whose picture the system takes away has it again by itself', async ({ server, another }) => {
    const wall = await openWall(server, another);
    const frames = await wall.evaluate(() => {
      window.lose = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
      window.lose.loseContext();
      return +document.documentElement.dataset.frames;
    });
    await wall.waitForTimeout(300);
    await wall.evaluate(() => window.lose.restoreContext());
    await until(wall, 'frames go on', (n) => +document.documentElement.dataset.frames > n + 2, frames);
    await told(wall, kLive);
    const seen = await colours(wall);
    assert.ok(seen > 20, `${seen} colours after the loss`);
  }, { painted: true }],
  ['an alarm is heard where the browser lets it, and where there is no sound it is shown all the same', async ({ server, another }) => {
    const bearer = token(server);
    const heard = await openWall(server, another, (page) => page.addInitScript(() => {
      window.tones = 0;
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function count(...when) { window.tones++; return start.apply(this, when); };
    }));
    const mute = await openWall(server, another, (page) => page.addInitScript(() => {
      window.AudioContext = class { constructor() { throw new DOMException('not allowed', 'NotAllowedError'); } };
    }));
    const end = await raise(server, bearer);
    for (const wall of [heard, mute])
      await wall.getByRole('alert', { name: /老人走失/ }).or(wall.getByRole('alert').filter({ hasText: /老人走失/ })).first().waitFor({ state: 'attached', timeout: kWaitMs });
    assert.equal(await heard.evaluate(() => window.tones), 1);
    await end();
    for (const wall of [heard, mute]) await told(wall, kLive);
    assert.equal(await heard.evaluate(() => window.tones), 1);
  }],
];
