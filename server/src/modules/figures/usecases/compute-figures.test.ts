// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/ids';
import { systemActor } from '#platform/auth/actor';
import { inTransaction } from '#platform/db/db';
import { aDatabase } from '../../../../test/database.ts';
import { aDossier } from '../../../../test/factories/dossier.ts';
import { anIndicator, measuredBy } from '../../../../test/factories/indicator.ts';
import { aProcedure } from '../../../../test/factories/procedure.ts';
import { aUnit } from '../../../../test/factories/unit.ts';
import { rebuildTally } from '../../dossiers/data/tally/fold.repo.ts';
import { computeFigures } from './compute-figures.ts';
import { enterFigures } from './enter-figures.ts';
import { figureInUse } from './figures-in-use.ts';
import { openFigure } from './open-figure.ts';

const { db } = await aDatabase();
const everywhere = { roots: null, reformFields: null };
const province = await aUnit(db, { level: 'province', name: 'Tỉnh Thử' });
const commune = await aUnit(db, { parentId: province.id, name: 'Xã Một' });
const received = await anIndicator(db, { unitId: province.id, ...measuredBy('dossiers.received') });
const mixed = await anIndicator(db, {
  unitId: province.id,
  aggregation: 'none',
  numerator: { label: 'Hồ sơ', measure: 'dossiers.received' },
  denominator: { label: 'Dân số', measure: null },
});
const procedure = await aProcedure(db, { unitId: province.id });
const period = '2022';
const evidence = newId();

async function receiveDossier(): Promise<void> {
  await aDossier(db, { unitId: commune.id, procedureId: procedure.id, receivedAt: '2022-09-01T08:00:00+07:00' });
  await inTransaction(db, rebuildTally);
}
const compute = () => computeFigures(db, systemActor, { unitIds: [commune.id], period });

beforeAll(async () => {
  await receiveDossier();
  await sql`insert into platform.file (id, name, media_type, size_bytes, sha256, unit_id, created_by)
    values (${evidence}, 'dan-so.pdf', 'application/pdf', 10, ${'0'.repeat(64)}, ${commune.id}, 'thử')`.execute(db);
});

test('counting one part again keeps person, evidence, file and note of the part that was entered', async () => {
  const person = { ...systemActor, id: 'nguoi-nhap', name: 'Lò Thị Nhập' };
  const cell = { unitId: commune.id, indicatorId: mixed.id, numerator: null, denominator: '1000', seen: 0 };
  await enterFigures(db, person, everywhere, {
    period,
    cells: [{ ...cell, evidenceFileId: evidence, note: 'Theo niên giám' }],
    file: { name: 'dan-so.xlsx', rowOf: () => 7 },
  });
  await receiveDossier();
  await compute();

  const { figure, revisions } = await openFigure(db, everywhere, commune.id, mixed.id, period);
  expect(revisions[0]).toMatchObject({
    number: 2,
    numerator: '2',
    denominator: '1000',
    origin: 'imported',
    evidenceFileId: evidence,
    fileName: 'dan-so.xlsx',
    fileRow: 7,
    note: 'Theo niên giám',
    enteredByName: 'Lò Thị Nhập',
    enteredAt: revisions[1]?.recordedAt,
    recordedByName: 'Hệ thống',
  });
  expect(figure.sentence).toMatch(/nạp từ tệp dan-so.xlsx dòng 7, Lò Thị Nhập ghi lúc .+, phần đếm từ dữ liệu gốc tính lại lúc /);
});

test('a computation that waited for another one counts what came meanwhile', async () => {
  await compute();
  let later: Promise<unknown> = Promise.resolve();
  await db.transaction().execute(async (earlier) => {
    await sql`select from figures.cell where unit_id = ${commune.id} and indicator_id = ${received.id} for update`.execute(earlier);
    later = compute();
    await untilSomebodyWaits();
    await receiveDossier();
  });
  await later;

  const counted = await sql<{ count: string }>`select count(*)::text as count from dossiers.dossier where unit_id = ${commune.id}`.execute(
    db,
  );
  expect((await figureInUse(db, { indicatorCode: received.code, unitId: commune.id, period }))?.numerator).toBe(counted.rows[0]?.count);
});

async function untilSomebodyWaits(): Promise<void> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { rows } = await sql`select from pg_locks l join pg_database d on d.oid = l.database or l.locktype = 'transactionid'
      where not l.granted and d.datname = current_database()`.execute(db);
    if (rows.length > 0) return;
    await new Promise((done) => setTimeout(done, 20));
  }
  throw new Error('nobody waits');
}
