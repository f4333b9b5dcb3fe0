// The register's forms: a household, its people, a move; refused, saved, taken back.
import { strict as assert } from 'node:assert';

import { kWaitMs, open as openSection, signIn } from '../desk.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });
const field = (page, name) => page.getByRole('dialog').getByRole('textbox', { name, exact: true });
const told = (page, words) => page.getByRole('status').filter({ hasText: words }).first().waitFor({ timeout: kWaitMs, state: 'attached' });

async function choose(page, list, option) {
  await page.getByRole('dialog').getByRole('combobox', { name: list, exact: true }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

async function openFirstArchive(page) {
  await openSection(page, '户档案');
  await page.getByRole('row').nth(2).click();
  await button(page, '修改户信息').waitFor();
}

async function aHouseholdIsChangedAndPutBack({ server, open }) {
  const page = await open();
  await signIn(server, page);
  await openFirstArchive(page);
  await button(page, '修改户信息').click();
  await field(page, '住址').waitFor();
  const before = await field(page, '住址').inputValue();
  await field(page, '住址').fill('九组 999号');
  await page.keyboard.press('Enter');
  await told(page, '已保存');
  await page.getByText(/九组 999号/).first().waitFor({ state: 'attached' });
  await button(page, '撤销').click();
  await told(page, '已恢复原样');
  await page.getByText(before).first().waitFor({ state: 'attached' });
}

async function aRefusalStandsAtItsField({ server, open }) {
  const page = await open();
  await signIn(server, page);
  await openFirstArchive(page);
  await page.getByRole('button', { name: /^修改 / }).nth(1).click();
  await choose(page, '与户主关系', '户主');
  await button(page, '保存').click();
  const list = page.getByRole('dialog').getByRole('combobox', { name: '与户主关系' });
  await list.and(page.locator('[aria-description="一户只能有一位户主"]')).waitFor({ state: 'attached', timeout: kWaitMs });
  await page.keyboard.press('Escape');
  await button(page, '放弃修改').click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

async function aNewHouseholdGetsItsPeople({ server, open }) {
  const page = await open();
  await signIn(server, page);
  await openSection(page, '户档案');
  await button(page, '新建户').click();
  await field(page, '户号').fill('XH-0001');
  await page.getByRole('dialog').getByRole('combobox', { name: '微网格' }).click();
  await page.getByRole('option').nth(2).click();
  await button(page, '保存').click();
  await page.waitForURL(/open=/);
  await button(page, '新增居民').click();
  await field(page, '姓名').fill('欧阳试');
  await choose(page, '与户主关系', '户主');
  await button(page, '保存').click();
  await button(page, '修改 欧阳试').click();
  await button(page, '迁户').click();
  await page.getByRole('dialog').getByRole('searchbox', { name: '迁入户' }).fill('z');
  await page.getByRole('dialog').getByRole('button', { name: /户 .*，/ }).first().click();
  await choose(page, '与新户主关系', '其他');
  await field(page, '原因').fill('试迁');
  await button(page, '迁户').click();
  await told(page, '已迁户：欧阳试');
  await button(page, '撤销').click();
  await told(page, '已恢复原样');
  await button(page, '修改 欧阳试').waitFor();
  assert.ok(page.url().includes('open='));
}

export const forms = [
  ['a household is changed by its form, shown at once, and put back', aHouseholdIsChangedAndPutBack],
  ['what the server refuses stands at its field of the form', aRefusalStandsAtItsField],
  ['a new household gets its people, who move and come back', aNewHouseholdGetsItsPeople],
];
