// SPDX-License-Identifier: Apache-2.0
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeEach, describe, expect, inject, test, vi } from 'vitest';
import { newId } from '#kernel/ids';
import { verifyAudit } from '#platform/audit/audit';
import { systemActor } from '#platform/auth/actor';
import { prepareUpgrade } from '#platform/backup/before-upgrade';
import { manifestName, readManifest } from '#platform/backup/manifest';
import { openDatabase } from '#platform/db/db';
import { describeSchema } from '#platform/db/describe-schema';
import { migrate } from '#platform/db/migrate';
import { storeFile } from '#platform/files/file-records';
import { createFileStore } from '#platform/files/file-store';
import { createLog } from '#platform/log/log';
import { aDatabase } from '../../test/database.ts';
import { momentaryTables } from '../momentary-tables.ts';
import { seed } from '../seed.ts';
import { backUp, restore } from './backup.ts';

const log = createLog('silent');
const { db, pool, url } = await aDatabase();
const home = mkdtempSync(join(tmpdir(), 'tuongminh-backup-'));
const data = join(home, 'data');
const files = createFileStore(join(data, 'files'));
const migrations = fileURLToPath(new URL('../../migrations', import.meta.url));
await seed(db, {
  demo: true,
  demoPassword: 'mat-khau-thu-1',
  dataDir: data,
  filesFolder: join(data, 'files'),
  hashPassword: async () => 'x',
});
const { id: unitId } = (await sql<{ id: string }>`select id from units.unit where code = '100'`.execute(db)).rows[0] ?? { id: '' };
const evidence = await storeFile(db, systemActor, files, {
  name: 'Báo cáo.txt',
  unitId,
  content: Buffer.from('Dấu gạch chéo \\ và tab\t, xuống dòng\nrồi hết'),
});
await sql`insert into identity.session (id, account_id, token, expires_at, created_at, updated_at)
  select ${newId()}, id, 'một phiên đang mở', now() + interval '1 day', now(), now() from identity.account limit 1`.execute(db);
await sql`insert into platform.setting (key, value) values ('thử', ${JSON.stringify({ chữ: 'Điện\\Biên\n"ngoặc"\t' })})`.execute(db);

const said: string[] = [];
const io = { out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) };
const made: string[] = [];
afterAll(async () => {
  for (const name of made) await onServer(`drop database if exists ${name} with (force)`);
  rmSync(home, { recursive: true, force: true });
});
beforeEach(() => {
  said.length = 0;
  vi.stubEnv('TUONGMINH_DATA', data);
  vi.stubEnv('DATABASE_URL', url);
  vi.stubEnv('LOG_LEVEL', 'silent');
});

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer').url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** Address of a database without anything in it. */
async function anEmptyDatabase(): Promise<string> {
  const name = `empty_${newId().replaceAll('-', '')}`;
  made.push(name);
  await onServer(`create database ${name}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

async function restoreInto(address: string, backup: string): Promise<{ code: number; dataDir: string }> {
  const dataDir = mkdtempSync(join(home, 'restored-'));
  vi.stubEnv('DATABASE_URL', address);
  vi.stubEnv('TUONGMINH_DATA', dataDir);
  return { code: await restore(backup, io), dataDir };
}

/** Every row of every table as text, for comparing two databases. */
async function contentsOf(connection: pg.Pool): Promise<Record<string, string>> {
  const { rows } = await connection.query<{ name: string }>(
    "select schemaname || '.' || tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema', 'public') order by 1",
  );
  const found: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: hashed } = await connection.query<{ content: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by t::text collate "C")), '') as content from ${name} t`,
    );
    found[name] = hashed[0]?.content ?? '';
  }
  return found;
}

