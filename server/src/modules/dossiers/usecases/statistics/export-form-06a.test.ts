// SPDX-License-Identifier: Apache-2.0
import ExcelJs from 'exceljs';
import { expect, test } from 'vitest';
import { inTransaction } from '#platform/db/db';
import { aDatabase } from '../../../../../test/database.ts';
import { aDossier } from '../../../../../test/factories/dossier.ts';
import { aProcedure } from '../../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { rebuildTally } from '../../data/tally/fold.repo.ts';
import { slipTexts } from '../../domain/forms/slip.ts';
import { composeForm06a } from '../../domain/statistics/compose-form-06a.ts';
import { noCounts } from '../../domain/statistics/form-06a.ts';
import { exportForm06a } from './export-form-06a.ts';
import { printForm06a } from './print-form-06a.ts';
import { readStatistics } from './read-statistics.ts';

const { db } = await aDatabase();

test('the sheet holds the thirteen columns, its sums are formulas with the counted results', async () => {
  const unit = await aUnit(db, { level: 'province', name: 'Tỉnh Thử' });
  const hidden = await aProcedure(db, { unitId: unit.id, sectorCode: 'DAT' });
  const other = await aProcedure(db, { unitId: unit.id, sectorCode: 'HO_TICH' });
  const day = (text: string): string => `${text}T09:00:00+07:00`;
  await aDossier(db, { unitId: unit.id, procedureId: hidden.id, receivedAt: day('2022-02-10'), dueAt: day('2022-02-20') });
  const late = { receivedAt: day('2022-03-01'), dueAt: day('2022-03-05'), finishedAt: day('2022-03-09') };
  await aDossier(db, { unitId: unit.id, procedureId: other.id, channel: 2, ...late });
  await inTransaction(db, rebuildTally);

  const everywhere = { roots: null, reformFields: null };
  const { name, content } = await exportForm06a(db, everywhere, { unitId: unit.id, from: '2022-03-01', to: '2022-03-31' });
  expect(name).toBe('Bieu II.06a Tỉnh Thử 2022-03-01 2022-03-31.xlsx');
  const workbook = new ExcelJs.Workbook();
  await workbook.xlsx.load(content.buffer as ArrayBuffer);
  const sheet = workbook.getWorksheet('II.06a');
  const values = (row: number): unknown[] => Array.from({ length: 13 }, (_, index) => sheet?.getRow(row).getCell(index + 1).value);
  expect(sheet?.getCell('A3').value).toContain('Từ 01/3/2022 đến hết 31/3/2022');
  expect(values(7)).toEqual([
    1,
    'Lĩnh vực DAT',
    { formula: 'D7+E7+F7', result: 1 },
    0,
    0,
    1,
    expect.objectContaining({ formula: 'H7+I7+J7' }),
    0,
    0,
    0,
    { formula: 'L7+M7', result: 1 },
    0,
    1,
  ]);
  expect(values(8).slice(1, 4)).toEqual(['Lĩnh vực HO_TICH', { formula: 'D8+E8+F8', result: 1 }, 1]);
  expect(values(9).slice(1, 3)).toEqual(['Tổng số', { formula: 'SUM(C7:C8)', result: 2 }]);
});

test('the same form is a Word file and a PDF on broad paper, with the proof of its sums in numbers', async () => {
  const unit = await aUnit(db, { level: 'province', name: 'Tỉnh Hai' });
  const procedure = await aProcedure(db, { unitId: unit.id, sectorCode: 'DAT' });
  await aDossier(db, { unitId: unit.id, procedureId: procedure.id, receivedAt: '2022-03-10T09:00:00+07:00', generated: true });
  await inTransaction(db, rebuildTally);
  const everywhere = { roots: null, reformFields: null };
  const question = { unitId: unit.id, from: '2022-03-01', to: '2022-03-31' };

  const [word, pdf] = [await printForm06a(db, everywhere, question, 'docx'), await printForm06a(db, everywhere, question, 'pdf')];

  expect([word, pdf].map(({ name, bytes }) => [name, Buffer.from(bytes).subarray(0, 2).toString()])).toEqual([
    ['Bieu II.06a Tỉnh Hai 2022-03-01 2022-03-31.docx', 'PK'],
    ['Bieu II.06a Tỉnh Hai 2022-03-01 2022-03-31.pdf', '%P'],
  ]);
  const { rows, total, someGenerated } = await readStatistics(db, everywhere, { ...question, by: 'sector' });
  const asked = { agency: 'UBND tỉnh Hai', ...question, dateLine: '', countedAt: '', someGenerated };
  const texts = slipTexts(composeForm06a(asked, rows, total));
  expect(texts).toContain(
    'Kiểm tra: 3 = 4 + 5 + 6: 1 = 0 + 1 + 0 (khớp); 7 = 8 + 9 + 10: 0 = 0 + 0 + 0 (khớp); 11 = 12 + 13: 1 = 1 + 0 (khớp); 3 = 7 + 11: 1 = 0 + 1 (khớp).',
  );
  expect(texts.join(' ')).toContain('Có hồ sơ do chương trình tạo');
  const broken = composeForm06a({ ...asked, someGenerated: false }, [], { ...noCounts, receivedOnline: 5_369, open: 179 });
  expect(slipTexts(broken).join(' ')).toContain('3 = 7 + 11: 5.369 = 0 + 179 (không khớp, tổng các cột là 179)');
});
