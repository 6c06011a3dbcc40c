// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest';
import { type CatalogueEntry, writeEntry } from './catalogue-entry.ts';
import { diffCatalogue } from './diff-catalogue.ts';
import { columnOf, type ReadingContext, readEntries } from './read-entries.ts';

const entry: CatalogueEntry = {
  code: '1.004873.000.00.00.H18',
  name: 'Đăng ký khai sinh',
  sectorId: 's1',
  sectorCode: 'HT',
  sectorName: 'Hộ tịch',
  level: 'commune',
  limit: { amount: 2.5, unit: 'hours' },
  limitText: null,
  feeAmount: 15000,
  feeText: null,
  papers: [{ code: 'G1', name: 'Tờ khai', originals: 1, copies: 0, form: 'Mẫu 01', formFileId: 'f1', condition: 'Khi nộp thay' }],
  validFrom: '2019-01-01',
  validTo: null,
  publishedOn: '2022-09-14',
  updatedOn: null,
  bases: [{ citation: 'Luật Hộ tịch', documentId: 'd1' }],
  mark: 'illustrative',
  note: null,
  competentUnits: [{ unitId: 'u1', unitCode: '100', unitName: 'UBND huyện', task: 'decides' }],
  online: { level: 'full', levelName: 'Toàn trình', justification: null },
};
const level = (name: string, code: string, needsJustification = false) => ({
  level: code,
  name,
  rank: 1,
  canSubmit: true,
  needsJustification,
});
const context: ReadingContext = {
  sectors: [{ id: 's1', code: 'HT', name: 'Hộ tịch' }],
  levels: [level('Toàn trình', 'full'), level('Một phần', 'partial', true)],
  unitByCode: (code) => (code === '097' ? { id: 'u2', code, name: 'UBND huyện khác' } : undefined),
  currentByCode: (code) => (code.startsWith('1.004873') ? entry : undefined),
};
const read = (cells: object, of: ReadingContext = context) => readEntries([{ row: 7, cells }], of);
const problems = (cells: object) => read(cells).errors.map((error) => [error.row, error.heading, error.problem]);

test('an entry that is written and read again is the same, links included', () => {
  const { entries, errors } = read(writeEntry(entry));

  expect(errors).toEqual([]);
  expect(entries[0]?.entry).toEqual(entry);
});

test('columns that a file lacks stay as the catalogue has them', () => {
  const { entries } = read({ code: '1.004873', feeAmount: '20.000' });

  expect(entries[0]?.entry).toEqual({ ...entry, feeAmount: 20_000 });
});

test('units that no longer exist may stay, but not be added', () => {
  expect(read({ code: '1.004873', decides: '100; 097' }).entries[0]?.entry.competentUnits.map((unit) => unit.unitId)).toEqual(['u1', 'u2']);
  expect(problems({ code: '1.004873', decides: '100; 098' })).toEqual([
    [7, 'Cơ quan có thẩm quyền', 'không có đơn vị mang mã 098 vào ngày phiên bản bắt đầu'],
  ]);
});

test('every wrong cell is told with its row, its column and the reason', () => {
  const wrong = {
    code: '9.000001',
    name: 'x',
    sectorCode: 'ZZ',
    level: 'Cấp thôn',
    limitAmount: 'năm',
    limitUnit: 'tuần',
    feeAmount: 'miễn phí',
    papers: 'Tờ khai',
    online: 'Mức độ 4',
    publishedOn: '31/02/2022',
    mark: 'thật',
  };

  expect(problems(wrong).map(([, heading]) => heading)).toEqual([
    'Mã lĩnh vực',
    'Tên thủ tục',
    'Cấp giải quyết',
    'Thời hạn',
    'Đơn vị thời hạn',
    'Phí, lệ phí (đồng)',
    'Thành phần hồ sơ',
    'Mức độ trực tuyến',
    'Ngày công bố',
    'Đánh dấu',
  ]);
  expect(problems({ code: 'x' })).toEqual([[7, 'Mã thủ tục', expect.stringContaining('không đúng dạng')]]);
  expect(problems({ ...writeEntry(entry), online: 'Một phần' })).toEqual([
    [7, 'Lý do chưa toàn trình', 'mức độ "Một phần" phải nêu lý do công khai'],
  ]);
  expect(problems({ ...writeEntry(entry), sectorName: 'Đất đai' })[0]?.[1]).toBe('Lĩnh vực');
  expect(problems({ ...writeEntry(entry), limitUnit: '' })[0]?.[2]).toBe('có thời hạn nhưng chưa có đơn vị thời hạn');
});

