// SPDX-License-Identifier: Apache-2.0
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { systemActor } from '#platform/auth/actor';
import { readInThread } from '#platform/files/read-apart';
import { aDatabase } from '../../../../../test/database.ts';
import { seedChecklist } from '../seed-checklist.ts';
import { addItem, editItem, publishChecklist, startDraft } from './edit-checklist.ts';
import { exportChecklist, importChecklist } from './exchange-checklist.ts';
import { getChecklist, listChecklists } from './read-checklist.ts';
import { checklistReader } from './read-rows.ts';

const { db } = await aDatabase();
let publishedId = '';
let draftId = '';

beforeAll(async () => {
  await seedChecklist(db);
  await seedChecklist(db);
  publishedId = (await listChecklists(db))[0]?.id ?? '';
  draftId = (await startDraft(db, systemActor, { fromId: publishedId, title: 'Danh mục năm 2023' })).id;
});

async function changed(change: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(await exportChecklist(db, draftId)).buffer);
  change(book.worksheets[0]!);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const read = (bytes: Uint8Array, dryRun: boolean) => importChecklist(db, systemActor, draftId, bytes, { dryRun });

test('the product brings one published checklist: 72 items in 8 groups, 45 with a source', async () => {
  const { items, fields, state } = await getChecklist(db, publishedId);

  expect(await listChecklists(db)).toHaveLength(2);
  expect([items.length, fields.length, state]).toEqual([72, 8, 'published']);
  expect(items.filter((item) => item.certainty === 'sourced')).toHaveLength(45);
});

describe('a workbook', () => {
  test('that was only exported changes nothing', async () => {
    expect(await read(await exportChecklist(db, draftId), true)).toEqual({
      changes: [],
      errors: [],
      fingerprint: expect.any(String),
      applied: false,
    });
  });

  test('is read in a thread as it is here', async () => {
    const bytes = await exportChecklist(db, draftId);

    expect(await readInThread(bytes, checklistReader)).toEqual(await checklistReader.read(bytes));
    expect(await checklistReader.read(bytes)).toHaveLength(72);
  });

  test('whose changes were seen before somebody else changed the draft is refused, and nothing is taken over', async () => {
    const mine = await changed((sheet) => {
      sheet.getCell('C3').value = 'Lời của tôi';
    });
    const theirs = await changed((sheet) => {
      sheet.getCell('C4').value = 'Lời của người khác';
    });
    const { fingerprint } = await read(mine, true);
    await importChecklist(db, systemActor, draftId, theirs, { dryRun: false, seen: (await read(theirs, true)).fingerprint });
    const before = (await getChecklist(db, draftId)).items;

    await expect(importChecklist(db, systemActor, draftId, mine, { dryRun: false, seen: fingerprint })).rejects.toMatchObject({
      code: 'inspections.import_moved',
    });
    expect((await getChecklist(db, draftId)).items).toEqual(before);
    expect(before.map(({ text }) => text)).toContain('Lời của người khác');
  });

  test('is shown cell by cell before it is taken over, and then changes just that', async () => {
    const bytes = await changed((sheet) => {
      sheet.getCell('C2').value = 'Lời mới của mục đầu';
      sheet.addRow({}).values = ['F1.11', 'F1', 'Mục thêm', 'văn bản', 'Thông lệ', 'thông lệ'];
      sheet.spliceRows(73, 1);
    });

    const shown = await read(bytes, true);
    const before = await getChecklist(db, draftId);
    const taken = await read(bytes, false);
    const after = await getChecklist(db, draftId);

    expect(shown.changes.map(({ kind, code }) => [kind, code])).toEqual([
      ['changed', 'F1.01'],
      ['added', 'F1.11'],
      ['retired', 'F8.13'],
    ]);
    expect(before.items.find((item) => item.code === 'F1.01')?.text).not.toBe('Lời mới của mục đầu');
    expect(taken.applied).toBe(true);
    expect(after.items.find((item) => item.code === 'F1.01')?.text).toBe('Lời mới của mục đầu');
    expect(after.items.find((item) => item.code === 'F8.13')?.isRetired).toBe(true);
    expect(after.itemCount).toBe(72);
  });

  test('with one wrong cell is refused as a whole, naming row and column', async () => {
    const bytes = await changed((sheet) => {
      sheet.getCell('C3').value = '';
      sheet.getCell('C4').value = 'Đổi hợp lệ';
    });

    expect((await read(bytes, true)).errors).toEqual([{ row: 3, column: 'Nội dung kiểm tra', problem: 'còn trống' }]);
    await expect(read(bytes, false)).rejects.toMatchObject({
      code: 'inspections.import_rows',
      params: { count: 1, row: 3, column: 'Nội dung kiểm tra' },
    });
    expect((await getChecklist(db, draftId)).items.some((item) => item.text === 'Đổi hợp lệ')).toBe(false);
  });

  test('that is none, or lacks a column, is told so', async () => {
    await expect(read(Buffer.from('không phải Excel'), true)).rejects.toMatchObject({
      kind: 'invalid',
      code: 'inspections.import_unreadable',
    });
    await expect(read((await exportChecklist(db, draftId)).subarray(0, 900), true)).rejects.toMatchObject({
      code: 'inspections.import_unreadable',
    });
    const bytes = await changed((sheet) => {
      sheet.getCell('C1').value = 'Khác';
    });
    await expect(read(bytes, true)).rejects.toMatchObject({ code: 'inspections.import_columns', params: { column: 'Nội dung kiểm tra' } });
  });
});

describe('versions', () => {
  const item = { code: 'F2.09', fieldCode: 'F2', text: 'Mục mới', evidence: '', source: '', certainty: 'background' as const };

  test('a published one is fixed for the program and for the database', async () => {
    await expect(addItem(db, systemActor, publishedId, item)).rejects.toMatchObject({ code: 'inspections.checklist_published' });
    await expect(editItem(db, systemActor, publishedId, publishedId, { ...item, version: 1, isRetired: false })).rejects.toMatchObject({
      code: 'inspections.checklist_published',
    });
  });

  test('there is one draft at a time', async () => {
    await expect(startDraft(db, systemActor, { fromId: publishedId, title: 'Bản khác' })).rejects.toMatchObject({
      code: 'inspections.draft_exists',
    });
  });

  test('an item is added once, edited by the version read, and the draft published', async () => {
    await addItem(db, systemActor, draftId, item);
    await expect(addItem(db, systemActor, draftId, item)).rejects.toMatchObject({ code: 'inspections.item_code_taken' });
    await expect(addItem(db, systemActor, draftId, { ...item, code: 'F9.01', fieldCode: 'F9' })).rejects.toMatchObject({
      code: 'inspections.item_field_unknown',
    });
    const added = (await getChecklist(db, draftId)).items.find((one) => one.code === 'F2.09')!;
    await editItem(db, systemActor, draftId, added.id, { ...item, text: 'Lời sửa', version: 1, isRetired: false });
    await expect(editItem(db, systemActor, draftId, added.id, { ...item, version: 1, isRetired: false })).rejects.toMatchObject({
      code: 'platform.stale',
    });

    await publishChecklist(db, systemActor, draftId, { version: 1, validFrom: '2023-01-01' });

    expect(await getChecklist(db, draftId)).toMatchObject({ state: 'published', number: 2, validFrom: '2023-01-01' });
    await expect(addItem(db, systemActor, draftId, { ...item, code: 'F2.10' })).rejects.toMatchObject({
      code: 'inspections.checklist_published',
    });
  });
});
