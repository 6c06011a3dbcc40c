// SPDX-License-Identifier: Apache-2.0
import { buffer } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { fromBuffer } from 'yauzl';
import { seedHolidays } from '#modules/calendar';
import { systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../../test/database.ts';
import { aProcedure } from '../../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { readPng, readQr } from '../../../../../test/reading/read-qr.ts';
import type { DeskMove } from '../../domain/desk/moves.ts';
import { seedClockRules } from '../clock/seed-clock-rules.ts';
import { type MoveAsked, moveDossier } from '../desk/move-dossier.ts';
import { readDossier } from '../desk/read-dossier.ts';
import { receiveDossier } from '../desk/receive-dossier.ts';
import { type FormFile, listForms, printForm } from './print-form.ts';
import { printRegister } from './print-register.ts';

const { db } = await aDatabase();
await seedHolidays(db);
await seedClockRules(db);
const province = await aUnit(db, { level: 'province', code: 'H18', name: 'Tỉnh Điện Biên' });
const commune = await aUnit(db, { parentId: province.id, code: 'H18.21', name: 'Xã Mường Phăng' });
const everywhere = { roots: null, reformFields: null };
const paper = { code: 'TK', name: 'Tờ khai đăng ký khai sinh', originals: 1, copies: 0, form: null, formFileId: null, condition: null };
const extra = { ...paper, code: 'UQ', name: 'Giấy uỷ quyền', condition: 'khi nộp thay' };
const procedure = await aProcedure(db, {
  unitId: province.id,
  name: 'Đăng ký khai sinh #1 $x$',
  limit: { amount: 5, unit: 'working_days' },
  papers: [paper, extra],
});
const officer = { ...systemActor, name: 'Quàng Văn Một Cửa' };

async function received(at: string): Promise<string> {
  const reception = {
    unitId: commune.id,
    procedureId: procedure.id,
    channel: 1,
    applicant: { name: 'Lò Thị Xuân', kind: 1, phone: '0912345678', address: 'Bản Che Căn' },
    papers: [{ code: 'TK', originals: 1, copies: 2, handed: true }],
  };
  return (await receiveDossier(db, officer, everywhere, reception, new Date(at))).code;
}

async function move(code: string, name: DeskMove, at: string, more: Partial<MoveAsked> = {}): Promise<void> {
  const { dossier } = await readDossier(db, everywhere, code, new Date(at));
  await moveDossier(db, officer, everywhere, { code, move: name, version: dossier.version, ...more }, new Date(at));
}

function partsOf(docx: Uint8Array): Promise<Map<string, Buffer>> {
  const parts = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    fromBuffer(Buffer.from(docx), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('entry', (entry) => {
        zip.openReadStream(entry, async (failure, stream) => {
          if (failure) return reject(failure);
          parts.set(entry.fileName, await buffer(stream));
          zip.readEntry();
        });
      });
      zip.on('end', () => resolve(parts));
      zip.readEntry();
    });
  });
}

const bare = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');

async function docxText({ bytes }: FormFile): Promise<string> {
  const xml = (await partsOf(bytes)).get('word/document.xml')?.toString('utf8') ?? '';
  return bare([...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(''));
}

async function pdfText({ bytes }: FormFile): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return bare(text);
}

const print = (code: string, form: string, format: 'docx' | 'pdf', at: string) =>
  printForm(db, everywhere, { code, form, format }, new Date(at));

test('the receipt names code, applicant, papers and the due moment, as Word file and as PDF', async () => {
  const code = await received('2022-09-12T09:05:00+07:00');
  for (const format of ['docx', 'pdf'] as const) {
    const file = await print(code, '01', format, '2022-09-12T09:06:00+07:00');
    const text = format === 'docx' ? await docxText(file) : await pdfText(file);
    for (const words of [
      'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      'Mẫu số 01 · Thông tư 01/2018/TT-VPCP',
      `Mã hồ sơ: ${code}`,
      'Lò Thị Xuân',
      'Bản Che Căn',
      'Đăng ký khai sinh #1 $x$',
      'Tờ khai đăng ký khai sinh',
      '5 ngày làm việc',
      '09 giờ 05 phút, ngày 12/9/2022',
      'Hẹn trả kết quả lúc: 17 giờ 00 phút, ngày 19/9/2022',
      'Quàng Văn Một Cửa',
      'Xã Mường Phăng, ngày 12 tháng 9 năm 2022',
    ])
      expect(text).toContain(bare(words));
    expect(text).not.toContain(bare('Giấy uỷ quyền'));
  }
});

test('the QR code of the Word file reads as the code of the dossier', async () => {
  const code = await received('2022-09-12T09:30:00+07:00');
  const parts = await partsOf((await print(code, '01', 'docx', '2022-09-12T10:00:00+07:00')).bytes);
  const picture = [...parts].find(([name]) => name.endsWith('.png'))?.[1] ?? Buffer.alloc(0);
  expect(readQr(readPng(picture))).toBe(code);
});

