// SPDX-License-Identifier: Apache-2.0
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violationsOf } from './accessibility.ts';
import { aBrowser, settled, signIn } from './browser.ts';
import { type Api, aDataFolder, type Product, signedIn, startProduct } from './product.ts';

const data = aDataFolder(inject('seededData'));
const year = new Date().getFullYear() + 1;
const [first, second] = ['UBND phường Điện Biên Phủ', 'UBND phường Mường Lay'] as const;
const errors: string[] = [];
let product: Product;
let browser: Browser;
let organiser: Page;
let round = '';

beforeAll(async () => {
  product = await startProduct(data.path);
  browser = await aBrowser();
  await prepare();
  organiser = await as('cchc.snv');
});
afterAll(async () => {
  await browser?.close();
  await product?.stop();
  data.remove();
});

/** Somebody at a screen of their own; whatever their browser complains of is kept. */
async function as(name: string, width = 1366): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'vi-VN', viewport: { width, height: 768 } })).newPage();
  await signIn(page, product.url, `${name}@dienbien.demo`);
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  return page;
}

const blank = { parentCode: null, kind: 'field', evidence: '', measure: null, mayBeNotApplicable: false, note: '' } as const;
const ratio = { numerator: 'Số hồ sơ đúng hạn', denominator: 'Số hồ sơ đã giải quyết', whenZero: 'full', whenAbove: 'refuse' };
const options = [
  { code: 'A', label: 'Ban hành đúng hạn', points: '4' },
  { code: 'B', label: 'Ban hành chậm', points: '2' },
];
const nodes = [
  {
    ...blank,
    code: '1',
    name: 'Giải quyết đúng hạn',
    maximum: '6',
    method: 'self',
    appraiserField: 'procedures',
    rule: { kind: 'proportional', ratio },
  },
  {
    ...blank,
    code: '2',
    name: 'Kế hoạch năm',
    maximum: '4',
    method: 'self',
    appraiserField: 'steering',
    rule: { kind: 'options', options },
  },
];
const conventions = {
  rounding: 'half_up',
  decimals: 2,
  roundAt: 'items',
  indexDecimals: 2,
  notApplicable: 'rescale',
  aboveMaximum: 'cap',
  compareBy: 'shown',
};

/** A published set of the year, rights at two communes and for two appraisers, and the decision that will approve the result. */
async function prepare(): Promise<void> {
  const officer = await signedIn(product.url, 'cchc.snv@dienbien.demo');
  const content = {
    ...{ level: 'commune', year, title: `Bộ tiêu chí thử năm ${year}`, validFrom: `${year}-01-01`, validTo: null, legalBasis: '' },
    ...{ certainty: 'template', note: '', maximum: '10', conventions, grades: [{ code: 'T', name: 'Tốt', fromPercent: '0' }], nodes },
  };
  const set = await officer<{ id: string; version: number }>('POST', '/api/scoring/sets', { fromId: null, content });
  await officer('POST', `/api/scoring/sets/${set.body.id}/publish`, { version: set.body.version });
  const units = await unitIds(officer);
  await officer('POST', '/api/documents', {
    kind: 'recorded',
    unitId: units.get('UBND tỉnh Điện Biên'),
    code: '77/QĐ-UBND',
    issuedOn: '2026-01-15',
    subject: 'Phê duyệt kết quả chấm điểm',
  });
  const administrator = await signedIn(product.url, 'quantri@dienbien.demo');
  const right = (role: string, unit: string, reformFields: readonly string[] | null = null) => ({
    ...{ role, unitId: units.get(unit), reformFields, validFrom: '2026-01-01', validTo: null },
  });
  const province = 'UBND tỉnh Điện Biên';
  const given = {
    'canbo.huyen': [right('unit_officer', first), right('unit_officer', second)],
    'lanhdao.huyen': [right('unit_leader', first), right('unit_leader', second)],
    'thanhvien.tthc': [right('par_officer', province, ['procedures', 'steering'])],
    'thanhvien.so': [right('par_officer', province, ['procedures', 'steering'])],
  };
  for (const [name, grants] of Object.entries(given)) await give(administrator, `${name}@dienbien.demo`, grants);
}

async function unitIds(api: Api): Promise<ReadonlyMap<string, string>> {
  type Units = { readonly rows: readonly { readonly id: string; readonly authorityName: string }[] };
  const { body } = await api<Units>('GET', '/api/units?view=flat&limit=500');
  return new Map(body.rows.map(({ id, authorityName }) => [authorityName, id]));
}

