// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJs from 'exceljs';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { systemActor } from '#platform/auth/actor';
import { createFileStore } from '#platform/files/file-store';
import { readInThread } from '#platform/files/read-apart';
import { aDatabase } from '../../../../../test/database.ts';
import { anIndicator, entered, measuredBy } from '../../../../../test/factories/indicator.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { insertRules } from '../../data/rules.repo.ts';
import { figuresDb } from '../../data/tables.ts';
import { enterFigures } from '../enter-figures.ts';
import { figureInUse } from '../figures-in-use.ts';
import { openFigure } from '../open-figure.ts';
import type { Across } from '../read-grid.ts';
import { exportSheet } from './export-sheet.ts';
import { readSheet, sheetReader } from './read-sheet.ts';
import { receiveSheet } from './receive-sheet.ts';
import { listImports, reviewImport } from './review-import.ts';
import { confirmImport, discardImport } from './settle-import.ts';

const { db } = await aDatabase();
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-sheet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const files = createFileStore(folder);
const everywhere = { roots: null, reformFields: null };
const district = await aUnit(db, { level: 'province', name: 'Tỉnh Thử' });
const first = await aUnit(db, { parentId: district.id, name: '=HYPERLINK("http://x","Xã Một")' });
const second = await aUnit(db, { parentId: district.id, name: 'Xã Hai' });
const ratio = await anIndicator(db, { unitId: district.id, code: 'X.TL' });
const count = await anIndicator(db, { unitId: district.id, code: 'X.DEM', ...entered });
await anIndicator(db, { unitId: district.id, code: 'X.HS', ...measuredBy('dossiers.received') });
const monthly = await anIndicator(db, { unitId: district.id, code: 'X.THANG', ...entered, periodKinds: ['month'] });
await insertRules(
  figuresDb(db),
  [
    {
      code: 'R1',
      sentence: 'Việc xong không nhiều hơn việc giao',
      left: [{ indicator: ratio.code, part: 'numerator' }],
      operator: '<=',
      right: [{ indicator: ratio.code, part: 'denominator' }],
      importance: 'error',
      legalBasis: 'Điều 1 Quy chế thử',
    },
  ],
  { validFrom: '2015-01-01', mark: null, by: 'thử' },
);

const officer = { ...systemActor, id: 'can-bo', name: 'Lò Thị Bảng' };
type Edit = (sheet: ExcelJs.Worksheet, at: (code: string, part: string, line: number) => ExcelJs.Cell) => void;

async function filled(period: string, edit: Edit, across: Across = 'units'): Promise<Uint8Array> {
  const { content } = await exportSheet(db, everywhere, { unitId: district.id, period, across });
  const book = new ExcelJs.Workbook();
  await book.xlsx.load(Uint8Array.from(content).buffer);
  const sheet = book.getWorksheet('Số liệu')!;
  const columnOf = (code: string, part: string): number => {
    for (let column = 4; column <= sheet.columnCount; column += 1)
      if (sheet.getCell(3, column).text === code && sheet.getCell(4, column).text === part) return column;
    throw new Error(`no column ${code} ${part}`);
  };
  edit(sheet, (code, part, line) => sheet.getCell(line, columnOf(code, part)));
  return new Uint8Array(await book.xlsx.writeBuffer());
}
const receive = async (bytes: Uint8Array) =>
  reviewImport(db, officer, everywhere, (await receiveSheet(db, officer, everywhere, files, { name: 'số liệu.xlsx', bytes })).id);
const lineOf = (unit: { id: string }): number => 7 + [district.id, ...belowInOrder].indexOf(unit.id);
const { rows: below } = await sql<{ id: string }>`select id from units.unit where id in (${first.id}, ${second.id}) order by code`.execute(
  db,
);
const belowInOrder = below.map((one) => one.id);
const enter = (period: string, unitId: string, indicatorId: string, numerator: string, denominator: string | null = null, seen = 0) =>
  enterFigures(db, systemActor, everywhere, { period, cells: [{ unitId, indicatorId, numerator, denominator, seen }] });

