// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violationsOf } from './accessibility.ts';
import { aBrowser, settled, signIn } from './browser.ts';
import { aDataFolder, type Product, signedIn, startProduct } from './product.ts';

const officer = 'canbo.huyen@dienbien.demo';
const data = aDataFolder(inject('seededData'));
let product: Product;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  product = await startProduct(data.path);
  await giveDesk();
  browser = await aBrowser();
  page = await (await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 }, acceptDownloads: true })).newPage();
  await signIn(page, product.url, officer);
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  data.remove();
});

type Rows<Row> = { readonly rows: readonly Row[] };
type Account = { readonly id: string; readonly name: string; readonly email: string; readonly version: number } & {
  readonly [list in 'positions' | 'grants']: readonly Readonly<Record<string, unknown>>[];
};

/** The districts of the demo have ended, so the officer is given a desk at a unit that exists today. */
async function giveDesk(): Promise<void> {
  const api = await signedIn(product.url, 'quantri@dienbien.demo');
  const units = (await api<Rows<{ id: string; code: string }>>('GET', '/api/units?view=flat')).body.rows;
  const accounts = (await api<Rows<Account>>('GET', '/api/identity/accounts?limit=100')).body.rows;
  const found = accounts.find(({ email }) => email === officer);
  const account = (await api<Account>('GET', `/api/identity/accounts/${found?.id}`)).body;
  const desk = { unitId: units.find(({ code }) => code === '11/SNV')?.id, role: 'unit_officer', reformFields: null };
  const { status } = await api('PUT', `/api/identity/accounts/${account.id}`, {
    name: account.name,
    version: account.version,
    disabled: false,
    positions: account.positions.map(({ unitName: _, id, ...rest }) => ({ ...rest, key: id })),
    grants: [
      ...account.grants.map(({ unitName: _, id: _id, positionId, ...rest }) => ({ ...rest, positionKey: positionId })),
      { ...desk, validFrom: '2026-01-01', validTo: null },
    ],
  });
  expect(status).toBe(200);
}

const header = 'Mã hồ sơ;Đơn vị tiếp nhận;Mã TTHC;Trạng thái;Hình thức nộp;Người nộp;Ngày tiếp nhận;Ghi chú';
const right = (serial: number): string => `H18.100-220914-${9000 + serial};100;9.010002;Đang xử lý;Trực tuyến;Lò Văn Ánh;14/09/2022 15:30;`;
const rightRows = [1, 2, 3, 4, 5, 6].map(right);
const badRows = [right(7).replace('9.010002', '9.999999'), right(8).replace('Đang xử lý', 'Đang bay'), right(9).replace('Lò Văn Ánh', '')];
const csv = (rows: readonly string[]) => ({
  name: 'ho-so-thang-9.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`\uFEFF${[header, ...rows].join('\r\n')}\r\n`),
});

async function download(act: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  return readFileSync(await file.path());
}

test('three bad rows are named with their place, mended, and the dossiers stand in the statistics', async () => {
  await page.goto(`${product.url}/dossiers/imports`);
  await settled(page);
  await page.locator('input[type="file"]').setInputFiles(csv([...rightRows, ...badRows]));
  await page.getByText('Trong 9 dòng có 3 dòng lỗi và 6 dòng đúng.').waitFor();
  await settled(page);

  const faults = page.getByRole('table', { name: 'Các lỗi theo thứ tự trong tệp' });
  const told = await faults.getByRole('row').allInnerTexts();
  expect(told).toHaveLength(4);
  expect(told[1]).toMatch(/8\s+Mã TTHC\s+9\.999999\s+Không có thủ tục nào/);
  expect(told[2]).toMatch(/9\s+Trạng thái\s+Đang bay\s+Không phải trạng thái nào/);
  expect(told[3]).toMatch(/10\s+Người nộp\s+\(để trống\)\s+Ô bắt buộc/);
  expect(await violationsOf(page)).toEqual([]);
  const workbook = await download(() => page.getByRole('button', { name: 'Tải tệp lỗi' }).click());
  expect(workbook.subarray(0, 2).toString()).toBe('PK');

  const wrong = page.url();
  await page.locator('input[type="file"]').setInputFiles(csv([...rightRows, right(7), right(8), right(9)]));
  await page.waitForURL((address) => address.href !== wrong);
  await page.getByText('Cả 9 dòng đều đúng.').waitFor();
  await page.getByRole('button', { name: 'Ghi 9 dòng' }).click();
  await page.getByText('Đã ghi: 9 hồ sơ mới, 0 hồ sơ cập nhật.').waitFor();
  expect(await violationsOf(page)).toEqual([]);

  const unit = new URL((await page.getByRole('link', { name: 'Xem thống kê của đơn vị' }).getAttribute('href')) ?? '', product.url);
  unit.searchParams.set('from', '2022-09-10');
  unit.searchParams.set('to', '2022-09-30');
  await page.goto(unit.href);
  await page.getByText(/từ 10\/09\/2022 đến 30\/09\/2022: nhận 9 hồ sơ/).waitFor();
});

