// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { recordAudit, verifyAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import type { BackupManifest } from '#platform/backup/manifest';
import { restoreBackup } from '#platform/backup/restore-backup';
import { writeBackup } from '#platform/backup/write-backup';
import { prepareDataFolder } from '#platform/config/data-folder';
import { inTransaction } from '#platform/db/db';
import { createFileStore } from '#platform/files/file-store';
import { momentaryTables } from '../momentary-tables.ts';
import { type Io, withDatabase, withOwnDatabase } from './with-database.ts';

const migrations = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Backs up the database and the files, also while the program runs; 1 where files are missing from the store. */
export async function backUp(target: string, io: Io): Promise<number> {
  const folder = resolve(target);
  return withDatabase(async ({ database, config }) => {
    const manifest = await writeBackup({
      pool: database.pool,
      folder,
      files: createFileStore(join(config.dataDir, 'files')),
      secret: await readFile(join(config.dataDir, 'secret'), 'utf8').catch(() => undefined),
      withoutRows: momentaryTables,
    });
    io.out(`Đã sao lưu vào ${folder}: ${sum(manifest)}\n`);
    for (const sha256 of manifest.files.missing) io.err(`Thiếu tệp trong kho: ${sha256}\n`);
    return manifest.files.missing.length === 0 ? 0 : 1;
  });
}

/** Fills an empty installation from a backup and proves the audit chain; 1 where the chain is broken. */
export async function restore(source: string, io: Io): Promise<number> {
  const folder = resolve(source);
  return withOwnDatabase(async ({ database: { db, pool }, config, log }) => {
    prepareDataFolder(config.dataDir);
    const manifest = await restoreBackup({ pool, folder, migrations, dataDir: config.dataDir, log });
    const verdict = await verifyAudit(db);
    await inTransaction(db, (tx) =>
      recordAudit(tx, systemActor, {
        action: 'platform.restored',
        subject: ['backup', manifest.createdAt],
        unitId: null,
        data: { createdAt: manifest.createdAt, chainIntact: verdict.intact },
      }),
    );
    io.out(`Đã khôi phục bản sao lưu ngày ${manifest.createdAt}: ${sum(manifest)}\n`);
    io.out(
      verdict.intact
        ? `Nhật ký nguyên vẹn: ${verdict.entries} dòng, mã băm cuối ${verdict.headHash}\n`
        : `Nhật ký trong bản sao lưu KHÔNG nguyên vẹn: sai từ dòng ${verdict.brokenAt}.\n`,
    );
    return verdict.intact ? 0 : 1;
  });
}

function sum({ tables, files, migrations: applied }: BackupManifest): string {
  const rows = tables.reduce((total, table) => total + table.rows, 0);
  const kept = files.kind === 'copied' ? `${files.count} tệp` : 'không kèm tệp';
  return `${tables.length} bảng, ${rows} dòng, ${kept}, cấu trúc số ${applied.length}`;
}
