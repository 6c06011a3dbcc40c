// SPDX-License-Identifier: Apache-2.0
import ExcelJs from 'exceljs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aDatabase } from '../../../../../test/database.ts';
import { aDossier } from '../../../../../test/factories/dossier.ts';
import { aFileStore } from '../../../../../test/factories/import.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { newId } from '../../../../kernel/ids.ts';
import { systemActor } from '../../../../platform/auth/actor.ts';
import type { UnitScope } from '../../../../platform/permissions/permissions.ts';
import { exportNationalTable } from './export-national-table.ts';
import { exportUnitIndex } from './export-unit-index.ts';
import { type IndexFile, importIndexAnswer } from './import-answer.ts';
import { importPortalRun } from './import-portal-run.ts';
import { listIndexSources } from './list-index-sources.ts';
import { listIndexUnits } from './list-index-units.ts';
import { readNationalTable } from './read-national-table.ts';
import { readOwnMeasure } from './read-own-measure.ts';
import { readUnitIndex } from './read-unit-index.ts';

const { db } = await aDatabase();
const files = aFileStore();
const everywhere: UnitScope = { roots: null, reformFields: null };
const province = await aUnit(db, { code: '99', level: 'province', name: 'Tỉnh Thử', authorityName: 'UBND tỉnh Thử' });
const commune = await aUnit(db, { code: '99001', level: 'commune', name: 'Xã Một', authorityName: 'UBND xã Một', parentId: province.id });
const other = await aUnit(db, { code: '99002', level: 'commune', name: 'Xã Hai', authorityName: 'UBND xã Hai', parentId: province.id });
await sql`update units.unit set agency_code = 'H99' where id = ${province.id}`.execute(db);

const root = { departmentId: 'p-0', departmentName: 'UBND tỉnh Thử', departmentCode: 'H99' };
const below = (position: number, name: string) => ({
  departmentId: `p-${position}`,
  departmentName: name,
  departmentCode: `H99.0${position}`,
});
const answered = (data: object) => ({ code: 'OK', data, message: 'OK' });

/** An answer about progress with its request; the second commune's points are not those of its counts. */
const progress = (onTime: number, month?: number) => ({
  receivedAt: '2026-09-26T03:00:00Z',
  request: { path: '/api/v1/reporting/evaluation/dvc-progress-tree', body: { timeType: month ? 'month' : 'year', year: 2026, month } },
  response: answered({
    parent: { ...root, totalReceived: 135, totalOnTime: onTime, ratio: 51.85, totalScore: 10.37, totalMaxScore: 20 },
    children: [
      { ...below(1, 'UBND xã Một'), totalReceived: 100, totalOnTime: 60, totalOverdue: 40, ratio: 60, score: 12, maxScore: 20 },
      { ...below(2, 'UBND Xã Hai'), totalReceived: 35, totalOnTime: 10, totalOverdue: 25, ratio: 28.57, score: 6, maxScore: 20 },
    ],
    monthlyChart: [],
  }),
});

const load = (name: string, content: unknown, rest: Partial<IndexFile> = {}, scope = everywhere) =>
  importIndexAnswer(db, files, systemActor, scope, { name, content: Buffer.from(JSON.stringify(content)), unitId: province.id, ...rest });

test('an answer is kept with its rows, points computed beside the published ones; the same content is not added twice', async () => {
  const first = await load('tien-do.json', progress(70));
  const again = await load('tien-do.json', progress(70));

  expect(first).toMatchObject({ period: '2026', rows: 3, units: 3, unitsKnown: 3, compared: 3, known: false });
  expect(first.differing).toEqual([
    { place: 'data.children[1]', unit: 'UBND Xã Hai', metric: 'TOTAL_SCORE', official: '6', computed: '5.71' },
  ]);
  expect(again.known).toBe(true);
  expect(await listIndexSources(db, everywhere)).toMatchObject([
    { name: 'tien-do.json', period: '2026', asOf: '2026-09-26', differing: 1 },
  ]);
  await expect(sql`update scoring.index_row set official_score = 20`.execute(db)).rejects.toThrow(/only added/);
  await expect(sql`delete from scoring.index_source`.execute(db)).rejects.toThrow(/only added/);
});

test('a unit opens to its groups: published points are those in use, computed ones beside them, with what is missing', async () => {
  const { groups, total, unit, months } = await readUnitIndex(db, everywhere, 'p-2', '2026');
  const group = groups.find((one) => one.group === 'progress')!;

  expect(unit).toMatchObject({ code: 'H99.02', unitId: other.id, provinceKey: 'p-0' });
  expect(group.figure).toMatchObject({
    official: '6',
    computed: '5.71',
    apart: '0.29',
    source: { name: 'tien-do.json', place: 'data.children[1]' },
  });
  expect(group.metrics[0]).toMatchObject({
    documentCode: '2.1',
    numerator: { value: 10 },
    denominator: { value: 35 },
    score: '5.71',
    certainty: 'confirmed',
    missing: { points: '14.29', more: 25 },
  });
  expect(total).toMatchObject({ score: '6.00', known: 1 });
  expect(groups.find((one) => one.group === 'payment')?.figure).toMatchObject({ official: null, computed: null, source: null });
  expect(months).toEqual([]);
});

