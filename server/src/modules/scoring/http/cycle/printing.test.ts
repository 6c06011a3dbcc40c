// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJs from 'exceljs';
import { beforeAll, describe, expect, test } from 'vitest';
import { vietnameseNumber } from '#kernel/vietnamese-numbers';
import { aDatabase } from '../../../../../test/database.ts';
import { aSet } from '../../../../../test/factories/criteria-set.ts';
import { aPublishedSet, nodesOfEveryMethod } from '../../../../../test/factories/scoring-round.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../../test/server.ts';
import { seedHolidays } from '../../../calendar/index.ts';
import { documentsModule } from '../../../documents/module.ts';
import { unitsModule } from '../../../units/module.ts';
import { insertScores } from '../../data/cycle/scores.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import type { Stage } from '../../domain/cycle/stages.ts';
import { scoringModule } from '../../module.ts';
import { openDataPackage } from '../../usecases/package/read-package.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [unitsModule(), documentsModule(), scoringModule()] });
await seedHolidays(db);

const district = await aUnit(db, { level: 'district', name: 'Huyện Thử' });
const [first, second] = [
  await aUnit(db, { name: 'Xã Một', parentId: district.id }),
  await aUnit(db, { name: 'Xã Hai', parentId: district.id }),
];
const organiser = as(anActor('par_officer', district.id));
let [round, sheet] = ['', ''];

beforeAll(async () => {
  const setId = await aPublishedSet(db, aSet(nodesOfEveryMethod()));
  const made = await organiser('POST', '/api/scoring/rounds', {
    year: 2026,
    title: 'Chấm điểm năm 2026',
    organisingUnitId: district.id,
    asOf: '2026-01-31',
    groups: [{ code: 'xa', name: 'UBND cấp xã', setId, unitIds: [first.id, second.id] }],
    dates: [],
  });
  round = made.json().id;
  const { groups } = (await organiser('GET', `/api/scoring/rounds/${round}`)).json();
  sheet = groups[0].units.find((unit: { unitId: string }) => unit.unitId === first.id).id;
  const given = (itemCode: string, stage: Stage, input: object, points: string, note: string | null, inSightOf = 0) => ({
    roundUnitId: sheet,
    itemCode,
    stage,
    sequence: 1,
    input: input as { kind: 'cases'; cases: string },
    outcome: 'scored' as const,
    points,
    note,
    source: null,
    origin: null,
    inSightOf,
  });
  const ratio = (numerator: string) => ({ kind: 'ratio', numerator, denominator: '40' });
  await insertScores(cycleDb(db), { id: 'x', name: 'Người thử' }, [
    given('1', 'self', ratio('40'), '6', 'Theo sổ theo dõi'),
    given('1', 'appraised_1', ratio('37'), '5.55', 'Ba hồ sơ trễ', 1),
    given('4', 'survey', { kind: 'answers', counts: { A: '6', B: '4' } }, '4.2', null),
  ]);
});

async function stored() {
  return (await organiser('GET', `/api/scoring/round-units/${sheet}`)).json();
}

async function documentXml(bytes: Buffer): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tuongminh-table-'));
  const path = join(folder, 'table.docx');
  writeFileSync(path, bytes);
  const xml = (await (await openDataPackage(path))('word/document.xml'))?.toString('utf8') ?? '';
  rmSync(folder, { recursive: true });
  return xml;
}

/** The cells of the table of a .docx, row by row. */
async function docxCells(bytes: Buffer): Promise<string[][]> {
  const xml = await documentXml(bytes);
  const table = xml.split('<w:tbl>').find((one) => one.includes('STT') || one.includes('Hạng')) ?? '';
  const textOf = (cell: string): string => [...cell.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('');
  return table
    .split('</w:tbl>')[0]!
    .split('<w:tr>')
    .slice(1)
    .map((row) => row.split('<w:tc>').slice(1).map(textOf));
}

async function sheetRows(bytes: Buffer): Promise<unknown[][]> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const rows: unknown[][] = [];
  book.worksheets[0]?.eachRow((row) => rows.push(Array.from((row.values as unknown[]).slice(1))));
  return rows;
}

