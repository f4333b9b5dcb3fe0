// What every journey needs: signing in, a look at the server from outside the browser, waiting for states.
import { strict as assert } from 'node:assert';
import fs from 'node:fs';
import { createRequire } from 'node:module';

export const kWaitMs = 20_000;
export const kTown = '371702106';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const password = (server) => server.accounts().match(/都是 (\S+)/)[1];

/** Fills in the door and waits until the desk stands. */
export async function enter(server, page, name = 'town') {
  await page.getByRole('textbox', { name: '用户名' }).fill(name, { timeout: kWaitMs });
  await page.getByLabel('密码', { exact: true }).fill(password(server));
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('navigation', { name: '栏目' }).waitFor({ timeout: kWaitMs });
}

const sessions = new WeakMap();

/** Signed in at once, without the door (one session a person for the whole run), at that address. */
export async function signIn(server, page, { hash = '', name = 'town', query = '' } = {}) {
  if (!sessions.has(server)) sessions.set(server, {});
  const known = sessions.get(server), request = page.context().request;
  if (known[name]) await page.context().addCookies(known[name]);
  // A journey may have ended it: the next one begins another.
  if (!known[name] || (await request.get(`${server.url}/api/v1/me`)).status() === 401) {
    const answer = await request.post(`${server.url}/api/v1/sign-in`, { data: { name, password: password(server) } });
    assert.equal(answer.status(), 200, await answer.text());
    known[name] = await page.context().cookies();
  }
  await page.goto(`${server.url}/${query}${hash}`);
  await page.getByRole('navigation', { name: '栏目' }).waitFor({ timeout: kWaitMs });
}

/** Opens a section of the rail and waits until one is there. */
export async function open(page, section) {
  const link = page.getByRole('navigation').first().getByRole('link', { name: new RegExp(`^${section}`) });
  await link.click();
  await link.and(page.locator('[aria-current=page]')).waitFor({ timeout: kWaitMs });
  await main(page).waitFor({ timeout: kWaitMs });
}
export const main = (page) => page.getByRole('main');

/** Until the predicate holds in the page; says what for when it does not. */
export async function until(page, what, predicate, argument, timeout = kWaitMs) {
  await page.waitForFunction(predicate, argument, { timeout, polling: 50 })
    .catch((error) => { throw new Error(`${what}: ${error.message.split('\n')[0]}`); });
}

/** A bearer token, to look at the server from outside the browser. */
export const token = (server) => server.shanzhi('user', 'token', '--role', 'town_administrator', '--place', kTown).trim();

export async function ask(server, path, bearer) {
  const answer = await fetch(`${server.url}/api/v1/${path}`, { headers: { Authorization: `Bearer ${bearer}` } });
  assert.equal(answer.status, 200, path);
  return answer.json();
}

export function newId() {
  const random = Buffer.from(crypto.getRandomValues(new Uint8Array(10))).toString('hex');
  const hex = Date.now().toString(16).padStart(12, '0') + '7' + random.slice(0, 3) + '8' + random.slice(3, 18);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** An award by somebody who is not in this browser. */
export async function award(server, bearer, person, minutes, note = '浏览器测试') {
  const answer = await fetch(`${server.url}/api/v1/award-points`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ id: newId(), person, rule: 'S01', minutes, note, evidence: '签到',
      occurred_at: new Date(Date.now() - 60_000).toISOString() }),
  });
  const body = await answer.json();
  assert.equal(answer.status, 200, JSON.stringify(body));
  return body;
}

/** Rules of accessibility that the page breaks now, as "where: rule element". */
export async function brokenRules(page, where) {
  if (!await page.evaluate(() => !!window.axe)) await page.evaluate(axeSource);
  // What pops up stands over the page, outside its landmarks; everything else is to be inside one.
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'],
    rules: { region: { enabled: !document.querySelector('#mirror > .scroller') } } }));
  return found.violations.map((v) => `${where}: ${v.id} ×${v.nodes.length} ${v.nodes[0].html.slice(0, 200)} — ${v.nodes[0].failureSummary.split('\n')[1] ?? ''}`);
}

/** The file that an action lets the browser save: its name and bytes. */
export async function saved(page, action) {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: kWaitMs }), action()]);
  return { name: download.suggestedFilename(), bytes: fs.readFileSync(await download.path()) };
}

/** Types as an input method does: letters that are being composed, then the characters chosen. */
export async function compose(page, letters, characters) {
  const session = await page.context().newCDPSession(page);
  for (let n = 1; n <= letters.length; n++)
    await session.send('Input.imeSetComposition', { text: letters.slice(0, n), selectionStart: n, selectionEnd: n });
  await session.send('Input.insertText', { text: characters });
  await session.detach();
}
