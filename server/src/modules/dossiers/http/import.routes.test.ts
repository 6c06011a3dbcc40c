// SPDX-License-Identifier: Apache-2.0
import ExcelJS from 'exceljs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aDatabase } from '../../../../test/database.ts';
import { settled } from '../../../../test/factories/import.ts';
import { aProcedure } from '../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import type { Actor } from '../../../platform/auth/actor.ts';
import { dossiersModule } from '../module.ts';

const { db } = await aDatabase();
const province = await aUnit(db, { level: 'province', name: 'Tỉnh Thử' });
const commune = await aUnit(db, { parentId: province.id, name: 'Xã Mường Thử' });
const other = await aUnit(db, { parentId: province.id, name: 'Xã Khác' });
const procedure = await aProcedure(db, { unitId: province.id });
const { app, as } = await aServer({ db, modules: [dossiersModule()] });
const officer = anActor('unit_officer', commune.id);
const stranger = anActor('unit_officer', other.id);

const headers = ['Mã hồ sơ', 'Đơn vị', 'Mã TTHC', 'Trạng thái', 'Người nộp', 'Ngày tiếp nhận', 'Ngày có kết quả'];
let made = 0;
function cells(changes: Record<number, string> = {}): string[] {
  made += 1;
  const usual = [
    `H18.01-220914-${String(made).padStart(4, '0')}`,
    commune.code,
    procedure.code,
    'Đang xử lý',
    'Lò Văn Ánh',
    '14/09/2022 15:30',
    '',
  ];
  return usual.map((cell, index) => changes[index] ?? cell);
}
const csv = (...rows: string[][]): Buffer => Buffer.from([headers, ...rows].map((row) => row.join(';')).join('\n'));

