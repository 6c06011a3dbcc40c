// SPDX-License-Identifier: Apache-2.0
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violationsOf } from './accessibility.ts';
import { aBrowser, settled, signIn } from './browser.ts';
import { aDataFolder, type Product, signedIn, startProduct } from './product.ts';

const data = aDataFolder(inject('seededData'));
const errors: string[] = [];
let product: Product;
let browser: Browser;
let page: Page;
const rounds = new Map<string, string>();

beforeAll(async () => {
  product = await startProduct(data.path);
  browser = await aBrowser();
  page = await (await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 } })).newPage();
  await signIn(page, product.url, 'cchc.snv@dienbien.demo');
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  const officer = await signedIn(product.url, 'cchc.snv@dienbien.demo');
  const { body } = await officer<readonly { readonly id: string; readonly phase: string }[]>('GET', '/api/scoring/rounds');
  for (const { id, phase } of body) rounds.set(phase, id);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  data.remove();
});

const open = async (path: string): Promise<void> => {
  await page.goto(`${product.url}${path}`);
  await settled(page);
};
/** Rows of the score sheet that are items; fields and criteria stand above them. */
const itemsOnSheet = () => page.getByRole('button', { name: /^Mở mục / });

test('a count of the units’ table opens in two presses to exactly the items that it counts, with their evidence', async () => {
  await open(`/scoring/rounds/${rounds.get('self_scoring')}`);
  const count = page.getByRole('button', { name: /, Có tài liệu: [1-9]\d*\/\d+/ }).first();
  const [, done = '0', all = '0'] = /: (\d+)\/(\d+)/.exec((await count.getAttribute('aria-label')) ?? '') ?? [];

  await count.click();
  const card = page.getByRole('dialog');
  await card.getByText(new RegExp(`^${done} trong ${all} mục đơn vị tự chấm của .* có tài liệu kiểm chứng\\.$`)).waitFor();
  await card.getByRole('link', { name: 'Xem danh sách phía sau số này' }).click();

  await page.getByText(new RegExp(`^Đang hiện ${done}/${all} mục của .*: các mục đơn vị tự chấm có ít nhất một tài liệu`)).waitFor();
  expect(new URL(page.url()).searchParams.get('show')).toBe('evident');
  expect(await itemsOnSheet().count()).toBe(Number(done));
  const papers = page.getByRole('region', { name: 'Phiếu chấm điểm' }).getByRole('listitem').getByRole('link');
  expect(await papers.count()).toBeGreaterThanOrEqual(Number(done));
  expect(await papers.first().getAttribute('href')).toMatch(/^\/(api|documents)\//);
  expect(await violationsOf(page)).toEqual([]);
});

test('what a count leaves out is one press of its card away, and the address alone shows the same list', async () => {
  await open(`/scoring/rounds/${rounds.get('self_scoring')}`);
  const count = page.getByRole('button', { name: /, Đã chấm: \d+\/\d+/ }).first();
  const [, done = '0', all = '0'] = /: (\d+)\/(\d+)/.exec((await count.getAttribute('aria-label')) ?? '') ?? [];
  expect(Number(done)).toBeLessThan(Number(all));

  await count.click();
  await page.getByRole('dialog').getByRole('link', { name: 'Chưa tự chấm' }).click();
  await page.getByText(/: các mục đơn vị chưa tự chấm điểm\./).waitFor();
  const left = await itemsOnSheet().count();
  await page.reload();
  await settled(page);

  expect(left).toBe(Number(all) - Number(done));
  expect(await itemsOnSheet().count()).toBe(left);
  await page.getByRole('button', { name: 'Hiện tất cả' }).click();
  await expect.poll(() => itemsOnSheet().count()).toBeGreaterThan(left);
});

test('ranks and grades of a published round open to what they follow from', async () => {
  await open(`/scoring/rounds/${rounds.get('published')}`);

  await page
    .getByRole('button', { name: /, Hạng: 1,/ })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByText(/xếp hạng 1 trong \d+ đơn vị cùng nhóm/)
    .waitFor();
  await page.keyboard.press('Escape');
  await page
    .getByRole('button', { name: /, Xếp loại: / })
    .first()
    .click();
  await page
    .getByRole('dialog')
    .getByText(/xếp loại «.*» vì chỉ số đạt/)
    .waitFor();
  await page.getByRole('dialog').getByRole('link', { name: 'Xem danh sách phía sau số này' }).click();
  await page.waitForURL('**/scoring/sheets/**');
});

test('units that have not approved are listed by pressing the count of those that have', async () => {
  await open('/scoring');
  const round = rounds.get('self_scoring');
  const row = page.getByRole('row').filter({ has: page.locator(`a[href="/scoring/rounds/${round}"]`) });
  await row.getByRole('button', { name: /Đơn vị đã duyệt: \d+\/\d+/ }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'đơn vị chưa được lãnh đạo duyệt' }).click();

  await page.getByText(/^Đang hiện \d+\/\d+ đơn vị: đơn vị chưa được lãnh đạo duyệt\./).waitFor();
  expect(await page.getByText('Đã duyệt, khóa').count()).toBe(0);
});

test('the list of evidence is ordered by its heads and kept in the address', async () => {
  await open(`/scoring/rounds/${rounds.get('self_scoring')}/evidence`);
  await page.getByRole('button', { name: 'Sắp theo Đơn vị' }).click();
  await expect.poll(() => new URL(page.url()).searchParams.get('sort')).toBe('unit');
  // The list of before stays in sight until the new one has come.
  const names = () => page.getByRole('rowheader').allInnerTexts();
  const sorted = async () => [...(await names())].sort(new Intl.Collator('vi').compare).join('\n');

  await expect.poll(async () => (await names()).join('\n')).toBe(await sorted());
  expect((await names()).length).toBeGreaterThan(1);
  await page.reload();
  await settled(page);
  expect((await names()).join('\n')).toBe(await sorted());
});

test('no page complained', () => expect(errors).toEqual([]));
