// SPDX-License-Identifier: Apache-2.0
import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, readdirSync } from 'node:fs';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { AppError } from '#kernel/app-error';
import { createFileStore, type FileStore } from '../files/file-store.ts';
import { type CopiedTable, columnList, copiedTables, quoted, sequencesOf } from './catalogue.ts';
import { type BackupManifest, manifestName, tableFile } from './manifest.ts';

export type BackupOptions = {
  readonly pool: pg.Pool;
  /** Where the backup goes; must not exist, or be empty. */
  readonly folder: string;
  /** The store whose files are copied too, or null where they stay where they are. */
  readonly files: FileStore | null;
  /** The secret that stored second factors are sealed with; kept beside the data it belongs to. */
  readonly secret?: string | undefined;
  /** Tables whose rows are of the moment and not kept, such as sessions. */
  readonly withoutRows: readonly string[];
};

/**
 * Writes a backup while everything goes on: all tables as one snapshot (COPY text), then the files that this snapshot names.
 * The folder appears under its name when it is whole and on the disk.
 *
 * @throws AppError `platform.backup_folder_used`, `platform.backup_not_written`
 */
export async function writeBackup(options: BackupOptions): Promise<BackupManifest> {
  const { folder } = options;
  const making = `${folder}.${randomUUID()}.part`;
  try {
    if (existsSync(folder) && readdirSync(folder).length > 0) throw new AppError('conflict', 'platform.backup_folder_used', { folder });
    await mkdir(join(making, 'tables'), { recursive: true, mode: 0o700 });
    const { hashes, ...manifest } = await writeSnapshot(options, making);
    const files = await copyFiles(options.files, hashes, making);
    const whole: BackupManifest = { ...manifest, files };
    if (options.secret !== undefined) await writeFile(join(making, 'secret'), options.secret, { mode: 0o600, flush: true });
    await writeFile(join(making, manifestName), `${JSON.stringify(whole, null, 1)}\n`, { mode: 0o600, flush: true });
    await rm(folder, { recursive: true, force: true });
    await rename(making, folder);
    await syncFolder(dirname(folder));
    return whole;
  } catch (error) {
    await rm(making, { recursive: true, force: true }).catch(() => undefined);
    if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error;
    throw new AppError('unavailable', 'platform.backup_not_written', { folder, reason: error.message });
  }
}

async function writeSnapshot({ pool, withoutRows }: BackupOptions, folder: string) {
  const client = await pool.connect();
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    const { rows: migrations } = await client.query<BackupManifest['migrations'][number]>(
      'select number, name, checksum from platform.migration order by number',
    );
    const tables: BackupManifest['tables'] = [];
    for (const table of await copiedTables(client)) tables.push(await writeTable(client, table, folder, withoutRows.includes(table.name)));
    const sequences = await sequencesOf(client);
    const { rows } = await client.query<{ sha256: string }>('select distinct sha256 from platform.file order by 1');
    await client.query('commit');
    return {
      format: 1 as const,
      createdAt: new Date().toISOString(),
      migrations,
      tables,
      sequences,
      hashes: rows.map((row) => row.sha256),
    };
  } finally {
    // A connection in the middle of a COPY is of no use to anybody else.
    client.release(true);
  }
}

async function writeTable(client: pg.ClientBase, { name, columns }: CopiedTable, folder: string, isEmpty: boolean) {
  const hash = createHash('sha256');
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const source = client.query(
    copyTo(`copy (select ${columnList(columns)} from only ${quoted(name)}${isEmpty ? ' where false' : ''}) to stdout`),
  );
  const target = createWriteStream(tableFile(folder, name), { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(source, tap, createGzip({ level: 1 }), target);
  return { name, columns: [...columns], rows: source.rowCount, sha256: hash.digest('hex') };
}

async function copyFiles(store: FileStore | null, hashes: readonly string[], folder: string): Promise<BackupManifest['files']> {
  if (!store) return { kind: 'kept_in_place', count: hashes.length, missing: [] };
  const copies = createFileStore(join(folder, 'files'));
  const missing: string[] = [];
  for (const sha256 of hashes) {
    const content = await store.get(sha256).catch(() => undefined);
    // A content that no longer has its name's hash is as good as missing, and is not carried on.
    const stored = content && (await copies.put(content, Number.MAX_SAFE_INTEGER));
    if (stored?.sha256 !== sha256) missing.push(sha256);
  }
  await rm(join(folder, 'files', 'incoming'), { recursive: true, force: true });
  return { kind: 'copied', count: hashes.length - missing.length, missing };
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
