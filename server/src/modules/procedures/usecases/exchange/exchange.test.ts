// SPDX-License-Identifier: Apache-2.0
import ExcelJs from 'exceljs';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { csvCell, readCsv } from '#kernel/csv';
import { addDays, todayInVietnam } from '#kernel/dates';
import { findUnitByCode, seedUnits } from '#modules/units';
import { systemActor } from '#platform/auth/actor';
import { readInThread } from '#platform/files/read-apart';
import { aDatabase } from '../../../../../test/database.ts';
import { aProcedure } from '../../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { getProcedure } from '../read-procedures.ts';
import { findProcedureByCode, onlineLevelOn, versionOn, versionsInForce } from '../read-versions.ts';
import { seedDemoProcedures } from '../seed-demo-procedures.ts';
import { exportCatalogue } from './export-catalogue.ts';
import { readTableRows, tableReader } from './read-table.ts';
import { reviewImport } from './review-import.ts';
import { confirmImport, discardImport, uploadCatalogue } from './save-import.ts';

const { db } = await aDatabase();
const everywhere = { roots: null };
const today = todayInVietnam();
const tomorrow = addDays(today, 1);
let unitId = '';

beforeAll(async () => {
  await seedUnits(db);
  await seedDemoProcedures(db);
  unitId = (await findUnitByCode(db, '11'))?.id ?? '';
});

const send = (bytes: Uint8Array, name = 'danh-muc.xlsx') => uploadCatalogue(db, systemActor, everywhere, { unitId, name, bytes });
const review = (id: string, day = tomorrow) => reviewImport(db, everywhere, id, day);
const confirm = (id: string, fingerprint: string, more: object = {}) =>
  confirmImport(db, systemActor, everywhere, id, { day: tomorrow, fingerprint, missing: 'keep', lateReason: null, ...more });
const rowsOf = async (bytes: Uint8Array) => {
  const book = new ExcelJs.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const rows: unknown[] = [];
  book.worksheets[0]?.eachRow((row) => void rows.push(row.values));
  return rows;
};
const asCsv = async () => new TextDecoder().decode((await exportCatalogue(db, 'csv', { day: tomorrow, standing: 'in_force' })).content);
const csvBytes = (text: string) => new TextEncoder().encode(text);
const code = (number: string) => `9.${number}.000.00.00.H18`;

/** The catalogue as .csv with some cells changed (`B3`: second column, third row), or a row taken out. */
async function edited(
  cells: Readonly<Record<string, string | number>>,
  { day = tomorrow, withoutRow }: { day?: string; withoutRow?: number } = {},
): Promise<Uint8Array> {
  const text = new TextDecoder().decode((await exportCatalogue(db, 'csv', { day, standing: 'in_force' })).content);
  const rows = (readCsv(text.replace(/^\uFEFF/, ''), ';') ?? []).map((row) => [...row.cells]);
  for (const [place, value] of Object.entries(cells)) {
    const row = rows[Number(place.slice(1)) - 1];
    if (row) row[place.charCodeAt(0) - 65] = String(value);
  }
  if (withoutRow !== undefined) rows.splice(withoutRow - 1, 1);
  return csvBytes(rows.map((row) => row.map((cell) => csvCell(cell, ';')).join(';')).join('\n'));
}

describe('round trip', () => {
  test.each(['xlsx', 'csv'] as const)('the whole catalogue out as .%s and in again changes nothing', async (format) => {
    const file = await exportCatalogue(db, format);
    const { id } = await send(file.content, file.name);
    const found = await review(id);

    expect(found).toMatchObject({ changes: [], errors: [], ignored: [] });
    expect(found.unchanged).toBe(found.rowCount);
    await expect(confirm(id, found.fingerprint)).rejects.toMatchObject({ code: 'procedures.import_changes_nothing' });
  });

  test('Excel, saved into an empty catalogue, comes out as the same Excel cell by cell', async () => {
    const other = await aDatabase();
    await seedUnits(other.db);
    const first = await exportCatalogue(db, 'xlsx', { day: today, standing: undefined });
    await sql`insert into procedures.sector (id, code, name, created_by) select gen_random_uuid(), x.code, x.name, 'thử'
      from json_to_recordset(${JSON.stringify((await sql`select code, name from procedures.sector`.execute(db)).rows)}::json) as x (code text, name text)`.execute(
      other.db,
    );
    const keeper = (await findUnitByCode(other.db, '11'))?.id ?? '';
    const { id } = await uploadCatalogue(other.db, systemActor, everywhere, { unitId: keeper, name: 'a.xlsx', bytes: first.content });
    const { fingerprint, errors } = await reviewImport(other.db, everywhere, id, today);
    expect(errors).toEqual([]);
    await confirmImport(other.db, systemActor, everywhere, id, { day: today, fingerprint, missing: 'keep', lateReason: null });

    const second = await exportCatalogue(other.db, 'xlsx', { day: today, standing: undefined });

    expect(await rowsOf(second.content)).toEqual(await rowsOf(first.content));
    expect((await rowsOf(second.content)).length).toBeGreaterThan(235);
  });
});