test('the days of a recorded version are not changed by a file, those of a new one are taken from it', () => {
  expect(problems({ ...writeEntry(entry), validFrom: '01/01/2020' })[0]?.[1]).toBe('Hiệu lực từ');
  expect(problems({ ...writeEntry(entry), validFrom: '' })).toEqual([]);
  const cells = { ...writeEntry(entry), code: '2.000001', decides: '', validFrom: '01/07/2020', validTo: '31/12/2024' };
  expect(read(cells).entries[0]?.entry).toMatchObject({ validFrom: '2020-07-01', validTo: '2024-12-31' });
  expect(problems({ ...cells, validFrom: '' })[0]?.[1]).toBe('Hiệu lực đến');
});

test('a procedure stands in a file once', () => {
  const rows = [
    { row: 2, cells: writeEntry(entry) },
    { row: 9, cells: { ...writeEntry(entry), code: '1.004873' } },
  ];

  expect(readEntries(rows, context).errors).toMatchObject([{ row: 9, problem: 'mã đã có ở dòng 2' }]);
});

test('headings are known without diacritics, spaces and capitals, or by their English key', () => {
  expect(['MÃ THỦ TỤC', 'ma thu tuc', 'code', 'Phí, lệ phí (đồng)', 'Tên khác'].map(columnOf)).toEqual([
    'code',
    'code',
    'code',
    'feeAmount',
    undefined,
  ]);
});

test('the difference names new, changed, returning and missing procedures, and refuses a day too early', () => {
  const standing = { procedureId: 'p', version: 3, latestFrom: '2019-01-01', latestTo: null, otherKeeper: null };
  const other = { ...entry, code: '2.000001' };
  const ended = { ...entry, code: '3.000001', validTo: '2021-12-31' };
  const present = new Map([
    [entry.code, { entry, standing }],
    [other.code, { entry: other, standing }],
    [ended.code, { entry: ended, standing: { ...standing, latestTo: '2021-12-31' } }],
  ]);
  const row = (one: CatalogueEntry, number: number) => ({ row: number, entry: one, current: undefined });
  const file = [row({ ...entry, feeAmount: 0 }, 2), row({ ...ended, validTo: null }, 3), row({ ...entry, code: '4.000001' }, 4)];

  const diff = diffCatalogue(file, present, '2022-01-01');

  expect(diff.changes.map(({ kind, code }) => [kind, code])).toEqual([
    ['changed', entry.code],
    ['returning', ended.code],
    ['new', '4.000001'],
    ['missing', other.code],
  ]);
  expect(diff.changes[0]).toMatchObject({ touchesVersion: true, touchesOnline: false, fields: [{ from: '15000', to: '0' }] });
  expect(diffCatalogue([row(ended, 3)], present, '2022-01-01')).toMatchObject({ unchanged: 1, errors: [] });
  expect(diffCatalogue([row({ ...ended, note: 'a' }, 3)], present, '2022-01-01').errors).toMatchObject([{ row: 3, column: 'validTo' }]);
  const foreign = new Map([[entry.code, { entry, standing: { ...standing, otherKeeper: 'UBND huyện khác' } }]]);
  expect(diffCatalogue([row(entry, 2)], foreign, '2022-01-01')).toMatchObject({ unchanged: 1, errors: [] });
  expect(diffCatalogue(file.slice(0, 1), foreign, '2022-01-01').errors[0]?.problem).toContain('UBND huyện khác');
  expect(diffCatalogue([], foreign, '2022-01-01').changes).toEqual([]);
  expect(diffCatalogue(file.slice(0, 1), present, '2019-01-01').errors).toMatchObject([
    { row: 2, problem: expect.stringContaining('01/01/2019') },
  ]);
});
