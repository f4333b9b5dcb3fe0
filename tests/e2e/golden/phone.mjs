// The phone's looks at two widths: a resident's pages, those in large type, a relative's look at an elder, and
// an officer's small desk, each with the answers that its own person gets.
import { newId, password } from '../desk.mjs';

const sizes = [
  { name: '360', width: 360, height: 740, shrink: 2 },
  { name: '412', width: 412, height: 915, shrink: 2 },
];
const context = { deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const schemes = ['light', 'dark'];
const large = (page) => page.addInitScript(() => localStorage.setItem('shanzhi.large', '1'));
const has = (words) => (page) => page.getByRole('main').getByText(words).first().waitFor({ state: 'attached' });

const resident = [
  { name: 'phone-standing', hash: () => '#/me', stands: has(/^可用积分/) },
  { name: 'phone-passbook', hash: () => '#/me/passbook', stands: has(/^余额/) },
  { name: 'phone-board', hash: () => '#/me/board', stands: (page) => page.getByRole('main').getByRole('listitem').nth(3).waitFor({ state: 'attached' }) },
  { name: 'phone-sign-in', hash: () => '#/me', signedOut: true, stands: (page) => page.getByRole('textbox', { name: '手机号或用户名' }).focus() },
];
const enlarged = [
  { name: 'phone-large-standing', hash: () => '#/me', before: large, stands: has(/^我有积分/) },
  { name: 'phone-large-passbook', hash: () => '#/me/passbook', before: large, stands: has(/^余额/) },
  { name: 'phone-large-board', hash: () => '#/me/board', before: large, stands: resident[2].stands },
];
/** Without waiting for the tabs: large type has none. */
const as = (name) => async (server, page, hash) => {
  await page.context().request.post(`${server.url}/api/v1/sign-in`, { data: { name, password: password(server) } });
  await page.goto(`${server.url}/${hash}`);
};

export const phone = { name: 'phone', schemes, sizes, context, screens: [...resident, ...enlarged], enter: as('villager') };

/** Somebody of another household whom the demonstration's villager looks after. */
let elder = '';
async function consent(server, bearer) {
  if (elder) return;
  const call = async (path, data, headers) => (await fetch(`${server.url}/api/v1/${path}`, {
    method: data ? 'POST' : 'GET', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}`, ...headers }, body: data && JSON.stringify(data) }));
  const begun = await call('sign-in', { name: 'villager', password: password(server) }, { Authorization: '' });
  const me = await (await call('me', null, { Authorization: '', Cookie: begun.headers.get('set-cookie').split(';')[0] })).json();
  const { members, household } = await (await call(`passbook?person=${me.person}`)).json();
  const self = members.find((each) => each.id === me.person), phone = '13912345678';
  await call('save-person', { id: me.person, household, name: self.name, gender: self.gender, relation: self.relation, phone });
  const { people } = await (await call('people?limit=400&sort=-balance')).json();
  elder = people.find((each) => each.age > 70 && each.household !== household).id;
  await call('grant-family-access', { id: newId(), person: elder, relative: self.name, phone, way: 'in_person', boards: true });
}

export const phoneFamily = {
  name: 'phone-family', schemes, sizes, context,
  screens: [{ name: 'phone-family', prepare: consent, hash: (town, answers) => `#/me?for=${answers?.['family-access'].looked_after[0].person ?? elder}`, stands: has(/^可用积分/) }],
  enter: as('villager'),
};

export const phoneOffice = {
  name: 'phone-office', schemes, sizes, context,
  screens: [{ name: 'phone-work', hash: () => '#/me/work', stands: has('今天我记的') }],
  enter: as('village'),
};
