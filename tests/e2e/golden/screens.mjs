// The desk's screens whose looks are kept, at the sizes that people have; the large ones in one scheme, since
// colours do not depend on the size.
import { main, signIn } from '../desk.mjs';

const sizes = [
  { name: '360', width: 360, height: 740, shrink: 1 },
  { name: '1366', width: 1366, height: 768, shrink: 1 },
  { name: '1920', width: 1920, height: 1080, shrink: 1, schemes: ['light'] },
  { name: '3840', width: 3840, height: 2160, shrink: 3, schemes: ['light'] },
];

/** `hash` may be made from what the recorded town and answers hold; `before`, if any, is done to the empty page;
 *  `stands` waits for what shows that all is there. */
const screens = [
  { name: 'sign-in', hash: () => '', signedOut: true, stands: (page) => page.getByRole('textbox', { name: '用户名' }).focus() },
  { name: 'overview', hash: () => '#/desk/overview', stands: (page) => main(page).getByRole('link', { name: /完整榜单/ }).waitFor({ state: 'attached' }) },
  { name: 'map', hash: (town) => `#/desk/map?at=${town.village}`, stands: (page) => page.getByRole('main', { name: '微网格地图' }).waitFor() },
  { name: 'household', hash: (town) => `#/desk/households?open=${town.household}`, stands: (page) => page.getByRole('complementary', { name: '户档案' }).getByRole('heading', { level: 2 }).first().waitFor({ state: 'attached' }) },
  { name: 'boards', hash: () => '#/desk/boards?subject=village', stands: (page) => main(page).getByRole('button', { name: /^1 / }).first().waitFor({ state: 'attached' }) },
];

export const desk = {
  name: 'desk', schemes: ['light', 'dark'], sizes, screens,
  enter: (server, page, hash) => signIn(server, page, { hash }),
};