test('the same file once more changes nothing', async () => {
  await page.goto(`${product.url}/dossiers/imports`);
  await settled(page);
  await page.locator('input[type="file"]').setInputFiles(csv(rightRows));
  await page.getByRole('button', { name: 'Ghi 6 dòng' }).click();

  await page.getByText('Đã ghi: 0 hồ sơ mới, 0 hồ sơ cập nhật.').waitFor();
});

test('a file with strange headers has its columns named by hand, and the mapping is kept', async () => {
  const rows = ['Mã hồ sơ;Đơn vị;Trạng thái;Nhãn lạ;Ai đến;Ngày tiếp nhận', 'H18.100-220914-9101;100;4;9.010002;Lò Thị Bình;14/09/2022'];
  await page.goto(`${product.url}/dossiers/imports`);
  await settled(page);
  await page.locator('input[type="file"]').setInputFiles({ ...csv([]), name: 'cot-la.csv', buffer: Buffer.from(rows.join('\n')) });
  await page.getByText('Chưa có cột nào là “Mã thủ tục”, “Người nộp”.').waitFor();
  await page.getByLabel('Cột “Nhãn lạ” là').selectOption({ label: 'Thủ tục *' });
  await page.getByLabel('Cột “Ai đến” là').selectOption({ label: 'Người nộp *' });
  await page.getByLabel('Tên cách ghép').fill('Hệ thống cũ');
  await page.getByRole('button', { name: 'Lưu cách ghép' }).click();
  await page.getByText('Đã lưu cách ghép “Hệ thống cũ”').waitFor();
  expect(await violationsOf(page)).toEqual([]);

  await page.getByRole('button', { name: 'Đọc tệp theo cách ghép này' }).click();

  await page.getByText('Cả 1 dòng đều đúng.').waitFor();
});

/** Takes a step with the open dossier and waits until it is recorded. */
async function step(name: string, reason?: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  if (reason) {
    await page.getByRole('textbox', { name: 'Lý do' }).fill(reason);
    await page.getByRole('button', { name, exact: true }).click();
  }
  await page.getByText(`Đã ghi: ${name}`).waitFor();
  // A second press within a double click takes no step.
  await page.waitForTimeout(400);
}

test('a dossier is received, paused for papers, supplemented, finished and returned', async () => {
  await page.goto(`${product.url}/dossiers/receive`);
  await settled(page);
  await page.getByRole('combobox', { name: /^Thủ tục/ }).fill('ket hon co yeu to');
  await page.locator('[role="option"]:visible', { hasText: '9.010002' }).click();
  await page.getByText('Còn thiếu 2 giấy tờ bắt buộc:').waitFor();
  expect(await page.getByRole('button', { name: 'Nhận hồ sơ', exact: true }).isDisabled()).toBe(true);
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Đã nộp đủ' }).click();
  await page.getByRole('textbox', { name: 'Người nộp hồ sơ', exact: true }).fill('Quàng Thị Mai');
  await page.getByRole('textbox', { name: 'Số điện thoại' }).fill('0912 345 678');
  const { lost } = await losingOneAnswer(page, '**/api/dossiers');
  await page.getByRole('button', { name: 'Nhận hồ sơ', exact: true }).click();
  await lost;
  await page.getByRole('alert').waitFor();
  await page.waitForTimeout(400);
  await page.getByRole('button', { name: 'Nhận hồ sơ', exact: true }).click();

  await page.getByRole('heading', { name: 'Đã nhận hồ sơ' }).waitFor();
  await settled(page);
  const told = await page.locator('main').innerText();
  const code = /\S+-\d{6}-\d{4}/.exec(told)?.[0] ?? '';
  expect(told).toMatch(/Hẹn trả kết quả: hết ngày \d{2}\/\d{2}\/\d{4}/);
  const slip = await download(() => page.getByRole('button', { name: 'Tải PDF: Giấy tiếp nhận hồ sơ và hẹn trả kết quả' }).click());
  expect(slip.subarray(0, 4).toString()).toBe('%PDF');

  await page.getByRole('button', { name: 'Nhận hồ sơ tiếp theo' }).click();
  await page.getByRole('textbox', { name: 'Người nộp hồ sơ', exact: true }).fill('quang thi mai');
  await page.getByText('Trong 30 ngày qua đã có hồ sơ cùng thủ tục của người này').waitFor();
  expect(await page.getByRole('link', { name: code, exact: true }).count()).toBe(1);
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('textbox', { name: 'Người nộp hồ sơ', exact: true }).fill('');

  await page.goto(`${product.url}/dossiers/work`);
  await page.getByRole('searchbox', { name: 'Tìm mã hoặc người nộp' }).fill('quang thi mai');
  const received = page.getByRole('row', { name: /Quàng Thị Mai/ });
  await received.getByText('Còn hạn').waitFor();
  expect(await received.count()).toBe(1);
  await page.getByRole('link', { name: code }).click();
  await settled(page);

  await step('Chuyển xử lý');
  await step('Yêu cầu bổ sung', 'Thiếu xác nhận nơi cư trú');
  await page.getByText('Đồng hồ đang dừng').first().waitFor();
  await step('Đã nhận giấy tờ bổ sung');
  await step('Xử lý xong');
  await step('Trả kết quả');
  await page.getByText('Đã trả kết quả').first().waitFor();

  const history = await page.getByRole('region', { name: 'Quá trình giải quyết' }).innerText();
  const events = ['Tiếp nhận', 'Chuyển xử lý', 'Yêu cầu bổ sung', 'Đã bổ sung', 'Xử lý xong', 'Trả kết quả'];
  expect(events.filter((event) => !history.includes(event))).toEqual([]);
  expect(await violationsOf(page)).toEqual([]);

  const citizen = await aCitizen();
  const answer = await lookUp(citizen, code, '5678');
  expect(answer).toMatch(/Đã trả kết quả[\s\S]*Đăng ký kết hôn có yếu tố nước ngoài/);
  expect(answer).not.toMatch(/Quàng|0912/);
});

