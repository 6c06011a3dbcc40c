// SPDX-License-Identifier: Apache-2.0
import { AppError } from '#kernel/app-error';
import { recordAudit } from '#platform/audit/audit';
import type { Actor } from '#platform/auth/actor';
import { type Db, inTransaction } from '#platform/db/db';
import type { UnitScope } from '#platform/permissions/permissions';
import { lockTree, updateUnit } from '../data/structure.repo.ts';
import { type UnitsDb, unitsDb } from '../data/tables.ts';
import type { Unit, UnitMark } from '../domain/unit.ts';
import { getUnitToChange } from './read-units.ts';

export type CorrectUnitInput = {
  readonly version: number;
  /** Why what stood there was wrong; kept in the audit log. */
  readonly reason: string;
  readonly name?: string | undefined;
  readonly authorityName?: string | undefined;
  readonly documentSymbol?: string | undefined;
  readonly agencyCode?: string | null | undefined;
  readonly mark?: UnitMark | null | undefined;
  readonly note?: string | null | undefined;
};

/**
 * Mends what was written wrongly about a unit. The names it really bore before stay: a true change of name is
 * `renameUnit`, which ends the unit and begins its successor.
 *
 * @throws AppError `units.not_found`, `units.nothing_corrected`, `platform.stale`
 */
export async function correctUnit<T>(
  db: Db<T>,
  actor: Actor,
  scope: Pick<UnitScope, 'roots'>,
  id: string,
  input: CorrectUnitInput,
): Promise<Unit> {
  return inTransaction(unitsDb(db), async (db: UnitsDb) => {
    await lockTree(db);
    const before = await getUnitToChange(db, scope, id, input.version);
    const after = {
      name: input.name ?? before.name,
      authorityName: input.authorityName ?? before.authorityName,
      documentSymbol: input.documentSymbol ?? before.documentSymbol,
      agencyCode: input.agencyCode === undefined ? before.agencyCode : input.agencyCode,
      mark: input.mark === undefined ? before.mark : input.mark,
      note: input.note === undefined ? before.note : input.note,
    };
    const keys = ['name', 'authorityName', 'documentSymbol', 'agencyCode', 'mark', 'note'] as const;
    const changed = keys.filter((key) => after[key] !== before[key]);
    if (changed.length === 0) throw new AppError('invalid', 'units.nothing_corrected');
    await updateUnit(db, before, after, actor.name);
    const changes = Object.fromEntries(changed.map((key) => [key, { from: before[key], to: after[key] }]));
    await recordAudit(db, actor, { action: 'units.corrected', subject: ['unit', id], unitId: id, data: { reason: input.reason, changes } });
    return { ...before, ...after, version: before.version + 1 };
  });
}