async function send(actor: Actor, content: Buffer, fields: Record<string, string> = {}, fileName = 'ho-so.csv') {
  await as(actor)('GET', '/healthz');
  const parts = Object.entries(fields).map(([name, value]) => `--b\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  const head = `${parts.join('')}--b\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\n\r\n`;
  return app.inject({
    method: 'POST',
    url: '/api/dossiers/imports',
    payload: Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--b--\r\n')]),
    headers: { 'content-type': 'multipart/form-data; boundary=b', 'x-test-actor': actor.id },
  });
}

async function read(content: Buffer, fields: Record<string, string> = {}, fileName = 'ho-so.csv') {
  const answer = await send(officer, content, fields, fileName);
  expect(answer.statusCode).toBe(201);
  await settled(db, answer.json().id);
  return (await as(officer)('GET', `/api/dossiers/imports/${answer.json().id}`)).json();
}

test('a file is sent, read, decided and written; the list and the import say how far it is', async () => {
  const sent = await read(csv(cells(), cells()));
  expect(sent).toMatchObject({
    state: 'checked',
    unitId: commune.id,
    rowsRead: 2,
    rowsGood: 2,
    rowsBad: 0,
    shareRead: 1,
    shape: { form: { kind: 'csv', encoding: 'utf-8', delimiter: ';' }, headerRow: 1, headers, missing: [] },
  });

  const applying = await as(officer)('POST', `/api/dossiers/imports/${sent.id}/apply`, { mode: 'all' });
  expect([applying.statusCode, ['applying', 'applied']]).toEqual([200, expect.arrayContaining([applying.json().state])]);
  await settled(db, sent.id);
  const list = (await as(officer)('GET', '/api/dossiers/imports?limit=1')).json();
  expect(list.rows[0]).toMatchObject({ id: sent.id, state: 'applied', inserted: 2, settledByName: officer.name });
  const twice = await as(officer)('POST', `/api/dossiers/imports/${sent.id}/apply`, { mode: 'all' });
  expect([twice.statusCode, twice.json().code]).toEqual([409, 'dossiers.import_wrong_state']);
});

test('whoever cannot reach the unit finds nothing', async () => {
  const sent = await read(csv(cells()));

  const requests = [
    as(stranger)('GET', `/api/dossiers/imports/${sent.id}`),
    as(stranger)('GET', `/api/dossiers/imports/${sent.id}/faults`),
    as(stranger)('GET', `/api/dossiers/imports/${sent.id}/fault-file`),
    as(stranger)('POST', `/api/dossiers/imports/${sent.id}/apply`, { mode: 'all' }),
    as(stranger)('POST', `/api/dossiers/imports/${sent.id}/cancel`),
    as(stranger)('POST', `/api/dossiers/imports/${sent.id}/read`, {}),
    send(stranger, csv(cells()), { unitId: commune.id }),
  ];

  expect((await Promise.all(requests)).map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404, 404, 404]);
  expect((await as(stranger)('GET', '/api/dossiers/imports')).json().total).toBe(0);
});

test('faults are listed by page in the language of the reader, and come back as a workbook with comments', async () => {
  const sent = await read(csv(cells(), cells({ 3: 'lạ', 4: '' }), cells({ 1: other.code })));

  const { rows, total } = (await as(officer)('GET', `/api/dossiers/imports/${sent.id}/faults?limit=2`)).json();
  const english = await app.inject({
    url: `/api/dossiers/imports/${sent.id}/faults?offset=2`,
    headers: { 'x-test-actor': officer.id, 'accept-language': 'en' },
  });
  const refused = await as(officer)('POST', `/api/dossiers/imports/${sent.id}/apply`, { mode: 'all' });
  const file = await as(officer)('GET', `/api/dossiers/imports/${sent.id}/fault-file`);

  expect(total).toBe(3);
  expect(rows[0]).toMatchObject({ fileName: 'ho-so.csv', line: 3, column: 4, columnName: 'Người nộp', value: '', reason: 'required' });
  expect(rows[1]).toMatchObject({ line: 3, column: 3, value: 'lạ', reason: 'status_unknown' });
  expect(english.json().rows).toMatchObject([{ line: 4, column: 1, reason: 'unit_outside', sentence: expect.stringContaining('outside') }]);
  expect([refused.statusCode, refused.json().code]).toEqual([409, 'dossiers.import_has_faults']);
  expect(file.headers['content-disposition']).toContain('ho-so-loi.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file.rawPayload as unknown as ArrayBuffer);
  const sheet = book.worksheets[0]!;
  expect(sheet.getRow(1).values).toEqual([undefined, 'Dòng', ...headers]);
  expect([sheet.getCell('A2').value, sheet.getCell('E2').value, sheet.rowCount]).toEqual([3, 'lạ', 3]);
  expect(JSON.stringify(sheet.getCell('E2').note)).toContain('trạng thái quốc gia');
});

test('the workbook that was sent comes back as itself, with red cells and comments', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Sổ hồ sơ');
  sheet.addRow(['SỔ THEO DÕI HỒ SƠ THÁNG 9']);
  sheet.addRow(headers);
  sheet.addRow(cells());
  sheet.addRow(cells({ 5: '31/02/2022' }));
  const sent = await read(Buffer.from(await book.xlsx.writeBuffer()), {}, 'so-ho-so.xlsx');
  expect(sent).toMatchObject({ state: 'checked', rowsGood: 1, rowsBad: 1, shape: { form: { kind: 'xlsx' }, headerRow: 2 } });

  const file = await as(officer)('GET', `/api/dossiers/imports/${sent.id}/fault-file`);

  const back = new ExcelJS.Workbook();
  await back.xlsx.load(file.rawPayload as unknown as ArrayBuffer);
  const cell = back.worksheets[0]!.getCell('F4');
  expect([back.worksheets[0]!.name, back.worksheets[0]!.getCell('A1').value, cell.value]).toEqual([
    'Sổ hồ sơ',
    'SỔ THEO DÕI HỒ SƠ THÁNG 9',
    '31/02/2022',
  ]);
  expect((cell.fill as ExcelJS.FillPattern).fgColor?.argb).toBe('FFFFC7CE');
  expect(JSON.stringify(cell.note)).toContain('Không đọc được ngày');
});

test('columns that nobody knows are chosen by the user, saved by name and used again', async () => {
  const unknown = Buffer.from(
    `Cột A;Mã TTHC;Trạng thái;Người nộp;Nơi;Ngày tiếp nhận\n${['H18.02-220914-0001', procedure.code, '4', 'Lò Văn Ánh', commune.code, '14/09/2022'].join(';')}`,
  );
  const sent = await read(unknown);
  expect(sent).toMatchObject({
    state: 'uploaded',
    shape: { missing: ['code', 'unit'], sample: [['H18.02-220914-0001', procedure.code, '4', 'Lò Văn Ánh', commune.code, '14/09/2022']] },
  });
  const columns = { 'Cột A': 'code', Nơi: 'unit' };

  const again = await as(officer)('POST', `/api/dossiers/imports/${sent.id}/read`, { columns });
  expect(again.statusCode).toBe(200);
  expect(await settled(db, sent.id)).toMatchObject({ state: 'checked', rowsGood: 1 });
  const saved = await as(officer)('POST', '/api/dossiers/import-mappings', { unitId: commune.id, name: 'Một cửa xã', columns });
  const taken = await as(officer)('POST', '/api/dossiers/import-mappings', { unitId: commune.id, name: 'Một cửa xã', columns });
  expect([saved.statusCode, taken.statusCode, taken.json().code]).toEqual([201, 409, 'dossiers.import_mapping_name_taken']);
  expect(await read(unknown, { mapping: 'Một cửa xã' })).toMatchObject({ state: 'checked', rowsGood: 1, columns });
  const nameless = await send(officer, unknown, { mapping: 'không có' });
  expect([nameless.statusCode, nameless.json().code]).toEqual([422, 'dossiers.import_mapping_unknown']);
});

test('a mapping is changed by who has read it last, and removed', async () => {
  const saved = (
    await as(officer)('POST', '/api/dossiers/import-mappings', { unitId: commune.id, name: 'A', columns: { X: 'code' } })
  ).json();
  const change = (version: number) =>
    as(officer)('PUT', `/api/dossiers/import-mappings/${saved.id}`, { name: 'B', columns: { X: null }, version });

  const [changed, stale, foreign] = [
    await change(1),
    await change(1),
    await as(stranger)('DELETE', `/api/dossiers/import-mappings/${saved.id}`),
  ];
  const removed = await as(officer)('DELETE', `/api/dossiers/import-mappings/${saved.id}`);

  expect([changed.json().version, stale.statusCode, foreign.statusCode, removed.statusCode]).toEqual([2, 409, 404, 204]);
  expect((await as(officer)('GET', '/api/dossiers/import-mappings')).json().rows.map(({ name }: { name: string }) => name)).not.toContain(
    'B',
  );
});

test('a checked file is given up; it can be read again later', async () => {
  const sent = await read(csv(cells()));

  const cancelled = await as(officer)('POST', `/api/dossiers/imports/${sent.id}/cancel`);
  const tables = await sql`select from pg_tables where tablename = ${`import_row_${sent.id.replaceAll('-', '')}`}`.execute(db);
  await as(officer)('POST', `/api/dossiers/imports/${sent.id}/read`, {});

  expect([cancelled.json().state, tables.rows.length]).toEqual(['cancelled', 0]);
  expect(await settled(db, sent.id)).toMatchObject({ state: 'checked', rowsGood: 1 });
});

test('a reading is cancelled on the way', async () => {
  const rows = Array.from({ length: 60_000 }, () => cells());
  const { id } = (await send(officer, csv(...rows))).json();

  const answer = await as(officer)('POST', `/api/dossiers/imports/${id}/cancel`);

  expect(answer.statusCode).toBe(200);
  expect(await settled(db, id)).toMatchObject({ state: 'cancelled' });
});

test('a file that is no table says what it is', async () => {
  const pdf = await send(officer, Buffer.from('%PDF-1.7 …'));
  const { id } = (await send(officer, Buffer.from('một\nhai\nba'))).json();
  await settled(db, id);
  const none = (await as(officer)('GET', `/api/dossiers/imports/${id}`)).json();

  expect([pdf.statusCode, pdf.json().code]).toEqual([422, 'dossiers.import_unknown_form']);
  expect(none).toMatchObject({
    state: 'failed',
    failure: { code: 'dossiers.import_no_headers', sentence: expect.stringContaining('3 dòng đầu') },
  });
});
