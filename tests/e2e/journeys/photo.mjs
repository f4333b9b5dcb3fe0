// A photograph with an award: from a camera's file with its position to the desk's line, and without a network.
import { strict as assert } from 'node:assert';

import { brokenRules, main, open as openSection, signIn, until } from '../desk.mjs';
import { atRest } from '../rest.mjs';

const kPhone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true };
const kPlanted = '34.8511N,118.0243E';
const api = async (page, server, path) => (await page.context().request.get(`${server.url}/api/v1/${path}`)).json();

/** EXIF as a telephone held upright writes it: the picture lies on its side, and where it was taken. */
function exif() {
  const tiff = Buffer.alloc(92);
  tiff.write('MM\0*', 0, 'latin1'); tiff.writeUInt32BE(8, 4);
  const entry = (at, tag, type, count, write) => { tiff.writeUInt16BE(tag, at); tiff.writeUInt16BE(type, at + 2); tiff.writeUInt32BE(count, at + 4); write(at + 8); };
  tiff.writeUInt16BE(2, 8);
  entry(10, 0x0112, 3, 1, (at) => tiff.writeUInt16BE(6, at));
  entry(22, 0x8825, 4, 1, (at) => tiff.writeUInt32BE(38, at));
  tiff.writeUInt16BE(1, 38);
  entry(40, 0x001b, 2, kPlanted.length + 1, (at) => tiff.writeUInt32BE(56, at));
  tiff.write(kPlanted, 56, 'latin1');
  const payload = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]), head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([head, payload]);
}

