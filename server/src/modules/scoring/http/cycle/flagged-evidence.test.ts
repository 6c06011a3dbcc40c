// SPDX-License-Identifier: Apache-2.0
import { beforeAll, expect, test } from 'vitest';
import { aDatabase } from '../../../../../test/database.ts';
import { aSet } from '../../../../../test/factories/criteria-set.ts';
import { aPublishedSet, nodesOfEveryMethod } from '../../../../../test/factories/scoring-round.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { anActor, aServer } from '../../../../../test/server.ts';
import { seedHolidays } from '../../../calendar/index.ts';
import { documentsModule } from '../../../documents/module.ts';
import { unitsModule } from '../../../units/module.ts';
import { insertEvidence } from '../../data/cycle/evidence.repo.ts';
import { cycleDb } from '../../data/cycle/tables.ts';
import { scoringModule } from '../../module.ts';

const { db } = await aDatabase();
const { as } = await aServer({ db, modules: [unitsModule(), documentsModule(), scoringModule()] });
await seedHolidays(db);

const district = await aUnit(db, { level: 'district', name: 'Huyện Thử' });
const [first, second] = [
  await aUnit(db, { name: 'Xã Một', parentId: district.id }),
  await aUnit(db, { name: 'Xã Hai', parentId: district.id }),
];
const organiser = anActor('par_officer', district.id);
const officer = anActor('unit_officer', first.id);
let round = '';
const sheets = new Map<string, string>();

beforeAll(async () => {
  const setId = await aPublishedSet(db, aSet(nodesOfEveryMethod()));
  const made = await as(organiser)('POST', '/api/scoring/rounds', {
    year: 2026,
    title: 'Chấm điểm năm 2026',
    organisingUnitId: district.id,
    asOf: '2026-01-31',
    groups: [{ code: 'xa', name: 'UBND cấp xã', setId, unitIds: [first.id, second.id] }],
    dates: [],
  });
  round = made.json().id;
  const { groups } = (await as(organiser)('GET', `/api/scoring/rounds/${round}`)).json();
  for (const unit of groups[0].units) sheets.set(unit.unitId, unit.id);
  const paper = { documentId: null, place: null, datedOn: '2026-03-01', expiresOn: null };
  const of = (unit: { id: string }, itemCode: string, name: string, sha: string, over = {}) => ({
    ...paper,
    roundUnitId: sheets.get(unit.id) ?? '',
    itemCode,
    fileId: first.id,
    sha256: sha.repeat(64),
    name,
    ...over,
  });
  await insertEvidence(cycleDb(db), { id: 'x', name: 'Người thử' }, [
    of(first, '1', 'Báo cáo chung.pdf', 'a'),
    of(first, '2', 'Báo cáo chung.pdf', 'a'),
    of(second, '1', 'Đổi tên.pdf', 'a'),
    of(second, '2', 'Riêng.pdf', 'b'),
    of(first, '2', 'Năm ngoái.pdf', 'c', { datedOn: '2025-11-30', expiresOn: '2026-06-30' }),
  ]);
});

const flagged = async (actor: typeof organiser, query = '') =>
  (await as(actor)('GET', `/api/scoring/rounds/${round}/flagged-evidence${query}`)).json().rows as {
    name: string;
    unitName: string;
    itemCode: string;
    flags: { kind: string; sentence: string }[];
  }[];

test('the organiser sees which evidence several units or items share, whatever its name, and what is out of date', async () => {
  const rows = await flagged(organiser);

  expect(rows.map(({ name, itemCode, flags }) => [name, itemCode, flags.map(({ kind }) => kind)])).toEqual([
    ['Báo cáo chung.pdf', '1', ['many_units', 'many_items']],
    ['Báo cáo chung.pdf', '2', ['many_units', 'many_items']],
    ['Đổi tên.pdf', '1', ['many_units']],
    ['Năm ngoái.pdf', '2', ['expired', 'outside_year']],
  ]);
  expect(rows[0]?.flags[0]?.sentence).toContain('Xã Hai');
  const { groups } = (await as(organiser)('GET', `/api/scoring/rounds/${round}`)).json();
  expect(groups[0].units.map((unit: { flagged: number }) => unit.flagged)).toEqual([1, 3]);
});

test('a unit sees the signs on its own sheet, and of other units only how many they are', async () => {
  const rows = await flagged(officer);

  expect(rows.map(({ name }) => name)).toEqual(['Báo cáo chung.pdf', 'Báo cáo chung.pdf', 'Năm ngoái.pdf']);
  expect(rows[0]?.flags[0]?.sentence).toBe('Cùng tài liệu này ở phiếu của 1 đơn vị khác.');
  const { items } = (await as(officer)('GET', `/api/scoring/round-units/${sheets.get(first.id)}`)).json();
  expect(items[1].papers.map(({ flags }: { flags: object[] }) => flags.length)).toEqual([2, 2]);
});

test('the list is ordered by unit, item, name and number of signs, either way and over its pages', async () => {
  const listed = async (query: string) =>
    (await flagged(organiser, query)).map(({ name, unitName, itemCode }) => [unitName, itemCode, name]);
  const [firstUnit, secondUnit] = ['UBND Xã Một', 'UBND Xã Hai'];

  expect((await listed('?sort=unit')).map(([unit]) => unit)).toEqual([secondUnit, firstUnit, firstUnit, firstUnit]);
  expect((await listed('?sort=unit&order=desc')).map(([unit]) => unit)).toEqual([firstUnit, firstUnit, firstUnit, secondUnit]);
  expect((await listed('?sort=item&order=desc')).map(([, item]) => item)).toEqual(['2', '2', '1', '1']);
  expect((await listed('?sort=paper')).map(([, , name]) => name)).toEqual([
    ...['Báo cáo chung.pdf', 'Báo cáo chung.pdf', 'Đổi tên.pdf', 'Năm ngoái.pdf'],
  ]);
  expect((await listed('?sort=signs')).map(([, , name]) => name)[0]).toBe('Đổi tên.pdf');
  expect(await listed('?sort=paper&offset=2&limit=1')).toEqual([[secondUnit, '1', 'Đổi tên.pdf']]);
  const refused = await as(organiser)('GET', `/api/scoring/rounds/${round}/flagged-evidence?sort=hash`);
  expect(refused.statusCode).toBe(422);
});
