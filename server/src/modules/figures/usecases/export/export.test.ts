// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from 'exceljs';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { type Actor, systemActor } from '#platform/auth/actor';
import { createFileStore } from '#platform/files/file-store';
import { aDatabase } from '../../../../../test/database.ts';
import { anIndicator } from '../../../../../test/factories/indicator.ts';
import { aUnit } from '../../../../../test/factories/unit.ts';
import { anActor } from '../../../../../test/server.ts';
import { enterFigures } from '../enter-figures.ts';
import { cancelExport, getExport, listExports, openExport, startExport } from './manage-exports.ts';
import { removeExpiredExports } from './run-exports.ts';
import { writeExport } from './write-export.ts';

const { db } = await aDatabase();
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const files = createFileStore(folder);
const province = await aUnit(db, { level: 'province', name: 'Tỉnh Xuất' });
const commune = await aUnit(db, { parentId: province.id, name: 'Xã Xuất' });
const scope = { roots: [province.id], reformFields: null };
const someone = (): Actor => anActor('reader', province.id);
const { id: indicatorId } = await anIndicator(db, { unitId: province.id, code: 'X.TL' });
await enterFigures(
  db,
  systemActor,
  { roots: null },
  {
    period: '2022-03',
    cells: [{ unitId: commune.id, indicatorId, numerator: '2', denominator: '3', seen: 0 }],
  },
);

const question = { unitId: province.id, periodKind: 'month', fromYear: 2021, toYear: 2022 } as const;
const start = async (actor: Actor): Promise<string> => (await startExport(db, actor, scope, question)).id;
const kept = async (): Promise<string[]> =>
  (await readdir(join(folder, 'expiring'), { recursive: true }).catch(() => [])).filter((name) => name.length > 60);

test('the table of a unit and all below it is written with its progress and the count of its rows', async () => {
  const actor = someone();
  const id = await start(actor);
  expect(await getExport(db, actor, id)).toMatchObject({ state: 'waiting', rowsDone: 0, rowsTotal: 48 });

  await writeExport(db, files, id);

  expect(await listExports(db, actor)).toMatchObject([{ id, state: 'done', rowsDone: 48 }]);
  const { content, name } = await openExport(db, actor, scope, files, id);
  const book = new Workbook();
  await book.xlsx.read(content);
  const rows = book.worksheets[0]?.getSheetValues() as unknown[][];
  expect(name).toBe('so-lieu-2021-2022.xlsx');
  expect(rows.filter((row) => row?.[3] === 'tháng 3/2022').map((row) => [row[2], row[4]])).toEqual([
    ['UBND Tỉnh Xuất', 66.67],
    ['UBND Xã Xuất', 66.67],
  ]);
  expect([rows.length - 1, rows.at(-1)?.slice(1)]).toEqual([51, ['Số dòng', 48]]);
});

test('another person finds no export of this one, and neither does one who lost the unit', async () => {
  const actor = someone();
  const id = await start(actor);
  await writeExport(db, files, id);

  await expect(openExport(db, someone(), scope, files, id)).rejects.toMatchObject({ code: 'figures.export_not_found' });
  await expect(cancelExport(db, someone(), id)).rejects.toMatchObject({ code: 'figures.export_not_found' });
  await expect(openExport(db, actor, { roots: [commune.id], reformFields: null }, files, id)).rejects.toMatchObject({
    code: 'units.not_found',
  });
});

test('what is cancelled is not written, also where writing has begun', async () => {
  const actor = someone();
  const [waiting, begun] = [await start(actor), await start(actor)];
  await cancelExport(db, actor, waiting);
  await writeExport(db, files, waiting);
  const before = await kept();
  const slow = {
    ...files,
    expiring: () => ({
      ...files.expiring(),
      put: async (...given: Parameters<typeof files.put>) => {
        await cancelExport(db, actor, begun);
        return files.expiring().put(Buffer.from(`đã hủy ${begun}`), given[1]);
      },
    }),
  };
  await writeExport(db, slow, begun);

  expect([(await getExport(db, actor, waiting)).state, (await getExport(db, actor, begun)).state]).toEqual(['cancelled', 'cancelled']);
  expect(await kept()).toEqual(before);
  await expect(cancelExport(db, actor, begun)).rejects.toMatchObject({ code: 'figures.export_settled' });
  await expect(openExport(db, actor, scope, files, begun)).rejects.toMatchObject({ code: 'figures.export_not_ready' });
});

test('cancelling one of two equal tables leaves the file of the other', async () => {
  const actor = someone();
  const [wanted, unwanted] = [await start(actor), await start(actor)];
  await writeExport(db, files, wanted);
  const slow = {
    ...files,
    expiring: () => ({
      ...files.expiring(),
      put: async (...given: Parameters<typeof files.put>) => {
        await cancelExport(db, actor, unwanted);
        return files.expiring().put(...given);
      },
    }),
  };
  await writeExport(db, slow, unwanted);

  expect((await getExport(db, actor, unwanted)).state).toBe('cancelled');
  const { content } = await openExport(db, actor, scope, files, wanted);
  expect((await content.toArray()).length).toBeGreaterThan(0);
});

test('an export that a killed program left is written again, and given up where it always stops', async () => {
  const actor = someone();
  const [left, hopeless] = [await start(actor), await start(actor)];
  await sql`update figures.export set state = 'running', attempts = 1, rows_done = 7 where id = ${left}`.execute(db);
  await sql`update figures.export set state = 'running', attempts = 2 where id = ${hopeless}`.execute(db);

  await writeExport(db, files, left);
  await writeExport(db, files, hopeless);

  expect(await getExport(db, actor, left)).toMatchObject({ state: 'done', rowsDone: 48 });
  expect(await getExport(db, actor, hopeless)).toMatchObject({ state: 'failed', problem: 'figures.export_interrupted' });
});

test('a full disk is said, and a fourth table at once is refused', async () => {
  const actor = someone();
  const [full] = [await start(actor), await start(actor), await start(actor)];
  await expect(start(actor)).rejects.toMatchObject({ code: 'figures.export_too_many', params: { count: 3 } });

  await writeExport(db, createFileStore(folder, { keepFreeBytes: Number.MAX_SAFE_INTEGER }), full ?? '');

  expect(await getExport(db, actor, full ?? '')).toMatchObject({ state: 'failed', problem: 'platform.disk_full' });
});

test('of many tables that one person asks for at the same moment no more than three are taken', async () => {
  const actor = someone();
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => start(actor)));

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect(await listExports(db, actor)).toHaveLength(3);
});

test('a file is thrown away when its time is over and no other export names it', async () => {
  await sql`update figures.export set state = 'cancelled', sha256 = null, size_bytes = null where state in ('done', 'waiting')`.execute(db);
  const actor = someone();
  const [old, young] = [await start(actor), await start(actor)];
  await writeExport(db, files, old);
  await writeExport(db, files, young);
  await sql`update figures.export set expires_at = now() - interval '1 hour' where id = ${old}`.execute(db);
  await removeExpiredExports(db, files);
  await openExport(db, actor, scope, files, young);
  await sql`update figures.export set expires_at = now() - interval '1 hour' where id = ${young}`.execute(db);
  await removeExpiredExports(db, files);

  expect((await getExport(db, actor, young)).state).toBe('expired');
  await expect(openExport(db, actor, scope, files, young)).rejects.toMatchObject({ code: 'figures.export_not_ready' });
  expect(await kept()).toEqual([]);
});