/** What a camera would hand over: large, with grain, lying, with its position. */
async function cameraFile(page, hue) {
  const text = await page.evaluate((angle) => new Promise((done) => {
    const c = document.createElement('canvas'), g = c.getContext('2d');
    c.width = 2400; c.height = 1350;
    g.fillStyle = `hsl(${angle} 40% 55%)`; g.fillRect(0, 0, c.width, c.height);
    for (let n = 0; n < 9000; n++) { g.fillStyle = `hsl(${(n * 47) % 360} 50% ${20 + n % 60}%)`; g.fillRect((n * 7919) % 2400, (n * 104729) % 1350, 60, 40); }
    g.fillStyle = '#fff'; g.fillRect(0, 0, 800, 1350);  // upright this is the top
    c.toBlob((blob) => { const reader = new FileReader(); reader.onload = () => done(reader.result); reader.readAsDataURL(blob); }, 'image/jpeg', 0.95);
  }), hue);
  const bytes = Buffer.from(text.split(',')[1], 'base64');
  return { name: `IMG_${hue}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.concat([bytes.subarray(0, 2), exif(), bytes.subarray(2)]) };
}

async function choose(page, button, file) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: button }).tap()]);
  await chooser.setFiles(file);
}

const shown = (page, name) => until(page, `the picture ${name}`, (alt) => [...document.querySelectorAll('#mirror img')].some((el) => el.alt === alt && el.complete && el.naturalWidth > 0), name);

/** Signed in as the grid worker, before the form of somebody of the grid, with a rule by the instance. */
async function form(server, another, nth) {
  const { open, context } = await another(kPhone), page = await open();
  await signIn(server, page, { name: 'grid', hash: '#/me/work' });
  const person = (await api(page, server, 'people?limit=9&sort=name')).people[nth];
  await page.evaluate((id) => { location.hash = `#/me/work?person=${id}`; }, person.id);
  await page.getByRole('combobox', { name: '按哪条规则' }).tap();
  await page.getByRole('searchbox', { name: '按哪条规则' }).fill('C04');
  await page.getByRole('option').first().and(page.getByRole('option', { name: /^C04 / })).waitFor();
  await atRest(page, 400);
  await page.getByRole('option', { name: /^C04 / }).tap();
  return { page, context, open, person };
}

const lines = async (page, server, note) => (await api(page, server, 'given')).lines.filter((line) => line.note === note);

async function photoOf(page, server, id) {
  const answer = await page.context().request.get(`${server.url}/api/v1/photo?id=${id}`);
  assert.equal(answer.status(), 200);
  return answer.body();
}

export const photos = [
  ['photo: a grid worker awards with photographs; the desk opens the line and sees them upright, without a position', async ({ server, another, note }) => {
    const { page, person } = await form(server, another, 2);
    await page.locator('[aria-description*="这条规则要求凭证：照片"]').first().waitFor({ state: 'attached' });
    await choose(page, '从相册选', { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture at all') });
    await main(page).getByText('这不是能用的照片，请换一张').waitFor();
    const file = await cameraFile(page, 20);
    assert.ok(file.buffer.includes(kPlanted));
    await choose(page, '拍照', file);
    await shown(page, '照片 1');
    await choose(page, '从相册选', file);
    await main(page).getByText('这张已经添加了').waitFor();
    await choose(page, '从相册选', await cameraFile(page, 200));
    await shown(page, '照片 2');
    await page.getByRole('button', { name: '移除照片 1' }).tap();
    await main(page).getByRole('img', { name: '照片 2' }).waitFor({ state: 'detached' });
    await choose(page, '从相册选', file);
    await shown(page, '照片 2');
    await atRest(page);
    assert.deepEqual(await brokenRules(page, 'the form with photographs'), []);
    await page.getByRole('textbox', { name: '事由' }).fill('清扫楼道，拍照为证');
    await page.getByRole('button', { name: '确认记分' }).tap();
    await until(page, 'the list', () => location.hash === '#/me/work');
    const [line] = await lines(page, server, '清扫楼道，拍照为证');
    assert.equal(line.photos.length, 2);
    assert.equal(line.evidence, 'photo');
    for (const id of line.photos) {
      const bytes = await photoOf(page, server, id);
      assert.ok(!bytes.includes('Exif') && !bytes.includes('34.8511'), 'no position');
      assert.ok(bytes.length <= 300 * 1024, `${bytes.length} bytes`);
      note(`${file.buffer.length} bytes from the camera, ${bytes.length} kept`);
    }

    const desk = await (await another()).open();
    await signIn(server, desk);
    await openSection(desk, '户档案');
    await desk.getByRole('searchbox', { name: '在本表中查找' }).fill(person.name);
    await desk.getByRole('row', { name: new RegExp(person.household_number) }).first().click();
    await desk.getByRole('complementary').getByRole('button', { name: /清扫楼道，拍照为证/ }).first().click();
    const entry = desk.getByRole('dialog', { name: '流水详情' });
    await entry.getByRole('img', { name: '照片 1' }).waitFor();
    await shown(desk, '照片 1'), await shown(desk, '照片 2');
    assert.ok(await desk.evaluate(() => [...document.querySelectorAll('#mirror img')].every((el) => el.naturalHeight === 1600 && el.naturalWidth === 900)), 'upright');
    await entry.getByRole('button', { name: '照片 2' }).click();
    const large = desk.getByRole('dialog', { name: '照片' });
    await large.getByRole('img', { name: '照片' }).waitFor();
    await desk.keyboard.press('Escape');
    await large.waitFor({ state: 'detached' });
    await entry.waitFor();
  }],
  ['photo: an award made without a network waits with its photograph, and is sent once when there is one', async ({ server, another }) => {
    const { page, context, open } = await form(server, another, 3);
    const words = '夜里巡逻，没有网络';
    await page.getByRole('textbox', { name: '事由' }).fill(words);
    await choose(page, '从相册选', await cameraFile(page, 120));
    await shown(page, '照片 1');
    await context.setOffline(true);
    await page.getByRole('button', { name: '确认记分' }).tap();
    await until(page, 'it is kept', () => (localStorage.getItem('shanzhi.outbox') ?? '').includes('upload-photo'));
    await until(page, 'the list', () => location.hash === '#/me/work');
    await page.close();
    await context.setOffline(false);
    const later = await open();
    await signIn(server, later, { name: 'grid', hash: '#/me/work' });
    await until(later, 'it is sent', () => !localStorage.getItem('shanzhi.outbox'));
    const sent = await lines(later, server, words);
    assert.equal(sent.length, 1);
    assert.equal(sent[0].photos.length, 1);
    assert.ok((await photoOf(later, server, sent[0].photos[0])).length > 1000);
  }],
];
