// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { dossierCells, dossierHeader, prepareGround, randomFrom } from '../../../../../../bench/generate-dossiers.ts';
import { aDatabase } from '../../../../../test/database.ts';
import { settled } from '../../../../../test/factories/import.ts';
import { runProgram } from '../../../../../test/programs/run-program.ts';
import { systemActor } from '../../../../platform/auth/actor.ts';
import { createFileStore } from '../../../../platform/files/file-store.ts';
import { differingCells } from '../../data/tally/verify.repo.ts';
import { decideImport } from './decide-import.ts';
import { getDossierImport } from './read-imports.ts';
import { receiveImport } from './receive-import.ts';
import { importWorkDone, resumeImports } from './runner.ts';

const rounds = Number(process.env['KILL_ROUNDS'] ?? 3);
const { db, url } = await aDatabase();
const folder = mkdtempSync(join(tmpdir(), 'tuongminh-killed-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const files = createFileStore(folder);
const everywhere = { roots: null, reformFields: null };
const ground = await prepareGround(db, 12, 40);
const rows = 8_000;

function aFile(seed: number): string {
  const random = randomFrom(seed);
  return `${dossierHeader}\n${Array.from({ length: rows }, (_, index) => dossierCells(seed * 100_000 + index, ground, random).join(',')).join('\n')}`;
}

async function counted(): Promise<{ dossiers: number; steps: number; tables: number }> {
  const { rows: found } = await sql<{ dossiers: number; steps: number; tables: number }>`
    select (select count(*)::int from dossiers.dossier) as dossiers, (select count(*)::int from dossiers.step) as steps,
      (select count(*)::int from pg_tables where schemaname = 'dossiers' and tablename like 'import\_row\_%') as tables`.execute(db);
  return found[0]!;
}

/** Starts a program that works on the import and kills it after a while. */
async function killAtWork(id: string, afterMs: number): Promise<void> {
  const program = runProgram('import-until-killed', [url, folder, id]);
  expect(await program.line()).toBe('ready');
  await pause(afterMs);
  await program.kill();
}

/** The lock of a killed program is free once the database has seen the end of its connection. */
async function resumed(id: string) {
  for (let tries = 0; tries < 100; tries += 1) {
    await resumeImports(db, files, 0);
    await importWorkDone(id);
    const view = await getDossierImport(db, everywhere, id);
    if (!view.isWorking) return view;
    await pause(50);
  }
  throw new Error('nobody took the import up');
}

test(`an import killed in the middle is read or written from the beginning, ${rounds} times over, and never doubled`, {
  timeout: 120_000,
}, async () => {
  for (let round = 1; round <= rounds; round += 1) {
    const { id } = await receiveImport(db, files, systemActor, everywhere, {
      fileName: 'ho-so.csv',
      content: Buffer.from(aFile(round)),
      unitId: ground.provinceId,
    });
    await settled(db, id);
    await sql`update dossiers.import set state = 'reading', rows_read = 0, rows_good = 0 where id = ${id}`.execute(db);
    await killAtWork(id, Math.random() * 600);
    expect(await resumed(id)).toMatchObject({ state: 'checked', rowsGood: rows, rowsBad: 0 });
    expect(await counted()).toMatchObject({ dossiers: (round - 1) * rows });

    await sql`update dossiers.import set state = 'applying', mode = 'all', settled_by = 'a', settled_by_name = 'a' where id = ${id}`.execute(
      db,
    );
    await killAtWork(id, Math.random() * 600);
    const { dossiers } = await counted();
    expect([(round - 1) * rows, round * rows]).toContain(dossiers);
    expect(await resumed(id)).toMatchObject({ state: 'applied', inserted: rows });
    expect(await counted()).toEqual({ dossiers: round * rows, steps: round * rows, tables: 0 });
  }
  expect(await differingCells(db, 5)).toEqual([]);
});

test('a working table that a crash of the database emptied is read again before anything is written', async () => {
  const { id } = await receiveImport(db, files, systemActor, everywhere, {
    fileName: 'ho-so.csv',
    content: Buffer.from(`${dossierHeader}\n${dossierCells(9_999_999, ground, randomFrom(5)).join(',')}`),
    unitId: ground.provinceId,
  });
  await settled(db, id);
  await sql`truncate ${sql.raw(`dossiers.import_row_${id.replaceAll('-', '')}`)}`.execute(db);

  await decideImport(db, files, systemActor, everywhere, { id, mode: 'all' });
  const read = await settled(db, id);
  await decideImport(db, files, systemActor, everywhere, { id, mode: 'all' });

  expect(read).toMatchObject({ state: 'checked', rowsGood: 1 });
  expect(await settled(db, id)).toMatchObject({ state: 'applied', inserted: 1 });
});

test('two imports at once do not disturb each other, even with the same dossiers', { timeout: 60_000 }, async () => {
  const before = (await counted()).dossiers;
  const sent = await Promise.all(
    [71, 71, 72].map((seed) =>
      receiveImport(db, files, systemActor, everywhere, {
        fileName: 'ho-so.csv',
        content: Buffer.from(aFile(seed)),
        unitId: ground.provinceId,
      }),
    ),
  );
  await Promise.all(sent.map(({ id }) => settled(db, id)));

  await Promise.all(sent.map(({ id }) => decideImport(db, files, systemActor, everywhere, { id, mode: 'all' })));
  const views = await Promise.all(sent.map(({ id }) => settled(db, id)));

  expect(views.map(({ state }) => state)).toEqual(['applied', 'applied', 'applied']);
  expect(views.reduce((sum, view) => sum + (view.inserted ?? 0), 0)).toBe(2 * rows);
  expect(views.reduce((sum, view) => sum + (view.unchanged ?? 0), 0)).toBe(rows);
  expect((await counted()).dossiers).toBe(before + 2 * rows);
  expect(await differingCells(db, 5)).toEqual([]);
});