test('a workbook marks what is locked, writes formulas in words and runs no text as a formula', async () => {
  const { content, name } = await exportSheet(db, everywhere, { unitId: district.id, period: '2022', across: 'units' });
  const book = new ExcelJs.Workbook();
  await book.xlsx.load(Uint8Array.from(content).buffer);
  const sheet = book.getWorksheet('Số liệu')!;
  const heads = Array.from({ length: sheet.columnCount - 3 }, (_, index) => index + 4).map((column) => [
    sheet.getCell(3, column).text,
    sheet.getCell(4, column).text,
    sheet.getCell(7, column).protection?.locked !== false,
  ]);

  expect(name).toBe('So lieu UBND Tỉnh Thử năm 2022.xlsx');
  expect(heads).toEqual([
    ['X.DEM', 'Số', false],
    ['X.HS', 'Số', true],
    ['X.TL', 'Tử số', false],
    ['X.TL', 'Mẫu số', false],
  ]);
  expect(sheet.getCell('F6').text).toBe('Tỷ lệ việc đã xong = Việc đã xong ÷ Việc được giao × 100 (%)');
  expect(sheet.getCell(lineOf(first), 2)).toMatchObject({ type: ExcelJs.ValueType.String });
  expect(book.getWorksheet('goc')?.state).toBe('veryHidden');
});

test('cells that are changed in a spreadsheet program are shown old and new, and recorded as imported from file and row', async () => {
  await enter('2022', first.id, ratio.id, '3', '4');
  const bytes = await filled('2022', (_, at) => {
    at('X.TL', 'Tử số', lineOf(first)).value = 3.5;
    at('X.DEM', 'Số', lineOf(second)).value = '1.234';
    at('X.DEM', 'Số', lineOf(first)).value = { formula: '5+3', result: 8 } as ExcelJs.CellFormulaValue;
  });
  const review = await receive(bytes);

  expect(
    review.changes.map(({ code, part, unitName, before, now, after, formula }) => [code, part, unitName, before, now, after, formula]),
  ).toEqual(
    expect.arrayContaining([
      ['X.TL', 'numerator', `UBND ${first.name}`, '3', '3', '3.5', null],
      ['X.DEM', 'numerator', 'UBND Xã Hai', null, null, '1234', null],
      ['X.DEM', 'numerator', `UBND ${first.name}`, null, null, '8', '5+3'],
    ]),
  );
  expect([review.changes.length, review.faults, review.moved, review.unchanged]).toEqual([3, [], 0, 9]);
  expect(await figureInUse(db, { indicatorCode: count.code, unitId: second.id, period: '2022' })).toBeUndefined();
  expect(await listImports(db, everywhere)).toHaveLength(1);

  expect(await confirmImport(db, officer, everywhere, review.draft.id)).toEqual({ saved: 3 });
  const opened = await openFigure(db, everywhere, second.id, count.id, '2022');
  expect(opened.revisions[0]).toMatchObject({ origin: 'imported', numerator: '1234', fileName: 'số liệu.xlsx', fileRow: lineOf(second) });
  expect(opened.revisions[0]?.evidenceFileId).not.toBeNull();
  await expect(confirmImport(db, officer, everywhere, review.draft.id)).rejects.toMatchObject({ code: 'figures.import_settled' });
});

test('each fault names its cell, and with one nothing of the file is recorded', async () => {
  const bytes = await filled('2021', (sheet, at) => {
    at('X.DEM', 'Số', lineOf(first)).value = 5;
    at('X.DEM', 'Số', lineOf(second)).value = '=cmd|calc';
    at('X.HS', 'Số', lineOf(first)).value = 9;
    at('X.TL', 'Tử số', lineOf(first)).value = 9;
    at('X.TL', 'Mẫu số', lineOf(first)).value = 4;
    at('X.TL', 'Tử số', lineOf(second)).value = { formula: 'A1' } as ExcelJs.CellFormulaValue;
    sheet.addRow(['999', 'Không có', 'năm 2021', 1]);
  });
  const review = await receive(bytes);
  const told = review.faults.map(({ cell, code }) => [cell, code]).sort();

  expect(told).toEqual(
    [
      [`D${lineOf(second)}`, 'figures.number_unreadable'],
      [`E${lineOf(first)}`, 'figures.import_cell_locked'],
      [`F${lineOf(second)}`, 'figures.import_formula_unread'],
      ['A10', 'figures.import_row_unknown'],
      [`F${lineOf(first)}, G${lineOf(first)}`, 'figures.rule_broken'],
    ].sort(),
  );
  expect(review.faults.find((one) => one.code === 'figures.rule_broken')?.params['basis']).toBe('; căn cứ: Điều 1 Quy chế thử');
  await expect(confirmImport(db, officer, everywhere, review.draft.id)).rejects.toMatchObject({ code: 'figures.import_has_faults' });
  expect(await figureInUse(db, { indicatorCode: count.code, unitId: first.id, period: '2021' })).toBeUndefined();
  await discardImport(db, officer, everywhere, review.draft.id);
  expect(await listImports(db, everywhere)).toEqual([]);
});

