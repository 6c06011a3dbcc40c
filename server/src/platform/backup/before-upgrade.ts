// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { AppError } from '#kernel/app-error';
import type { Migration } from '../db/migrate.ts';
import { writeBackup } from './write-backup.ts';

type UpgradeOptions = {
  readonly pool: pg.Pool;
  readonly dataDir: string;
  /** Whether the database is ours to back up; another server has its own keeper. */
  readonly embedded: boolean;
  readonly withoutRows: readonly string[];
  readonly write: (line: string) => void;
};

/**
 * What happens before migrations run on a database in use: the embedded one is backed up into `<dataDir>/backups`, without the files,
 * which no migration touches; the keeper of another server is told.
 *
 * @throws AppError `platform.backup_before_upgrade_failed`; nothing is upgraded then
 */
export async function prepareUpgrade(pending: readonly Migration[], options: UpgradeOptions): Promise<void> {
  const { pool, dataDir, embedded, withoutRows, write } = options;
  const [first] = pending;
  if (!first) return;
  for (const { name, incompatible } of pending)
    if (incompatible !== undefined)
      write(`  ! ${name}: sau bước này phiên bản chương trình trước không dùng được dữ liệu (${incompatible})`);
  if (!embedded) {
    write(
      `  ! Sắp nâng cấp cơ sở dữ liệu của DATABASE_URL (${pending.length} tệp, từ ${first.name}); bản sao lưu do người quản lý máy chủ đó giữ`,
    );
    return;
  }
  const folder = join(dataDir, 'backups');
  const name = `before-${String(first.number).padStart(4, '0')}-${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const broken of readdirSync(folder).filter((entry) => entry.endsWith('.part'))) rmSync(join(folder, broken), { recursive: true });
    await writeBackup({ pool, folder: join(folder, name), files: null, withoutRows });
  } catch (error) {
    const reason = error instanceof AppError ? String(error.params['reason'] ?? error.code) : error instanceof Error ? error.message : '';
    throw new AppError('unavailable', 'platform.backup_before_upgrade_failed', { folder, reason });
  }
  write(`  ✓ Sao lưu trước khi nâng cấp: ${join(folder, name)}`);
}
