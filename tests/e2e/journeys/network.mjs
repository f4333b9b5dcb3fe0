// The network goes and comes, the server dies and returns: nothing is lost, nothing doubled, nothing pretended.
import { strict as assert } from 'node:assert';

import { ask, kWaitMs, main, signIn, token } from '../desk.mjs';
import { awardByForm, someHousehold } from './award.mjs';

const offline = (page) => page.getByRole('status').getByText(/没有网络/).or(page.getByText(/没有网络/)).first();

async function notesOf(server, bearer, household, words) {
  const { lines } = await ask(server, `passbook?household=${household}&limit=50`, bearer);
  return lines.filter((line) => line.note === words);
}

export const network = [
  ['an award entered without network is kept, shown as waiting, and sent exactly once when it is back', async ({ server, open, context }) => {
    const bearer = token(server);
    const { household } = await someHousehold(server, bearer, 2);
    const page = await open();
    await signIn(server, page, { hash: `#/desk/households?open=${household.id}` });
    await page.getByRole('form', { name: '记分' }).waitFor({ state: 'attached' });
    await page.getByRole('complementary').getByRole('button').first().waitFor();
    await context.setOffline(true);
    await offline(page).waitFor();
    await awardByForm(page, { hours: '1', note: '断网时记的一笔' });
    await page.getByRole('button', { name: '待发送 1' }).click();
    await page.getByRole('dialog', { name: '待发送' }).getByText(household.head, { exact: false }).or(page.getByRole('dialog').getByText(/S01|陪|分/)).first().waitFor();
    await page.keyboard.press('Escape');
    assert.equal((await notesOf(server, bearer, household.id, '断网时记的一笔')).length, 0);
    // The first answer is lost on its way back: what is sent again must not count twice.
    let sent = 0, sentAgain;
    const again = new Promise((resolve) => { sentAgain = resolve; });
    await page.route('**/api/v1/award-points', async (route) => {
      if (++sent > 1) { sentAgain(); return route.continue(); }
      await route.fetch();
      return route.abort();
    });
    await context.setOffline(false);
    await again;
    await page.getByRole('button', { name: '待发送 1' }).waitFor({ state: 'detached', timeout: 30_000 });
    assert.equal((await notesOf(server, bearer, household.id, '断网时记的一笔')).length, 1);
  }],
  ['what waits survives a reload of the page', async ({ server, open, context }) => {
    const bearer = token(server);
    const { household } = await someHousehold(server, bearer, 3);
    const page = await open();
    await signIn(server, page, { hash: `#/desk/households?open=${household.id}` });
    await page.route('**/api/v1/award-points', (route) => route.abort());
    await page.getByRole('form', { name: '记分' }).waitFor({ state: 'attached' });
    await awardByForm(page, { hours: '1', note: '重新载入后发送' });
    await page.getByRole('button', { name: '待发送 1' }).waitFor();
    await page.unroute('**/api/v1/award-points');
    await page.reload();
    await page.getByRole('complementary').getByRole('button', { name: /重新载入后发送/ }).first().waitFor({ timeout: 30_000 });
    assert.equal((await notesOf(server, bearer, household.id, '重新载入后发送')).length, 1);
    assert.ok(context);
  }],
  ['a server that is killed is said with the time of what is shown, and the desk goes on when it is back', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page);
    await page.getByRole('img', { name: /地图/ }).first().waitFor();
    await server.kill();
    await page.getByText(/没有网络，显示 \d+:\d\d 的数据/).first().waitFor();
    await main(page).getByText(/积分/).first().waitFor(); // what was on screen stays
    await server.run();
    await page.getByText(/没有网络/).first().waitFor({ state: 'detached' });
    await page.getByText(/已同步/).first().waitFor({ timeout: kWaitMs });
  }],
];
