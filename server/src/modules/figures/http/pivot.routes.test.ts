// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { afterAll, expect, test } from 'vitest';
import { systemActor } from '#platform/auth/actor';
import { aDatabase } from '../../../../test/database.ts';
import { anIndicator, entered } from '../../../../test/factories/indicator.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../test/server.ts';
import { figuresModule } from '../module.ts';
import { enterFigures } from '../usecases/enter-figures.ts';

const { db } = await aDatabase();
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-cross-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { as } = await aServer({ db, modules: [figuresModule()] });
const province = await aUnit(db, { level: 'province', name: 'Tỉnh Chéo' });
const first = await aUnit(db, { parentId: province.id, name: 'Xã Một' });
const second = await aUnit(db, { parentId: province.id, name: 'Xã Hai' });
const elsewhere = await aUnit(db, { level: 'province', name: 'Tỉnh Khác' });
const ratio = await anIndicator(db, { unitId: province.id, code: 'C.TL' });
const count = await anIndicator(db, { unitId: province.id, code: 'C.DEM', ...entered });

const enter = (period: string, unitId: string, indicatorId: string, numerator: string, denominator: string | null, seen = 0) =>
  enterFigures(
    db,
    systemActor,
    { roots: null },
    {
      period,
      cells: [{ unitId, indicatorId, numerator, denominator, seen }],
    },
  );
await enter('2022-01', first.id, ratio.id, '1', '2');
await enter('2022-01', second.id, ratio.id, '1', '6');
await enter('2022-02', second.id, ratio.id, '3', '3');
await enter('2022-01', second.id, count.id, '1200', null);

const read = async (asked: Record<string, string>, unitId = province.id) => {
  const answer = await as(anActor('reader', unitId))(
    'GET',
    `/api/figures/cross-table?${new URLSearchParams({ unitId: province.id, ...asked })}`,
  );
  return { status: answer.statusCode, ...answer.json() };
};
type Table = { rows: { id: string }[]; columns: { id: string }[]; cells: (string | null)[][] };
const at = ({ rows, columns, cells }: Table, row: string, column: string): string | null | undefined =>
  cells[rows.findIndex(({ id }) => id === row)]?.[columns.findIndex(({ id }) => id === column)];

test('units by indicators of a period: a higher unit is the sum of its parts, not a mean of percents', async () => {
  const table = await read({ rows: 'units', columns: 'indicators', period: '2022-01' });

  expect([at(table, first.id, ratio.id), at(table, second.id, ratio.id), at(table, province.id, ratio.id)]).toEqual([
    '50.00',
    '16.67',
    '25.00',
  ]);
  expect([at(table, province.id, count.id), at(table, first.id, count.id)]).toEqual(['1200', null]);
  expect([table.rowTotal, table.columnTotal, table.fixed.id]).toEqual([3, 2, '2022-01']);
});

test('the same figures lie in every direction, and a figure just entered is in the next answer', async () => {
  const years = { periodKind: 'month', fromYear: '2022', toYear: '2022' };
  await enter('2022-01', first.id, ratio.id, '2', '2', 1);
  const byPeriod = await read({ rows: 'units', columns: 'periods', indicatorId: ratio.id, ...years });
  const ofUnit = await read({ rows: 'periods', columns: 'indicators', ...years });
  const turned = await read({ rows: 'indicators', columns: 'units', period: '2022-01' });

  expect([at(byPeriod, province.id, '2022-01'), at(byPeriod, province.id, '2022-02'), at(byPeriod, first.id, '2022-02')]).toEqual([
    '37.50',
    '100.00',
    null,
  ]);
  expect([ofUnit.rowTotal, at(ofUnit, '2022-01', ratio.id), at(turned, ratio.id, province.id)]).toEqual([12, '37.50', '37.50']);
});

test('a window gives its part of rows and columns and the size of the whole', async () => {
  const window = { rowOffset: '1', rowLimit: '1', columnOffset: '1', columnLimit: '5' };
  const table = await read({ rows: 'units', columns: 'indicators', period: '2022-01', ...window });

  expect([table.rows.length, table.columns.length, table.rowTotal, table.columnTotal]).toEqual([1, 1, 3, 2]);
});

test('another tree finds nothing, and questions that say too little are refused in words', async () => {
  expect(await read({ rows: 'units', columns: 'indicators', period: '2022-01' }, elsewhere.id)).toMatchObject({
    status: 404,
    code: 'units.not_found',
  });
  expect(await read({ rows: 'units', columns: 'units', period: '2022-01' })).toMatchObject({ code: 'figures.cross_unsound' });
  expect(await read({ rows: 'units', columns: 'indicators' })).toMatchObject({ code: 'figures.cross_unsound' });
  expect(await read({ rows: 'units', columns: 'periods', fromYear: '2022', toYear: '2022' })).toMatchObject({
    code: 'figures.cross_unsound',
  });
  expect(await read({ rows: 'units', columns: 'indicators', period: 'khong' })).toMatchObject({ code: 'figures.period_unknown' });
});

test('the whole table leaves as a workbook with the count of its rows', async () => {
  const query = new URLSearchParams({ unitId: province.id, rows: 'units', columns: 'indicators', period: '2022-01' });
  const answer = await as(anActor('reader', province.id))('GET', `/api/figures/cross-table.xlsx?${query}`);
  const book = new Workbook();
  await book.xlsx.load(answer.rawPayload as unknown as ArrayBuffer);
  const rows = book.worksheets[0]?.getSheetValues() as unknown[][];

  expect(rows[2]?.slice(1)).toEqual(['Mã', 'Đơn vị', 'C.DEM Tỷ lệ việc đã xong (tin)', 'C.TL Tỷ lệ việc đã xong (%)']);
  expect(rows[3]?.slice(3)).toEqual([1200, 37.5]);
  expect(rows.at(-1)?.slice(1)).toEqual(['Số dòng', 3]);
});
