// SPDX-License-Identifier: Apache-2.0
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import { insertSectors } from '../data/sectors.repo.ts';
import { proceduresDb } from '../data/tables.ts';

/**
 * A further sector of the catalogue; sectors are the same for all units.
 *
 * @throws AppError `procedures.sector_code_taken`
 */
export async function createSector(
  db: Db,
  actor: Actor,
  input: { readonly code: string; readonly name: string },
): Promise<{ id: string; code: string; name: string; mark: null }> {
  return inTransaction(db, async (tx) => {
    const sector = { ...input, mark: null };
    const id = (await insertSectors(proceduresDb(tx), actor.name, [sector])).get(input.code) ?? '';
    await recordAudit(tx, actor, { action: 'procedures.sector_created', subject: ['sector', id], unitId: null, data: input });
    return { id, ...sector };
  });
}
