// 帮家人看: the window records a consent, the relative's phone shows the elder's points, and its end is the end.
import { strict as assert } from 'node:assert';

import { brokenRules, kWaitMs, main, newId, signIn, until } from '../desk.mjs';

const kPhone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const kNumber = '13912345678', kPin = '296035';
const points = (n) => (n / 100).toLocaleString('en-US', { maximumFractionDigits: 2 });

/** Two of the officer's village, of different households: one with points, and one with a telephone. */
async function elderAndYounger(server, page) {
  const request = page.context().request;
  const read = async (path) => (await request.get(`${server.url}/api/v1/${path}`)).json();
  const send = async (command, data) => {
    const answer = await request.post(`${server.url}/api/v1/${command}`, { data });
    assert.equal(answer.status(), 200, await answer.text());
    return answer.json();
  };
  const { people } = await read('people?limit=60&sort=-balance');
  // Not one of the first: the demonstration's villager is among them, whose password others go by.
  const elder = people[0], younger = people.findLast((each) => each.household !== elder.household && each.name !== elder.name);
  const member = (await read(`passbook?person=${younger.id}`)).members.find((m) => m.id === younger.id);
  await send('save-person', { id: younger.id, household: younger.household, name: younger.name,
    gender: member.gender, relation: member.relation, phone: kNumber });
  const { secret } = await send('issue-sign-in-code', { id: newId(), person: younger.id });
  return { elder, younger, code: secret };
}

export const family = [
  ['family: consent at the window, an elder’s points on another’s phone, and the end of it', async ({ server, open: desk, another, note }) => {
    const page = await desk();
    await signIn(server, page, { name: 'village' });
    const { elder, younger, code } = await elderAndYounger(server, page);
    const { open, context } = await another(kPhone);
    const phone = await open(), about = `${server.url}/api/v1/standing?person=${elder.id}`;
    const begun = await context.request.post(`${server.url}/api/v1/set-pin`, { data: { phone: kNumber, code, pin: kPin } });
    assert.equal(begun.status(), 200, await begun.text());
    const { looked_after: left } = await (await context.request.get(`${server.url}/api/v1/family-access`)).json();
    for (const { id } of left) await context.request.post(`${server.url}/api/v1/end-family-access`, { data: { id: newId(), access: id } });
    assert.equal((await context.request.get(about)).status(), 404, 'nothing before the consent');
    await phone.goto(`${server.url}/#/me`);
    await main(phone).getByText(/^可用积分/).waitFor({ timeout: kWaitMs });

    await page.goto(`${server.url}/#/desk/households?open=${elder.household}`);
    await page.getByRole('button', { name: `打印登录码 ${elder.name}` }).click({ timeout: kWaitMs });
    await page.getByRole('button', { name: '登记家人代看' }).click();
    await page.getByRole('textbox', { name: /可代看的家人/ }).fill(younger.name);
    await page.getByRole('textbox', { name: /电话/ }).fill('139 1234 5678');
    assert.deepEqual(await brokenRules(page, 'consent'), []);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText(new RegExp(`^${younger.name} 可代看 ${elder.name} 的积分`)).first().waitFor({ timeout: kWaitMs });
    assert.deepEqual(await brokenRules(page, 'archive'), []);

    await phone.getByRole('radio', { name: elder.name, exact: true }).tap({ timeout: kWaitMs });
    await phone.getByText(`正在看 ${elder.name} 的积分`).first().waitFor({ timeout: kWaitMs });
    const s = await (await context.request.get(about)).json();
    await main(phone).getByText(`可用积分 ${points(s.balance)} 分`).waitFor({ timeout: kWaitMs });
    assert.deepEqual(await brokenRules(phone, 'her standing'), []);
    await main(phone).getByRole('button', { name: /^积分流水/ }).tap();
    await main(phone).getByText(`余额 ${points(s.balance)}`).waitFor({ timeout: kWaitMs });
    const sheet = await context.request.get(`${server.url}/print/passbook?person=${elder.id}`);
    assert.equal(sheet.status(), 200);
    assert.ok((await sheet.text()).includes(elder.name));
    await phone.goto(`${server.url}/plain`);
    await phone.getByRole('link', { name: elder.name }).tap({ timeout: kWaitMs });
    await phone.getByRole('heading', { name: elder.name, level: 1 }).waitFor({ timeout: kWaitMs });
    await phone.goto(`${server.url}/#/me/passbook?for=${elder.id}`);
    await main(phone).getByText(`余额 ${points(s.balance)}`).waitFor({ timeout: kWaitMs });
    note(`${points(s.balance)} points`);

    await page.getByRole('button', { name: '结束代看' }).click();
    await page.getByRole('alertdialog').or(page.getByRole('dialog')).getByRole('button', { name: '结束代看' }).click({ timeout: kWaitMs });
    await phone.getByText('代看已经结束，这位家人的积分看不到了').first().waitFor({ timeout: kWaitMs });
    assert.equal((await context.request.get(about)).status(), 404);
    assert.equal((await context.request.get(`${server.url}/print/passbook?person=${elder.id}`)).status(), 404);
    assert.equal(await phone.getByText(elder.name).count(), 0, 'nothing of her is left on the page');
    assert.deepEqual(await brokenRules(phone, 'ended'), []);
    await phone.getByRole('button', { name: '看我自己' }).tap();
    await until(phone, 'one’s own points', () => location.hash === '#/me');
    await main(phone).getByText(/^可用积分/).waitFor({ timeout: kWaitMs });
  }],
];
