// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type ExcelJs from 'exceljs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { aBrowser, settled, signIn } from './browser.ts';
import { aDataFolder, type Product, signedIn, startProduct } from './product.ts';

// The workbook library belongs to the server; here it plays the spreadsheet program of the person.
const excel: typeof ExcelJs = createRequire(new URL('../server/package.json', import.meta.url))('exceljs');

const officer = 'cchc.snv@dienbien.demo';
const data = aDataFolder(inject('seededData'));
let product: Product;
let browser: Browser;
let page: Page;
let districtId = '';

beforeAll(async () => {
  product = await startProduct(data.path);
  const api = await signedIn(product.url, officer);
  const units = await api<{ rows: { id: string; code: string }[] }>('GET', '/api/units?view=flat&limit=500&asOf=2022-09-05');
  districtId = units.body.rows.find(({ code }) => code === '100')?.id ?? 'none';
  browser = await aBrowser();
  page = await (await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 }, acceptDownloads: true })).newPage();
  await signIn(page, product.url, officer);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  data.remove();
});

/** Writes a number into the first white cell of the district's row, as a person does in a spreadsheet program. */
async function fillIn(path: string, value: number): Promise<{ bytes: Buffer; code: string }> {
  const book = new excel.Workbook();
  await book.xlsx.load(Uint8Array.from(readFileSync(path)).buffer);
  const sheet = book.getWorksheet('Số liệu');
  if (!sheet) throw new Error('no sheet');
  let column = 4;
  while (sheet.getCell(7, column).protection?.locked !== false || sheet.getCell(4, column).text !== 'Số') column += 1;
  sheet.getCell(7, column).value = value;
  return { bytes: Buffer.from(await book.xlsx.writeBuffer()), code: sheet.getCell(3, column).text };
}

test('a sheet goes out, is filled in a spreadsheet program, comes back cell by cell, and its number opens to file and row', async () => {
  await page.goto(`${product.url}/figures/entry/${districtId}?period=2022`);
  await settled(page);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Xuất bảng .xlsx' }).click();
  const { bytes, code } = await fillIn(await (await saved).path(), 4321);

  await page.getByRole('link', { name: 'Nạp bảng số liệu từ Excel' }).click();
  await page.locator('input[type="file"]').setInputFiles({ name: 'da-dien.xlsx', mimeType: 'application/octet-stream', buffer: bytes });
  const changes = page.getByRole('table', { name: 'Từng ô thay đổi' });
  await changes.getByText('4.321').waitFor();
  expect(await page.getByRole('status').first().textContent()).toContain('da-dien.xlsx: 1 ô thay đổi');
  expect(await changes.getByRole('link', { name: code }).count()).toBe(1);

  await page.getByRole('button', { name: 'Ghi 1 ô thay đổi' }).click();
  await page.waitForURL(/\/figures\?unit=/);
  await settled(page);
  await page
    .getByRole('row', { name: new RegExp(code.replaceAll('.', '\\.')) })
    .getByText('4.321')
    .click();
  await page
    .getByText(/nạp từ tệp da-dien\.xlsx dòng 7/)
    .first()
    .waitFor();
});
