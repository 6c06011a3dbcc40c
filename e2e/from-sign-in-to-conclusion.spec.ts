// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violationsOf } from './accessibility.ts';
import { aBrowser, settled, signIn } from './browser.ts';
import { aDataFolder, type Product, startProduct } from './product.ts';

const data = aDataFolder(inject('seededData'));
let product: Product;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  product = await startProduct(data.path);
  browser = await aBrowser();
  page = await (await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 }, acceptDownloads: true })).newPage();
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  data.remove();
});

async function download(act: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFileSync(await file.path());
}

test('the head of a team signs in, opens a declared figure, reports, issues the conclusion and downloads it', async () => {
  await signIn(page, product.url, 'truongdoan@dienbien.demo');
  await settled(page);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Việc của tôi');

  await page.getByRole('link', { name: 'Kiểm tra', exact: true }).click();
  await page.getByPlaceholder('Tìm đợt kiểm tra, đơn vị, số văn bản').fill('dien bien');
  await page.getByRole('link', { name: /tại huyện Điện Biên năm 2022/ }).click();
  await settled(page);
  expect(await violationsOf(page)).toEqual([]);

  // The figure that the unit declared as 30 % opens to its fraction and to both values.
  await page.getByRole('link', { name: 'UBND huyện Điện Biên', exact: true }).first().click();
  await page.getByRole('tab', { name: 'Số liệu' }).click();
  await settled(page);
  const row = page.getByRole('row', { name: /cấp xã dự kiến tự kiểm tra/ });
  expect(await row.textContent()).toContain('33,33');
  await row.getByRole('button', { name: /33,33/ }).first().click();
  const card = page.getByRole('dialog').first();
  expect((await card.textContent())?.replace(/\s+/g, ' ')).toMatch(/7.*21/);
  expect(await card.textContent()).toContain('30 %');
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');

  // The team reports, then the conclusion is issued.
  await page.getByRole('link', { name: /Kiểm tra cải cách hành chính và phân cấp/ }).click();
  await settled(page);
  await page.getByRole('button', { name: /Đoàn đã báo cáo/ }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Đoàn đã báo cáo/ })
    .click();
  await page.getByRole('button', { name: 'Ban hành kết luận' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Ban hành kết luận' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Bản chính thức đã ban hành').waitFor();
  expect((await page.locator('main header').first().innerText()).match(/ban hành kết luận/gi)).toHaveLength(1);

  const outputs = page
    .locator('section, div')
    .filter({ hasText: 'Thông báo kết luận' })
    .filter({ has: page.getByRole('button', { name: 'PDF' }).or(page.getByRole('link', { name: 'PDF' })) })
    .last();
  const pdf = await download(() => outputs.getByText('PDF').click());
  const docx = await download(() => outputs.getByText('Word').click());
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
  const again = await download(() => outputs.getByText('PDF').click());

  expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(text).toMatch(/Số: \d+\/TB-UBND/);
  expect(text).not.toContain('DỰ THẢO');
  expect(text.replace(/\s+/g, ' ')).toContain('33,33%');
  expect(docx.subarray(0, 2).toString()).toBe('PK');
  expect(again.equals(pdf)).toBe(true);
});

test('a typed number leads to the document that bears it, before everything that mentions it', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('1367');
  const first = page.getByRole('option').first();
  await first.getByText('1367/QĐ-UBND').waitFor();

  await page.keyboard.press('Enter');
  await page.waitForURL(/\/documents\//);
  await settled(page);

  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('1367/QĐ-UBND');
  await page.goBack();
  await page.waitForURL(/\/inspections\//);
  await settled(page);
});

test('a printed unit sheet says which part of which unit it is, and of which day', async () => {
  const round = page.url();
  await page.getByRole('link', { name: 'UBND huyện Điện Biên', exact: true }).first().click();
  await page.getByRole('tab', { name: 'Số liệu' }).click();
  await page.getByRole('tab', { name: 'Số liệu', selected: true }).waitFor();
  await settled(page);

  const sheet = await page.pdf({ preferCSSPageSize: true });
  await page.goto(round);
  await settled(page);

  const { text } = await extractText(await getDocumentProxy(new Uint8Array(sheet)), { mergePages: false });
  expect(text.length).toBeGreaterThan(1);
  for (const one of text) {
    expect(one.replace(/\s+/g, ' ')).toContain('UBND huyện Điện Biên · Số liệu · Kiểm tra cải cách hành chính');
    expect(one).toMatch(/In ngày \d{2}\/\d{2}\/\d{4}/);
  }
});

test('who has no right to accounts is told so and is offered nothing', async () => {
  const other = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  await signIn(other, product.url, 'thuky@dienbien.demo');

  await other.goto(`${product.url}/administration/accounts`);
  await settled(other);

  expect(await other.locator('main').textContent()).toContain('không có quyền xem trang này');
  expect(await other.getByRole('link', { name: 'Thêm tài khoản' }).count()).toBe(0);
});

test('an officer of another district does not find the inspection', async () => {
  const other = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  const address = page.url();
  await signIn(other, product.url, 'canbo.muongcha@dienbien.demo');

  await other.goto(address);
  await settled(other);

  expect(await other.locator('main').textContent()).toContain('Không tìm thấy');
});

test('a report is pasted and checked, and the findings go home as Word and Excel', async () => {
  await page.getByRole('link', { name: 'Soát số liệu' }).click();
  await page
    .getByRole('textbox')
    .first()
    .fill('Huyện đã kiểm tra 07/21 đơn vị hành chính cấp xã (đạt 30%) và 05/11 cơ quan chuyên môn (đạt 45,45%).');
  await page.getByRole('button', { name: /Soát/ }).last().click();
  await page.getByText('07/21 là 33,33 %, văn bản ghi 30 %.').first().waitFor();
  expect(await violationsOf(page)).toEqual([]);

  const docx = await download(() => page.getByRole('button', { name: 'Tải bản Word' }).click());
  const xlsx = await download(() => page.getByRole('button', { name: 'Tải bản Excel' }).click());

  expect([docx, xlsx].map((file) => file.subarray(0, 2).toString())).toEqual(['PK', 'PK']);
});