test('a number that somebody wrote since the export is neither taken back nor written over', async () => {
  await enter('2020', first.id, count.id, '1');
  await enter('2020', second.id, count.id, '1');
  const bytes = await filled('2020', (_, at) => {
    at('X.DEM', 'Số', lineOf(first)).value = 7;
  });
  await enter('2020', first.id, count.id, '2', null, 1);
  await enter('2020', second.id, count.id, '2', null, 1);
  const review = await receive(bytes);

  expect(review.faults).toMatchObject([
    { cell: `D${lineOf(first)}`, code: 'figures.import_stale_cell', params: { by: 'Hệ thống', now: '2' } },
  ]);
  expect(review.changes).toMatchObject([{ before: '1', now: '2', after: '7' }]);
  expect(review.moved).toBe(1);
  await expect(confirmImport(db, officer, everywhere, review.draft.id)).rejects.toMatchObject({ code: 'figures.import_has_faults' });
  expect(await figureInUse(db, { indicatorCode: count.code, unitId: second.id, period: '2020' })).toMatchObject({ numerator: '2' });
});

test('one unit with all months of a year goes out and in as one sheet', async () => {
  const bytes = await filled(
    '2019-05',
    (_, at) => {
      at('X.THANG', 'Số', 7).value = 1;
      at('X.THANG', 'Số', 18).value = 12;
    },
    'periods',
  );
  const review = await receive(bytes);
  await confirmImport(db, officer, everywhere, review.draft.id);

  expect(review.changes.map(({ periodName, after }) => [periodName, after])).toEqual([
    ['tháng 1/2019', '1'],
    ['tháng 12/2019', '12'],
  ]);
  expect(await figureInUse(db, { indicatorCode: monthly.code, unitId: district.id, period: '2019-12' })).toMatchObject({ numerator: '12' });
});

test('another workbook is refused with a sentence, and a file of a foreign unit is not found', async () => {
  const book = new ExcelJs.Workbook();
  book.addWorksheet('Số liệu').addRow(['Mã đơn vị']);
  const other = new Uint8Array(await book.xlsx.writeBuffer());
  const own = await filled('2018', () => undefined);
  const send = (bytes: Uint8Array, scope = everywhere as Parameters<typeof receiveSheet>[2]) =>
    receiveSheet(db, officer, scope, files, { name: 'a.xlsx', bytes });

  await expect(send(other)).rejects.toMatchObject({ code: 'figures.import_not_exported' });
  await expect(send(Buffer.from('mã;số'))).rejects.toMatchObject({ code: 'figures.import_unreadable' });
  await expect(send(own, { roots: [first.id], reformFields: null })).rejects.toMatchObject({ code: 'figures.unit_not_found' });
});

test('whatever numbers a sheet holds, going out and in without an edit changes nothing', async () => {
  const digits = fc.bigInt({ min: 0n, max: 10n ** 14n });
  const number = fc.tuple(digits, fc.integer({ min: 0, max: 3 })).map(([value, scale]) => {
    const text = value.toString().padStart(scale + 1, '0');
    const fraction = text.slice(text.length - scale);
    return scale === 0 || /^0+$/.test(fraction) ? text.slice(0, text.length - scale) : `${text.slice(0, -scale)},${fraction}`;
  });
  let year = 1990;
  await fc.assert(
    fc.asyncProperty(fc.tuple(number, number, number), async ([one, two, three]) => {
      year += 1;
      await enter(`${year + 25}`, first.id, count.id, one);
      await enter(`${year + 25}`, second.id, count.id, two);
      await enter(`${year + 25}`, district.id, count.id, three);
      const review = await receive(await filled(`${year + 25}`, () => undefined));
      expect(review).toMatchObject({ changes: [], faults: [], moved: 0, unchanged: 12 });
      await expect(confirmImport(db, officer, everywhere, review.draft.id)).rejects.toMatchObject({
        code: 'figures.import_changes_nothing',
      });
    }),
    { numRuns: 8 },
  );
});

test('a sheet is read in a thread as it is here', async () => {
  const { content } = await exportSheet(db, everywhere, { unitId: district.id, period: '2022', across: 'units' });

  const { cellAt: _, ...read } = await readSheet(content);
  expect(await readInThread(content, sheetReader)).toEqual(read);
  expect(read.base.size).toBeGreaterThan(0);
});