describe('the printed score table of a unit', () => {
  const expected = [
    ['1', '6', '6', '5.55', null, '5.55'],
    ['2', '4', null, null, null, null],
    ['3', '3', null, null, null, null],
    ['4', '5', null, null, '4.2', '4.2'],
    ['5', '2', null, null, null, null],
    ['', '20', '6', null, null, '9.75'],
  ];

  test('as .docx has the official columns, every number as it is stored', async () => {
    const answer = await organiser('GET', `/api/scoring/round-units/${sheet}/score-table?format=docx`);
    const [head, ...rows] = await docxCells(answer.rawPayload);

    expect(head).toEqual([
      'STT',
      'Lĩnh vực, tiêu chí, tiêu chí thành phần',
      'Điểm tối đa',
      'Điểm tự đánh giá',
      'Điểm thẩm định',
      'Điều tra XHH',
      'Điểm đạt',
      'Giải trình, tài liệu kiểm chứng',
      'Ghi chú',
    ]);
    expect(rows.map((cells) => [cells[0], ...cells.slice(2, 7)])).toEqual(
      expected.map((cells) => cells.map((cell, at) => (at === 0 ? cell : cell === null ? '' : vietnameseNumber(cell)))),
    );
    expect(rows[0]?.slice(7)).toEqual(['Giải trình: Theo sổ theo dõi', 'Ba hồ sơ trễ']);
    const { results, items } = await stored();
    expect([results.final.total, items[0].counting.points, items[3].counting.points]).toEqual(['9.75', '5.55', '4.2']);
  });

  test('as .xlsx has them as numbers', async () => {
    const answer = await organiser('GET', `/api/scoring/round-units/${sheet}/score-table?format=xlsx`);
    const rows = (await sheetRows(answer.rawPayload)).slice(-expected.length);

    expect(rows.map((cells) => [cells[0] ?? '', ...Array.from({ length: 5 }, (_, at) => cells[at + 2] ?? null)])).toEqual(
      expected.map((cells) => cells.map((cell, at) => (at === 0 || cell === null ? cell : Number(cell)))),
    );
  });

  test('lies across, so that its nine columns have room', async () => {
    const xml = await documentXml((await organiser('GET', `/api/scoring/round-units/${sheet}/score-table?format=docx`)).rawPayload);

    expect(/<w:pgSz [^>]*>/.exec(xml)?.[0]).toBe('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
  });

  test('as .pdf is a paper', async () => {
    const answer = await organiser('GET', `/api/scoring/round-units/${sheet}/score-table?format=pdf`);

    expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(answer.headers['content-disposition']).toContain('bang-diem-2026');
  });
});

test('the summary has all units by rank with their stored totals', async () => {
  const ranking = (await organiser('GET', `/api/scoring/rounds/${round}/ranking`)).json().groups[0].rows;
  const docx = await organiser('GET', `/api/scoring/rounds/${round}/score-table?format=docx`);
  const xlsx = await organiser('GET', `/api/scoring/rounds/${round}/score-table?format=xlsx`);

  const [, ...rows] = await docxCells(docx.rawPayload);
  expect(rows).toEqual(
    ranking.map((row: { rank: number; unitName: string; selfTotal: string; total: string; index: string; grade: string }) => [
      String(row.rank),
      row.unitName,
      ...[row.selfTotal, row.total, row.index].map((number) => vietnameseNumber(number)),
      row.grade,
    ]),
  );
  const cells = (await sheetRows(xlsx.rawPayload)).slice(-2);
  expect(cells.map((row) => [row[0], row[1], row[3], row[4], row.slice(6)])).toEqual(
    ranking.map((row: { rank: number; unitName: string; total: string; index: string; fieldPoints: string[] }) => [
      row.rank,
      row.unitName,
      Number(row.total),
      Number(row.index),
      row.fieldPoints.map(Number),
    ]),
  );
});