test('a newer answer stands before an older one, months make a trend, a filter by procedure stays apart', async () => {
  await load('moi.json', { ...progress(71), receivedAt: '2026-10-01' });
  await load('loc.json', progress(1), { procedure: 'x', asOf: '2026-10-02' });
  await load('thang-8.json', progress(70, 8));
  const withProcedure = progress(2);
  const filtered = { ...withProcedure, request: { ...withProcedure.request, body: { ...withProcedure.request.body, formalityId: 'p' } } };
  await load('loc-2.json', { ...filtered, receivedAt: '2026-10-03' });

  const { groups, months, periods } = await readUnitIndex(db, everywhere, 'p-0');

  expect(groups.find((one) => one.group === 'progress')).toMatchObject({ figure: { computed: '10.52', source: { name: 'moi.json' } } });
  expect(months).toMatchObject([{ month: '2026-08', groups: expect.arrayContaining([{ group: 'progress', score: '10.37' }]) }]);
  expect(periods).toEqual(['2026', '2026-08']);
});

test('the table of provinces has ranks, the gap to the best, and the own province', async () => {
  const row = (code: string, points: number, online: number) => ({
    departmentId: code === 'H99' ? 'p-0' : code,
    departmentCode: code,
    departmentName: code === 'H99' ? 'UBND tỉnh Thử' : `UBND tỉnh ${code}`,
    totalScore: points + online,
    groupScores: { CKMB: points, TDGQ: 0, CLGQ: online, MDSH: 0, MDHL: 0, TTTT: null },
  });
  const evaluation = [row('H01', 10, 2), row('H02', 10, 1.5), row('H99', 9.25, 2), row('H03', 8, 2)];
  await load('tinh.json', { request: { timeType: 'year', year: 2026 }, response: answered({ overview: {}, radar: [], evaluation }) });

  const table = (await readNationalTable(db))!;

  expect(table.lines.map(({ code, isOwn, total: { score, rank, computed } }) => [code, isOwn, score, rank, computed])).toEqual([
    ['H01', false, '12', 1, '12'],
    ['H02', false, '11.5', 2, '11.5'],
    ['H99', true, '11.25', 3, '11.25'],
    ['H03', false, '10', 4, '10'],
  ]);
  const columnOf = (group: string) => table.columns.find((one) => one.group === group);
  expect(columnOf('transparency')).toMatchObject({ best: '10', bestNames: ['UBND tỉnh H01', 'UBND tỉnh H02'], gap: '0.75', mean: '9.31' });
  expect(columnOf('payment')).toMatchObject({ best: null, gap: null, mean: null });
  expect(table.lines.map(({ groups }) => groups.find(({ group }) => group === 'online')?.rank)).toEqual([1, 4, 1, 1]);
  await expect(readNationalTable(db, newId())).rejects.toMatchObject({ code: 'scoring.index_table_not_found' });
});

test('the units of the province are ranked by published points before computed ones', async () => {
  const { rows, province: own } = await listIndexUnits(db, everywhere, '2026');

  expect(own?.key).toBe('p-0');
  expect(rows.filter(({ isProvince }) => !isProvince).map(({ name, total, rank, known }) => [name, total, rank, known])).toEqual([
    ['UBND xã Một', '12.00', 1, 1],
    ['UBND Xã Hai', '6.00', 2, 1],
  ]);
});

test('whoever does not see all units of the province is told no rank: the last of two is not the first of one', async () => {
  const { rows } = await listIndexUnits(db, { roots: [other.id], reformFields: null }, '2026');

  expect(rows.filter(({ isProvince }) => !isProvince).map(({ name, total, rank }) => [name, total, rank])).toEqual([
    ['UBND Xã Hai', '6.00', null],
  ]);
});

test('a commune sees itself and the public figures of provinces, not another commune', async () => {
  const own = { roots: [commune.id], reformFields: null };

  expect((await readUnitIndex(db, own, 'p-1', '2026')).unit.code).toBe('H99.01');
  expect((await readUnitIndex(db, own, 'p-0', '2026')).unit.isProvince).toBe(true);
  await expect(readUnitIndex(db, own, 'p-2')).rejects.toMatchObject({ code: 'scoring.index_portal_unit_not_found' });
  expect((await listIndexUnits(db, own, '2026')).rows.map(({ key }) => key)).toEqual(['p-0', 'p-1']);
  expect(await listIndexSources(db, own)).toEqual([]);
  await expect(load('x.json', progress(3), {}, own)).rejects.toMatchObject({ code: 'units.not_found' });
  await expect(load('x.json', progress(3), { unitId: commune.id }, own)).rejects.toMatchObject({ code: 'scoring.whole_tree_needed' });
  await expect(readOwnMeasure(db, own, other.id, '2026-08')).rejects.toMatchObject({ code: 'units.not_found' });
});

