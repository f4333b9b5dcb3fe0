// What a person at the desk does, step by step, by the roles and names that a screen reader would say.
import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import { createRequire } from 'node:module';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const kWaitMs = 20_000;

const password = (server) => server.accounts().match(/都是 (\S+)/)[1];

async function signIn(server, page, { hash = '', name = 'town' } = {}) {
  await page.goto(`${server.url}/${hash}`);
  await page.getByRole('textbox', { name: '用户名' }).fill(name, { timeout: kWaitMs });
  await page.getByLabel('密码', { exact: true }).fill(password(server));
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('navigation').first().waitFor({ timeout: kWaitMs });
}

/** A bearer token, to look at the server from outside the browser. */
const token = (server) => server.shanzhi('user', 'token', '--role', 'town_administrator', '--place', '371702106').trim();

async function ask(server, path, bearer) {
  const answer = await fetch(`${server.url}/api/v1/${path}`, { headers: { Authorization: `Bearer ${bearer}` } });
  assert.equal(answer.status, 200, path);
  return answer.json();
}

async function award(server, bearer, person, minutes) {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  const hex = Date.now().toString(16).padStart(12, '0') + '7' + Buffer.from(bytes).toString('hex').slice(0, 3) + '8' +
    Buffer.from(bytes).toString('hex').slice(3, 18);
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  const answer = await fetch(`${server.url}/api/v1/award-points`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ id, person, rule: 'S01', minutes, occurred_at: new Date(Date.now() - 60_000).toISOString(), note: '浏览器测试', evidence: '签到' }),
  });
  const body = await answer.json();
  assert.equal(answer.status, 200, JSON.stringify(body));
  return body;
}

export const journeys = [
  ['the page tells the town and its figures before the program has arrived', async ({ server, open }) => {
    const page = await open({ expectErrors: true });
    await page.route('**/app.wasm', (route) => route.abort());
    await page.goto(server.url);
    await page.getByText('小留镇').first().waitFor();
    assert.ok(await page.getByText('3,000').count() > 0);
  }],
  ['a wrong password is refused with a sentence and the name stays', async ({ server, open }) => {
    const page = await open();
    await page.goto(server.url);
    await page.getByRole('textbox', { name: '用户名' }).fill('town', { timeout: kWaitMs });
    await page.getByLabel('密码', { exact: true }).fill('not-the-password');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.locator('input[aria-invalid=true][aria-description*="不对"]').waitFor({ timeout: kWaitMs });
    assert.equal(await page.getByRole('textbox', { name: '用户名' }).inputValue(), 'town');
  }],
  ['signing in opens the overview with the town’s figures and map', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page);
    await page.getByRole('img', { name: /地图/ }).first().waitFor({ timeout: kWaitMs });
    assert.match(await page.evaluate(() => location.hash), /overview|^$/);
  }],
  ['every section of the rail opens, back and forward return, no accessibility rule is broken', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page);
    await page.addScriptTag({ path: axePath }).catch(() => page.evaluate(fs.readFileSync(axePath, 'utf8')));
    const broken = [];
    for (const name of ['地图', '户档案', '榜单', '规则', '日志']) {
      await page.getByRole('navigation').first().getByText(name, { exact: false }).or(
        page.getByRole('link', { name })).or(page.getByRole('button', { name })).first().click();
      await page.waitForTimeout(1500);
      const found = await page.evaluate(() => window.axe ? window.axe.run(document, { resultTypes: ['violations'] }) : null);
      assert.ok(found, 'axe is there');
      broken.push(...found.violations.map((v) => `${name}: ${v.id} ${v.nodes[0].html.slice(0, 160)}`));
    }
    assert.deepEqual(broken, []);
    const last = await page.evaluate(() => location.hash);
    await page.goBack();
    await page.waitForTimeout(400);
    assert.notEqual(await page.evaluate(() => location.hash), last);
    await page.goForward();
    await page.waitForTimeout(400);
    assert.equal(await page.evaluate(() => location.hash), last);
  }],
  ['an idle page draws no frame', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page);
    await page.waitForTimeout(3000);
    const frames = await page.evaluate(async () => {
      let count = 0;
      const real = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (f) => { count++; return real(f); };
      await new Promise((resolve) => setTimeout(resolve, 1500));
      return count;
    });
    assert.ok(frames <= 6, `${frames} frames asked for in 1.5 s, the poll's few aside`);
  }],
  ['an award made elsewhere is on this desk’s feed within seconds, without reload', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page);
    await page.getByRole('img', { name: /地图/ }).first().waitFor({ timeout: kWaitMs });
    const bearer = token(server);
    const { people } = await ask(server, 'people?limit=1&sort=name', bearer);
    await award(server, bearer, people[0].id, 30);
    await page.getByText('浏览器测试').first().waitFor({ timeout: 6000 });
  }],
  ['a household is found by the initials of its head', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page, { hash: '#/desk/households' });
    await page.goto(`${server.url}/#/desk/households?search=zs`);
    const bearer = token(server);
    const { households, total } = await ask(server, 'households?search=zs&limit=3&sort=-balance', bearer);
    assert.ok(total > 0);
    await page.getByText(households[0].number).or(page.getByRole('row', { name: new RegExp(households[0].number) })).first().waitFor({ timeout: kWaitMs });
  }],
  ['the server away is said, and the desk goes on when it is back', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page);
    await page.waitForTimeout(1500);
    await server.stop();
    await page.getByText(/没有网络/).first().waitFor({ timeout: kWaitMs });
    await server.run();
    await page.getByText(/没有网络/).first().waitFor({ state: 'detached', timeout: kWaitMs });
  }],
];
