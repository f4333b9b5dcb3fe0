// What goes in and out as files: imports with their errors, exports of tables, the map as a picture.
import { strict as assert } from 'node:assert';
import { inflateRawSync } from 'node:zlib';

import { PNG } from 'pngjs';

import { ask, kTown, kWaitMs, main, open as openSection, saved, signIn, token } from '../desk.mjs';

const file = (name, lines) => ({ name, mimeType: 'text/csv', buffer: Buffer.from('\ufeff' + lines.map((cells) => cells.join(',')).join('\r\n') + '\r\n') });

/** The text of every XML part of an XLSX file. */
function partsOf(xlsx) {
  const parts = {};
  const end = xlsx.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = xlsx.readUInt32LE(end + 16);
  for (let n = xlsx.readUInt16LE(end + 10); n > 0; n--) {
    const size = xlsx.readUInt32LE(at + 20), nameLength = xlsx.readUInt16LE(at + 28), local = xlsx.readUInt32LE(at + 42);
    const name = xlsx.toString('utf8', at + 46, at + 46 + nameLength);
    const from = local + 30 + xlsx.readUInt16LE(local + 26) + xlsx.readUInt16LE(local + 28);
    const bytes = xlsx.subarray(from, from + size);
    parts[name] = (xlsx.readUInt16LE(at + 10) === 8 ? inflateRawSync(bytes) : bytes).toString('utf8');
    at += 46 + nameLength + xlsx.readUInt16LE(at + 30) + xlsx.readUInt16LE(at + 32);
  }
  return parts;
}

const someVillage = async (server, bearer) =>
  (await ask(server, `places?under=${kTown}`, bearer)).places.find((place) => place.level === 'village').name;

async function chooseRoster(page, roster) {
  await main(page).getByRole('combobox', { name: '导入什么' }).click();
  await page.getByRole('option', { name: /花名册|居民|户/ }).first().click();
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), main(page).getByRole('button', { name: '选择文件' }).click()]);
  await chooser.setFiles(roster);
  await main(page).getByRole('button', { name: '核对', exact: true }).click();
}

const kHeadings = ['村', '户号', '姓名', '与户主关系', '性别', '出生日期', '手机号', '住址'];

/** The file behind an entry of the list's menu. */
async function exported(page, entry) {
  await main(page).getByRole('button', { name: '导出', exact: true }).click();
  return saved(page, () => page.getByRole('menuitem', { name: entry }).click());
}

export const files = [
  ['a spreadsheet with mistakes is reported by row, and handed back with the reasons in it', async ({ server, open }) => {
    const bearer = token(server);
    const village = await someVillage(server, bearer);
    const page = await open();
    await signIn(server, page);
    await openSection(page, '导入');
    await chooseRoster(page, file('有错.csv', [kHeadings,
      [village, 'E2E-001', '周好样', '户主', '男', '1980-02-03', '13812345678', '一巷1号'],
      [village, 'E2E-002', '吴差错', '户主', '女', '1990-13-45', '138', '一巷2号'],
      ['不存在的村', 'E2E-003', '郑无村', '户主', '男', '1975-06-01', '', '一巷3号']]));
    await main(page).getByText(/共 3 行，.*处有误/).waitFor();
    await main(page).getByRole('listitem').filter({ hasText: /第 3 行/ }).or(main(page).getByRole('listitem', { name: /第 3 行 / })).first().waitFor();
    await main(page).getByRole('listitem', { name: /第 4 行 .*不存在的村/ }).waitFor();
    assert.equal(await main(page).getByRole('button', { name: /^写入/ }).count(), 0, 'all or nothing');
    const back = await saved(page, () => main(page).getByRole('button', { name: '下载标注错误的表' }).click());
    const text = Object.values(partsOf(back.bytes)).join(' ');
    assert.match(text, /错误原因/);
    assert.match(text, /吴差错/);
    assert.equal((await ask(server, 'people?search=周好样', bearer)).people.length, 0, 'nothing was written');
  }],
  ['a good spreadsheet is tried, written, and undone as a whole', async ({ server, open }) => {
    const bearer = token(server);
    const village = await someVillage(server, bearer);
    const page = await open();
    await signIn(server, page);
    await openSection(page, '导入');
    await chooseRoster(page, file('花名册.csv', [kHeadings,
      [village, 'E2E-101', '周好样', '户主', '男', '1980-02-03', '13812345678', '一巷1号'],
      [village, 'E2E-101', '周小样', '子', '男', '2010-05-06', '', '一巷1号'],
      [village, 'E2E-102', '吴齐全', '户主', '女', '1990-07-08', '13912345678', '一巷2号']]));
    await main(page).getByText(/共 3 行，3 行可用，0 处有误/).waitFor();
    assert.equal((await ask(server, 'people?search=周好样', bearer)).people.length, 0, 'the trial writes nothing');
    await main(page).getByRole('button', { name: '写入 3 行' }).click();
    await main(page).getByText(/已导入 3 行/).waitFor();
    assert.equal((await ask(server, 'people?search=周好样', bearer)).people.length, 1);
    await main(page).getByRole('button', { name: /花名册\.csv.*整体撤销/ }).click();
    await page.getByRole('dialog', { name: '整体撤销' }).getByRole('button', { name: '整体撤销' }).click();
    await main(page).getByText(/花名册\.csv.*已撤销/).or(page.getByText('已撤销')).first().waitFor();
    assert.equal((await ask(server, 'people?search=周好样', bearer)).people.length, 0);
  }],
  ['tables are handed over as Excel and CSV, all rows of them, and boards too', async ({ server, open }) => {
    const { total } = await ask(server, 'households?limit=1', token(server));
    const page = await open();
    await signIn(server, page, { hash: '#/desk/households' });
    await page.getByRole('row').nth(3).waitFor();
    const take = (kind) => saved(page, async () => {
      await main(page).getByRole('button', { name: '导出', exact: true }).click();
      await page.getByRole('menuitem', { name: kind }).click();
    });
    const csv = await take('导出 CSV');
    assert.match(csv.name, /\.csv$/);
    const text = csv.bytes.toString('utf8');
    assert.equal(text.charCodeAt(0), 0xfeff, 'Excel reads it as UTF-8');
    assert.equal(text.trim().split(/\r?\n/).length, total + 1);
    const book = await take('导出 Excel');
    assert.match(book.name, /\.xlsx$/);
    assert.equal(partsOf(book.bytes)['xl/worksheets/sheet1.xml'].match(/<row /g).length, total + 1);
    await openSection(page, '榜单');
    await page.getByRole('button', { name: /^1 / }).first().waitFor();
    const board = await take('导出 CSV');
    assert.ok(board.bytes.length > 200);
  }],
  ['the map is handed over as a picture of what is seen', async ({ server, open }) => {
    const page = await open();
    await signIn(server, page, { hash: '#/desk/map' });
    await page.getByRole('img', { name: /地图/ }).first().waitFor({ timeout: kWaitMs });
    await main(page).getByRole('button', { name: /网格，/ }).first().or(main(page).getByRole('button', { name: /，/ }).first()).first().waitFor();
    const picture = await saved(page, () => page.getByRole('button', { name: '导出图片' }).click());
    assert.match(picture.name, /小留镇\.png$/);
    const { width, height, data } = PNG.sync.read(picture.bytes);
    const part = await main(page).boundingBox();
    assert.deepEqual([width, height], [part.width, part.height]);
    const colours = new Set();
    for (let i = 0; i < data.length; i += 4) colours.add(data.readUInt32BE(i));
    assert.ok(colours.size > 200, `${colours.size} colours`);
  }, { painted: true }],
];