describe('a backup and its restoring', () => {
  test('give the same rows, structure, files and an intact chain in an empty place', async () => {
    const before = await contentsOf(pool);
    expect(await backUp(join(home, 'whole'), io)).toBe(0);

    const address = await anEmptyDatabase();
    const { code, dataDir } = await restoreInto(address, join(home, 'whole'));

    const restored = openDatabase(address);
    const after = await contentsOf(restored.pool);
    const verdict = await verifyAudit(restored.db);
    const structure = await describeSchema(restored.pool);
    const next = await sql<{ id: number }>`insert into platform.outbox (name, payload) values ('thử', '{}') returning id`.execute(
      restored.db,
    );
    await restored.close();
    const { rows: used } = await pool.query<{ last: number }>('select coalesce(max(id), 0) as last from platform.outbox');
    const changed = Object.keys(before).filter((name) => before[name] !== after[name]);
    expect(code).toBe(0);
    // The restoring itself is one more entry of the log, and nobody is signed in.
    expect(changed).toEqual(['audit.entry', 'audit.head', 'identity.session']);
    expect(after['identity.session']).toBe('0 ');
    expect(verdict).toMatchObject({ intact: true });
    expect(structure).toBe(await describeSchema(pool));
    expect(next.rows[0]?.id).toBeGreaterThan(Number(used[0]?.last));
    const content = await (await createFileStore(join(dataDir, 'files')).get(evidence.sha256)).toArray();
    expect(Buffer.concat(content).toString()).toContain('Dấu gạch chéo');
    expect(statSync(join(home, 'whole')).mode & 0o077).toBe(0);
  });

  test('never write over data that are there', async () => {
    const started = restoreInto(url, join(home, 'whole'));
    await expect(started).rejects.toMatchObject({ code: 'platform.restore_target_used' });

    vi.stubEnv('DATABASE_URL', url);
    await expect(backUp(join(home, 'whole'), io)).rejects.toMatchObject({ code: 'platform.backup_folder_used' });
  });

  test.each([
    [
      'one changed row',
      (folder: string) => {
        const file = join(folder, 'tables', 'audit.entry.copy.gz');
        writeFileSync(file, gzipSync(gunzipSync(readFileSync(file)).toString().replace('Hệ thống', 'Kẻ khác')));
      },
      'platform.backup_damaged',
    ],
    [
      'a table cut short',
      (folder: string) => {
        const file = join(folder, 'tables', 'units.unit.copy.gz');
        writeFileSync(file, readFileSync(file).subarray(0, 900));
      },
      'platform.backup_damaged',
    ],
    ['a lost table', (folder: string) => rmSync(join(folder, 'tables', 'units.lineage.copy.gz')), 'platform.backup_damaged'],
    ['a lost manifest', (folder: string) => rmSync(join(folder, manifestName)), 'platform.backup_unreadable'],
    [
      'a manifest with a table of its own invention',
      (folder: string) => {
        const text = readFileSync(join(folder, manifestName), 'utf8');
        writeFileSync(join(folder, manifestName), text.replace('"units.map"', '"units.map; drop schema units cascade"'));
      },
      'platform.backup_damaged',
    ],
    [
      'a migration that this program does not know',
      (folder: string) => {
        const text = readFileSync(join(folder, manifestName), 'utf8');
        writeFileSync(join(folder, manifestName), text.replace(/"checksum": "./, '"checksum": "z').replace('"z', '"0'));
      },
      'platform.backup_other_version',
    ],
  ])('with %s is refused and leaves the target empty', async (_what, spoil, code) => {
    const spoiled = mkdtempSync(join(home, 'spoiled-'));
    cpSync(join(home, 'whole'), spoiled, { recursive: true });
    spoil(spoiled);
    const address = await anEmptyDatabase();

    await expect(restoreInto(address, spoiled)).rejects.toMatchObject({ code });

    const target = openDatabase(address);
    const { rows } = await target.pool.query<{ there: boolean }>("select to_regclass('audit.entry') is not null as there");
    const entries = rows[0]?.there ? (await target.pool.query('select from audit.entry')).rowCount : 0;
    await target.close();
    expect(entries).toBe(0);
  });

  test('tell which files are missing from the store, and end with 1', async () => {
    const lost = await storeFile(db, systemActor, files, { name: 'mất.txt', unitId, content: Buffer.from('sẽ mất') });
    rmSync(join(data, 'files', lost.sha256.slice(0, 2), lost.sha256.slice(2)));

    expect(await backUp(join(home, 'lacking'), io)).toBe(1);
    expect(said.join('')).toContain(lost.sha256);
  });

  test('cannot be written where a file stands in the way, and say so', async () => {
    writeFileSync(join(home, 'a-file'), '');

    await expect(backUp(join(home, 'a-file', 'below'), io)).rejects.toMatchObject({ code: 'platform.backup_not_written' });
  });
});

describe('an upgrade', () => {
  const folder = join(home, 'newer-migrations');
  cpSync(migrations, folder, { recursive: true });
  const count = readdirSync(folder).length;
  writeFileSync(
    join(folder, `${String(count + 1).padStart(4, '0')}_platform_try.sql`),
    '-- compatible: no (cột cũ bị bỏ)\nalter table platform.setting add column tried boolean not null default true;\n',
  );
  const lines: string[] = [];
  const upgrade = (dataDir: string, embedded = true) =>
    migrate(pool, folder, log, {
      beforeUpgrade: (pending) =>
        prepareUpgrade(pending, { pool, dataDir, embedded, withoutRows: momentaryTables, write: (line) => void lines.push(line) }),
    });

  test('does not happen where its backup cannot be written', async () => {
    writeFileSync(join(home, 'not-a-folder'), '');

    await expect(upgrade(join(home, 'not-a-folder'))).rejects.toMatchObject({ code: 'platform.backup_before_upgrade_failed' });

    const { rowCount } = await pool.query('select from platform.migration where number = $1', [count + 1]);
    expect(rowCount).toBe(0);
  });

  test('of a database in use is preceded by a backup that brings the former state back', async () => {
    const before = await contentsOf(pool);
    expect(await upgrade(data)).toBe(1);
    expect(await upgrade(data)).toBe(0);

    const [name, ...others] = readdirSync(join(data, 'backups'));
    const manifest = await readManifest(join(data, 'backups', name ?? ''));
    expect(others).toEqual([]);
    expect([manifest.migrations.length, manifest.files.kind]).toEqual([count, 'kept_in_place']);
    expect(lines.join('\n')).toMatch(
      /phiên bản chương trình trước không dùng được dữ liệu \(cột cũ bị bỏ\)[\s\S]*✓ Sao lưu trước khi nâng cấp/,
    );
    const address = await anEmptyDatabase();
    expect((await restoreInto(address, join(data, 'backups', name ?? ''))).code).toBe(0);
    const restored = openDatabase(address);
    const after = await contentsOf(restored.pool);
    await restored.close();
    expect(Object.keys(before).filter((table) => before[table] !== after[table])).toEqual([
      'audit.entry',
      'audit.head',
      'identity.session',
    ]);
  });

  test('that a newer program has made is not used by an older one', async () => {
    await expect(migrate(pool, migrations, log)).rejects.toMatchObject({ code: 'platform.database_newer' });
  });

  test('of another server only tells its keeper', async () => {
    const other = openDatabase(await anEmptyDatabase());
    await migrate(other.pool, migrations, log);
    const spoken: string[] = [];

    await migrate(other.pool, folder, log, {
      beforeUpgrade: (pending) =>
        prepareUpgrade(pending, {
          pool: other.pool,
          dataDir: join(home, 'nowhere'),
          embedded: false,
          withoutRows: [],
          write: (line) => void spoken.push(line),
        }),
    });

    await other.close();
    expect(spoken.join('\n')).toContain('DATABASE_URL');
  });
});