describe('saving', () => {
  test('changed cells become new versions from the chosen day, shown before with both values', async () => {
    const bytes = await edited({ H2: 1, B3: 'Đăng ký kết hôn với người nước ngoài' });
    const { id } = await send(bytes);
    const found = await review(id);

    expect(found.changes.map(({ kind, row, fields }) => [kind, row, fields.map((field) => [field.heading, field.from, field.to])])).toEqual(
      [
        ['changed', 2, [['Thời hạn', '0', '1']]],
        ['changed', 3, [['Tên thủ tục', 'Đăng ký kết hôn có yếu tố nước ngoài', 'Đăng ký kết hôn với người nước ngoài']]],
      ],
    );
    expect(await confirm(id, found.fingerprint)).toEqual({ created: 0, changed: 2, online: 0, ended: 0 });
    const first = await findProcedureByCode(db, code('010001'));
    expect(await versionOn(db, first?.id ?? '', today)).toMatchObject({ limit: { amount: 0 } });
    expect(await versionOn(db, first?.id ?? '', tomorrow)).toMatchObject({ limit: { amount: 1 } });
    await expect(confirm(id, found.fingerprint)).rejects.toMatchObject({ code: 'procedures.import_settled' });
  });

  test('an online level changes without a new version, and a new row becomes a procedure', async () => {
    const text = await asCsv();
    const [head = '', ...rows] = text.trimEnd().split('\r\n');
    const row = rows.find((one) => one.startsWith(code('020001'))) ?? '';
    const lesser = row.replace(/;Toàn trình;/, ';Một phần;Phải đối chiếu bản chính');
    expect(lesser).not.toBe(row);
    const added = row.replace(code('020001'), code('990001')).replace(/01\/07\/2025/g, '');
    const { id } = await send(csvBytes([head, lesser, added].join('\r\n')), 'phan.csv');
    const found = await review(id);

    expect(found.errors).toEqual([]);
    expect(found.changes.filter((change) => change.kind !== 'missing').map(({ kind, code }) => [kind, code])).toEqual([
      ['changed', code('020001')],
      ['new', code('990001')],
    ]);
    expect(await confirm(id, found.fingerprint)).toEqual({ created: 1, changed: 0, online: 2, ended: 0 });
    const old = await findProcedureByCode(db, code('020001'));
    expect(await onlineLevelOn(db, old?.id ?? '', tomorrow)).toMatchObject({ level: 'partial', justification: 'Phải đối chiếu bản chính' });
    expect(await onlineLevelOn(db, old?.id ?? '', today)).toMatchObject({ level: 'full' });
    const made = await findProcedureByCode(db, code('990001'));
    expect(await versionOn(db, made?.id ?? '', tomorrow)).toMatchObject({ number: 1 });
  });

  test('procedures that the file lacks stay, or end the day before where that is asked', async () => {
    const { id: rest } = await send(await edited({}, { withoutRow: 20 }));
    const found = await review(rest);
    const missing = found.changes.filter((change) => change.kind === 'missing');
    expect(missing).toHaveLength(1);

    expect(await confirm(rest, found.fingerprint, { missing: 'end' })).toMatchObject({ ended: 1 });
    const id = missing[0]?.procedureId ?? '';
    expect(await versionOn(db, id, today)).toBeDefined();
    expect(await versionOn(db, id, tomorrow)).toBeUndefined();
    expect((await getProcedure(db, everywhere, everywhere, id, tomorrow)).online.at(-1)?.validTo).toBe(today);
  });

  test('a wrong cell keeps the whole file from being saved', async () => {
    const before = await versionsInForce(db, { from: today, to: '2099-01-01' });
    const { id } = await send(await edited({ B5: 'Tên đổi hợp lệ', H6: 'mười', R7: '30/02/2022' }));
    const found = await review(id);

    expect(found.errors.map(({ row, heading, value }) => [row, heading, value])).toEqual([
      [6, 'Thời hạn', 'mười'],
      [7, 'Ngày công bố', '30/02/2022'],
    ]);
    expect(found.changes.filter((change) => change.kind === 'missing')).toEqual([]);
    await expect(confirm(id, found.fingerprint)).rejects.toMatchObject({ code: 'procedures.import_has_errors' });
    expect(await versionsInForce(db, { from: today, to: '2099-01-01' })).toEqual(before);
  });

  test('where the catalogue has moved since the review, nothing is saved', async () => {
    const { id } = await send(await edited({ B30: 'Tên đổi một' }));
    const seen = await review(id);
    const { id: faster } = await send(await edited({ B30: 'Tên đổi hai' }));
    await confirm(faster, (await review(faster)).fingerprint);

    await expect(confirm(id, seen.fingerprint)).rejects.toMatchObject({ code: 'procedures.import_overtaken' });
    await discardImport(db, systemActor, everywhere, id);
    await expect(discardImport(db, systemActor, everywhere, id)).rejects.toMatchObject({ code: 'procedures.import_settled' });
  });

  test('of two confirmations at once one saves', async () => {
    const { id } = await send(await edited({ B40: 'Tên đổi cùng lúc' }));
    const { fingerprint } = await review(id);

    const outcomes = await Promise.allSettled([confirm(id, fingerprint), confirm(id, fingerprint)]);

    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test('a day that has passed needs its reason', async () => {
    const { id } = await send(await edited({ B50: 'Tên đổi muộn' }, { day: today }));
    const day = addDays(today, -2);
    const { fingerprint } = await review(id, day);

    await expect(confirm(id, fingerprint, { day })).rejects.toMatchObject({ code: 'procedures.late_reason_missing' });
    expect(await confirm(id, fingerprint, { day, lateReason: 'Công bố muộn' })).toMatchObject({ changed: 1 });
  });

  test('entries of other keepers are not touched, and drafts of other units are not found', async () => {
    const other = await aUnit(db, { level: 'district', name: 'Huyện Khác' });
    await aProcedure(db, { unitId: other.id, code: '1.777777' });
    const { id } = await send(csvBytes('Mã thủ tục;Tên thủ tục\n1.777777.000.00.00.H18;Tên khác'));

    expect((await review(id)).errors).toMatchObject([{ row: 2, problem: expect.stringContaining('do UBND Huyện Khác quản lý') }]);
    await expect(reviewImport(db, { roots: [other.id] }, id, tomorrow)).rejects.toMatchObject({ code: 'procedures.import_not_found' });
  });
});

describe('files', () => {
  test('formulas stay texts on the way out and in', async () => {
    const evil = '=cmd|/C calc!A0';
    const { id } = await send(await edited({ V60: evil }));
    const seen = await review(id);
    expect(seen.errors).toEqual([]);
    await confirm(id, seen.fingerprint);

    const csv = new TextDecoder().decode((await exportCatalogue(db, 'csv', { day: tomorrow, standing: 'in_force' })).content);
    const rows = await rowsOf((await exportCatalogue(db, 'xlsx', { day: tomorrow, standing: 'in_force' })).content);

    expect(csv).toContain(`;'${evil}`);
    expect(JSON.stringify(rows)).toContain(`"${evil}"`);
    expect(JSON.stringify(rows)).not.toContain('"formula"');
  });

  test('a file that is none is refused with what to do', async () => {
    const refused = (bytes: Uint8Array) =>
      send(bytes).then(
        () => 'accepted',
        (error: { code: string }) => error.code,
      );

    expect(await refused(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))).toBe('procedures.import_unreadable');
    expect(await refused(csvBytes('Tên thủ tục;Cấp\na;b'))).toBe('procedures.import_columns');
    expect(await refused(csvBytes('Mã thủ tục;Tên thủ tục\n'))).toBe('procedures.import_empty');
    expect(await refused(csvBytes('Mã thủ tục;"Tên'))).toBe('procedures.import_unreadable');
    expect(await refused(new Uint8Array([0x4d, 0xe3, 0x20, 0x74, 0x68]))).toBe('procedures.import_encoding');
    expect(await refused(csvBytes(`Mã thủ tục\n${'1.000001\n'.repeat(5_001)}`))).toBe('procedures.import_too_long');
  });

  test('UTF-16, commas and unknown columns are read; what is ignored is named', async () => {
    const text = `Mã thủ tục,Ghi chú,Cột lạ\n${code('010002')},Ghi chú mới,x\n`;
    const utf16 = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
    const { id } = await send(utf16, 'mot-dong.csv');
    const found = await review(id, addDays(today, 2));

    expect(found.ignored).toEqual(['Cột lạ']);
    expect(found.changes.find((change) => change.kind === 'changed')?.fields).toEqual([
      { column: 'note', heading: 'Ghi chú', from: 'Chuyển về cấp xã khi kết thúc cấp huyện', to: 'Ghi chú mới' },
    ]);
  });
});

test('the rows of a catalogue are read in a thread as they are here', async () => {
  const { content } = await exportCatalogue(db, 'xlsx', { day: today, standing: undefined });

  const rows = await readTableRows(content);
  expect(await readInThread(content, tableReader)).toEqual(rows);
  expect(rows.length).toBeGreaterThan(10);
});