async function give(administrator: Api, email: string, more: readonly object[]): Promise<void> {
  type Part = Record<string, unknown> & { unitId: string };
  type Account = { id: string; name: string; email: string; version: number; positions: Part[]; grants: Part[] };
  const { rows } = (await administrator<{ rows: Account[] }>('GET', '/api/identity/accounts?limit=200')).body;
  const account = rows.find((one) => one.email === email);
  const { body } = await administrator<Account>('GET', `/api/identity/accounts/${account?.id}`);
  const positions = body.positions.map(({ unitId, title, validFrom, validTo }) => ({ unitId, title, validFrom, validTo }));
  const grants = body.grants.map(({ unitId, role, reformFields, validFrom, validTo }) => ({
    unitId,
    role,
    reformFields,
    validFrom,
    validTo,
  }));
  const changed = { name: body.name, positions, grants: [...grants, ...more], version: body.version, disabled: false };
  const answer = await administrator('PUT', `/api/identity/accounts/${body.id}`, changed);
  if (answer.status >= 300) throw new Error(`${email}: ${JSON.stringify(answer.body)}`);
}

/** The organiser takes the round on, in the dialog. */
async function moveTo(phase: string, reason?: string): Promise<void> {
  const verb = `Chuyển sang «${phase}»`;
  await organiser.goto(`${product.url}/scoring/rounds/${round}`);
  await settled(organiser);
  await organiser.getByRole('button', { name: verb, exact: true }).click();
  const dialog = organiser.getByRole('dialog');
  if (reason) await dialog.getByLabel('Lý do').fill(reason);
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function openSheet(page: Page, unit: string, item: string): Promise<void> {
  await page.goto(`${product.url}/scoring/rounds/${round}`);
  await page.getByRole('link', { name: unit, exact: true }).first().click();
  await page.getByRole('button', { name: new RegExp(`^Mở mục ${item}:`) }).click();
}

async function saveScore(page: Page, told: string): Promise<void> {
  await page.getByRole('button', { name: 'Lưu điểm' }).click();
  await page.getByText(told).waitFor();
}

test('the organiser opens a round of two communes on the screen', async () => {
  await organiser.goto(`${product.url}/scoring`);
  await organiser.getByRole('link', { name: 'Mở đợt chấm điểm' }).click();
  await organiser.getByRole('button', { name: 'Thêm nhóm: Cấp xã' }).click();
  await organiser.getByRole('button', { name: 'Bỏ chọn' }).click();
  for (const unit of ['Phường Điện Biên Phủ', 'Phường Mường Lay']) {
    await organiser.getByRole('textbox', { name: 'Lọc đơn vị' }).fill(unit);
    await organiser.getByRole('checkbox', { name: unit }).check();
  }
  await organiser.getByText('Đã chọn 2/').waitFor();
  await organiser.getByRole('group', { name: 'Đơn vị giải trình' }).getByLabel('Số ngày làm việc').fill('5');
  expect(await violationsOf(organiser)).toEqual([]);
  await organiser.getByRole('button', { name: 'Mở đợt', exact: true }).click();

  await organiser.waitForURL(/\/scoring\/rounds\/[0-9a-f-]{36}$/);
  round = organiser.url().split('/').at(-1) ?? '';
  await moveTo('Đơn vị tự chấm');
  await organiser.getByText(/Chưa chuyển được: 2 đơn vị chưa được lãnh đạo duyệt/).waitFor();
  expect(await violationsOf(organiser)).toEqual([]);
});

test('the unit scores itself with evidence and an explanation, and the leader locks it', async () => {
  const officer = await as('canbo.huyen');
  for (const unit of [first, second]) {
    await openSheet(officer, unit, '1');
    await officer.getByLabel(/^Tử số/).fill(unit === first ? '38' : '39');
    await officer.getByLabel(/^Mẫu số/).fill('40');
    await officer.getByText(unit === first ? 'Theo số liệu này: 5,7 điểm.' : 'Theo số liệu này: 5,85 điểm.').waitFor();
    await saveScore(officer, `Mục 1: ${unit === first ? '5,7' : '5,85'} điểm.`);
    await officer
      .locator('input[type="file"]')
      .setInputFiles({ name: 'bao cao.txt', mimeType: 'text/plain', buffer: Buffer.from(`Báo cáo của ${unit}`) });
    await officer.getByRole('link', { name: 'bao cao.txt' }).waitFor();
    await officer.getByRole('button', { name: /^Mở mục 2:/ }).click();
    await officer.getByRole('radio', { name: /Ban hành đúng hạn/ }).check();
    await officer.getByLabel(/^Giải trình \(bắt buộc/).fill('Kế hoạch ban hành ngày 10/01.');
    await saveScore(officer, 'Mục 2: 4 điểm.');
    if (unit === first) expect(await violationsOf(officer)).toEqual([]);
    await officer.getByRole('button', { name: 'Trình lãnh đạo' }).click();
    await officer.getByRole('dialog').getByRole('button', { name: 'Trình lãnh đạo' }).click();
    await officer.getByText('Đã chuyển phiếu sang «Đã trình lãnh đạo».').first().waitFor();
  }

  const leader = await as('lanhdao.huyen');
  for (const unit of [first, second]) {
    await openSheet(leader, unit, '1');
    await leader.getByRole('button', { name: 'Duyệt và khóa' }).click();
    await leader.getByRole('dialog').getByRole('button', { name: 'Duyệt và khóa' }).click();
    await leader.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await leader.getByRole('button', { name: 'Lưu điểm' }).count()).toBe(0);
  }
});

test('the appraiser works through the queue: one score lowered with a reason, the others accepted by key', async () => {
  await moveTo('Thẩm định lần 1');
  const appraiser = await as('thanhvien.tthc');
  await appraiser.goto(`${product.url}/scoring/rounds/${round}/queue`);
  await appraiser.getByText('Còn 4/4 mục thuộc lĩnh vực của bạn chưa thẩm định.').waitFor();
  await appraiser.getByRole('button', { name: new RegExp(`${first}.*Kế hoạch năm`) }).click();
  await appraiser.getByRole('radio', { name: /Ban hành chậm/ }).check();
  await appraiser.getByLabel(/^Lý do \(bắt buộc/).fill('Văn bản đến ngày 20/01, chậm 5 ngày.');
  expect(await violationsOf(appraiser)).toEqual([]);
  await saveScore(appraiser, 'Mục 2: 2 điểm.');
  for (let open = 3; open > 0; open -= 1) {
    await appraiser.getByText(`Còn ${open}/4 mục thuộc lĩnh vực của bạn chưa thẩm định.`).waitFor();
    await appraiser.keyboard.press('Alt+ArrowDown');
    await appraiser.getByRole('button', { name: /^Nhận điểm tự chấm \(/ }).waitFor();
    await appraiser.keyboard.press('Alt+Enter');
  }
  await appraiser.getByText('Còn 0/4 mục thuộc lĩnh vực của bạn chưa thẩm định.').waitFor();
});

test('the unit objects, another appraiser answers and appraises again', async () => {
  await moveTo('Đơn vị giải trình');
  const officer = await as('canbo.huyen', 360);
  await openSheet(officer, first, '2');
  await officer.getByLabel('Nội dung giải trình, kiến nghị').fill('Kế hoạch ban hành ngày 10/01, đúng hạn.');
  await officer.getByRole('button', { name: 'Gửi giải trình' }).click();
  await officer.getByText('Chờ trả lời').waitFor();
  expect(await officer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);

  await organiser.goto(`${product.url}/scoring/rounds/${round}`);
  await organiser.getByText(/«Đơn vị giải trình» chưa hết hạn với 2 đơn vị/).waitFor();
  await moveTo('Thẩm định lần 2', 'Hai đơn vị đã có ý kiến.');
  await organiser.getByText(/Chưa chuyển được: còn 1 giải trình chưa được trả lời/).waitFor();
  const other = await as('thanhvien.so');
  await other.goto(`${product.url}/scoring/rounds/${round}/objections`);
  await other.getByText('1 giải trình chờ trả lời, tổng số 1.').waitFor();
  await other.getByLabel('Trả lời', { exact: true }).fill('Đã kiểm tra số đi, đúng hạn.');
  expect(await violationsOf(other)).toEqual([]);
  await other.getByRole('button', { name: 'Chấp nhận', exact: true }).click();
  await other.getByText('0 giải trình chờ trả lời, tổng số 1.').waitFor();
  await other.goto(`${product.url}/scoring/rounds/${round}/queue`);
  await other.getByRole('button', { name: new RegExp(`${first}.*Kế hoạch năm`) }).click();
  await other.getByRole('radio', { name: /Ban hành đúng hạn/ }).check();
  await other.getByLabel(/^Lý do \(bắt buộc/).fill('Chấp nhận giải trình.');
  await saveScore(other, 'Mục 2: 4 điểm.');
  await other.getByText('Còn 0/1 mục có giải trình thuộc lĩnh vực của bạn chưa xong.').waitFor();
});

test('the council closes, the decision is chosen, and a reader sees the published ranks on a phone', async () => {
  await moveTo('Hội đồng');
  await organiser.getByRole('button', { name: 'Công bố kết quả' }).click();
  const dialog = organiser.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Quyết định phê duyệt kết quả' }).fill('77/QĐ');
  await organiser.locator('[role="option"]:visible', { hasText: '77/QĐ-UBND' }).click();
  await dialog.getByRole('button', { name: 'Công bố kết quả' }).click();
  await dialog.waitFor({ state: 'detached' });

  const reader = await as('doc', 360);
  await reader.goto(`${product.url}/scoring/rounds/${round}`);
  await reader.getByText(/Kết quả của 2 đơn vị đã công bố ngày \d{2}\/\d{2}\/\d{4} theo 77\/QĐ-UBND, lần 1\./).waitFor();
  const ranks = await reader
    .getByRole('table', { name: /điểm và thứ hạng/ })
    .getByRole('row')
    .allInnerTexts();
  expect(ranks.map((row) => row.replace(/\s+/g, ' ')).slice(1)).toEqual([
    expect.stringMatching(new RegExp(`${second}.*9,85`)),
    expect.stringMatching(new RegExp(`${first}.*9,70`)),
  ]);
  expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await violationsOf(reader)).toEqual([]);
  await reader.goto(`${product.url}/scoring/rounds/${round}/consistency`);
  await settled(reader);
  expect(await violationsOf(reader)).toEqual([]);
  expect(errors).toEqual([]);
});