test('forms appear with their occasion, and none before', async () => {
  const code = await received('2022-09-13T09:00:00+07:00');
  const numbers = async (at: string) =>
    (await listForms(db, everywhere, code, new Date(at))).forms.filter((form) => form.occasionAt).map(({ number, kind }) => [number, kind]);
  expect(await numbers('2022-09-13T10:00:00+07:00')).toEqual([
    ['01', 'reception'],
    ['05', 'control'],
  ]);
  await expect(print(code, '02', 'pdf', '2022-09-13T10:00:00+07:00')).rejects.toMatchObject({ code: 'dossiers.form_unavailable' });
  await expect(print(code, '06', 'pdf', '2022-09-13T10:00:00+07:00')).rejects.toMatchObject({ code: 'dossiers.form_unknown' });
  await move(code, 'process', '2022-09-13T11:00:00+07:00');
  await move(code, 'request_supplement', '2022-09-14T09:00:00+07:00', { reason: 'Tờ khai thiếu chữ ký của người cha' });
  const asked = await print(code, '02', 'docx', '2022-09-14T10:00:00+07:00');
  expect(await docxText(asked)).toContain(bare('Tờ khai thiếu chữ ký của người cha'));
  const control = await pdfText(await print(code, '05', 'pdf', '2022-09-14T10:00:00+07:00'));
  for (const words of ['Chuyển xử lý', 'Yêu cầu bổ sung', 'Đang giải quyết']) expect(control).toContain(bare(words));
});

test('an apology is drafted as soon as a dossier is late, and names the new appointment where there is one', async () => {
  const code = await received('2022-09-05T09:00:00+07:00');
  const { dossier } = await readDossier(db, everywhere, code);
  const late = new Date(Date.parse(dossier.dueAt ?? '') + 3_600_000).toISOString();
  const forms = async (at: string) => (await listForms(db, everywhere, code, new Date(at))).forms.find(({ number }) => number === '04');
  expect((await forms('2022-09-05T10:00:00+07:00'))?.unavailableBecause).toBe('hồ sơ chưa quá hạn và chưa hẹn lại');
  expect((await forms(late))?.occasionAt).toBe(dossier.dueAt);
  expect(await pdfText(await print(code, '04', 'pdf', late))).toContain(bare('Đến nay hồ sơ chưa có kết quả'));

  const other = await received('2022-09-06T09:00:00+07:00');
  await move(other, 'process', '2022-09-06T10:00:00+07:00');
  await move(other, 'extend', '2022-09-07T10:00:00+07:00', { reason: 'Chờ xác minh nơi sinh', newDueOn: '2022-09-20' });
  const text = await docxText(await print(other, '04', 'docx', '2022-09-07T11:00:00+07:00'));
  for (const words of ['Chờ xác minh nơi sinh', '17 giờ 00 phút, ngày 13/9/2022', '17 giờ 00 phút, ngày 20/9/2022'])
    expect(text).toContain(bare(words));
});

test('a dossier of the circular of 2025 has the stop notice as form 05 and the control slip as 06', async () => {
  const code = await received('2025-10-06T09:00:00+07:00');
  await move(code, 'stop', '2025-10-07T09:00:00+07:00', { reason: 'Có tranh chấp' });
  const { regime, forms } = await listForms(db, everywhere, code, new Date('2025-10-08T09:00:00+07:00'));
  expect(regime).toMatchObject({ key: 'circular_03_2025', mark: 'background' });
  expect(forms.filter((form) => form.occasionAt).map(({ number, kind }) => [number, kind])).toEqual([
    ['01', 'reception'],
    ['05', 'stop'],
    ['06', 'control'],
  ]);
  const text = await docxText(await print(code, '05', 'docx', '2025-10-08T09:00:00+07:00'));
  for (const words of ['THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ', 'Có tranh chấp', 'Thông tư 03/2025/TT-VPCP']) expect(text).toContain(bare(words));
});

test('a refused dossier has its refusal with reason and the missing papers are named', async () => {
  const code = await received('2022-09-20T09:00:00+07:00');
  await move(code, 'request_supplement', '2022-09-20T10:00:00+07:00', { reason: 'Thiếu' });
  await move(code, 'reject', '2022-09-21T10:00:00+07:00', { reason: 'Không thuộc thẩm quyền của xã' });
  expect(await pdfText(await print(code, '03', 'pdf', '2022-09-21T11:00:00+07:00'))).toContain(bare('Không thuộc thẩm quyền của xã'));
});

test('the register of a unit and a period has one line a dossier, on broad A4', async () => {
  const asked = { unitId: commune.id, from: '2022-09-12', to: '2022-09-13', format: 'pdf' } as const;
  const file = await printRegister(db, everywhere, asked);
  const text = await pdfText(file);
  expect(text).toContain(bare('Hồ sơ nhận từ ngày 12/9/2022 đến ngày 13/9/2022: 3 hồ sơ'));
  expect(text).toContain(bare('Mẫu số 06'));
  expect(text).toContain('220912');
  const page = await (await getDocumentProxy(new Uint8Array(file.bytes))).getPage(1);
  expect(page.view.slice(2).map((side: number) => Math.round((side / 72) * 25.4))).toEqual([297, 210]);
  expect(await docxText(await printRegister(db, everywhere, { ...asked, format: 'docx' }))).toContain(bare('Lò Thị Xuân'));
  const elsewhere = await aUnit(db, { level: 'province' });
  await expect(printRegister(db, { ...everywhere, roots: [elsewhere.id] }, asked)).rejects.toMatchObject({
    code: 'units.not_found',
  });
});
