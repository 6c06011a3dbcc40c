// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { newId } from '#kernel/ids';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { isUnitWithin } from '../../data/import/imports.repo.ts';
import * as repo from '../../data/import/mappings.repo.ts';
import { importsDb } from '../../data/import/tables.ts';
import type { Chosen } from './reading.ts';
import { readColumns } from './stored-values.ts';

export type MappingInput = { readonly name: string; readonly columns: Chosen };

/** Saved mappings of columns in reach, by name. */
export async function listImportMappings(db: Db, scope: UnitScope) {
  return (await repo.listMappings(importsDb(db), scope)).map(withColumns);
}

/** @throws AppError `platform.not_found` */
export async function getImportMapping(db: Db, scope: UnitScope, id: string) {
  const mapping = await repo.findMapping(importsDb(db), scope, id);
  if (!mapping) throw new AppError('not_found', 'platform.not_found');
  return withColumns(mapping);
}

/** Keeps a way to read the columns of one kind of file. @throws AppError `dossiers.import_mapping_name_taken`, `platform.not_found` */
export async function createImportMapping(db: Db, actor: Actor, scope: UnitScope, input: MappingInput & { readonly unitId: string }) {
  const id = newId();
  return inTransaction(db, async (tx) => {
    const transaction = importsDb(tx);
    if (!(await isUnitWithin(transaction, scope, input.unitId))) throw new AppError('not_found', 'platform.not_found');
    await repo.insertMapping(transaction, { id, unitId: input.unitId, name: input.name, columns: input.columns, by: actor.name });
    await audit(tx, actor, 'dossiers.import_mapping_created', id, input.unitId, input);
    return getImportMapping(tx, scope, id);
  });
}

/** @throws AppError `platform.stale`, `dossiers.import_mapping_name_taken`, `platform.not_found` */
export async function updateImportMapping(
  db: Db,
  actor: Actor,
  scope: UnitScope,
  input: MappingInput & { readonly id: string; readonly version: number },
) {
  return inTransaction(db, async (tx) => {
    const transaction = importsDb(tx);
    const mapping = await getImportMapping(tx, scope, input.id);
    if (!(await repo.updateMapping(transaction, { ...input, by: actor.name })))
      throw new AppError('conflict', 'platform.stale', { by: mapping.updatedBy });
    await audit(tx, actor, 'dossiers.import_mapping_updated', input.id, mapping.unitId, input);
    return getImportMapping(tx, scope, input.id);
  });
}

/** A mapping is a convenience, no record: it is really removed. @throws AppError `platform.not_found` */
export async function deleteImportMapping(db: Db, actor: Actor, scope: UnitScope, id: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const transaction = importsDb(tx);
    const mapping = await getImportMapping(tx, scope, id);
    await repo.deleteMapping(transaction, id);
    await audit(tx, actor, 'dossiers.import_mapping_deleted', id, mapping.unitId, {
      name: mapping.name,
      columns: mapping.columns,
    });
  });
}

function withColumns<Row extends { readonly columns: unknown }>(row: Row): Omit<Row, 'columns'> & { readonly columns: Chosen } {
  return { ...row, columns: readColumns(row.columns) };
}

async function audit(db: Db, actor: Actor, action: string, id: string, unitId: string, { name, columns }: MappingInput): Promise<void> {
  await recordAudit(db, actor, { action, subject: ['dossier_import_mapping', id], unitId, data: { name, columns } });
}