/** Lets the next request through to the product and its answer get lost, as on a bad line; `lost` ends when that has happened. */
async function losingOneAnswer(on: Page, url: string): Promise<{ readonly lost: Promise<void> }> {
  let tell = () => {};
  const lost = new Promise<void>((done) => {
    tell = done;
  });
  await on.route(
    url,
    async (route) => {
      expect((await route.fetch()).status()).toBe(201);
      await route.abort('connectionreset');
      tell();
    },
    { times: 1 },
  );
  return { lost };
}

/** Somebody without an account, on an old phone. */
async function aCitizen(): Promise<Page> {
  return (await browser.newContext({ locale: 'vi-VN', viewport: { width: 360, height: 640 } })).newPage();
}

async function lookUp(citizen: Page, code: string, factor: string): Promise<string> {
  await citizen.goto(`${product.url}/online/lookup?code=${encodeURIComponent(code)}`);
  await citizen.getByRole('textbox', { name: 'Mã xác nhận' }).fill(factor);
  await citizen.getByRole('button', { name: 'Tra cứu' }).click();
  const found = citizen.getByRole('region', { name: 'Tình trạng' });
  await found.waitFor();
  return found.innerText();
}

test('a citizen hands a dossier in with a file, the desk accepts it, and the citizen sees it', async () => {
  const citizen = await aCitizen();
  await citizen.goto(`${product.url}/online`);
  await citizen.getByRole('searchbox', { name: 'Tìm thủ tục' }).fill('ket hon co yeu to');
  await citizen.getByRole('link', { name: /Đăng ký kết hôn có yếu tố nước ngoài/ }).click();
  await citizen.getByLabel('Nơi nhận hồ sơ').selectOption({ label: 'UBND phường Điện Biên Phủ' });
  await citizen.getByText('Còn thiếu:').waitFor();
  const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await citizen.getByLabel(/^Chọn tệp cho: Tờ khai/).setInputFiles({ name: 'tờ khai.png', mimeType: 'image/png', buffer: picture });
  await citizen.getByRole('checkbox').first().check();
  await citizen.getByRole('textbox', { name: 'Họ và tên' }).fill('Lò Thị Xuân');
  await citizen.getByRole('textbox', { name: 'Số điện thoại' }).fill('0987 654 321');
  const { lost } = await losingOneAnswer(citizen, '**/api/dossiers/online');
  await citizen.getByRole('button', { name: 'Gửi hồ sơ' }).click();
  await lost;
  await citizen.getByRole('alert').waitFor();
  await citizen.waitForTimeout(400);
  await citizen.getByRole('button', { name: 'Gửi hồ sơ' }).click();
  await citizen.getByRole('heading', { name: 'Đã gửi hồ sơ' }).waitFor();
  const [, code = '', pin = ''] =
    /Mã hồ sơ\s+(\S+-\d{6}-\d{4})\s+Mã tra cứu\s+(\d{8})/.exec(await citizen.locator('main').innerText()) ?? [];
  expect(await lookUp(citizen, code, pin)).toContain('Chờ tiếp nhận');

  page = await (await browser.newContext({ locale: 'vi-VN', viewport: { width: 1366, height: 768 } })).newPage();
  await signIn(page, product.url, 'motcua@dienbien.demo');
  await page.goto(`${product.url}/dossiers/work?state=new`);
  await page.getByRole('link', { name: code }).waitFor();
  expect(await page.getByRole('row', { name: /Lò Thị Xuân/ }).count()).toBe(1);
  await page.getByRole('link', { name: code }).click();
  await settled(page);
  expect(await page.getByRole('link', { name: 'tờ khai.png' }).getAttribute('href')).toMatch(/^\/api\/files\//);
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await page.getByRole('checkbox', { name: /^Giấy tờ tùy thân/ }).check();
  await step('Tiếp nhận');
  await page.getByText('Hạn trả được tính thế nào').waitFor();
  // The papers are read anew after the step, apart from the clock.
  await page.getByRole('region', { name: 'Thành phần hồ sơ' }).filter({ hasNotText: 'Chưa nộp' }).waitFor();
  expect(await lookUp(citizen, code, '4321')).toMatch(/Được tiếp nhận[\s\S]*Hẹn trả kết quả\s+hết ngày \d{2}\/\d{2}\/\d{4}/);
});
