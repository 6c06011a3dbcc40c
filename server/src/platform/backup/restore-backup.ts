// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { AppError } from '#kernel/app-error';
import { migrate, readMigrations } from '../db/migrate.ts';
import { createFileStore } from '../files/file-store.ts';
import type { Log } from '../log/log.ts';
import { columnList, copiedTables, foreignKeys, quoted, tablesWithTriggers } from './catalogue.ts';
import { type BackupManifest, readManifest, tableFile } from './manifest.ts';

export type RestoreOptions = {
  readonly pool: pg.Pool;
  readonly folder: string;
  readonly migrations: string;
  readonly dataDir: string;
  readonly log: Log;
};

/**
 * Fills an empty database from a backup: the structure of the backup's own day, then its rows in one transaction with every foreign
 * key checked at its end, then the files. The next start upgrades it where the program is newer.
 *
 * @throws AppError `platform.backup_unreadable`, `platform.backup_damaged`, `platform.backup_other_version`,
 * `platform.restore_target_used`
 */
export async function restoreBackup({ pool, folder, migrations, dataDir, log }: RestoreOptions): Promise<BackupManifest> {
  const manifest = await readManifest(folder);
  await requireSameMigrations(manifest, migrations);
  await requireEmpty(pool);
  await copyFilesBack(manifest, folder, dataDir);
  await migrate(pool, migrations, log, { upTo: manifest.migrations.length });
  await loadRows(pool, manifest, folder);
  const secret = await readFile(join(folder, 'secret'), 'utf8').catch(() => undefined);
  if (secret !== undefined) await writeFile(join(dataDir, 'secret'), secret, { mode: 0o600, flush: true });
  return manifest;
}

async function requireSameMigrations(manifest: BackupManifest, folder: string): Promise<void> {
  const known = new Map((await readMigrations(folder)).map((migration) => [migration.number, migration.checksum]));
  const strange = manifest.migrations.find(({ number, checksum }, index) => number !== index + 1 || known.get(number) !== checksum);
  if (strange) throw new AppError('conflict', 'platform.backup_other_version', { file: strange.name });
}

/** Every change writes an audit entry, so a database without one holds nothing that anybody has made. */
async function requireEmpty(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ exists: boolean }>("select to_regclass('audit.entry') is not null as exists");
  if (!rows[0]?.exists) return;
  const { rowCount } = await pool.query('select from audit.entry limit 1');
  if (rowCount !== 0) throw new AppError('conflict', 'platform.restore_target_used');
}

async function copyFilesBack({ files }: BackupManifest, folder: string, dataDir: string): Promise<void> {
  if (files.kind !== 'copied') return;
  const [from, to] = [createFileStore(join(folder, 'files')), createFileStore(join(dataDir, 'files'))];
  for (const sha256 of await from.list()) {
    const stored = await to.put(await from.get(sha256), Number.MAX_SAFE_INTEGER);
    if (stored.sha256 !== sha256) throw new AppError('invalid', 'platform.backup_damaged', { part: `files/${sha256}` });
  }
}

/** One transaction: whatever does not agree leaves the database empty as it was. */
async function loadRows(pool: pg.Pool, manifest: BackupManifest, folder: string): Promise<void> {
  const client = await pool.connect();
  let failed = true;
  try {
    await client.query('begin');
    await client.query('set local idle_in_transaction_session_timeout = 0');
    await requireSameTables(client, manifest);
    const [keys, triggered] = [await foreignKeys(client), await tablesWithTriggers(client)];
    for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`);
    for (const table of triggered) await client.query(`alter table ${table} disable trigger user`);
    await client.query(`truncate ${manifest.tables.map(({ name }) => quoted(name)).join(', ')}`);
    for (const table of manifest.tables) await loadTable(client, table, folder);
    for (const { name, lastValue, isCalled } of manifest.sequences)
      await client.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), lastValue, isCalled]);
    for (const { table, name, definition } of keys) await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    for (const table of triggered) await client.query(`alter table ${table} enable trigger user`);
    await client.query('commit');
    await client.query('analyze');
    failed = false;
  } finally {
    client.release(failed);
  }
}

async function requireSameTables(client: pg.ClientBase, manifest: BackupManifest): Promise<void> {
  const shape = (tables: readonly { name: string; columns: readonly string[] }[]): string =>
    JSON.stringify(tables.map(({ name, columns }) => [name, ...columns]).sort());
  if (shape(manifest.tables) !== shape(await copiedTables(client)))
    throw new AppError('invalid', 'platform.backup_damaged', { part: 'tables' });
}

async function loadTable(client: pg.ClientBase, table: BackupManifest['tables'][number], folder: string): Promise<void> {
  const damaged = new AppError('invalid', 'platform.backup_damaged', { part: `tables/${table.name}` });
  const hash = createHash('sha256');
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const target = client.query(copyFrom(`copy ${quoted(table.name)} (${columnList(table.columns)}) from stdin`));
  // What cannot be unpacked or read as rows of this table is no longer what was written.
  await pipeline(createReadStream(tableFile(folder, table.name)), createGunzip(), tap, target).catch(() => Promise.reject(damaged));
  if (hash.digest('hex') !== table.sha256 || target.rowCount !== table.rows) throw damaged;
}
