// SPDX-License-Identifier: Apache-2.0
import type { Readable } from 'node:stream';
import { type SqlBool, sql } from 'kysely';
import { AppError } from '#kernel/app-error';
import { newId } from '#kernel/ids';
import { recordAudit } from '../audit/audit.ts';
import type { Actor } from '../auth/actor.ts';
import { type Db, inTransaction } from '../db/db.ts';
import type { UnitScope } from '../permissions/permissions.ts';
import { extensionOf, safeFileName } from './file-name.ts';
import type { FileStore } from './file-store.ts';
import { type FileKind, fileTypes } from './file-types.ts';
import { sniffFile } from './sniff-file.ts';

/** Largest file that is accepted. */
export const fileMaxBytes = 50 * 1_048_576;

/** A stored file as the product knows it; the content lies in the file store under its SHA-256. */
export type FileRecord = {
  readonly id: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly name: string;
  readonly mediaType: string;
  readonly unitId: string;
  readonly createdAt: string;
};

export type FileInput = { readonly name: string; readonly unitId: string; readonly content: Readable | Uint8Array };

type FileTables = {
  'platform.file': {
    id: string;
    sha256: string;
    size_bytes: number;
    name: string;
    media_type: string;
    unit_id: string;
    created_at: string;
    created_by: string;
  };
};

const columns = [
  'f.id',
  'f.sha256',
  'f.size_bytes as sizeBytes',
  'f.name',
  'f.media_type as mediaType',
  'f.unit_id as unitId',
  'f.created_at as createdAt',
] as const;

function fileDb(db: Db): Db<FileTables> {
  return db as unknown as Db<FileTables>;
}

/**
 * Receives a file for a unit: keeps the content, tells its type from the content, records it and the audit entry.
 * A refused file leaves nothing behind.
 *
 * @throws AppError `platform.file_too_large`, `platform.file_empty`, `platform.file_type_refused`,
 * `platform.file_type_mismatch`, `platform.file_damaged`, `platform.file_protected`,
 * `platform.file_unpacks_too_large`, `platform.disk_full`
 */
export async function storeFile(db: Db, actor: Actor, files: FileStore, input: FileInput): Promise<FileRecord> {
  const given = safeFileName(input.name);
  let kind: FileKind = 'txt';
  const stored = await files.put(input.content, fileMaxBytes, async (path) => {
    kind = await sniffFile(path, given);
  });
  const name = extensionOf(given) ? given : `${given}.${fileTypes[kind].extensions[0]}`;
  return inTransaction(db, async (tx) => {
    const id = newId();
    await fileDb(tx)
      .insertInto('platform.file')
      .values({
        id,
        sha256: stored.sha256,
        size_bytes: stored.sizeBytes,
        name,
        media_type: fileTypes[kind].mediaType,
        unit_id: input.unitId,
        created_by: actor.id,
        created_at: sql<string>`now()`,
      })
      .execute();
    await recordAudit(tx, actor, {
      action: 'platform.file_stored',
      subject: ['file', id],
      unitId: input.unitId,
      data: { name, sha256: stored.sha256, sizeBytes: stored.sizeBytes },
    });
    return getFile(tx, { roots: null }, id);
  });
}

/**
 * The record of a file.
 *
 * @throws AppError `platform.not_found` also where the file's unit lies outside the scope
 */
export async function getFile(db: Db, scope: Pick<UnitScope, 'roots'>, id: string): Promise<FileRecord> {
  const file = await fileDb(db)
    .selectFrom('platform.file as f')
    .select(columns)
    .where('f.id', '=', id)
    .where(unitWithin('f.unit_id', scope))
    .executeTakeFirst();
  if (!file) throw new AppError('not_found', 'platform.not_found');
  return file;
}

/** @throws AppError `platform.not_found` where the unit does not exist or lies outside the scope */
export async function requireUnitWithin(db: Db, scope: Pick<UnitScope, 'roots'>, unitId: string): Promise<void> {
  if (scope.roots === null) return;
  const { rows } =
    await sql`select from units.lineage where descendant_id = ${unitId}::uuid and ancestor_id = any(${[...scope.roots]}::uuid[]) limit 1`.execute(
      fileDb(db),
    );
  if (rows.length === 0) throw new AppError('not_found', 'platform.not_found');
}

function unitWithin(column: string, scope: Pick<UnitScope, 'roots'>) {
  if (scope.roots === null) return sql<SqlBool>`true`;
  return sql<SqlBool>`${sql.ref(column)} in (select descendant_id from units.lineage where ancestor_id = any(${[...scope.roots]}::uuid[]))`;
}
