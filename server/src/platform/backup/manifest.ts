// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '#kernel/app-error';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What a backup says about itself; the tables and files beside it are checked against it. */
export const BackupManifest = z.object({
  format: z.literal(1),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.object({ number: z.number().int(), name: z.string(), checksum: Sha256 })).min(1),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()).min(1), rows: z.number().int().nonnegative(), sha256: Sha256 }),
  ),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
  /** `kept_in_place`: the backup holds the database alone, for the same data folder. */
  files: z.object({ kind: z.enum(['copied', 'kept_in_place']), count: z.number().int(), missing: z.array(Sha256) }),
});
export type BackupManifest = z.infer<typeof BackupManifest>;

export const manifestName = 'manifest.json';

/** @throws AppError `platform.backup_unreadable` where the folder holds no backup that this version understands */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => '');
  const parsed = BackupManifest.safeParse(jsonOf(text));
  if (!parsed.success) throw new AppError('invalid', 'platform.backup_unreadable', { folder });
  return parsed.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The file of a table's rows inside a backup. */
export function tableFile(folder: string, table: string): string {
  return join(folder, 'tables', `${table}.copy.gz`);
}