test('figures of a day ahead are refused, so that no table stands before all that come after it', async () => {
  await expect(load('x.json', { ...progress(5), receivedAt: '2099-01-01T03:00:00Z' })).rejects.toMatchObject({
    code: 'scoring.index_day_ahead',
  });
});

test('a file that cannot be read is refused with its place, and nothing is added', async () => {
  const before = await sql<{ n: number }>`select count(*)::int as n from scoring.index_row`.execute(db);
  const code = (content: unknown, rest: Partial<IndexFile> = {}) => load('x.json', content, rest).catch((error) => error.code);
  const bare = progress(70).response;

  expect([
    await code('x'),
    await code({ code: 'ERROR', data: null }),
    await code({ code: 'OK', data: {} }, { period: '2026' }),
    await code(bare),
    await code(bare, { period: '2026-13' }),
    await code(progress(70), { period: '2026-08' }),
    await code(progress(-1)),
  ]).toEqual([
    'scoring.index_answer_not_json',
    'scoring.index_answer_not_ok',
    'scoring.index_answer_shape',
    'scoring.index_period_missing',
    'scoring.index_period_wrong',
    'scoring.index_period_differs',
    'scoring.index_answer_number',
  ]);
  expect(await sql<{ n: number }>`select count(*)::int as n from scoring.index_row`.execute(db)).toMatchObject({ rows: before.rows });
});

test('all answers that a run of the connector kept are read, each once', async () => {
  const id = newId();
  const { sha256, sizeBytes } = await files.put(Buffer.from(JSON.stringify(progress(72).response)), 1_000_000);
  await sql`insert into dossiers.portal_run (id, unit_id, base_address, request, state, calls_planned, created_by, created_by_name)
    values (${id}, ${province.id}, 'https://portal.example', '{}', 'done', 1, 'thử', 'thử')`.execute(db);
  await sql`insert into dossiers.portal_response (run_id, position, path, request, http_status, sha256, size_bytes, tries)
    values (${id}, 1, '/api/v1/reporting/evaluation/dvc-progress-tree', '{"timeType":"quarter","year":2026,"quarter":3}', 201, ${sha256}, ${sizeBytes}, 1)`.execute(
    db,
  );

  const [first] = await importPortalRun(db, files, systemActor, everywhere, id);
  const [again] = await importPortalRun(db, files, systemActor, everywhere, id);

  expect(first).toMatchObject({ name: 'dvc-progress-tree 1', period: '2026-Q3', rows: 3, known: false });
  expect(again?.known).toBe(true);
});

test('own dossiers give 2.1 and 3.3 of those received in the period; what is not recorded is absent, not 0', async () => {
  const procedureId = newId();
  const at = (day: string) => `2026-08-${day}T08:00:00+07:00`;
  const make = (rest: object) => aDossier(db, { unitId: commune.id, procedureId, receivedAt: at('03'), dueAt: at('10'), ...rest });
  await make({ finishedAt: at('09'), channel: 2 });
  await make({ finishedAt: at('12') });
  await make({ finishedAt: at('20'), timeliness: 4 });
  await make({});
  await make({ receivedAt: at('28'), dueAt: '2026-09-05T08:00:00+07:00', channel: 2 });
  await make({ dueAt: null, channel: 3 });
  await make({ receivedAt: '2026-07-31T16:00:00+07:00', finishedAt: at('02') });
  const now = new Date('2026-10-01T00:00:00+07:00');

  const { dossiers, metrics, absent, months } = await readOwnMeasure(db, everywhere, province.id, '2026-08', now);

  expect(dossiers).toMatchObject({ received: 6, online: 2, finishedInTime: 1, finishedLate: 2, openInTime: 2, openLate: 1 });
  expect(metrics.map(({ documentCode, ratio, score }) => [documentCode, ratio, score])).toEqual([
    ['2.1', '50.00', '10.00'],
    ['3.3', '33.33', '4.00'],
  ]);
  expect(absent).toHaveLength(21);
  const quarter = await readOwnMeasure(db, everywhere, commune.id, '2026-Q3', now);
  expect(quarter.months.map(({ month, received, progress: share }) => [month, received, share])).toEqual([
    ['2026-07', 1, '100.00'],
    ['2026-08', 6, '50.00'],
    ['2026-09', 0, null],
  ]);
  expect(months).toHaveLength(1);
});

test('both workbooks hold what the screens show', async () => {
  const sheetOf = async ({ content }: { content: Uint8Array }) => {
    const book = new ExcelJs.Workbook();
    await book.xlsx.load(content as never);
    return book.worksheets[0]!.getSheetValues().flatMap((row) => (Array.isArray(row) ? [row.slice(1)] : []));
  };

  const national = await sheetOf(await exportNationalTable(db));
  const unit = await sheetOf(await exportUnitIndex(db, everywhere, 'p-2', '2026'));

  expect(national.find((row) => row[1] === 'H99')).toEqual([3, 'H99', 'UBND tỉnh Thử', 11.25, 3, 9.25, 3, 0, 1, 2, 1, 0, 1, 0, 1]);
  expect(unit.find((row) => row[0] === '2.1')?.slice(2, 8)).toEqual([20, 10, 35, 28.57, undefined, 5.71]);
});
